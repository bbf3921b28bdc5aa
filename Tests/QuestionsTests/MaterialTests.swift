import Diagnosis
import Diagnostics
import Networks
import Questions
import Testing
import Traces

/// Tiles, planted bugs and faded examples.
@Suite struct MaterialTests {
  private let trace = Trace(BundledNetworks.default, goals: [])
  private var w1: Quantity { .gradient(.parameter(0)) }

  @Test func tilesHoldTheChainAndOthersOnce() throws {
    let tiles = try #require(Tiles(Question(.chain, w1, variant: 5), trace))
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
    let few = try #require(Tiles(Question(.chain, w1, variant: 5), trace))
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
    #expect(many.judge(many.rightAnswer.filter { $0 != " " }).kind == .unreadable)
  }

  @Test func aWrongTileIsPointedTo() throws {
    let question = Question(.chain, w1, variant: 5)
    #expect(question.judge("99", trace, earlier: [:]).kind == .unreadable)
    #expect(question.judge("one two", trace, earlier: [:]).kind == .unreadable)
    let tiles = try #require(Tiles(question, trace))
    let wrong = try #require((1...tiles.factors.count).first { tiles.factors[$0 - 1] != tiles.paths[0][0] })
    #expect(question.judge("\(wrong)", trace, earlier: [:]).kind == .unknown)
  }

  /// Every planted bug changes one line, and only that line is the right answer.
  @Test func exactlyOneLineOfAPlantedBugIsRight() throws {
    var mistakes: Set<String> = []
    for variant in 0..<40 {
      let question = Question(.bug, w1, variant: variant)
      let bug = try #require(PlantedBug(question, trace))
      mistakes.insert(bug.mistake)
      let lines = bug.comparison.lines
      #expect(lines.filter { $0.own != $0.right }.count == 1)
      for line in 1...lines.count {
        let verdict = question.judge("\(line)", trace, earlier: [:])
        #expect((verdict.kind == .right) == (line == bug.wrongLine + 1))
      }
      let right = trace.pass.value(of: w1)
      let own = try #require(lines.last).ownValue
      #expect((own - right).magnitude > 1e-3 * right.magnitude)
    }
    #expect(mistakes.count > 5)
  }

  @Test func theLastFactorIsLeftOutFirst() throws {
    let first = try #require(FadedExample(Question(.faded, w1), trace))
    #expect(first.missing == 4)
    #expect(try #require(FadedExample(Question(.faded, w1, variant: 1), trace)).missing == 3)
    #expect(FadedExample(Question(.faded, .gradient(.parameter(6))), trace) == nil)
    #expect(Question(.faded, w1).judge("0.4", trace, earlier: [:]).kind == .right)
    #expect(Question(.faded, w1).judge("0.2", trace, earlier: [:]).kind != .right)
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
