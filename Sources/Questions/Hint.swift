package import Diagnosis
package import Diagnostics

/// One rung of the ladder of help.
package struct Hint: Equatable, Sendable {
  /// From what is asked to the answer itself.
  package enum Rung: Int, CaseIterable, Comparable, Sendable {
    case goal, place, rule, setUp, answer

    package static func < (one: Rung, other: Rung) -> Bool { one.rawValue < other.rawValue }
  }

  package let rung: Rung
  package let words: Words
  /// A line of mathematics that belongs to it, in Unicode.
  package let formula: String?
  /// What to light up.
  package let focus: Focus?

  package init(rung: Rung, words: Words, formula: String?, focus: Focus?) {
    self.rung = rung
    self.words = words
    self.formula = formula
    self.focus = focus
  }
}
