package import Lessons

/// What a student handed in, cut into answers to exercises.
package struct Submission {
  /// By number, from 1.
  package private(set) var answers: [Int: String] = [:]
  /// What is before the first number of an exercise.
  package private(set) var rest = ""
  /// The line of the file in which an answer begins, from 1; none where answers come from a table.
  private(set) var firstLines: [Int: Int] = [:]

  /// Bytes that are looked at; a sheet of homework has a few thousand.
  package static let maxBytes = 1 << 20
  private static let words = [
    "exercise", "question", "problem", "task", "aufgabe", "answer", "ex", "q", "第", "习题", "题目", "问题", "题", "练习",
  ]

  /// Reads a text in which `1:`, `2)`, `Exercise 3` or `第 4 题` begin an answer.
  ///
  /// A list inside a derivation is numbered too, so there only words or a colon begin the next answer.
  package init(_ text: String, _ exercises: [ExerciseList.Exercise]) {
    let text = String(decoding: text.utf8.prefix(Self.maxBytes), as: UTF8.self)
    var current = 0
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let isDerivation =
        exercises.indices.contains(current - 1) && exercises[current - 1].kind.name == "derivation"
      if let (number, after, isStrong) = Self.heading(line), (1...max(1, exercises.count)).contains(number),
        isStrong || number > current && !isDerivation
      {
        current = number
        if firstLines[number] == nil { firstLines[number] = index + 1 }
        append(String(after), to: current)
      } else {
        append(String(line), to: current)
      }
    }
  }

  /// Answers that are known by number.
  package init(answers: [Int: String]) { self.answers = answers }

  private mutating func append(_ line: String, to exercise: Int) {
    if exercise == 0 {
      rest += line + "\n"
    } else {
      answers[exercise, default: ""] += line + "\n"
    }
  }

  /// The number that a line begins with, what follows it, and whether it cannot be an item of a list.
  private static func heading(_ line: Substring) -> (number: Int, after: Substring, isStrong: Bool)? {
    var text = line.drop { $0.isWhitespace || "#*_>".contains($0) }
    var isStrong = false
    let lowered = text.prefix(12).lowercased()
    if let word = words.first(where: { lowered.hasPrefix($0) }) {
      let after = text.dropFirst(word.count).drop { $0.isWhitespace || $0 == "." || $0 == "#" }
      // "question" may begin a sentence as well.
      guard after.first?.isNumber ?? false else { return nil }
      text = after
      isStrong = true
    } else if text.first == "(" || text.first == "（" {
      text = text.dropFirst()
    }
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, digits.count < 4, let number = Int(digits) else { return nil }
    text = text.dropFirst(digits.count)
    if isStrong {
      text = text.drop { "题:：.)、）*_ ".contains($0) }
      return (number, text, true)
    }
    guard let sign = text.first, ":：.)、）".contains(sign) else { return nil }
    let after = text.dropFirst()
    // "0.5" and "2:3" begin no answer.
    guard after.first?.isWhitespace ?? true else { return sign == ":" || sign == "：" ? (number, after, true) : nil }
    return (number, after, sign == ":" || sign == "：")
  }
}
