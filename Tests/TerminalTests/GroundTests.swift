import Screen
import TerminalTesting
import Testing

@testable import Terminal

/// The question for the terminal's ground, and what its answer does.
@Suite("The terminal's ground") struct GroundTests {
  @Test func answers() {
    func theme(_ text: String) -> Theme.Name? { Terminal.theme(Array(text.utf8)) }
    // Solarized dark and light, Catppuccin, xterm, a gray; one to four digits, and kitty's form with an alpha.
    #expect(theme("11;rgb:0000/2b2b/3636") == .dark)
    #expect(theme("11;rgb:fdfd/f6f6/e3e3") == .light)
    #expect(theme("11;rgb:1e/1e/2e") == .dark)
    #expect(theme("11;rgb:f/f/f") == .light)
    #expect(theme("11;rgba:fff/fff/fff/000") == .light)
    #expect(theme("11;rgb:0/0/0") == .dark)
    for text in [
      "", "11", "11;rgb:", "11;rgb:0/0", "11;rgb:00000/0/0", "11;rgb:x/y/z", "11;rgb:-1/0/0", "10;rgb:0/0/0",
    ] {
      #expect(theme(text) == nil, "\(text)")
    }
  }
}
