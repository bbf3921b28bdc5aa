import Diagnostics
import Expressions
import Networks
import ScreenTesting
import Testing
import Traces
import Tutor
import TutorViews

@Suite struct PlainViewTests {
  /// Everything that the walk says from the first place to the last.
  @Test(arguments: Language.allCases)
  func wholeWalk(_ language: Language) {
    var session = PlainSession(language)
    for _ in 0..<70 { session.type("") }
    expect(session, "walk.\(language.rawValue)")
  }

  /// Commands, edits, faults and other networks.
  @Test(arguments: Language.allCases, TextStyle.allCases)
  func session(_ language: Language, _ notation: TextStyle) {
    var session = PlainSession(language, notation)
    for line in [
      "next", "set w5=0.4", "goto 26", "skip", "w6 = -1", "undo", "why", "values", "dE/dw1", "w1+", "out_h1*(1-out_h1)",
      "diff (1-out_O)^2 by out_O", "walk dE/db1", "factor", "back", "find net_O", "overview", "help set", "random",
      "reset", "w99", "set b9=1", "foo(", "factr", ":nex", "set net_O=1", "lang", "lang", "network mazur-2-2-2", "last",
      "next", "network",
    ] { session.type(line) }
    expect(session, "session.\(language.rawValue).\(notation.rawValue)")
  }

  private func expect(_ session: PlainSession, _ name: String) {
    let text = session.transcript.joined(separator: "\n") + "\n"
    if let difference = Golden.difference(text, from: name) { Issue.record("\(difference)") }
  }

  /// What is written on the sheet is marked, and there again when it is opened again.
  @Test func theSheet() {
    var session = PlainSession()
    let intro = "Your derivation: one statement a line, each is marked. An empty line closes the sheet, which is kept."
    #expect(session.type("derivation") == [intro])
    session.type("net_h1 = -0.96")
    session.type("net_h1 = 0.5")
    session.type("")
    #expect(session.type("derivation") == [intro, "1 ✓ net_h1 = -0.96", "2 ✗ net_h1 = 0.5"])
    var chinese = PlainSession(.zh, .ascii)
    #expect(chinese.type("derivation").first?.hasPrefix("你的推导：每行写一个等式") == true)
  }

  /// A wrong derivation that a mistake explains beside the right one.
  @Test func theFirstLineThatDiffers() {
    var session = PlainSession()
    for line in ["predict", "-0.06"] { session.type(line) }
    #expect(
      session.type("compare") == [
        "yours: net_h1 = i1·w1 + i2·w2 = −0.06",
        "right: net_h1 = i1·w1 + i2·w2 + b1 = −0.96   (the first line that differs)",
      ])
    var chinese = PlainSession(.zh)
    for line in ["predict", "-0.06"] { chinese.type(line) }
    #expect(chinese.type("compare").last == "正确：net_h1 = i1·w1 + i2·w2 + b1 = −0.96   （第一处不同）")
  }

  @Test func anEditTellsWhatIsKnownAndNoMore() {
    var session = PlainSession()
    // At the start nothing is found yet, so only what was set has changed.
    #expect(session.type("set w5=0.4") == ["w5 = 0.4", "Changed: w5 −0.1 → 0.4"])
    session.type("goto 18")
    // Undoing goes back to where the edit was made, where less is known.
    #expect(
      session.type("undo") == [
        "Undone: w5 0.4 → −0.1",
        "Place 1 of 69 (step 1), net input of h1, definition: net_h1 = i1·w1 + i2·w2 + b1",
        "A net input is the weighted sum of what feeds the neuron, plus its bias.",
      ])
    session.type("goto 18")
    #expect(
      session.type("w5=0.4").suffix(2) == [
        "Changed: w5 −0.1 → 0.4; net_O −0.737791 → −0.599352; out_O 0.323487 → 0.354492",
        "Place 18 of 69 (step 6), output of O, value: out_O = 0.354492",
      ])
  }

  /// Whoever has put an earlier value right answers again, and is heard again; as often as they like.
  @Test(arguments: Language.allCases) func aSettledQuestionIsAnsweredAgain(_ language: Language) {
    var session = PlainSession(language)
    session.type("dE/dout_O = 0.5765")
    let through = session.type("dE/dnet_O = 0.126164")
    // What follows rightly is called right once.
    #expect(
      through.last
        == (language == .en
          ? "Right, given your earlier ∂E/∂out_O. Look at that one again."
          : "按你前面的 ∂E/∂out_O，这一步是对的。请回头检查 ∂E/∂out_O。"))
    session.type("dE/dout_O = -0.576513")
    for _ in 0..<2 {
      let again = session.type("∂E/∂net_O＝－０．１２６１６６")
      #expect(again.count == 2 && again.last?.hasPrefix(language == .en ? "Right. " : "正确。") == true, "\(again)")
    }
    #expect(session.type("－０．９６").dropFirst().first?.hasPrefix(language == .en ? "Right. " : "正确。") == true)
  }

  /// Nothing is shown unpredicted, and the one who waits is told so.
  @Test func whatIsNotPredictedIsNotShown() {
    var session = PlainSession()
    session.type("predict on")
    #expect(session.type("next") == ["What is net_h1? A number or a formula."])
    #expect(session.type("next") == ["Predict it first: answer, ask for a hint, or :predict off."])
    session.type("0.5")
    #expect(session.type("next").first?.contains("numbers put in") == true)
  }

  /// The same line twice is the same answer twice, and what is undone or redone is told as such.
  @Test func sayingItAgain() {
    var session = PlainSession()
    #expect(session.type("1*12") == ["1·12 = 12"])
    #expect(session.type("1*12") == ["1·12 = 12"])
    #expect(session.type("undo") == ["There is nothing to undo."])
    session.type("set w5=0.4")
    session.type("set w6=1")
    #expect(session.type("undo") == ["Undone: w6 1 → −1.2"])
    #expect(session.type("redo") == ["Redone: w6 −1.2 → 1"])
    #expect(session.type("set w6=-1.2") == ["w6 = −1.2", "Changed: w6 1 → −1.2"])
    #expect(session.type("redo") == ["There is nothing to redo."])
    var chinese = PlainSession(.zh)
    chinese.type("set w5=0.4")
    #expect(chinese.type("undo") == ["已撤销：w5 0.4 → −0.1"])
  }

  /// “Not yet” is said once, whoever says it.
  @Test func aWrongAnswerIsToldOnce() {
    var session = PlainSession()
    session.type("answer")
    let said = session.type("77").joined(separator: " ")
    #expect(said.contains("Not yet. ") && !said.contains("Not yet. Not"), "\(said)")
  }

  @Test func reuseIsToldWithItsPlace() {
    var session = PlainSession()
    #expect(
      session.type("goto 42").last
        == "Place 42 of 69 (step 14), ∂E/∂w1, factor 1 of 5, found before: ∂E/∂out_O, in step 9 (place 27)")
    #expect(
      session.type("next") == [
        "Place 43 of 69 (step 14), ∂E/∂w1, factor 1 of 5, used again: ∂E/∂out_O = −0.576513, from step 9 (place 27)"
      ])
    // The place that is named is where the value was found.
    #expect(session.type("goto 27").last?.hasSuffix("value: ∂E/∂out_O = −(0.9 − 0.323487) = −0.576513") == true)
  }

  @Test func skippingTellsEverythingThatIsPassed() {
    var session = PlainSession()
    session.type("goto 23")
    let passed = session.type("skip")
    #expect(passed.count == 4)
    #expect(passed.first?.contains("written out: ∂E/∂out_O = ∂(½(target − out_O)²)/∂out_O") == true)
    #expect(passed.last?.contains("Place 27 of 69") == true)
  }

  /// A gradient inside a gradient says what it is needed for.
  @Test func nestedDerivations() throws {
    let network = try #require(BundledNetworks.network(named: "mazur-2-2-2"))
    var session = PlainSession(network: network)
    session.type("last")
    session.type("find dE/dout_h1")
    session.type("next")
    let said = session.transcript.joined(separator: "\n")
    #expect(said.contains("∂E/∂out_h1 (needed for ∂E/∂w1)"))
    #expect(said.contains("Held in updates: b1, b2."))
  }

  /// Nothing that somebody types, and no name in a file, can act on the terminal.
  @Test func nothingActsOnTheTerminal() {
    var network = BundledNetworks.default
    network.name = "a\u{1B}]52;c;AAAA\u{7}\u{202E}b\u{9B}2J\r"
    var session = PlainSession(network: network)
    for line in ["\u{1B}[2J", "set \u{9D}0;x\u{7}=1", "find \u{202E}abc", ":\u{200B}", "a\tb\r\u{8}", "help \u{1B}c"] {
      session.type(line)
    }
    let typed = session.transcript.filter { !$0.hasPrefix("> ") }
    for scalar in typed.joined().unicodeScalars {
      #expect(![.control, .format].contains(scalar.properties.generalCategory), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func englishInASCIIIsASCII() {
    var session = PlainSession(.en, .ascii)
    for _ in 0..<70 { session.type("") }
    for line in ["why", "values", "help", "overview", "diff out_O^3 by w1", "goto 25", "why", "w99", "random 3"] {
      session.type(line)
    }
    for line in session.transcript { #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(line)") }
  }

  /// Large networks are told in a few lines, whatever is typed.
  @Test func largeNetworks() {
    let layers = [64, 40, 12].enumerated().map { number, size in
      Layer(neurons: (0..<size).map { "n\(number)x\($0)" }, activation: .relu, bias: .each)
    }
    let architecture = Architecture(inputs: (0..<100).map { "x\($0)" }, layers: layers, loss: .squaredError)
    var session = PlainSession(network: Network(name: "large", architecture: architecture).randomized(seed: 1))
    #expect(session.transcript.allSatisfy { $0.utf8.count < 2_000 })
    session.type("last")
    #expect(session.type("random 5").allSatisfy { $0.utf8.count < 2_000 })
  }

  /// One path of several is only a share: no line may say that the gradient equals it.
  @Test(arguments: Language.allCases)
  func onlyTheSumOfThePathsIsTheGradient(_ language: Language) throws {
    var session = PlainSession(language)
    session.type("walk dE/db1")
    for _ in 0..<200 { session.type("") }
    let claims = session.transcript.compactMap { line in
      line.firstRange(of: "∂E/∂b1 = ").map { String(line[$0.upperBound...]) }
    }
    #expect(!claims.isEmpty)
    let trace = Trace(BundledNetworks.default, goals: [])
    for claim in claims {
      // The last thing that the line says it equals is a number, or the right formula.
      let last = claim.split(separator: "=").last.map(String.init) ?? ""
      let value = try trace.value(of: trace.network.parse(last))
      #expect((value - 0.02439278650882188).magnitude < 1e-6, "\(claim)")
    }
    #expect(session.transcript.contains { $0.contains("0.0243928") })
  }
}
