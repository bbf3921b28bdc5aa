import Arguments
import Derivations
import Diagnosis
import Diagnostics
import Expressions
import Formats
import Glibc
import Networks
import Screen

/// What `bptutor check --lines FILE` does.
struct SheetCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ file: String, _ network: Network) throws(Failure) -> Int32 {
    if let other = [Option.jsonl, .data, .epsilon].first(where: invocation.has) {
      throw .message(
        Words(en: "--lines and --\(other.rawValue) do not go together", zh: "--lines 与 --\(other.rawValue) 不能同时使用"))
    }
    guard invocation.operands.isEmpty else {
      throw .message(
        Words(en: "with --lines the answers are in the file", zh: "使用 --lines 时，答案写在文件里"),
        help: Words("bptutor check --lines \(ShellWord.quoted(file))"))
    }
    let text = try TextSource.read(file)
    let sheet = SheetMarker.mark(text, name: file == "-" ? "stdin" : file, with: Checker(network))
    let output =
      invocation.value(of: .format) == "json"
      ? sheet.json(network.architecture).pretty + "\n"
      : SafeText(sheet.report(preferences.language, isASCII: preferences.notation == .ascii)).text
    let code = try WrittenResult.write(output, to: nil)
    guard invocation.has(.exitCode) else { return code }
    if sheet.count(.slip) > 0 { return ExitCode.notRight }
    return sheet.count(.unreadable) > 0 || sheet.points.possible == 0 ? ExitCode.usage : code
  }
}

/// Text that a learner wrote: a file, or standard input for `-`.
enum TextSource {
  /// What is not UTF-8 is read as U+FFFD.
  static func read(_ name: String) throws(Failure) -> String {
    var bytes: [UInt8] = []
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(name) } catch { throw error.failure() }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
