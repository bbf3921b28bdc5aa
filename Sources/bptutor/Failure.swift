import Arguments
import Diagnostics
import Lessons
import Progress
import Screen
import Terminal

/// Why a command ended early; one place turns it into words and an exit code.
enum Failure: Error {
  case usage(UsageFault)
  /// Faults at their places in a typed text or a file.
  case faults([Diagnostic], in: SourceText)
  /// Everything that is wrong in lessons, and how much that is.
  case lessons(LintReport, Words)
  case message(Words, help: Words? = nil)
  case output(Output.Failure)
  case unwritable(WrittenFile.Fault)
  case terminal(TerminalFault)
  case store(StoreFault)
}

/// The exit codes, as `CommandTable.exitCodes` explains them.
enum ExitCode {
  static let success: Int32 = 0
  static let output: Int32 = 1
  static let usage: Int32 = 2
  static let terminal: Int32 = 3
  static let store: Int32 = 4
  /// Only where it is asked for.
  static let notRight: Int32 = 5
  /// A reader that has gone counts as the signal that it would have sent.
  static let readerGone: Int32 = 128 + 13
}

extension Failure {
  var exitCode: Int32 {
    switch self {
    case .usage, .faults, .lessons, .message: ExitCode.usage
    case .output(.readerGone): ExitCode.readerGone
    case .output(.errno), .unwritable: ExitCode.output
    case .terminal: ExitCode.terminal
    case .store: ExitCode.store
    }
  }

  /// What standard error gets; empty where nothing needs to be reported.
  func report(_ language: Language) -> String {
    let text: String
    switch self {
    case .usage(let fault): text = fault.report(language)
    case .faults(let diagnostics, let source): text = source.report(diagnostics, language: language)
    case .lessons(let report, let summary):
      text = report.text(language: language) + "\n" + summary[language] + "\n"
    case .message(let words, let help): text = Self.lines(words, help, language)
    case .terminal(let fault): text = Self.lines(fault.message, fault.help, language)
    case .store(let fault): text = Self.lines(fault.message, fault.help, language)
    case .output(.readerGone): text = ""
    case .unwritable(let fault): text = Self.lines(fault.message, nil, language)
    case .output(.errno(let code)):
      let reason = SystemError.words(for: code)
      let words = Words(en: "cannot write the output: \(reason.en)", zh: "无法写出结果：\(reason.zh)")
      text = Self.lines(words, nil, language)
    }
    return SafeText(text).text
  }

  private static func lines(_ message: Words, _ help: Words?, _ language: Language) -> String {
    "\(CommandTable.program): \(message[language])\n"
      + (help.map { SourceText.helpLabel[language] + $0[language] + "\n" } ?? "")
  }
}
