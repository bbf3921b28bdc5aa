import Diagnostics
import Testing

@Suite struct SourceTextTests {
  private func fault(_ range: Range<Int>, help: Words? = nil) -> Diagnostic {
    Diagnostic(id: "test.fault", range: range, message: Words(en: "something is wrong", zh: "有错"), help: help)
  }

  @Test func positions() {
    let source = SourceText("ab\n权重x\r\n\nlast")
    #expect(source.position(of: 0) == (1, 1))
    #expect(source.position(of: 2) == (1, 3))
    #expect(source.position(of: 3) == (2, 1))
    #expect(source.position(of: 9) == (2, 3))
    #expect(source.line(of: 12) == 3)
    #expect(source.column(of: 16) == 4)
    #expect(source.position(of: 99) == (4, 5))
    #expect(source.position(of: -5) == (1, 1))
    #expect(source.bytes(ofLine: 2) == 3..<10)
    #expect(source.bytes(ofLine: 99) == 13..<17)
    #expect(SourceText("").position(of: 3) == (1, 1))
  }

  @Test func fileReport() {
    let source = SourceText(name: "net.json", "{\n\t\"w9\": 0.4 }\n")
    let help = Words(en: "did you mean 'w6'?", zh: "是不是“w6”？")
    #expect(
      source.report([fault(3..<7, help: help)], language: .en) == """
        net.json:2:2: error: something is wrong
           "w9": 0.4 }
           ^~~~
        help: did you mean 'w6'?

        """)
    #expect(
      source.report([fault(3..<7, help: help)], language: .zh) == """
        net.json:2:2: 错误：有错
           "w9": 0.4 }
           ^~~~
        提示：是不是“w6”？

        """)
  }

  @Test func caretsFollowTheDisplayWidth() {
    let source = SourceText("权重 + 偏置")
    #expect(
      source.report([fault(9..<15), fault(15..<15)], language: .en) == """
        column 6: error: something is wrong
          权重 + 偏置
                 ^~~~
        column 8: error: something is wrong
          权重 + 偏置
                     ^

        """)
  }

  @Test func longLinesAreCutAroundTheFault() {
    let source = SourceText(String(repeating: "a", count: 500) + "FAULT" + String(repeating: "b", count: 500))
    let lines = source.report([fault(500..<505)], language: .en, width: 40).split(separator: "\n")
    #expect(lines[1] == "  …aaaaaaaaaaaaaFAULTbbbbbbbbbbbbbbbbbbbbb…")
    #expect(lines[2] == "                ^~~~~")
    let whole = source.report([fault(0..<1005)], language: .en, width: 40).split(separator: "\n")
    #expect(whole[1] == "  " + String(repeating: "a", count: 40) + "…")
    let marks = SourceText("x" + String(repeating: "\u{301}", count: 10_000) + "y")
    #expect(marks.report([fault(20_001..<20_002)], language: .en).utf8.count < 2_000)
  }

  @Test func nothingReachesTheTerminal() {
    let source = SourceText(name: "a\u{1B}[2J", "x\u{1B}]52;c\u{7}\u{9B}\u{202E}\u{200B}\rz")
    let report = source.report([fault(1..<2)], language: .en)
    #expect(
      report.unicodeScalars.allSatisfy { $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory) })
    let bytes = SourceText(utf8: [0x61, 0xFF, 0xFE, 0x62])
    #expect(bytes.report([fault(1..<2)], language: .en).contains("a\u{FFFD}"))
  }

  @Test func marksAreCapped() {
    let marks = String(repeating: "\u{301}", count: 10_000)
    #expect(SourceText.harmless("a\(marks)b\(marks)").unicodeScalars.count == 18)
    // Of any writing all are kept.
    for word in ["Việt", "שָׁלוֹם", "กำลังนี้", "z̷̧̛̗̑"] { #expect(SourceText.harmless(word) == word) }
  }

  @Test func anyRangeIsSurvived() {
    let source = SourceText(name: "f", "一二\n\n三 four\r\n\u{301}five")
    for low in -3..<40 {
      for length in 0..<40 {
        let report = source.report([fault(low..<low + length)], language: .zh, width: length - 5)
        #expect(report.contains("^"))
      }
    }
  }

  @Test(arguments: [
    ("out_0", "out_O"), ("outO", "out_O"), ("ouh_h1", "out_h1"), ("W5", "w5"), ("w9", "w5"), ("netO", "net_O"),
    ("tagret", "target"),
  ])
  func suggests(_ typed: String, meant: String) {
    let names = ["out_O", "out_h1", "net_O", "w5", "w6", "target", "E"]
    #expect(Suggestion.nearest(to: typed, in: names) == meant)
  }

  @Test func suggestsNothingFarOff() {
    #expect(Suggestion.nearest(to: "momentum", in: ["out_O", "w5"]) == nil)
    #expect(Suggestion.nearest(to: "q", in: ["E", "w5"]) == nil)
    #expect(Suggestion.nearest(to: "", in: ["E"]) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "x", count: 100_000), in: ["E"]) == nil)
  }

  @Test func displayWidths() {
    #expect(DisplayWidth.of("w5") == 2)
    #expect(DisplayWidth.of("权重") == 4)
    #expect(DisplayWidth.of("∂E−½") == 4)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("\u{1B}\u{200B}") == 0)
  }
}
