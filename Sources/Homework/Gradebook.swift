package import Diagnostics
import Skills

/// A class's results as a table for a learning platform.
package struct Gradebook {
  /// Which platform's columns.
  package enum Format: String, CaseIterable, Sendable {
    /// Grades by exercise, mistakes and a comment, as Moodle's import maps them.
    case moodle
    /// The columns that Canvas wants, and one assignment.
    case canvas
  }

  let title: String
  let students: [GradedStudent]
  let language: Language

  package init(_ title: String, _ students: [GradedStudent], language: Language) {
    (self.title, self.students, self.language) = (title, students, language)
  }

  /// The table; no cell of it is a formula to a spreadsheet.
  package func csv(_ format: Format) -> String {
    switch format {
    case .moodle: moodle
    case .canvas: canvas
    }
  }

  static func number(_ value: Double) -> String { DecimalText.significant((value * 100).rounded() / 100, digits: 8) }

  private static func row(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

  private var moodle: String {
    let count = students.map(\.answers.count).max() ?? 0
    var text = Self.row(
      ["ID number", "Full name", "Email address", SpreadsheetCell.text(title)]
        + (0..<count).map { SpreadsheetCell.text("\(title) \($0 + 1)") } + ["Mistakes", "Feedback comments"])
    for student in students {
      let answers = (0..<count).map { index in
        student.answers.indices.contains(index) && student.hasSubmission
          ? Self.number(student.answers[index].points) : ""
      }
      text += Self.row(
        [
          SpreadsheetCell.text(student.student.id), SpreadsheetCell.text(student.student.name),
          SpreadsheetCell.text(student.student.email), student.hasSubmission ? Self.number(student.points) : "",
        ] + answers + [
          SpreadsheetCell.text(student.mistakes.joined(separator: " ")), SpreadsheetCell.text(comment(student)),
        ])
    }
    return text
  }

  private var canvas: String {
    let possible = students.map(\.possible).max() ?? 0
    var text = Self.row(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", SpreadsheetCell.text(title)])
    text += Self.row(["    Points Possible", "", "", "", "", Self.number(possible)])
    for student in students {
      let name = student.student.name.isEmpty ? student.student.id : student.student.name
      text += Self.row([
        SpreadsheetCell.text(name), "", SpreadsheetCell.text(student.student.id),
        SpreadsheetCell.text(student.student.email), "",
        student.hasSubmission ? Self.number(student.points) : "",
      ])
    }
    return text
  }

  /// What went wrong, on one line.
  private func comment(_ student: GradedStudent) -> String {
    guard student.hasSubmission else { return Words(en: "Nothing was handed in.", zh: "没有提交。")[language] }
    let language = student.student.language ?? language
    let notes = student.answers.filter { $0.mark != .right }.prefix(8).map { answer in
      let said =
        answer.feedback[language].isEmpty
        ? answer.lines.first { $0.mark != "follow-through" }?.feedback[language] ?? "" : answer.feedback[language]
      return "\(answer.exercise): \(said)"
    }
    return String(notes.joined(separator: " ").prefix(900))
  }
}

/// What a student reads about their own work.
package struct FeedbackText {
  private let title: String
  private let graded: GradedStudent
  private let language: Language

  package init(_ title: String, _ graded: GradedStudent, language: Language) {
    (self.title, self.graded) = (title, graded)
    self.language = graded.student.language ?? language
  }

  package var text: String {
    let colon = Words(en: ": ", zh: "：")[language]
    let head = graded.student.name.isEmpty ? graded.student.id : graded.student.name
    var rows = [
      "\(title) · \(head)",
      Words(
        en: "\(Gradebook.number(graded.points)) of \(Gradebook.number(graded.possible)) points",
        zh: "得分 \(Gradebook.number(graded.points))/\(Gradebook.number(graded.possible))")[language], "",
    ]
    for answer in graded.answers {
      let score = "\(Gradebook.number(answer.points))/\(Gradebook.number(answer.possible))"
      let ids = answer.mistakes.isEmpty ? "" : " (\(answer.mistakes.joined(separator: ", ")))"
      rows.append("\(answer.exercise)\(colon)\(score)  \(Self.word(answer.mark)[language])\(ids)")
      if !answer.feedback[language].isEmpty { rows.append("   \(answer.feedback[language])") }
      for line in answer.lines.prefix(30) {
        let place = Words(en: "line \(line.number)", zh: "第 \(line.number) 行")[language]
        let names = line.mistakes.isEmpty ? "" : " (\(line.mistakes.joined(separator: ", ")))"
        rows.append("   \(place)\(names)\(colon)\(line.feedback[language])")
      }
    }
    return rows.map { SourceText.harmless($0) }.joined(separator: "\n") + "\n"
  }

  private static func word(_ mark: GradedAnswer.Mark) -> Words {
    switch mark {
    case .right: Words(en: "right", zh: "正确")
    case .followThrough: Words(en: "right, given the earlier values", zh: "按前面的值是对的")
    case .mistake: Words(en: "not right", zh: "不对")
    case .unknown: Words(en: "not right yet", zh: "还不对")
    case .unreadable: Words(en: "cannot be read", zh: "无法读懂")
    case .missing: Words(en: "missing", zh: "缺")
    }
  }
}
