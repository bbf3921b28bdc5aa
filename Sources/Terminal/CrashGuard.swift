internal import CTerminal
package import Diagnostics

/// What happens when the program itself is at fault.
package enum CrashGuard {
  /// From now on a crash gives the terminal back, says one line and ends at once, in every mode of the program.
  ///
  /// Without it the Swift runtime waits half a minute at a prompt of its own, in a terminal that shows no typing.
  package static func install(_ language: Language, program: String) {
    let line = Words(
      en: "\(program): internal error; report it with a --record FILE",
      zh: "\(program)：内部错误，请报告此问题，可附上用 --record 录制的过程")
    terminal_crash_install(line[language])
  }
}
