import Derivations
import Diagnostics
import Networks
import Questions
import Screen
import Testing

@testable import Tutor

/// `:derivation`: rows are typed, marked as they are finished, and kept.
struct DerivationSheetTests {
  private static func script() -> Script {
    var script = Script()
    script.arrange(.key(.character(":")))
    script.type("derivation")
    script.arrange(.key(.enter))
    return script
  }

  private static func write(_ script: inout Script, _ rows: String...) {
    for row in rows {
      script.type(row)
      script.arrange(.key(.enter))
    }
  }

  private static func marks(_ script: Script) -> [MarkedSheet.Mark?] {
    let sheet = script.state.shared.sheet
    return sheet.rows.indices.map { sheet.findings[$0]?.mark }
  }

  private static let rows = [
    "net_h1 = 0.4*0.2 - 0.7*0.2 - 0.9 = -0.96", "so", "dE/dout_O = target - out_O = 0.5765",
    "dE/dw5 = 0.5765*0.3235*0.6765*0.2769 = 0.0349", "net_h2 = @3",
  ]

  @Test func eachRowIsMarkedAsItIsFinished() throws {
    var script = Self.script()
    #expect(script.state.page == .sheet && script.state.prompt?.purpose == .sheet)
    script.type(Self.rows[0])
    #expect(Self.marks(script) == [nil])
    script.arrange(.key(.enter))
    #expect(Self.marks(script) == [.right, nil])
    for row in Self.rows.dropFirst() { Self.write(&script, row) }
    #expect(Self.marks(script) == [.right, .unscored, .slip, .followThrough, .unreadable, nil])
    let findings = script.state.shared.sheet.findings
    let slip = try #require(findings[2]?.remarks.first)
    #expect(slip.mark == .slip && slip.words.en.contains("Wrong sign") && slip.words.zh.contains("符号反了"))
    // What follows from it is said once, and where it comes from.
    #expect(findings[3]?.remarks.map(\.words.en) == ["Right, given your earlier ∂E/∂out_O. Look at that one again."])
    #expect(findings[4]?.remarks.first?.words.en.hasPrefix("Not readable, column 10: ") == true)
    // The slip corrected, all that followed from it has to be looked at again.
    for _ in 0..<3 { script.arrange(.key(.up)) }
    script.arrange(.key(.control("u")), .key(.control("k")))
    #expect(Self.marks(script)[2] == nil)
    script.type("dE/dout_O = out_O - target = -0.5765")
    script.arrange(.key(.down))
    #expect(Self.marks(script)[2] == .right && Self.marks(script)[3] == .slip)
  }

  @Test func escapeGoesBackAndTheTextIsKept() {
    var script = Self.script()
    Self.write(&script, Self.rows[0])
    script.type("out_h1 = 0.2769")
    script.arrange(.key(.escape))
    #expect(script.state.page == .walk && script.state.prompt == nil && script.state.walk.index == 0)
    script.arrange(.key(.right))
    #expect(script.state.walk.index == 1)
    script.line(":derivation")
    #expect(script.state.shared.sheet.rows == [Self.rows[0], "out_h1 = 0.2769", ""])
    #expect(Self.marks(script) == [.right, .right, nil])
    // On other numbers it is another derivation.
    script.arrange(.key(.escape))
    script.line("w1=0.9")
    script.line(":derivation")
    #expect(Self.marks(script) == [.slip, .followThrough, nil])
  }

  @Test func rowsAreBrokenJoinedAndPasted() {
    var script = Self.script()
    script.type("ab")
    script.arrange(.key(.left), .key(.enter))
    #expect(script.state.shared.sheet.rows == ["a", "b"])
    script.arrange(.key(.backspace))
    #expect(script.state.shared.sheet.rows == ["ab"] && script.state.prompt?.editor.cursor == 1)
    script.arrange(.key(.end), .key(.paste("\nnet_h1 = -0.96\r\nout_h1 = 0.2769\n")))
    #expect(script.state.shared.sheet.rows == ["ab", "net_h1 = -0.96", "out_h1 = 0.2769", ""])
    #expect(Self.marks(script) == [.unscored, .right, .right, nil])
    script.arrange(.key(.up), .key(.up), .key(.end), .key(.delete))
    #expect(script.state.shared.sheet.rows[1] == "net_h1 = -0.96out_h1 = 0.2769")
    // More than fits is left out.
    script.arrange(.key(.paste(String(repeating: "x\n", count: 500))))
    #expect(script.state.shared.sheet.rows.count == DerivationSheet.maxRows)
  }

  @Test func namesAreCompletedAndClickersClose() {
    var script = Self.script()
    script.type("dE/dout_O = dE/dout_")
    script.arrange(.key(.tab))
    #expect(script.state.prompt?.choices == ["dE/dout_h1", "dE/dout_h2", "dE/dout_O"])
    #expect(script.state.shared.sheet.rows == ["dE/dout_O = dE/dout_"])
    script.arrange(.key(.control("c")))
    #expect(script.state.page == .walk)
  }

  /// Line by line, without a screen.
  @Test func plainMode() {
    var script = Script()
    script.line("derivation")
    script.arrange(.printed)
    #expect(script.state.page == .sheet)
    #expect(script.line(Self.rows[0])?.text() == "Right.")
    #expect(script.line("out_h1 = 0.35")?.text().hasPrefix("A slip.\n") == true)
    #expect(script.line(Self.rows[1])?.text() == "Words only, not judged.")
    #expect(script.line("42")?.text() == "Only lines with = are judged: name = value.")
    script.line("")
    #expect(script.state.page == .walk && script.state.walk.index == 0)
    script.line("derivation")
    script.line(":next")
    #expect(script.state.page == .walk && script.state.walk.index == 1)
    #expect(script.state.shared.sheet.rows.prefix(2) == [Self.rows[0], "out_h1 = 0.35"])
  }

  /// A mark on what is asked is help with it, on anything else it is not.
  @Test func marksCountAsHelp() {
    var script = Script()
    script.line(":goto 23")
    script.line(":ask")
    script.line(":derivation")
    script.line("net_h1 = -0.96")
    #expect(script.state.asking?.lookups.isEmpty == true)
    script.line("dE/dout_O = -0.5765")
    #expect(script.state.asking?.lookups.isEmpty == false)
  }
}
