/// Answers in a table: a row for each student, a column for each exercise, as quizzes are exported.
package struct SubmissionTable {
  /// By the text of the first column, or of the column that is headed like an id.
  package private(set) var submissions: [String: Submission] = [:]

  private static let idHeads: Set<String> = ["id", "student", "studentid", "idnumber", "username", "学号"]

  package init(csv: [UInt8]) {
    var rows = SpreadsheetReader(csv).rows(limit: Roster.maxStudents + 1)
    guard let heads = rows.first else { return }
    rows.removeFirst()
    let id = heads.firstIndex { Self.idHeads.contains($0.lowercased().filter { $0.isLetter }) } ?? 0
    var columns: [(place: Int, exercise: Int)] = []
    for (place, head) in heads.enumerated() where place != id {
      let digits = head.reversed().prefix { $0.isNumber }.reversed()
      if let number = Int(String(digits)), number > 0, number < 1_000 { columns.append((place, number)) }
    }
    for row in rows where row.indices.contains(id) {
      var answers: [Int: String] = [:]
      for (place, exercise) in columns where row.indices.contains(place) && !row[place].isEmpty {
        answers[exercise] = row[place]
      }
      submissions[row[id]] = Submission(answers: answers)
    }
  }
}

/// Whose file it is.
package struct SubmissionOwner {
  private let ids: [String]
  private let byID: [String: String]

  package init(_ key: AnswerKey) { self.init(key.sheets.map(\.student)) }

  package init(_ students: [Roster.Student]) {
    // A name that two have is no one's.
    var owners: [String: Set<String>] = [:]
    for student in students {
      for name in [student.email, student.name] where !name.isEmpty {
        owners[name.lowercased(), default: []].insert(student.id)
      }
    }
    var byID = owners.filter { $0.value.count == 1 }.compactMapValues(\.first)
    for student in students { byID[student.id.lowercased()] = student.id }
    self.byID = byID
    // The longest first, so that 12 does not take what is 123's.
    ids = byID.keys.sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// By the parts of a path: one that is the id, with or without an ending, else one that has it as a word.
  package func student(ofPath path: String) -> String? {
    let parts = path.split(separator: "/").map { $0.lowercased() }
    if let id = student(named: parts) { return id }
    for part in parts.reversed() {
      if let id = ids.first(where: { Self.has($0, asWordIn: part) }) { return byID[id] }
    }
    return nil
  }

  /// Whether a part of the path is the id itself: what only names it somewhere may be another's.
  package func isExact(_ path: String) -> Bool {
    student(named: path.split(separator: "/").map { $0.lowercased() }) != nil
  }

  private func student(named parts: [String]) -> String? {
    for part in parts.reversed() {
      if let id = byID[part] { return id }
      if let dot = part.lastIndex(of: "."), let id = byID[String(part[..<dot])] { return id }
    }
    return nil
  }

  /// Whether no letter or digit is beside it.
  private static func has(_ id: String, asWordIn text: String) -> Bool {
    guard id.count >= 2 else { return false }
    for range in text.ranges(of: id) {
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      if !before.isLetter, !before.isNumber, !after.isLetter, !after.isNumber { return true }
    }
    return false
  }
}
