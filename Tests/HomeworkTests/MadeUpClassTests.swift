import Diagnosis
import Diagnostics
import Expressions
import Glibc
import Homework
import Lessons
import Networks
import Questions
import Skills
import Testing
import Traces

/// A made-up class with planted slips, whose sheets are answered by a program in five notations, graded, and read back.
///
/// Twenty students; three hundred with BPTUTOR_FULL=1.
@Suite struct MadeUpClassTests {
  private static let count = getenv("BPTUTOR_FULL") == nil ? 20 : 300

  static let list = ExerciseList(
    title: "Week 3",
    exercises: [
      ExerciseList.Exercise(kind: .derivation(.gradient(.parameter(4))), points: 10),
      ExerciseList.Exercise(kind: .number(.gradient(.parameter(0))), points: 2),
      ExerciseList.Exercise(kind: .formula(.derivative(of: .out(2), by: .net(2))), points: 1),
      ExerciseList.Exercise(kind: .sign(.gradient(.parameter(5))), points: 1),
      ExerciseList.Exercise(kind: .choice("Which?", options: ["one", "two"], right: [1]), points: 1),
      ExerciseList.Exercise(kind: .chain(.gradient(.parameter(0)), distractors: 2, variant: 0), points: 2),
      ExerciseList.Exercise(
        kind: .faded(
          .gradient(.parameter(4)),
          blank: [.derivative(of: .loss, by: .out(2)), .derivative(of: .net(2), by: .parameter(4))]), points: 2),
      ExerciseList.Exercise(kind: .planted(.gradient(.parameter(4))), points: 1),
    ])

  /// A slip in a derivation: at which line, what is written there, and what the catalogue calls it.
  private struct Slip {
    let line: Int
    let formula: String
    let mistake: MistakeID
    /// What the line comes to, from the right values of the pass and the gradient as it stands by then.
    let value: @Sendable (Pass, Double) -> Double
  }

  private static let slips = [
    Slip(line: 1, formula: "target - out_O", mistake: "sign-flip") { pass, _ in pass.network.targets[0] - pass.outs[2]
    },
    Slip(line: 1, formula: "2*(out_O - target)", mistake: "half") { pass, _ in
      2 * (pass.outs[2] - pass.network.targets[0])
    },
    Slip(line: 2, formula: "net_O*(1 - net_O)", mistake: "slope-of-net") { pass, _ in pass.nets[2] * (1 - pass.nets[2])
    },
    Slip(line: 2, formula: "out_h1*(1 - out_h1)", mistake: "other-nodes-slope") { pass, _ in
      pass.outs[0] * (1 - pass.outs[0])
    },
    Slip(line: 3, formula: "out_h2", mistake: "sibling-input") { pass, _ in pass.outs[1] },
    Slip(line: 3, formula: "w5", mistake: "weight-for-input") { pass, _ in pass.network.parameters[4] },
    Slip(line: 5, formula: "w5 + eta*dE/dw5", mistake: "ascent") { pass, gradient in
      pass.network.parameters[4] + pass.network.learningRate * gradient
    },
    Slip(line: 5, formula: "w5 - dE/dw5", mistake: "no-rate") { pass, gradient in pass.network.parameters[4] - gradient
    },
  ]

  /// The five lines to ∂E/∂w5 and the updated w5, with a slip in one of them and what follows from it.
  private static func derivation(_ pass: Pass, _ slip: Slip?) -> [(left: String, formula: String, value: Double)] {
    let network = pass.network
    var lines = [
      ("dE/dout_O", "-(target - out_O)", pass.outs[2] - network.targets[0]),
      ("dout_O/dnet_O", "out_O*(1 - out_O)", pass.outs[2] * (1 - pass.outs[2])), ("dnet_O/dw5", "out_h1", pass.outs[0]),
    ]
    if let slip, slip.line <= 3 {
      lines[slip.line - 1].1 = slip.formula
      lines[slip.line - 1].2 = slip.value(pass, 0)
    }
    let gradient = lines[0].2 * lines[1].2 * lines[2].2
    lines.append(("dE/dw5", "dE/dout_O * dout_O/dnet_O * dnet_O/dw5", gradient))
    lines.append(("w5+", "w5 - eta*dE/dw5", network.parameters[4] - network.learningRate * gradient))
    if let slip, slip.line == 5 {
      lines[4].1 = slip.formula
      lines[4].2 = slip.value(pass, gradient)
    }
    return lines
  }

  /// How a student writes: ASCII, Unicode, LaTeX, a Markdown list, and what a Chinese input method types.
  private enum Notation: Int, CaseIterable {
    case ascii, unicode, latex, markdown, fullWidth

    func line(_ left: String, _ formula: String, _ value: String) -> String {
      switch self {
      case .ascii: return "\(left) = \(formula) = \(value)"
      case .unicode: return "\(Self.signs(left)) = \(Self.signs(formula)) ≈ \(value.replacing("-", with: "−"))"
      case .latex: return "\\[ \(Self.tex(left)) = \(Self.tex(formula)) = \(value) \\]"
      case .markdown: return "- **so** $\(Self.tex(left)) = \(Self.tex(formula)) = \(value)$"
      case .fullWidth:
        return "所以 \(left)＝\(formula.replacing("(", with: "（").replacing(")", with: "）"))＝\(value)"
      }
    }

    private static func signs(_ text: String) -> String {
      text.replacing("dE/d", with: "∂E/∂").replacing("dout_O/dnet_O", with: "∂out_O/∂net_O")
        .replacing("dnet_O/dw5", with: "∂net_O/∂w5").replacing("*", with: "·").replacing("-", with: "−")
        .replacing("eta", with: "η")
    }

    private static func tex(_ text: String) -> String {
      var result = text
      for (top, bottom) in [("E", "out_O"), ("out_O", "net_O"), ("net_O", "w5"), ("E", "w5")] {
        result = result.replacing(
          "d\(top)/d\(bottom)", with: "\\frac{\\partial \(braced(top))}{\\partial \(braced(bottom))}")
      }
      if text == "w5+" { return "w_5^{+}" }
      for name in ["out_O", "net_O", "out_h1", "out_h2"] { result = result.replacing(name, with: braced(name)) }
      return result.replacing("w5", with: "w_5").replacing("*", with: " \\cdot ").replacing("eta", with: "\\eta")
        .replacing("w_{5}", with: "w_5")
    }

    private static func braced(_ name: String) -> String {
      guard let sign = name.firstIndex(of: "_") else { return name }
      return "\(name[..<sign])_{\(name[name.index(after: sign)...])}"
    }
  }

  private static func number(_ value: Double) -> String { DecimalText.significant(value, digits: 6) }

  private static func submission(_ sheet: AnswerKey.Sheet, _ slip: Slip?, _ notation: Notation) -> String {
    let pass = Pass(sheet.network)
    var text = "Exercise 1:\n"
    for line in derivation(pass, slip) { text += notation.line(line.left, line.formula, number(line.value)) + "\n" }
    text +=
      "2: \(number(pass.gradients[0]))\nExercise 3. out_O(1 - out_O)\n4: \(pass.gradients[5] > 0 ? "rise" : "fall")\n"
    text += "5: \(sheet.student.language == .zh ? "2" : "b")\n"
    guard case .chain(let goal, let distractors, let variant) = sheet.exercises[5].kind,
      let tiles = Tiles(
        chainOf: goal, Trace(sheet.network, goals: []), distractors: distractors, variant: variant),
      case .bug(_, let wrong) = sheet.exercises[7].kind
    else { return "" }
    text += "6: \(tiles.rightAnswer)\n7:\n[1] -(target - out_O)\n[2] \(number(pass.outs[0]))\n8: line \(wrong + 1)\n"
    return text
  }

  @Test func aClassIsGradedAsExpected() throws {
    let roster = Roster(
      students: (1...Self.count).map {
        Roster.Student(id: "s\($0)", name: "Student \($0)", language: $0 % 2 == 0 ? .zh : .en)
      })
    // The key is written, and read again: what is graded by it has been through the file.
    let made = AnswerKey(Assignment(Self.list, base: BundledNetworks.default), roster)
    let key = try AnswerKey(made.text)
    #expect(key.sheets.map(\.exercises) == made.sheets.map(\.exercises))
    let grader = Grader()
    var graded: [GradedStudent] = []
    var named = 0
    for (index, sheet) in key.sheets.enumerated() {
      // Every fifth student makes no slip.
      let slip = index % 5 == 4 ? nil : Self.slips[index / 5 * 4 % Self.slips.count + index % 5 % 4]
      let notation = Notation.allCases[(index + index / 5) % Notation.allCases.count]
      let text = Self.submission(sheet, slip, notation)
      let student = grader.grade(sheet, Submission(text, sheet.exercises))
      graded.append(student)
      let derivation = student.answers[0]
      // Of the line with the slip one link of two is right, all the others follow.
      #expect(
        derivation.points == (slip == nil ? 10 : 9), "\(sheet.student.id) \(notation) \(derivation.lines)\n\(text)")
      let others = student.answers.dropFirst().map(\.points)
      #expect(others == [2, 1, 1, 1, 2, 2, 1], "\(sheet.student.id) \(student.answers.map(\.mark))\n\(text)")
      guard let slip else { continue }
      let found = derivation.lines.first { $0.mark == "slip" }
      // The heading is a line of its own where the answer follows below it.
      let isNamed = found?.number == slip.line + 1 && found?.mistakes == [slip.mistake]
      #expect(isNamed, "\(sheet.student.id) \(slip.mistake) \(derivation.lines)\n\(text)")
      named += isNamed ? 1 : 0
    }
    #expect(named == graded.count - graded.count / 5)
    // The gradebook as a platform reads it.
    for format in Gradebook.Format.allCases {
      let book = Gradebook(key.title, graded, language: .en).csv(format)
      let back = try #require(ReadGradebook(book))
      #expect(back.points == Dictionary(uniqueKeysWithValues: graded.map { ($0.student.id, $0.points) }))
    }
    if getenv("BPTUTOR_FULL") != nil {
      print("\(graded.count) sheets graded, \(named) planted slips named at their lines")
    }
  }
}

/// A gradebook read back as Moodle's and Canvas's imports map it: by the columns' headings.
private struct ReadGradebook {
  var points: [String: Double] = [:]

  init?(_ csv: String) {
    let rows = SpreadsheetReader(Array(csv.utf8)).rows(limit: 1_000)
    guard let heads = rows.first, Set(heads).count == heads.count,
      let id = heads.firstIndex(where: { $0 == "ID number" || $0 == "SIS User ID" }),
      let grade = heads.firstIndex(of: "Week 3")
    else { return nil }
    for row in rows.dropFirst() where row.indices.contains(id) && !row[id].isEmpty {
      guard row.count == heads.count, let value = Double(row[grade]) else { return nil }
      points[row[id]] = value
    }
  }
}
