import Diagnostics
import Expressions
import Testing

/// Lines of words and formulas, as they are heard.
@Suite struct SpokenLineTests {
  private static let lines: [(String, String?, String?)] = [
    ("net_h1 = i1·w1 + b1", "net h 1 equals i 1 times w 1 plus b 1", "net h 1 等于 i 1 乘 w 1 加 b 1"),
    ("∂E/∂w5 = −0.0349", "partial E by partial w 5 equals minus 0.0349", "E 对 w 5 的偏导数 等于 负 0.0349"),
    ("E = ½(target − out_O)²", "E equals one half times open bracket target minus out O close bracket squared", nil),
    ("w1 → net_h1 → out_h1", "w 1 then net h 1 then out h 1", "w 1 然后 net h 1 然后 out h 1"),
    ("What is ∂E/∂out_O? A number.", "What is partial E by partial out O? A number.", nil),
    ("(∂E/∂w5)", "partial E by partial w 5", "E 对 w 5 的偏导数"),
    (
      "out_O = f(net_O), here 0.4·(−0.2).",
      "out O equals f of net O, here 0.4 times open bracket minus 0.2 close bracket.", nil
    ),
    ("w5⁺ = −0.072", "new w 5 equals minus 0.072", "新的 w 5 等于 负 0.072"),
    ("f′(net_h1)", "f prime of net h 1", "f 撇 net h 1"),
    ("前向传播：out_h1 = 0.28", nil, "前向传播：out h 1 等于 0.28"),
  ]

  @Test(arguments: lines)
  func formulasAmongWords(_ line: String, _ en: String?, _ zh: String?) {
    if let en { #expect(SpokenLine.text(line, .en) == en) }
    if let zh { #expect(SpokenLine.text(line, .zh) == zh) }
  }

  /// Words, counts and what only looks like a formula stay.
  @Test(arguments: [
    "Place 3 of 69 (step 1), forward pass", "The network 2-2-1: a net input is a sum.", "and/or, e.g. this; E", "",
    "  ",
    "Back-propagation isn't hard.", "第 3 处（共 69 处）",
  ])
  func wordsStay(_ line: String) {
    #expect(SpokenLine.text(line, .en) == line)
    #expect(SpokenLine.text(line, .zh) == line)
  }

  /// Whatever is in a line, no sign of a formula is left between its names.
  @Test(arguments: ["((w5", "∂(f(net_h1))/∂net_h1", "w5 ↺", "= −", "·w5·", "½·½", "w5)·(w6"])
  func nothingTraps(_ line: String) {
    #expect(!SpokenLine.text(line, .en).contains { "∂·↺½".contains($0) } || line == "= −")
  }
}
