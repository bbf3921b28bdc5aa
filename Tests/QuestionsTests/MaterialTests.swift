import Diagnosis
import Diagnostics
import Expressions
import Networks
import Questions
import Skills
import Testing
import Traces

/// Tiles, planted bugs and faded examples.
@Suite struct MaterialTests {
  private let trace = Trace(BundledNetworks.default, goals: [])
  private var w1: Quantity { .gradient(.parameter(0)) }

  private func asked(_ sort: Question.Sort, _ variant: Int) throws -> Question {
    try #require(Question(sort, w1, on: trace, variant: variant))
  }

  private func planted(_ question: Question) throws -> WrongLineQuestion {
    if case .wrongLine(let derivation) = question.kind { return derivation }
    throw Missing()
  }

  private struct Missing: Error {}

  @Test func tilesHoldTheChainAndOthersOnce() throws {
    let tiles = try #require(try asked(.chain, 5).tiles)
    #expect(Set(tiles.factors).count == tiles.factors.count)
    #expect(tiles.factors.count > 5)
    #expect(tiles.paths.count == 1)
    let numbers = tiles.paths[0].compactMap { factor in tiles.factors.firstIndex(of: factor).map { $0 + 1 } }
    #expect(numbers.count == 5)
    #expect(tiles.isRight(numbers))
    #expect(!tiles.isRight(numbers.reversed()))
    #expect(!tiles.isRight(Array(numbers.dropLast())))
    #expect(tiles.firstSlip(Array(numbers.dropLast())) == nil)
    var slipped = numbers
    slipped[2] = (1...tiles.factors.count).first { !numbers.contains($0) } ?? 0
    #expect(tiles.firstSlip(slipped) == 3)
  }

  /// Fewer than ten tiles need no spaces; more do, since 12 may be one or two of them.
  @Test func tilesOfOneDigitNeedNoSpaces() throws {
    let few = try #require(try asked(.chain, 5).tiles)
    try #require(few.factors.count < 10)
    let numbers = few.paths[0].compactMap { factor in few.factors.firstIndex(of: factor).map { "\($0 + 1)" } }
    for text in [numbers.joined(), numbers.prefix(2).joined() + " " + numbers.dropFirst(2).joined()] {
      #expect(few.judge(text).kind == .right, "\(text)")
    }
    for text in [numbers.joined() + "0", numbers.joined() + "9"] { #expect(few.judge(text).kind != .right, "\(text)") }
    let deep = Trace(BundledNetworks.default, goals: [])
    let many = try #require(Tiles(chainOf: .gradient(.parameter(6)), deep, distractors: 8, variant: 3))
    try #require(many.factors.count > 9)
    #expect(many.judge(many.rightAnswer).kind == .right)
    #expect(many.judge(many.rightAnswer.filter { $0 != " " }).kind == .right)
  }

  @Test func aWrongTileIsPointedTo() throws {
    let question = try asked(.chain, 5)
    #expect(question.judge("99").kind == .unreadable)
    #expect(question.judge("one two").kind == .unreadable)
    let tiles = try #require(question.tiles)
    let wrong = try #require((1...tiles.factors.count).first { tiles.factors[$0 - 1] != tiles.paths[0][0] })
    #expect(question.judge("\(wrong)").kind == .unknown)
  }

  /// Every planted bug changes one line, and only that line is the right answer.
  @Test func exactlyOneLineOfAPlantedBugIsRight() throws {
    var mistakes: Set<MistakeID> = []
    for variant in 0..<40 {
      let question = try asked(.wrongLine, variant)
      let bug = try planted(question)
      mistakes.insert(try #require(bug.mistake))
      let lines = bug.lines
      #expect(lines[bug.wrong].right != bug.correction)
      for line in 1...lines.count {
        let verdict = question.judge("\(line)")
        #expect((verdict.kind == .right) == (line == bug.wrong + 1))
      }
      let right = trace.pass.value(of: w1)
      let own = try #require(lines.last?.value)
      #expect((own - right).magnitude > 1e-3 * right.magnitude)
    }
    #expect(mistakes.count > 5)
  }

  /// A line that stands on a line left out follows from nothing: b1's two paths are too many lines for a screen.
  @Test func aDerivationWithABugIsWhole() throws {
    let architecture = trace.network.architecture
    for parameter in 0..<architecture.parameterCount {
      let gradient = Quantity.gradient(.parameter(parameter))
      guard let question = Question(.wrongLine, gradient, on: trace, variant: 2) else { continue }
      var found: Set<String> = []
      for line in try planted(question).lines {
        let names = line.right.leafNames
        #expect(names.filter { $0.hasPrefix("dE/d") }.allSatisfy(found.contains), "\(line)")
        found.insert(try #require(line.left.leafName))
      }
    }
    var generator = ProblemGenerator(base: trace.network, skill: .sumPaths, seed: 5)
    for _ in 0..<8 { #expect(generator.next().question.sort != .wrongLine) }
  }

  /// Whoever found the line is told what it should say, and is not asked about a slope of theirs.
  @Test func theLineThatWasFoundIsPutRight() throws {
    for variant in 0..<40 {
      let question = try asked(.wrongLine, variant)
      let bug = try planted(question)
      let (right, own) = (try #require(bug.correction).text(.unicode), bug.lines[bug.wrong].right.text(.unicode))
      let feedback = question.judge("\(bug.wrong + 1)").feedback
      #expect(feedback.en.contains(" is \(right), not \(own). "))
      #expect(feedback.zh.contains(" 应是 \(right)，而不是 \(own)。"))
      #expect(!feedback.en.contains("your") && !feedback.zh.contains("你的"), "\(feedback)")
    }
  }

  /// What a Chinese keyboard types is read, wherever a number of something is asked for.
  @Test func fullWidthNumbersAreRead() throws {
    let chain = try asked(.chain, 5)
    func fullWidth(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    }
    let right = try #require(chain.tiles).rightAnswer.filter { $0 != " " }
    #expect(chain.judge(fullWidth(right)).kind == .right)
    #expect(try asked(.count, 0).judge("１").kind == .right)
    let bug = try asked(.wrongLine, 3)
    let line = try planted(bug).wrong + 1
    for text in [fullWidth("\(line)"), "\(line).", "\(line)、", " \(line) "] {
      #expect(bug.judge(text).kind == .right, "\(text)")
    }
    #expect(bug.judge("\(line).5").kind == .unreadable)
    #expect(bug.judge(".").kind == .unreadable)
  }

  /// "The second" may be the second of the list or of the answer: a tile is named by what stands on it.
  @Test func aWrongTileIsNamed() throws {
    let tiles = try #require(try asked(.chain, 5).tiles)
    let path = tiles.paths[0].compactMap { factor in tiles.factors.firstIndex(of: factor).map { $0 + 1 } }
    let wrong = try #require((1...tiles.factors.count).first { !path.contains($0) })
    let name = trace.network.architecture.expression(of: tiles.factors[wrong - 1]).text(.unicode)
    let feedback = tiles.judge("\(path[0]) \(wrong)").feedback
    let letter = Letter.text(wrong - 1)
    #expect(feedback.en.hasPrefix("Look at tile \(letter), \(name): "))
    #expect(feedback.zh.hasPrefix("看拼块 \(letter)，即 \(name)："))
  }

  @Test func theLastFactorIsLeftOutFirst() throws {
    let path = try #require(trace.localDerivatives(of: .loss, by: .parameter(0))?.first)
    let first = try asked(.blanks, 0)
    #expect(first.quantity(ofPart: 0) == path[4])
    #expect(try asked(.blanks, 1).quantity(ofPart: 0) == path[3])
    #expect(Question(.blanks, .gradient(.parameter(6)), on: trace) == nil)
    #expect(first.judge("0.4").kind == .right)
    #expect(first.judge("0.2").kind != .right)
  }
}

/// Chains that are typed in other ways than by letters in order.
@Suite struct ChainSpellingTests {
  private let trace = Trace(BundledNetworks.default, goals: [])

  private func tiles(_ parameter: Int, distractors: Int) throws -> Tiles {
    try #require(Tiles(chainOf: .gradient(.parameter(parameter)), trace, distractors: distractors, variant: 3))
  }

  @Test(arguments: [
    "dE/dout_O*dout_O/dnet_O*dnet_O/dw5", "dE/dout_O · dout_O/dnet_O · dnet_O/dw5",
    "∂E/∂out_O ∂out_O/∂net_O ∂net_O/∂w5", "dE/dw5 = dE/dout_O * dout_O/dnet_O * dnet_O/dw5",
    "dE/dnet_O*dnet_O/dw5", "dE/dout_O * dout_O/dw5",
  ])
  func aFormulaIsAChain(_ text: String) throws {
    let verdict = try tiles(4, distractors: 3).judge(text)
    #expect(verdict.kind == .right, "\(verdict.feedback.en)")
  }

  @Test(arguments: [
    "dE/dout_O*dout_O/dnet_O", "dE/dout_O*dnet_O/dw5", "dE/dout_O*dout_O/dnet_O*dnet_O/dw6", "dE/dw5", "out_h1",
    "-(target-out_O)*out_O*(1-out_O)*out_h1", "-0.0349326", "e", "dE/dout_O*", "",
  ])
  func whatIsNoChainIsNotRight(_ text: String) throws {
    let verdict = try tiles(4, distractors: 3).judge(text)
    #expect(verdict.kind != .right, "\(verdict.feedback.en)")
  }

  /// ∂E/∂out_O · ∂out_O/∂w5 is ∂E/∂w5, though one tile reaches over two links.
  @Test func tilesThatFoldLinksAreRight() throws {
    let tiles = try tiles(4, distractors: 4)
    let folded: [Quantity] = [.gradient(.out(2)), .derivative(of: .out(2), by: .parameter(4))]
    let places = folded.compactMap { tiles.factors.firstIndex(of: $0) }
    try #require(places.count == 2)
    let letters = places.map(Letter.text)
    #expect(tiles.judge(letters.joined()).kind == .right)
    #expect(tiles.judge(letters.reversed().joined(separator: " ")).kind == .unreadable)
    // With the slope besides, it is counted twice.
    let slope = try #require(tiles.factors.firstIndex(of: .derivative(of: .out(2), by: .net(2))))
    let twice = [letters[0], Letter.text(slope), letters[1]]
    #expect(tiles.judge(twice.joined(separator: " ")).mistakes == ["drop-output-slope"])
  }

  @Test func pathsMayBeAddedAsFormulas() throws {
    let tiles = try tiles(6, distractors: 2)
    let b1 = "dE/dout_O*dout_O/dnet_O*dnet_O/dout_h1*dout_h1/dnet_h1*dnet_h1/db1"
    let other = b1.replacing("h1", with: "h2")
    #expect(tiles.judge("\(b1) + \(other)").kind == .right)
    #expect(tiles.judge(b1).kind != .right)
    #expect(tiles.judge("\(b1) + \(b1)").kind != .right)
    #expect(tiles.judge("dE/dnet_h1*dnet_h1/db1 + dE/dnet_h2*dnet_h2/db1").kind == .right)
  }

  /// The tiles of a right path never lie as the chain goes.
  @Test func tilesAreShuffled() throws {
    for variant in 0..<60 {
      for parameter in [0, 4] {
        let tiles = try #require(
          Tiles(chainOf: .gradient(.parameter(parameter)), trace, distractors: 3, variant: variant))
        let path = tiles.paths[0]
        #expect(tiles.factors.filter(path.contains) != path)
      }
    }
  }
}

/// What is said to tiles that do not begin as any path does.
@Suite struct TilesBeginningTests {
  /// The way back from two outputs is one factor here, ∂E/∂out_h1: what is said must fit the tiles that lie there.
  @Test func theFeedbackFitsTheTiles() throws {
    let network = try #require(BundledNetworks.network(named: "mazur-2-2-2"))
    let trace = Trace(network, goals: [])
    let tiles = try #require(Tiles(chainOf: .gradient(.parameter(0)), trace, distractors: 4, variant: 3))
    let first = tiles.paths[0][0]
    #expect(first == .gradient(.out(0)))
    for (number, tile) in tiles.factors.enumerated() where tile != first {
      let verdict = tiles.judge("\(number + 1)")
      #expect(verdict.kind != .right)
      #expect(!verdict.feedback.en.contains("which node does E see"))
      guard verdict.kind == .unknown else { continue }
      #expect(verdict.feedback.en.contains("which tile has ∂E on top"))
    }
  }

  @Test func aWrongTileThatBeginsAtEIsNotSentBackToE() throws {
    let trace = Trace(BundledNetworks.default, goals: [])
    let tiles = try #require(Tiles(chainOf: .gradient(.parameter(0)), trace, distractors: 0, variant: 3))
    let second = try #require(tiles.factors.firstIndex(of: tiles.paths[0][1]))
    #expect(tiles.judge("\(second + 1)").feedback.en == "Begin at E: which tile has ∂E on top?")
  }
}
