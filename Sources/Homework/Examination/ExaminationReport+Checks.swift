import Diagnosis
import Diagnostics
import Expressions
package import Formats
import Networks
import Skills

extension ExaminationReport {
  private static let maxChecks = 12

  /// The program's gradients beside central differences of the loss, at the first network.
  func gradientCheck(_ language: Language, _ style: TextStyle) -> [String] {
    guard let run = examination.runs.first else { return [] }
    let network = run.network
    let printed = (0..<min(network.parameters.count, 2_000)).compactMap { parameter in
      run.printed.values[.gradient(.parameter(parameter))].map { (parameter, $0.value) }
    }
    guard !printed.isEmpty else { return [] }
    var rows = [
      Words(
        en: "Gradient check, seed \(run.seed), (E(w + 1e-5) - E(w - 1e-5)) / 2e-5:",
        zh: "梯度检验，种子 \(run.seed)，(E(w + 1e-5) − E(w − 1e-5)) / 2e-5：")[language]
    ]
    let heads = Words(en: "yours,numeric,error", zh: "程序,数值梯度,误差")[language].split(separator: ",").map(String.init)
    rows.append("  " + cells(["", heads[0], heads[1], heads[2]]))
    for (parameter, own) in printed.prefix(Self.maxChecks) {
      let numeric = Self.centralDifference(network, parameter)
      let scale = max(own.magnitude, numeric.magnitude, 1e-12)
      let error = (own - numeric).magnitude / scale
      rows.append(
        "  "
          + cells([
            name(.gradient(.parameter(parameter)), style), DecimalText.significant(own, digits: 7),
            DecimalText.significant(numeric, digits: 7), DecimalText.significant(error, digits: 1),
          ]))
    }
    return rows
  }

  private func cells(_ texts: [String]) -> String {
    texts.map { $0 + String(repeating: " ", count: max(1, 15 - DisplayWidth.of($0))) }.joined().trimmed.description
  }

  private static func centralDifference(_ network: Network, _ parameter: Int) -> Double {
    func loss(_ change: Double) -> Double {
      var nudged = network
      nudged.parameters[parameter] += change
      return Pass(nudged).loss
    }
    return (loss(1e-5) - loss(-1e-5)) / 2e-5
  }

  /// For programs.
  package var json: JSONText {
    let stories = examination.stories.map { story in
      JSONText.object([
        ("mistake", .string(story.id.rawValue)),
        ("alternatives", .array(story.alternatives.map { .string($0.rawValue) })),
        ("quantities", .array(story.findings.map { .string(name($0.quantity, .ascii)) })),
        ("networks", .number(Double(Set(story.findings.flatMap(\.runs)).count))),
      ])
    }
    return .object([
      ("format", .string("bptutor-examination")), ("version", .number(1)),
      ("verdict", .string(examination.findings.isEmpty ? "unreadable" : examination.isRight ? "right" : "mistake")),
      ("networks", .number(Double(total))), ("read", .number(Double(examination.runs.count))),
      ("mistakes", .array(stories)),
      ("first", examination.firstWrong.map { .string(name($0.quantity, .ascii)) } ?? .null),
      ("quantities", .array(examination.findings.map(json))),
      (
        "failures",
        .array(
          failures.map { failure in
            .object([
              ("seed", .number(Double(failure.seed))), ("en", .string(failure.words.en)),
              ("zh", .string(failure.words.zh)),
            ])
          })
      ),
    ])
  }

  private func json(_ finding: Examination.Finding) -> JSONText {
    let state =
      switch finding.state {
      case .right: "right"
      case .rightInSinglePrecision: "single-precision"
      case .follows: "follow-through"
      case .otherSign: "other-sign"
      case .mistakes: "mistake"
      case .notFinite: "not-finite"
      case .unexplained: "unknown"
      }
    return .object([
      ("quantity", .string(name(finding.quantity, .ascii))), ("state", .string(state)),
      ("mistakes", .array(finding.explanations.map { .string($0.id.rawValue) })),
      ("networks", .number(Double(finding.runs.count))), ("off", .number(Double(finding.offRuns.count))),
      ("seed", finding.offRuns.first.map { .number(Double(examination.runs[$0].seed)) } ?? .null),
    ])
  }
}
