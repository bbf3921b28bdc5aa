import Arguments
import Diagnosis
import Diagnostics
import JSON
import Networks
import Screen

/// What `bptutor check` does.
struct CheckCommand {
  let invocation: Invocation
  let preferences: Preferences

  /// A line of `--jsonl` may bring a network, so it may be longer than a typed one.
  private static let longestLine = 16 << 20

  func run(_ network: Network) throws(Failure) -> Int32 {
    if invocation.has(.jsonl) { return try runLines(network) }
    guard let quantity = invocation.operands.first, invocation.operands.count > 1 else {
      throw .message(
        Words(en: "check needs a quantity and an answer", zh: "check 需要一个量和一个答案"),
        help: Words(en: "for example bptutor check dE/dw5 -0.035", zh: "例如 bptutor check dE/dw5 -0.035"))
    }
    let checker = Checker(network)
    do throws(Diagnostic) { _ = try checker.quantity(named: quantity) } catch {
      throw .faults([error], in: SourceText(quantity))
    }
    let answer = invocation.operands.dropFirst().joined(separator: " ")
    let verdict = checker.check(quantity, answer: answer)
    if verdict.kind == .unreadable, let fault = verdict.fault { throw .faults([fault], in: SourceText(answer)) }
    let text =
      invocation.value(of: .format) == "json"
      ? CheckLine.json(verdict).pretty + "\n" : lines(verdict).map { SafeText($0).text + "\n" }.joined()
    do throws(Output.Failure) { try Output.standard.write(text) } catch { throw .output(error) }
    return ExitCode.success
  }

  private func lines(_ verdict: Verdict) -> [String] {
    let language = preferences.language
    let mistakes = verdict.mistakes.isEmpty ? "" : " (" + verdict.mistakes.joined(separator: ", ") + ")"
    // Feedback on what fits no mistake says itself that it is not right yet.
    if verdict.kind == .unknown { return [verdict.feedback[language]] }
    return [Self.name(of: verdict.kind)[language] + mistakes, verdict.feedback[language]]
  }

  private static func name(of kind: Verdict.Kind) -> Words {
    switch kind {
    case .right: Words(en: "right", zh: "正确")
    case .followThrough: Words(en: "right, given the earlier values", zh: "按前面的值是对的")
    case .mistake: Words(en: "not right", zh: "不对")
    case .unknown: Words(en: "not right yet", zh: "还不对")
    case .unreadable: Words(en: "cannot be read", zh: "无法读懂")
    }
  }

  /// One answer a line, in order.
  private func runLines(_ network: Network) throws(Failure) -> Int32 {
    let checker = CheckLine(network: network)
    var lines = PipedLines(longest: Self.longestLine)
    do throws(Output.Failure) {
      while let line = lines.next() {
        let text: String
        switch line {
        case .text(let line): text = checker.respond(to: line)
        case .tooLong:
          text = unreadable(
            Words(
              en: "the line is longer than \(Self.longestLine >> 20) MiB", zh: "这一行超过 \(Self.longestLine >> 20) MiB"))
        case .notUTF8: text = unreadable(Words(en: "the line is not valid UTF-8", zh: "这一行不是有效的 UTF-8"))
        }
        try Output.standard.write(text + "\n")
      }
    } catch { throw .output(error) }
    return ExitCode.success
  }

  private func unreadable(_ words: Words) -> String {
    CheckLine.json(Verdict(.unreadable, feedback: words)).oneLine
  }
}
