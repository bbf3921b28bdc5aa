import Screen
import Testing

@Suite("Colored lines")
struct ColoredLinesTests {
  private static func line(_ style: Style, _ name: Theme.Name, _ depth: ColorDepth) -> String {
    var grid = Grid(Size(columns: 6, rows: 1))
    grid.write("ok", at: 2, 0, style)
    return grid.lines(in: Coloring(.named(name), depth))[0]
  }

  /// ECMA-48's sequences: eight colors, xterm's 256, and red, green and blue.
  @Test func codes() {
    #expect(Self.line(Style(.good), .dark, .none) == "  \u{1B}[0;1mok\u{1B}[0m")
    #expect(Self.line(Style(.good), .dark, .few) == "  \u{1B}[0;30;42mok\u{1B}[0m")
    #expect(Self.line(Style(.good), .dark, .indexed) == "  \u{1B}[0;38;5;83mok\u{1B}[0m")
    #expect(Self.line(Style(.good), .dark, .direct) == "  \u{1B}[0;38;2;95;255;95mok\u{1B}[0m")
    #expect(Self.line(Style(.bar, underlined: true), .auto, .indexed) == "  \u{1B}[0;4;38;5;255;48;5;238mok\u{1B}[0m")
  }

  /// Bold black is grey on many terminals of eight colors.
  @Test func blackIsNotBold() {
    #expect(Self.line(Style(.focus, bold: true), .auto, .few) == "  \u{1B}[0;30;43mok\u{1B}[0m")
    #expect(Self.line(Style(.bad, bold: true), .auto, .few) == "  \u{1B}[0;1;37;41mok\u{1B}[0m")
  }

  @Test func plainIsLeftAlone() {
    for depth in [ColorDepth.none, .few, .indexed, .direct] {
      #expect(Self.line(Style(), .auto, depth) == "  ok")
    }
  }
}
