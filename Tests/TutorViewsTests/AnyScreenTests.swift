import Diagnostics
import Expressions
import Networks
import RandomNetworks
import Screen
import Testing
@testable import Tutor
import TutorViews

/// What holds of the screen of any state at any size.
@Suite struct AnyScreenTests {
  private static let keys: [Key] =
    ["l", "d", "f", "s", "]", "e", "+", "w", "o", "?", "v", "a", "H", "p", "u", ":", "/"].map(Key.character) + [
      .right, .left, .tab, .enter, .escape, .down, .paste("∂E/∂w1 中文"), .end,
    ]
  private static let lines = [
    ":walk dE/dw1", ":goto 30", ":values", ":fold", ":check", ":train 3", ":diff E by w1", "w1=0.25", "dE/dw1", ":last",
    ":help walk", "w1=", ":samples", "out_", "1/0", ":ask sign", "-0.03", ":network mazur-2-2-2", ":random 3",
  ]

  /// A walk to somewhere, by keys and lines at random.
  private static func state(_ seed: UInt64) -> State {
    var random = RandomSource(seed: seed)
    var state = State(
      network: seed % 3 == 0 ? BundledNetworks.default : RandomNetworks.network(seed, depth: 4, width: 7))
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      let event: Event =
        Bool.random(using: &random)
        ? .key(keys.randomElement(using: &random) ?? .right) : .line(lines.randomElement(using: &random) ?? ":last")
      _ = state.update(event)
    }
    state.language = Bool.random(using: &random) ? .en : .zh
    state.notation = Bool.random(using: &random) ? .unicode : .ascii
    return state
  }

  /// No cell is half of a character, no line is longer than the screen, and a state looks the same each time.
  @Test(arguments: UInt64(1)...120)
  func wholeAndInside(_ seed: UInt64) {
    let state = Self.state(seed)
    var random = RandomSource(seed: seed &* 7_919)
    let sizes = [
      Size(columns: 20, rows: 5), Size(columns: 80, rows: 24),
      Size(columns: Int.random(in: 20...200, using: &random), rows: Int.random(in: 5...60, using: &random)),
      Size(columns: Int.random(in: 40...100, using: &random), rows: Int.random(in: 10...40, using: &random)),
    ]
    for size in sizes {
      let grid = View.render(state, size)
      #expect(grid.size == size)
      for row in 0..<size.rows {
        var columns = 0
        for column in 0..<size.columns {
          let cell = grid[column, row]
          if cell.isRightHalf {
            #expect(
              column > 0 && Screen.width(of: grid[column - 1, row].text) == 2, "\(size), column \(column), row \(row)")
          } else {
            let width = Screen.width(of: cell.text)
            columns += width
            if width == 2 { #expect(grid[column + 1, row].isRightHalf, "\(size), column \(column), row \(row)") }
          }
          if state.notation == .ascii, state.language == .en, seed % 3 != 0 {
            // What somebody typed stays as it was typed.
            let isTyped = state.prompt != nil || state.reply != nil || state.asking != nil
            #expect(isTyped || cell.text.utf8.allSatisfy { $0 < 0x80 }, "\(cell.text) at \(size), \(column), \(row)")
          }
        }
        #expect(columns == size.columns, "\(size), row \(row)")
      }
      if let cursor = grid.cursor { #expect(grid.contains(cursor.column, cursor.row)) }
      #expect(View.render(state, size) == grid)
      // A click anywhere means something or nothing, and never traps.
      let point = Point(
        column: Int.random(in: -2...size.columns + 2, using: &random),
        row: Int.random(in: -2...size.rows + 2, using: &random))
      if let event = View.event(at: point, state, size) {
        var next = state
        _ = next.update(event)
      }
    }
  }
}
