import Diagnosis
import Diagnostics
import Lessons
import Networks
import Skills

/// Answers to what lessons ask besides numbers and formulas: gaps in a chain, the wrong line of a derivation.
extension Grader {
  /// Each gap earns its share; what is on a line of its own, or behind a semicolon, is one answer.
  func gaps(
    _ text: String, _ blank: [Quantity], _ exercise: ExerciseList.Exercise, _ number: Int, _ checker: Checker
  ) -> GradedAnswer {
    if blank.count == 1 {
      return graded(
        checker.check(blank[0], answer: answer(Self.unnumbered(text), about: blank[0], checker)), exercise, number)
    }
    var parts = Self.parts(text, at: "\n;；")
    if parts.count < blank.count { parts = Self.parts(text, at: "\n;；,，") }
    var points = 0.0
    var mistakes: [MistakeID] = []
    var lines: [GradedAnswer.Line] = []
    var marks: [Verdict.Kind] = []
    for (index, quantity) in blank.enumerated() {
      let part = parts.indices.contains(index) ? Self.unnumbered(parts[index]) : ""
      let verdict =
        part.isEmpty
        ? Verdict(.unreadable, feedback: Self.missingGap)
        : checker.check(quantity, answer: answer(part, about: quantity, checker))
      points += exercise.points * rubric.share(of: verdict) / Double(blank.count)
      marks.append(verdict.kind)
      guard verdict.kind != .right else { continue }
      mistakes += verdict.mistakes
      lines.append(
        GradedAnswer.Line(
          number: index + 1, text: String(part.prefix(120)), mark: verdict.kind.rawValue, mistakes: verdict.mistakes,
          feedback: verdict.feedback))
    }
    let isRight = marks.allSatisfy { $0 == .right || $0 == .followThrough }
    let mark: GradedAnswer.Mark =
      isRight ? .right : marks.contains(.mistake) ? .mistake : marks.contains(.unknown) ? .unknown : .unreadable
    return GradedAnswer(
      exercise: number, points: points, possible: exercise.points, mark: mark, mistakes: mistakes, feedback: Words(""),
      lines: lines)
  }

  private static func parts(_ text: String, at separators: String) -> [String] {
    text.split { separators.contains($0) || $0.isNewline }.map(String.init).filter { $0.contains { !$0.isWhitespace } }
  }

  /// An answer without the number of its gap: `[1] = 0.3`, `[1]: 0.3`.
  private static func unnumbered(_ text: String) -> String {
    var rest = text.drop(while: \.isWhitespace)
    guard rest.first == "[", let end = rest.firstIndex(of: "]"),
      rest[rest.index(after: rest.startIndex)..<end].allSatisfy({ $0.isNumber || $0 == " " })
    else { return String(rest) }
    rest = rest[rest.index(after: end)...].drop { $0.isWhitespace || "=:：＝".contains($0) }
    return String(rest)
  }

  /// The first number in it, whatever is said around: `line 3`, `第 3 行`, `(3)`.
  func wrongLine(
    _ text: String, _ count: Int, _ wrong: Int, _ exercise: ExerciseList.Exercise, _ number: Int
  ) -> GradedAnswer {
    let digits = text.split { !("0"..."9").contains($0) }.prefix(2)
    guard digits.count == 1, let line = Int(digits[0].prefix(4)), (1...max(1, count)).contains(line) else {
      return graded(Verdict(.unreadable, feedback: Self.wantsLine(count)), exercise, number)
    }
    let isRight = line == wrong + 1
    return graded(Verdict(isRight ? .right : .unknown, feedback: isRight ? Self.yes : Self.no), exercise, number)
  }

  private static let missingGap = Words(en: "This one is missing.", zh: "缺这一个。")

  private static func wantsLine(_ count: Int) -> Words {
    Words(en: "Write the number of one line, from 1 to \(count).", zh: "请写一个行号，1 到 \(count)。")
  }
}
