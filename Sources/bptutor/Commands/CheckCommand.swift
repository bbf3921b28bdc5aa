import Arguments
import Diagnosis
import Diagnostics
import Formats
import Glibc
import Networks
import Screen
import Skills
import Training

/// What `bptutor check` does.
struct CheckCommand {
  let invocation: Invocation
  let preferences: Preferences

  /// A line of `--jsonl` may bring a network, so it may be longer than a typed one.
  private static let maxLineLength = 16 << 20

  func run(_ network: Network) throws(Failure) -> Int32 {
    if let file = invocation.value(of: .lines) {
      return try SheetCommand(invocation: invocation, preferences: preferences).run(file, network)
    }
    if invocation.has(.jsonl) {
      if invocation.has(.data) || invocation.has(.epsilon) {
        throw .message(
          Words(en: "with --jsonl each line has its own samples or epsilon", zh: "使用 --jsonl 时，每行自带 samples 或 epsilon"),
          help: Words(#"{"quantity": "dE/dw5", "answer": "-0.0349", "epsilon": 0.001}"#))
      }
      return try runLines(network)
    }
    guard let quantity = invocation.operands.first, invocation.operands.count > 1 else {
      throw .message(
        Words(en: "check needs a quantity and an answer", zh: "check 需要一个量和一个答案"),
        help: Words(en: "for example bptutor check dE/dw5 -0.035", zh: "例如 bptutor check dE/dw5 -0.035"))
    }
    let checker = Checker(network)
    let asked: AskedQuantity
    do throws(Diagnostic) { asked = try checker.asked(quantity) } catch {
      throw .faults([error], in: SourceText(quantity))
    }
    let answer = invocation.operands.dropFirst().joined(separator: " ")
    let verdict =
      try numericVerdict(on: asked.quantity, named: quantity, answer, network) ?? checker.check(asked, answer: answer)
    if verdict.kind == .unreadable, let fault = verdict.fault { throw .faults([fault], in: SourceText(answer)) }
    let text =
      invocation.value(of: .format) == "json"
      ? CheckLine.json(verdict).pretty + "\n" : lines(verdict).map { SafeText($0).text + "\n" }.joined()
    do throws(Output.Failure) { try Output.standard.write(text) } catch { throw .output(error) }
    let isRight = verdict.kind == .right || verdict.kind == .followThrough
    return isRight || !invocation.has(.exitCode) ? ExitCode.success : ExitCode.notRight
  }

  /// With `--data` or `--epsilon`; nil without.
  private func numericVerdict(
    on quantity: Quantity, named name: String, _ answer: String, _ network: Network
  ) throws(Failure) -> Verdict? {
    guard invocation.has(.data) || invocation.has(.epsilon) else { return nil }
    if invocation.has(.data), invocation.has(.epsilon) {
      throw .message(Words(en: "--data and --epsilon do not go together", zh: "--data 与 --epsilon 不能同时使用"))
    }
    guard case .derivative(of: .loss, by: .parameter(let parameter)) = quantity else {
      throw .message(
        Words(en: "'\(name)' is not the gradient of a weight or bias", zh: "“\(name)”不是权重或偏置的梯度"),
        help: Words(
          en: "--data and --epsilon are for gradients such as dE/dw5", zh: "--data 与 --epsilon 用于 dE/dw5 这样的梯度"))
    }
    if let name = invocation.value(of: .data) {
      let data = try TrainingSetup.data(
        named: name, for: network.architecture,
        help: Words(en: "choose a network that fits with --network", zh: "用 --network 选一个相符的网络"))
      return BatchCheck((0..<data.count).map { network.showing(sample: $0, of: data) }, parameter: parameter)
        .check(answer)
    }
    guard let step = invocation.value(of: .epsilon).flatMap(Double.init), DifferenceCheck.isUsable(step) else {
      throw .message(Words(en: "--epsilon must be above 0 and at most 1", zh: "--epsilon 应大于 0 且不超过 1"))
    }
    return DifferenceCheck(network, parameter: parameter, step: step).check(answer)
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
    var lines = PipedLines(longest: Self.maxLineLength)
    // Where the results scroll by on the same terminal, they show how far it has come.
    var bar =
      isatty(STDOUT_FILENO) == 1 || isatty(STDERR_FILENO) == 0 || invocation.has(.quiet)
      ? nil : CountBar(total: PipedLines.count(), language: preferences.language)
    var (number, unreadableCount) = (0, 0)
    do throws(Output.Failure) {
      while let line = lines.next() {
        bar?.show(number)
        number += 1
        let text: String
        switch line {
        case .text(let line): text = checker.respond(to: line, number: number)
        case .tooLong:
          text = unreadable(
            Words(
              en: "line \(number) is longer than \(Self.maxLineLength >> 20) MiB",
              zh: "第 \(number) 行超过 \(Self.maxLineLength >> 20) MiB"))
        case .notUTF8:
          text = unreadable(
            Words(en: "line \(number) is not valid UTF-8", zh: "第 \(number) 行不是有效的 UTF-8"))
        }
        if text.contains(Self.unreadableVerdict) { unreadableCount += 1 }
        try Output.standard.write(text + "\n")
      }
    } catch { throw .output(error) }
    bar?.clear()
    if let code = lines.fault {
      let reason = SystemError.words(for: code)
      throw .message(
        Words(en: "cannot read standard input: \(reason.en)", zh: "无法读取标准输入：\(reason.zh)"))
    }
    return unreadableCount > 0 ? ExitCode.usage : ExitCode.success
  }

  /// As a line of output has it; within a text its quotation marks would have backslashes.
  private static let unreadableVerdict = "\"verdict\": \"unreadable\""

  private func unreadable(_ words: Words) -> String {
    CheckLine.json(Verdict(.unreadable, feedback: words)).oneLine
  }
}
