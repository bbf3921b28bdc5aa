import Configuration
import Derivations
import Diagnostics
import Screen
import Tutor

/// The learner's own derivation: its rows with their marks, below the numbers that it is made from.
extension Frame {
  mutating func drawSheet() {
    let heading = type[SheetPhrases.title]
    drawBar(heading)
    let (left, columns) = (stepLeft, size.columns - 2 * stepLeft)
    var top = 1
    // What Tab offers is above the bottom line.
    let bottom = size.rows - (state.prompt?.choices.isEmpty == false ? 2 : 1)
    let strip = StripView(state, type).rows(columns: columns, atMost: max(1, min(5, (size.rows - 3) / 3)))
    for row in strip {
      row.draw(on: &grid, at: left, top, width: columns)
      top += 1
    }
    grid.write(heading, at: left, top, Style(.heading, bold: true), width: columns)
    let note = type[SheetPhrases.example]
    if Screen.width(of: heading + note) + 2 <= columns, state.shared.sheet.isEmpty {
      grid.write(note, at: left + Screen.width(of: heading) + 2, top, Style(.faint), width: columns)
    }
    top += 1
    let lines = SheetLines(state.shared.sheet, state.prompt?.editor, type, columns: columns)
    let first = lines.first(inRows: bottom - top)
    for (number, line) in lines.lines.dropFirst(first).prefix(max(0, bottom - top)).enumerated() {
      line.draw(on: &grid, at: left, top + number, width: columns)
    }
    if let cursor = lines.cursor, (first..<first + bottom - top).contains(cursor.row) {
      grid.cursor = Point(column: min(left + cursor.column, size.columns - 1), row: top + cursor.row - first)
    }
  }

  /// What keys do on the sheet, by the keymap of a line that is typed.
  func sheetHints() -> [(String, Words)] {
    func first(_ command: LineCommand) -> String {
      String(type.keys.all(command).split(separator: " ").first ?? "")
    }
    return [
      (first(.submit), Words(en: "mark, next line", zh: "判定并换行")),
      (first(.cancel), Words(en: "back, kept", zh: "返回并保留")),
      (first(.older) + " " + first(.newer), Words(en: "other lines", zh: "其他行")),
      (first(.complete), Words(en: "complete a name", zh: "补全名称")),
    ]
  }
}

extension PlainView {
  /// What the sheet says when it is opened: how it is written on, and what is on it.
  static func sheet(_ state: State, _ text: PlainText) -> [String] {
    let sheet = state.shared.sheet
    let intro = text[
      Words(
        en: "Your derivation: one statement a line, each is marked. An empty line closes the sheet, which is kept.",
        zh: "你的推导：每行写一个等式，写完即判定。空行合上推导纸，内容保留。")]
    let rows = sheet.rows.enumerated().filter { !$0.element.isEmpty }.map { index, row in
      let mark = sheet.findings[index]?.mark.sign(isASCII: !text.type.isUnicode) ?? " "
      return "\(index + 1) \(mark) \(row)"
    }
    return [intro] + rows
  }
}

enum SheetPhrases {
  static let title = Words(en: "your derivation", zh: "你的推导")
  static let example = Words(
    en: "one statement a line: net_h1 = i1*w1 + … = −0.96", zh: "每行写一个等式：net_h1 = i1*w1 + … = −0.96")
}

/// The rows of a sheet broken to a width, with remarks below them.
private struct SheetLines {
  private(set) var lines: [StyledRow] = []
  /// Where the cursor is, in lines and columns of these.
  private(set) var cursor: (row: Int, column: Int)?

  /// A number of up to three digits, a blank, a mark, a blank.
  private static let margin = 6

  init(_ sheet: DerivationSheet, _ editor: LineEditor?, _ type: Typesetter, columns: Int) {
    let room = max(8, columns - Self.margin - 1)
    for (index, text) in sheet.rows.enumerated() {
      let finding = sheet.findings[index]
      let isAtHand = index == sheet.row
      let label = String(index + 1)
      let number = String(repeating: " ", count: max(0, 3 - label.count)) + label + " "
      let mark = finding?.mark.sign(isASCII: !type.isUnicode) ?? " "
      let pieces = Self.pieces(text, columns: room)
      for (place, piece) in pieces.enumerated() {
        if isAtHand, let editor {
          let passed = pieces[..<place].reduce(0) { $0 + $1.count }
          let isLast = place == pieces.count - 1
          if editor.cursor >= passed, editor.cursor < passed + piece.count || isLast {
            let before = String(piece.prefix(editor.cursor - passed))
            cursor = (lines.count, Self.margin + Screen.width(of: before))
          }
        }
        var row = StyledRow()
        row.parts.append((place == 0 ? number : "    ", Style(isAtHand ? .focus : .faint)))
        row.parts.append(
          (place == 0 ? mark + " " : "  ", finding.map { Style(Self.role(of: $0.mark), bold: true) } ?? Style()))
        row.parts.append((piece, Style()))
        lines.append(row)
      }
      for remark in finding?.remarks ?? [] {
        let style = Style(remark.mark == .slip || remark.mark == .unreadable ? .bad : .faint)
        lines += StyledRow.wrap(type[remark.words], columns: room, style).map {
          $0.indented(String(repeating: " ", count: Self.margin))
        }
      }
    }
  }

  /// The first line in sight, so that the row at hand is, with what is above it.
  func first(inRows rows: Int) -> Int {
    guard let cursor, cursor.row >= rows - 1 else { return 0 }
    return max(0, min(cursor.row - rows + 2, lines.count - rows))
  }

  /// A text cut where its width ends, at least one piece.
  private static func pieces(_ text: String, columns: Int) -> [String] {
    var pieces = [""]
    var width = 0
    for character in text {
      let next = Screen.width(of: String(character))
      if width + next > columns {
        pieces.append("")
        width = 0
      }
      pieces[pieces.count - 1].append(character)
      width += next
    }
    return pieces
  }

  private static func role(of mark: MarkedSheet.Mark) -> Role {
    switch mark {
    case .right: .good
    case .followThrough: .reused
    case .slip, .unreadable: .bad
    case .unscored: .faint
    }
  }
}
