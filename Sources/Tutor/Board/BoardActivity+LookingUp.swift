import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
import Traces

/// What is shown by the way when something is looked up.
struct Lookup: Equatable, Sendable {
  /// Quantities whose values are shown.
  var quantities: [Quantity] = []
  /// How much it helps with the question at hand, as a rung of the ladder; nil where it shows nothing new.
  var rung: Hint.Rung?
  /// Whether it counts only where it shows what is asked: a calculation with other quantities is the learner's own.
  var isCalculation = false
}

/// Looking something up while a question is open: it is shown, and counts as a hint; in a test it has to wait.
extension BoardActivity {
  /// Shows it, unless a test is open; records that it was shown.
  mutating func lookUp(_ lookup: Lookup, _ show: (inout Board) -> Void) -> [Request] {
    guard lookup.rung != nil else {
      show(&board)
      return []
    }
    if refusesInTest() { return [] }
    show(&board)
    guard reply?.kind == .answer, !isForRoom else { return [] }
    let isNoted = noteHere(lookup)
    let elsewhere = noteElsewhere(lookup)
    if isNoted || elsewhere.isNoted {
      reply?.lines.append(
        .words(Words(en: "Looked up: this counts as a hint to the open question.", zh: "已查阅：这算作当前题目的一次提示。")))
    }
    return elsewhere.requests
  }

  /// Keeps with the question at hand how much was shown of it; false where none is open.
  private mutating func noteHere(_ lookup: Lookup) -> Bool {
    guard let rung = lookup.rung, let asking = board.asking, !asking.isSettled, !asking.isGuess else { return false }
    let shows = !Set(asking.subjects).isDisjoint(with: lookup.quantities)
    guard shows || !lookup.isCalculation else { return false }
    board.asking?.note(lookup: shows ? .answer : rung)
    return true
  }
}

extension Board {
  /// What evaluating a formula shows; nothing where it is the learner's own calculation with what is known.
  func lookup(evaluating text: String) -> Lookup {
    guard let expression = try? walk.network.parse(recalling(text)) else { return Lookup() }
    let unknown = expression.leafNames.compactMap(walk.network.architecture.quantity(named:)).filter { !walk.knows($0) }
    return Lookup(
      quantities: unknown, rung: !unknown.isEmpty ? .setUp : expression.derivesSomething ? .rule : nil,
      isCalculation: !expression.derivesSomething)
  }

  private var isRuleAsked: Bool { asking.map { $0.question.sort == .choice && $0.quantity != nil } ?? false }

  /// What the reason of the step at hand shows.
  var lookupOfRule: Lookup { Lookup(rung: isRuleAsked ? .answer : .rule) }
}

extension Expression {
  /// Whether a derivative is carried out in it.
  fileprivate var derivesSomething: Bool {
    switch self {
    case .derivative: leafName == nil
    case .slope: true
    default: children.contains { $0.derivesSomething }
    }
  }
}
