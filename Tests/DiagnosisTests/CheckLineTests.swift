import Diagnosis
import Diagnostics
import Formats
import Networks
import Testing

@Suite struct CheckLineTests {
  /// The whole line, to the letter.
  @Test(arguments: [
    (
      #"{"quantity": "dE/dw5", "answer": "0.0349326"}"#,
      #"{"verdict": "mistake", "mistakes": ["sign-flip"], "feedback": {"en": "Here out_O is below target. If out_O rises, "#
        + #"does E rise or fall?", "zh": "这里 out_O 小于 target。out_O 增大时，E 增大还是减小？"}}"#
    ),
    (
      #"{"network": null, "quantity": "dE/dw5", "answer": "-0.035"}"#,
      #"{"verdict": "unknown", "mistakes": [], "feedback": {"en": "That agrees as far as it goes. Give three "#
        + #"significant digits.", "zh": "已给出的数字是吻合的。请给出三位有效数字。"}}"#
    ),
  ])
  func wholeLines(_ line: String, _ response: String) {
    #expect(CheckLine().respond(to: line) == response)
  }

  @Test(arguments: [
    (#"{"quantity": "dE/dw5", "answer": "-0.0349326"}"#, "right", [String]()),
    (#"{"quantity": "dE/dw5", "answer": -0.0349326}"#, "right", []),
    (#"{"quantity": "∂E/∂w₅", "answer": "−0.0349"}"#, "right", []),
    (#"{"quantity": "dE/dw5", "answer": "0.06986518575503"}"#, "mistake", ["sign-flip+half"]),
    (#"{"quantity": "w1+", "answer": "0.20080833662781647"}"#, "mistake", ["sign-flip", "ascent"]),
    (#"{"quantity": "w5+", "answer": "w5 - η·∂E/∂w5"}"#, "right", []),
    (#"{"quantity": "w5⁺", "answer": "-0.0720539"}"#, "right", []),
    (#"{"quantity": "out_O", "answer": "1/(1 + e^(-net_O))"}"#, "right", []),
    (#"{"quantity": "dE/dw5", "answer": "0.0349326", "earlier": {"dE/dout_O": "0.5765"}}"#, "follow-through", []),
    (#"{"quantity": "dE/dw5", "answer": "0.0349326", "earlier": {"dE/dout_O": -0.5765}}"#, "mistake", ["sign-flip"]),
    // What was right before does not come wrong afterwards.
    (#"{"quantity": "w1+", "answer": "0.2008083", "earlier": {"dE/dw1": 0.00101042}}"#, "mistake", ["ascent"]),
    (
      #"{"quantity": "w5+", "answer": "-0.127946", "earlier": {"dE/dw5": -0.0349326}}"#, "mistake",
      ["ascent", "always-decrease"]
    ),
    // The update of a parameter whose gradient is positive tells uphill from always down.
    (
      #"{"quantity": "w5+", "answer": "-0.127946", "earlier": {"dE/dw5": -0.0349326, "w1+": 0.1991917}}"#, "mistake",
      ["always-decrease"]
    ),
    (
      #"{"quantity": "w5+", "answer": "-0.127946", "earlier": {"dE/dw5": -0.0349326, "w1+": 0.2008083}}"#, "mistake",
      ["ascent"]
    ),
    // Formulas follow from earlier values as numbers do.
    (#"{"quantity": "dE/dw5", "answer": "0.2*out_h1", "earlier": {"dE/dnet_O": 0.2}}"#, "follow-through", []),
    (#"{"quantity": "dE/dw5", "answer": "0.2*0.276878*1", "earlier": {"dE/dnet_O": 0.2}}"#, "follow-through", []),
    (#"{"quantity": "w5+", "answer": "w5 - eta*0.02", "earlier": {"dE/dw5": 0.02}}"#, "follow-through", []),
    (#"{"quantity": "w5+", "answer": "w5 - 0.8*0.02", "earlier": {"dE/dw5": 0.02}}"#, "follow-through", []),
    (#"{"quantity": "dE/dw5", "answer": "0.2*out_h1"}"#, "unknown", []),
    (#"{"quantity": "dE/dw5", "answer": "0.2*out_h2", "earlier": {"dE/dnet_O": 0.2}}"#, "unknown", []),
  ])
  func verdicts(_ line: String, _ kind: String, _ mistakes: [String]) throws {
    let response = try JSONValue.parse(SourceText(CheckLine().respond(to: line)))
    #expect(response["verdict"]?.text == kind)
    guard case .array(let found, _)? = response["mistakes"] else {
      Issue.record("no list of mistakes")
      return
    }
    #expect(found.map(\.text) == mistakes)
  }

  /// What a record brings along: an id that comes back, a seed, settings; and a broken one says on which line.
  @Test(arguments: [
    (#"{"id": "a7", "quantity": "dE/dw5", "answer": "-0.0349"}"#, #"{"id": "a7", "verdict": "right""#),
    (#"{"id": 12, "quantity": "dE/dw5", "answer": "1/0"}"#, #"{"id": 12, "verdict": "unreadable""#),
    (#"{"quantity": "out_O", "answer": "0.25", "set": {"w5": 0, "w6": 0, "b2": "-ln(3)"}}"#, #"{"verdict": "right""#),
    (#"{"quantity": "w5", "answer": "0.4", "set": "w5=0.4,i1=1"}"#, #"{"verdict": "right""#),
    (#"{"quantity": "w5", "answer": "0.4", "set": {"w55": 0.4}}"#, #"{"verdict": "unreadable""#),
    (#"{"quantity": "w5", "answer": "0.4", "set": 3}"#, #"{"verdict": "unreadable""#),
    (#"{"quantity": "w5", "answer": "0.4", "random": -1}"#, #"{"verdict": "unreadable""#),
    (
      #"{"quantity": "dE/dw5", "answer": "1", broken"#,
      #"{"verdict": "unreadable", "mistakes": [], "feedback": {"en": "line 7, "#
    ),
    (#"[3]"#, #"{"verdict": "unreadable", "mistakes": [], "feedback": {"en": "line 7, "#),
    (
      #"{"quantity": "dE/dw99", "answer": "1"}"#,
      #"{"verdict": "unreadable", "mistakes": [], "feedback": {"en": "line 7, column 14: "#
    ),
    (
      #"{"id": "b2", "answer": "0.4"}"#,
      #"{"id": "b2", "verdict": "unreadable", "mistakes": [], "feedback": {"en": "line 7, "#
    ),
    // What an answer says is the student's, and no fault of the file.
    (
      #"{"quantity": "dE/dw5", "answer": "1/"}"#,
      #"{"verdict": "unreadable", "mistakes": [], "feedback": {"en": "column 3: "#
    ),
  ])
  func recordsOfTheirOwn(_ line: String, _ start: String) {
    #expect(CheckLine().respond(to: line, number: 7).hasPrefix(start), "\(CheckLine().respond(to: line, number: 7))")
  }

  @Test func drawnNumbers() {
    let network = Examples.default.randomized(seed: 7)
    let line = #"{"random": 7, "set": {"i1": 0.5}, "quantity": "dE/dw1", "answer": "\#(answer(network))"}"#
    #expect(CheckLine().respond(to: line).hasPrefix(#"{"verdict": "right""#))
  }

  private func answer(_ network: Network) -> Double {
    var network = network
    network.inputs[0] = 0.5
    return Pass(network).gradients[0]
  }

  /// The mean over samples, and the numerical check.
  @Test func gradientsOfOtherKinds() {
    var samples = [Examples.default, Examples.default]
    (samples[1].inputs, samples[1].targets) = ([0.9, 0.7], [0.2])
    let gradients = samples.map { Pass($0).gradients[0] }
    let text = #""samples": [{"i1": 0.4, "i2": 0.7, "target": 0.9}, {"i1": 0.9, "target": 0.2}]"#
    func verdict(_ answer: Double, _ more: String) -> String {
      String(CheckLine().respond(to: #"{"quantity": "dE/dw1", "answer": \#(answer), \#(more)}"#).prefix(60))
    }
    #expect(verdict((gradients[0] + gradients[1]) / 2, text).hasPrefix(#"{"verdict": "right""#))
    #expect(verdict(gradients[0] + gradients[1], text).hasPrefix(#"{"verdict": "mistake", "mistakes": ["batch"]"#))
    let quotient = DifferenceCheck(Examples.default, parameter: 0, step: 0.25).centralDifference
    #expect((quotient / gradients[0] - 1).magnitude > 1e-4)
    #expect(verdict(quotient, #""epsilon": 0.25"#).hasPrefix(#"{"verdict": "right""#))
    #expect(verdict(2 * quotient, #""epsilon": 0.25"#).hasPrefix(#"{"verdict": "mistake", "mistakes": ["check-step"]"#))
  }

  /// Never scored, and told why, in both languages.
  @Test(arguments: [
    (#"not JSON"#, "column 1"), (#"{"quantity": "dE/dw5""#, "column 1"), (#"[1, 2]"#, "object"), (#""#, ""),
    (#"{}"#, "quantity"),
    (#"{"quantity": "dE/dw5"}"#, "'answer'"), (#"{"quantity": 5, "answer": "1"}"#, "text"),
    (#"{"quantity": "dE/dw5", "anwser": "1"}"#, "did you mean 'answer'?"),
    (#"{"quantity": "dE/dw9", "answer": "1"}"#, "did you mean 'w1'?"),
    (#"{"quantity": "w5*2", "answer": "1"}"#, "not the name"),
    (#"{"quantity": "dE/dw5", "answer": "1/0"}"#, "no finite value"),
    (#"{"quantity": "dE/dw5", "answer": "nan"}"#, "nan"),
    (#"{"quantity": "dE/dw5", "answer": "inf"}"#, "inf"),
    (#"{"quantity": "dE/dw5", "answer": "0x1p4"}"#, "hexadecimal"),
    (#"{"quantity": "dE/dw5", "answer": "(1"}"#, "column 1"),
    (#"{"quantity": "dE/dw5", "answer": "out_0"}"#, "did you mean 'out_O'?"),
    (#"{"quantity": "dE/dw5", "answer": "ln(-out_O)"}"#, "no finite value"),
    (#"{"quantity": "dE/dw5", "answer": ""}"#, "nothing here"),
    (#"{"quantity": "dE/dw5", "answer": "1", "earlier": {"dE/dw99": 1}}"#, "dE/dw99"),
    (#"{"quantity": "dE/dw5", "answer": "1", "earlier": {"E": "x"}}"#, "earlier"),
    (#"{"network": {"inputs": []}, "quantity": "E", "answer": "1"}"#, "missing"),
    (#"{"network": 5, "quantity": "E", "answer": "1"}"#, "object"),
    (#"{"quantity": "E", "answer": "1", "samples": [{"i1": 1}]}"#, "no gradient"),
    (#"{"quantity": "dE/dout_O", "answer": "1", "epsilon": 0.1}"#, "no gradient"),
    (#"{"quantity": "dE/dw1", "answer": "1", "samples": []}"#, "1 to 10000"),
    (#"{"quantity": "dE/dw1", "answer": "1", "samples": [1]}"#, "1 to 10000"),
    (#"{"quantity": "dE/dw1", "answer": "1", "samples": [{"i1": "1"}]}"#, "numbers"),
    (#"{"quantity": "dE/dw1", "answer": "1", "samples": [{"w1": 1}]}"#, "'w1'"),
    (#"{"quantity": "dE/dw1", "answer": "1", "epsilon": 0}"#, "above 0"),
    (#"{"quantity": "dE/dw1", "answer": "1", "epsilon": "0.1"}"#, "above 0"),
    (#"{"quantity": "dE/dw1", "answer": "1", "epsilon": 0.1, "samples": [{"i1": 1}]}"#, "not go together"),
    (#"{"quantity": "dE/dw1", "answer": "1", "epsilon": 0.1, "earlier": {"E": 1}}"#, "not go together"),
    (#"{"quantity": "dE/dw1", "answer": "out_O", "epsilon": 0.1}"#, "out_O"),
  ])
  func unreadable(_ line: String, _ reason: String) throws {
    let response = try JSONValue.parse(SourceText(CheckLine().respond(to: line)))
    #expect(response["verdict"]?.text == "unreadable")
    #expect(response["mistakes"] == .array([], response["mistakes"]?.range ?? 0..<0))
    let feedback = response["feedback"]
    if !reason.isEmpty { #expect(feedback?["en"]?.text?.contains(reason) == true, "\(feedback?["en"]?.text ?? "")") }
    #expect(feedback?["zh"]?.text?.isEmpty == false)
  }

  /// Answers that are meant to exhaust something are refused by their size or depth, before any work is done.
  @Test(arguments: [
    Repeated("(", 100_000), Repeated("9", 1_000_000), Repeated("out_O*", 150_000, "1"), Repeated("(", 30_000),
    Repeated("-", 60_000, "1"), Repeated("d(", 20_000),
  ])
  func hugeAnswers(_ recipe: Repeated) throws {
    let answer = recipe.text
    let checker = Checker(Examples.default)
    let verdict = checker.check("dE/dw5", answer: answer)
    #expect(verdict.kind == .unreadable)
    #expect(verdict.feedback.en.count < 300)
    let line = CheckLine().respond(to: #"{"quantity": "dE/dw5", "answer": ""# + answer + #""}"#)
    #expect(line.contains("unreadable"))
    #expect(line.utf8.count < 1_000)
  }

  /// A line says the same whatever came before it, and networks that come and go are told apart.
  @Test func linesDoNotDependOnEachOther() {
    let networks = (0..<300).map { Examples.all[$0 % Examples.all.count].randomized(seed: UInt64($0)) }
    let lines = networks.flatMap { network -> [String] in
      let text = NetworkFile.json(network).oneLine
      let (right, flipped) = (Pass(network).gradients[0], -Pass(network).gradients[0])
      return [right, flipped].map { #"{"network": \#(text), "quantity": "dE/dw1", "answer": "\#($0)"}"# }
    }
    let all = CheckLine()
    for line in lines + lines.reversed().prefix(40) { _ = all.respond(to: line) }
    for line in lines.prefix(60) { #expect(all.respond(to: line) == CheckLine().respond(to: line)) }
  }
}

extension JSONValue {
  /// The string that this is.
  fileprivate var text: String? { if case .string(let text, _) = self { text } else { nil } }
}

/// A long text by its recipe, so that the log shows this and not a megabyte.
struct Repeated: CustomTestStringConvertible, Sendable {
  private let piece: String
  private let count: Int
  private let tail: String

  init(_ piece: String, _ count: Int, _ tail: String = "") {
    (self.piece, self.count, self.tail) = (piece, count, tail)
  }

  var text: String { String(repeating: piece, count: count) + tail }
  var testDescription: String { "\(piece) × \(count)\(tail)" }
}
