package import Diagnostics
import Formats

/// Who gets a sheet.
package struct Roster: Equatable, Sendable {
  /// One row of the class.
  package struct Student: Equatable, Sendable {
    package let id: String
    package let name: String
    package let email: String
    /// nil for the language of the command.
    package let language: Language?

    package init(id: String, name: String = "", email: String = "", language: Language? = nil) {
      (self.id, self.name, self.email, self.language) = (id, name, email, language)
    }
  }

  package let students: [Student]
  /// Ids that came again, which are one student.
  package let repeated: [String]

  package static let maxStudents = 20_000

  package init(students: [Student], repeated: [String] = []) {
    (self.students, self.repeated) = (students, repeated)
  }

  private static let idNames: Set<String> = [
    "id", "student", "studentid", "idnumber", "username", "sisuserid", "matriculation", "number", "学号", "编号",
  ]
  private static let nameNames: Set<String> = ["name", "fullname", "studentname", "姓名", "名字"]
  private static let firstNames: Set<String> = ["firstname", "givenname"]
  private static let lastNames: Set<String> = ["lastname", "surname", "familyname"]
  private static let emailNames: Set<String> = ["email", "emailaddress", "mail", "邮箱", "电子邮件"]
  private static let languageNames: Set<String> = ["lang", "language", "语言"]

  /// Reads a table with a heading such as `id,name,lang`, as Moodle and Canvas export them; without one the first column
  /// is the id and the second the name.
  package init(csv: [UInt8]) {
    var rows = SpreadsheetReader(csv).rows(limit: Self.maxStudents + 1)
    var columns: (id: Int, name: Int?, first: Int?, last: Int?, email: Int?, language: Int?) = (
      0, 1, nil, nil, nil, nil
    )
    let heads = (rows.first ?? []).map { $0.lowercased().filter { $0.isLetter } }
    func place(_ names: Set<String>) -> Int? { heads.firstIndex(where: names.contains) }
    if let id = place(Self.idNames) ?? place(Self.emailNames) ?? place(Self.nameNames) {
      columns = (
        id, place(Self.nameNames), place(Self.firstNames), place(Self.lastNames), place(Self.emailNames),
        place(Self.languageNames)
      )
      rows.removeFirst()
    }
    var students: [Student] = []
    var repeated: [String] = []
    var seen: Set<String> = []
    for row in rows {
      func cell(_ column: Int?) -> String { column.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? "" }
      let id = cell(columns.id)
      guard !id.isEmpty else { continue }
      guard seen.insert(id).inserted else {
        repeated.append(id)
        continue
      }
      var name = cell(columns.name)
      if name.isEmpty || columns.name == columns.first {
        name = [cell(columns.first), cell(columns.last)].filter { !$0.isEmpty }.joined(separator: " ")
      }
      students.append(
        Student(
          id: id, name: name, email: cell(columns.email),
          language: Language(rawValue: cell(columns.language).lowercased())))
    }
    self.init(students: students, repeated: repeated)
  }
}

/// Reads CSV as spreadsheets and learning platforms write it: commas, semicolons or tabs, quoted cells, any line end.
package struct SpreadsheetReader {
  private let scanner: TableScanner

  package init(_ bytes: [UInt8]) {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    // A name holds blanks, and often a list has one column alone.
    let separator: TableSeparator =
      line.contains(UInt8(ascii: ","))
      ? .comma : line.contains(UInt8(ascii: ";")) ? .semicolon : line.contains(0x09) ? .tab : .comma
    scanner = TableScanner(bytes, TableScanner.Dialect(separator: separator, trims: true))
  }

  /// Rows that are not empty, their cells without blanks around them.
  package func rows(limit: Int) -> [[String]] {
    var scanner = self.scanner
    var rows: [[String]] = []
    while rows.count < limit, let row = scanner.nextRow() {
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row.map(\.text)) }
    }
    return rows
  }
}

/// Writes cells that no spreadsheet takes for a formula.
package enum SpreadsheetCell {
  /// Quoted where it must be; a text that begins like a formula gets an apostrophe, as OWASP advises.
  package static func text(_ value: String) -> String {
    var text = SourceText.harmless(value).replacing("\u{FFFD}", with: "?")
    if let first = text.first, "=+-@\t\r|%＝＋－＠".contains(first) { text = "'" + text }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
