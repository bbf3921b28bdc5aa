import Diagnostics
import Expressions
import Networks

/// The one short question that tells several explanations of an answer apart.
struct Discrimination {
  private let subject: Subject
  private let candidates: [CandidateTable.Candidate]
  private let pass: Pass
  /// The first line before the last that some of the explanations change and others do not.
  private let partingItem: Item?

  /// `known` is not asked for: it was found, and is in view.
  init(_ subject: Subject, _ candidates: [CandidateTable.Candidate], _ pass: Pass, known: Set<Quantity>) {
    self.subject = subject
    self.candidates = candidates
    self.pass = pass
    let parting = Self.partingItem(subject, candidates)
    if case .now(let quantity)? = parting, known.contains(quantity) { partingItem = nil } else { partingItem = parting }
  }

  /// What the question asks for, where that is a quantity.
  var asked: [Expression] {
    if case .now(let quantity)? = partingItem { [subject.leaf(quantity)] } else { [] }
  }

  /// One factor back where the explanations part before the last line; else the questions of the first two.
  var question: Words {
    if let item = partingItem {
      let name = subject.architecture.text(of: item)
      let back = Feedback.oneBack(to: item)
      return Words(en: "\(back.en): what do you have for \(name)?", zh: "\(back.zh)：你的 \(name) 是多少？")
    }
    let first = candidates.prefix(2).map { Feedback.question($0, subject, pass) }
    return Words(
      en: "More than one slip gives this. " + first.map(\.en).joined(separator: " "),
      zh: "不止一种错误会得到这个结果。" + first.map(\.zh).joined())
  }

  private static func partingItem(_ subject: Subject, _ candidates: [CandidateTable.Candidate]) -> Item? {
    let workings = candidates.prefix(6).map { Working(subject, rewrites: $0.rewrites) }
    return Working(subject).lines(limit: 200).map(\.item).first { item in
      guard item != .now(subject.quantity) else { return false }
      let lines = workings.map { $0.definition(of: item) }
      return lines.contains { $0 != lines[0] }
    }
  }
}
