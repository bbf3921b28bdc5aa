internal import CTerminal
internal import Glibc
package import Screen

/// Text of twice the size, past ncurses, which knows nothing of it and believes its rows to be blank.
extension Terminal {
  // MARK: What the terminal can do

  /// Asks the terminal how it enlarges text; waits for its answer, a third of a second at most.
  ///
  /// What else arrives meanwhile are keys.
  package func askLargeText() -> LargeText {
    guard isOpen, isUTF8 else { return .spaced }
    paint(Grid(screenSize))
    guard isTaken, !output.isDirect else { return .spaced }
    let columns = screenSize.columns
    output.send(Self.largeQuestion(columns))
    let answer = Self.largeText(cursorReports(3), columns)
    redraw()
    return answer
  }

  /// Three places of the cursor are asked for: at the end of a line of double width, behind more than half a line of blanks on
  /// it, and behind a character of two columns and rows by kitty's protocol.
  static func largeQuestion(_ columns: Int) -> String {
    let (home, place, blanks) = ("\u{1B}[1;1H", "\u{1B}[6n", String(repeating: " ", count: columns / 2 + 2))
    return home + "\u{1B}#6\u{1B}[1;999H" + place + home + blanks + place
      + home + "\u{1B}#5" + home + "\u{1B}]66;s=2; \u{07}" + place + home + "\u{1B}[J"
  }

  /// What the three places tell; fewer where the terminal says nothing.
  ///
  /// On a line of double width the cursor comes no farther than half the columns (DEC STD 070, DECDWL), and text goes on in the
  /// next row; xterm does only the latter. A character of two columns moves the cursor by two, as kitty's text sizing
  /// protocol has it (0.40 and later), an unknown sequence by none.
  static func largeText(_ places: [CursorPlace], _ columns: Int) -> LargeText {
    guard columns > 5, let end = places.first else { return .spaced }
    if end.column <= (columns + 1) / 2 || places.count > 1 && places[1].row == 2 { return .lines }
    return places.count > 2 && places[2] == CursorPlace(row: 1, column: 3) ? .sized : .spaced
  }

  /// Where the terminal says that its cursor is, from 1.
  struct CursorPlace: Equatable {
    let row: Int
    let column: Int
  }

  /// The places that the terminal reports, in order; fewer where it says nothing.
  private func cursorReports(_ count: Int) -> [CursorPlace] {
    var (places, bytes): ([CursorPlace], [UInt8]) = ([], [])
    for _ in 0..<Self.patience where places.count < count && !isEnding {
      var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 10) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 1_024)
      let read = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      guard read > 0 else { break }
      bytes += buffer[..<read]
      while let report = Self.report(in: bytes) {
        decoder.append(bytes[..<report.range.lowerBound])
        bytes.removeFirst(report.range.upperBound)
        places.append(report.place)
      }
    }
    decoder.append(bytes)
    return places
  }

  /// In hundredths of a second.
  private static let patience = 33

  /// The first `ESC [ row ; column R`.
  private static func report(in bytes: [UInt8]) -> (range: Range<Int>, place: CursorPlace)? {
    for start in bytes.indices where bytes[start] == 0x1B {
      let rest = bytes[(start + 1)...]
      guard rest.first == UInt8(ascii: "[") else { continue }
      let body = rest.dropFirst().prefix { (0x30...0x3B).contains($0) }
      guard body.endIndex < bytes.count, bytes[body.endIndex] == UInt8(ascii: "R") else { continue }
      let numbers = body.split(separator: UInt8(ascii: ";")).map { Int(String(decoding: $0, as: UTF8.self)) }
      guard numbers.count == 2, let row = numbers[0], let column = numbers[1] else { continue }
      return (start..<body.endIndex + 1, CursorPlace(row: row, column: column))
    }
    return nil
  }

  // MARK: Painting

  /// Before ncurses paints: rows that are no longer enlarged are blank lines of the usual size.
  func clearLarge(unless new: LargeArea?) {
    guard let old = shown?.large.first, old.text != new?.text || old.rows != new?.rows else { return }
    output.settle()
    output.send(old.rows.map { "\u{1B}[\($0 + 1);1H\u{1B}#5" + ground + "\u{1B}[2K" }.joined() + "\u{1B}[m")
  }

  /// After ncurses has painted: the rows that are others than before, or all.
  func paintLarge(_ area: LargeArea?, after former: LargeArea?) {
    guard let area else { return }
    let isSame = former.map { $0.text == area.text && $0.rows == area.rows && $0.grid.size == area.grid.size } ?? false
    var bytes = ""
    for row in 0..<area.grid.size.rows {
      if isSame, let former, (0..<area.grid.size.columns).allSatisfy({ former.grid[$0, row] == area.grid[$0, row] }) {
        continue
      }
      bytes += large(row, of: area)
    }
    if bytes.isEmpty { return }
    output.settle()
    output.send("\u{1B}7" + bytes + "\u{1B}[m\u{1B}8")
  }

  private func large(_ row: Int, of area: LargeArea) -> String {
    let (upper, lower) = (area.top + 2 * row + 1, area.top + 2 * row + 2)
    guard lower <= screenSize.rows else { return "" }
    let runs = Self.runs(row, of: area.grid)
    switch area.text {
    case .lines:
      let text = runs.map { run in
        "\u{1B}[0\(palette.coloring.codes(of: run.style))m\u{1B}[\(run.column + 1)G" + run.text
      }.joined()
      return [(upper, 3), (lower, 4)].map { place, half in
        "\u{1B}[\(place);1H\u{1B}#\(half)" + ground + "\u{1B}[2K" + text
      }.joined()
    case .sized:
      let blank = [upper, lower].map { "\u{1B}[\($0);1H" + ground + "\u{1B}[2K" }.joined()
      return blank
        + runs.map { run in
          "\u{1B}[0\(palette.coloring.codes(of: run.style))m\u{1B}[\(upper);\(2 * run.column + 1)H\u{1B}]66;s=2;"
            + run.text + "\u{07}"
        }.joined()
    case .spaced: return ""
    }
  }

  /// What is erased has the theme's ground.
  private var ground: String { "\u{1B}[0\(palette.coloring.codes(of: Style()))m" }

  private struct Run {
    let column: Int
    let style: Style
    var text: String
  }

  /// A row's text, a piece for each style, without blanks between.
  private static func runs(_ row: Int, of grid: Grid) -> [Run] {
    var runs: [Run] = []
    var next = -1
    for column in 0..<grid.size.columns {
      let cell = grid[column, row]
      if cell.isRightHalf {
        next = column + 1
        continue
      }
      if cell == .blank { continue }
      if next == column, let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].text += cell.text
      } else {
        runs.append(Run(column: column, style: cell.style, text: cell.text))
      }
      next = column + 1
    }
    return runs
  }
}
