import Skills

/// An answer as a row of the store.
extension Attempt {
  static let columns = """
    time, lesson, step, parameters, answer, verdict, mistakes, hint, duration, skills, blamed, is_first, is_faded, \
    choices, is_scored
    """

  var row: [SQLiteValue] {
    [
      .integer(time), SQLiteValue(lesson), .text(step), .text(parameters), .text(answer), .text(verdict.rawValue),
      .text(Self.joined(mistakes)), SQLiteValue(hint), SQLiteValue(duration), .text(Self.joined(skills)),
      SQLiteValue(blamed?.rawValue), SQLiteValue(isFirst), SQLiteValue(isFaded), SQLiteValue(choices),
      SQLiteValue(isScored),
    ]
  }

  /// nil where the row is none that this program writes.
  init?(row: [SQLiteValue]) {
    guard row.count == 15, let time = row[0].integer, let step = row[2].text, let parameters = row[3].text,
      let answer = row[4].text, let verdict = row[5].text.flatMap(Verdict.init)
    else { return nil }
    func number(_ index: Int) -> Int? { row[index].integer.map { Int(clamping: $0) } }
    self.init(
      time: time, lesson: row[1].text, step: step, parameters: parameters, answer: answer, verdict: verdict,
      skills: Self.parts(row[9].text), isFirst: row[11].integer == 1)
    mistakes = Self.parts(row[6].text)
    hint = number(7)
    duration = number(8) ?? 0
    blamed = row[10].text.flatMap(Skill.init(rawValue:))
    isFaded = row[12].integer == 1
    choices = number(13)
    isScored = row[14].integer == 1
  }

  /// Ids hold no blanks.
  static func joined(_ ids: [some RawRepresentable<String>]) -> String {
    ids.map(\.rawValue).joined(separator: " ")
  }

  static func parts<ID: RawRepresentable<String>>(_ text: String?) -> [ID] {
    text?.split(separator: " ", omittingEmptySubsequences: true).compactMap { ID(rawValue: String($0)) } ?? []
  }
}
