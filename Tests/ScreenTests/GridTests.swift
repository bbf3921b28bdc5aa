import Diagnostics
import Screen
import ScreenTesting
import Testing

@Suite("Grids")
struct GridTests {
  private func line(_ columns: Int, _ draw: (inout Grid) -> Void) -> String {
    var grid = Grid(Size(columns: columns, rows: 1))
    draw(&grid)
    return (0..<columns).map { grid[$0, 0].text.isEmpty ? "<" : grid[$0, 0].text }.joined()
  }

  @Test("text is written where it should be, and the column behind it is returned")
  func writes() {
    var grid = Grid(Size(columns: 8, rows: 2))
    #expect(grid.write("ab", at: 1, 1) == 3)
    #expect(grid.lines == ["", " ab"])
    #expect(grid.write("链式", at: 3, 0) == 7)
    #expect(grid[3, 0].text == "链" && grid[4, 0].isRightHalf && grid[5, 0].text == "式")
  }

  @Test(
    "wide characters are never shown by half: one that is cut leaves a blank",
    arguments: [
      // Cut by the right edge.
      (4, "中", "....·"), (3, "中", "...中<"), (2, "中文", "..中<·"),
      // Begun before the left edge.
      (-1, "中a", "·a..."), (-2, "中a", "a...."), (-3, "中文", "·...."), (-1, "中文", "·文<.."),
    ])
  func edges(at column: Int, text: String, expected: String) {
    let shown = line(5) {
      $0.write(".....", at: 0, 0)
      $0.write(text, at: column, 0)
    }
    // A middle dot marks the blank.
    #expect(shown == expected.replacing("·", with: " "))
  }

  @Test("overwriting one half of a wide character blanks the other")
  func halves() {
    #expect(
      line(4) {
        $0.write("中文", at: 0, 0); $0.write("x", at: 1, 0)
      } == " x文<")
    #expect(
      line(4) {
        $0.write("中文", at: 0, 0); $0.write("x", at: 2, 0)
      } == "中<x ")
    #expect(
      line(4) {
        $0.write("中文", at: 0, 0); $0.write("国", at: 1, 0)
      } == " 国< ")
    #expect(
      line(4) {
        $0.write("中文", at: 0, 0); $0.write("国家", at: 0, 0)
      } == "国<家<")
  }

  @Test("a limit on width clips, and a wide character that would be cut leaves a blank")
  func width() {
    #expect(line(6) { $0.write("abcdef", at: 1, 0, width: 3) } == " abc  ")
    #expect(
      line(6) {
        $0.write("......", at: 0, 0); $0.write("中文", at: 0, 0, width: 3)
      } == "中< ...")
    #expect(line(6) { $0.write("abc", at: 0, 0, width: 0) } == "      ")
    #expect(line(6) { $0.write("abc", at: 0, 0, width: -5) } == "      ")
  }

  @Test("marks combine with the character before them, at most two of them")
  func marks() {
    var grid = Grid(Size(columns: 4, rows: 1))
    #expect(grid.write("e\u{301}x", at: 0, 0) == 2)
    #expect(grid[0, 0].text == "e\u{301}" && grid[1, 0].text == "x")
    let many = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(grid.write(many + "b", at: 0, 0) == 2)
    #expect(grid[0, 0].text.unicodeScalars.count == 3 && grid[1, 0].text == "b")
    // A mark with nothing before it would fall on a stranger's cell.
    #expect(grid.write("\u{301}", at: 2, 0) == 3)
    #expect(grid[2, 0].text == "\u{FFFD}")
  }

  @Test(
    "what could act on a terminal or hide is shown as a replacement character",
    arguments: [
      "\u{1B}", "\r", "\u{8}", "\u{7F}", "\n", "\u{9B}", "\u{9D}", "\u{202E}", "\u{200B}", "\u{2066}", "\u{FEFF}",
      "\u{E000}", "\u{2028}", "\r\n",
    ])
  func controls(text: String) {
    #expect(line(5) { $0.write("a" + text + "b", at: 0, 0) } == "a\u{FFFD}b  ")
  }

  @Test("a tab is one blank")
  func tab() {
    #expect(line(4) { $0.write("a\tb", at: 0, 0) } == "a b ")
  }

  @Test(
    "nothing that is asked for traps",
    arguments: [
      Size(columns: -1, rows: -1), Size(columns: 0, rows: 0), Size(columns: 0, rows: 5), Size(columns: 3, rows: -7),
      Size(columns: 1, rows: 1), Size(columns: .min, rows: .min),
    ])
  func sizes(size: Size) {
    var grid = Grid(size)
    for place in [Int.min, -1, 0, 1, 5, .max] {
      grid.write("中a", at: place, 0)
      grid.write("中a", at: 0, place)
      grid.write("中a", at: place, place, width: place)
      grid.restyle(0..<3, place) { $0.isBold = true }
      #expect(grid[place, place].text.count <= 1)
    }
    grid.fill("x", columns: -3..<3, rows: -3..<3, Style())
    #expect(grid.lines.count == max(0, size.rows))
  }

  @Test("restyling leaves the text")
  func restyle() {
    var grid = Grid(Size(columns: 4, rows: 1))
    grid.write("abcd", at: 0, 0)
    grid.restyle(1..<9, 0) { $0.role = .lit }
    #expect(grid.golden == "|abcd|\n: LLL:\n")
  }

  @Test("the changes are the cells that differ, without right halves")
  func changes() {
    var former = Grid(Size(columns: 6, rows: 3))
    former.write("same", at: 0, 0)
    former.write("中文", at: 0, 1)
    var grid = former
    grid.write("国", at: 0, 1)
    grid.write("x", at: 5, 2, Style(.lit))
    func visited(_ from: Grid?) -> [String] {
      var result: [String] = []
      grid.forEachChange(from: from) { result.append("\($0),\($1) \($2.text)") }
      return result
    }
    #expect(visited(former) == ["0,1 国", "5,2 x"])
    #expect(visited(grid) == [])
    #expect(visited(nil) == ["0,0 s", "1,0 a", "2,0 m", "3,0 e", "0,1 国", "2,1 文", "5,2 x"])
    #expect(visited(Grid(Size(columns: 5, rows: 3))) == visited(nil))
  }

  @Test("cells keep any character, marks and style in eight bytes")
  func cells() {
    #expect(MemoryLayout<Cell>.stride == 8)
    for text in ["a", "∂", "中", "e\u{301}\u{302}", "𝜕", "", " "] {
      #expect(Cell(text: text, style: Style(.bad)).text == text)
    }
    #expect(Cell(text: "a", style: Style()) != Cell(text: "a", style: Style(bold: true)))
    for role in Role.allCases {
      for number in 0..<8 {
        var style = Style(role, bold: number & 1 != 0, reversed: number & 2 != 0, underlined: number & 4 != 0)
        var cell = Cell(text: "𝜕", style: Style(.bar, bold: true))
        cell.style = style
        #expect(cell.text == "𝜕" && cell.style == style && cell.style.role == role)
        #expect(style.isBold == (number & 1 != 0) && style.isReversed == (number & 2 != 0))
        #expect(style.isUnderlined == (number & 4 != 0))
        style.isReversed.toggle()
        #expect(style.isReversed == (number & 2 == 0) && style.isBold == (number & 1 != 0) && style != cell.style)
      }
    }
  }

  @Test("what a screen has that another has not makes it from the other again")
  func changesBetweenScreens() throws {
    var base = Grid(Size(columns: 6, rows: 2))
    base.write("链式ab", at: 0, 0)
    var grid = base
    grid.write("1中", at: 1, 0, Style(.focus))
    grid.cursor = Point(column: 3, row: 1)
    let changes = try #require(GridChanges(from: base, to: grid))
    #expect(changes.applied(to: base) == grid && grid != base)
    #expect(GridChanges(from: base, to: base)?.applied(to: base) == base)
    #expect(GridChanges(from: base, to: Grid(Size(columns: 5, rows: 2))) == nil)
    // Onto another screen than its own it draws what it can.
    #expect(changes.applied(to: Grid(Size(columns: 1, rows: 1))).size == Size(columns: 1, rows: 1))
  }

  @Test("golden text has a layer for roles and one for attributes")
  func golden() {
    var grid = Grid(Size(columns: 7, rows: 2))
    grid.write("E", at: 0, 0, Style(.lit))
    grid.write("0.21", at: 3, 0, Style(.fresh, bold: true))
    grid.write("中", at: 0, 1, Style(reversed: true))
    grid.cursor = Point(column: 2, row: 1)
    #expect(
      grid.golden == """
        |E  0.21|
        :L  nnnn:
        ;   ****;
        |中     |
        ;%%     ;
        cursor 2,1

        """)
  }
}
