import Diagnostics
import Networks
import Screen
import Testing
import Traces

@testable import Tutor

/// Keys that move in the walk of the 2-2-1 network: 21 places of the forward pass, 19 of ∂E/∂w5, 23 of ∂E/∂w1, 6 of the
/// update.
struct MovingTests {
  private static let (w5, w1, update, last) = (21, 40, 63, 68)

  @Test func theWalkHasItsPlaces() {
    let walk = Script().state.walk
    #expect(walk.stops.count == Self.last + 1)
    #expect(walk.index == 0)
    #expect(walk.firstUpdate == Self.update)
    #expect(walk.trace.goals.map(walk.network.architecture.name(of:)) == ["dE/dw5", "dE/dw1"])
  }

  @Test(arguments: [
    Key.right, .down, .enter, .pageDown, .wheelDown, .character("l"), .character("j"), .character(" "),
    .character("ｊ"),
  ])
  func next(_ key: Key) {
    var script = Script()
    for place in 1...Self.last { script.press(key) { $0.walk.jump(to: place) } }
    // Beyond the last stop comes what the walk came to, where Enter changes η.
    script.press(key) { $0.showReward() }
    guard key != .enter else { return }
    script.press(key) { $0.reply = Self.end }
    // A notice goes with the next move: back from there to the last stop, then on.
    script.press(.left) { $0.hideReward() }
    script.press(.left) { $0.walk.jump(to: Self.last - 1) }
  }

  /// All parameters are updated at once; another η says at once what it would do.
  @Test func theWalkEndsWithItsReward() throws {
    var state = Script().state
    _ = state.update(.key(.character("G")))
    #expect(!state.showsReward)
    _ = state.update(.key(.right))
    #expect(state.showsReward)
    let pass = Pass(state.walk.network)
    #expect(state.board.updatedNetwork.parameters == pass.updatedParameters)
    #expect(Pass(state.board.updatedNetwork).loss == pass.lossAfterUpdate)
    var other = state.walk.network
    other.learningRate = 4
    #expect(state.board.lossAfterUpdate(learningRate: 4) == Pass(other).lossAfterUpdate)
    // η is chosen: + moves it, and the end stays in sight.
    _ = state.update(.key(.character("+")))
    #expect(abs(state.walk.network.learningRate - 0.9) < 1e-12)
    #expect(state.showsReward)
    // A question, or any move, leaves it.
    var asked = state
    _ = asked.update(.key(.character("a")))
    #expect(!asked.showsReward)
    _ = state.update(.key(.character("[")))
    #expect(!state.showsReward)
    _ = state.update(.key(.character("G")))
    #expect(!state.showsReward)
  }

  @Test(arguments: [
    Key.left, .up, .pageUp, .backspace, .wheelUp, .character("h"), .character("k"),
  ])
  func back(_ key: Key) {
    var script = Script()
    script.press("G") { $0.walk.jump(to: Self.last) }
    for place in (0..<Self.last).reversed() { script.press(key) { $0.walk.jump(to: place) } }
    script.press(key) {
      $0.reply = .notice(Words(en: "This is the beginning.", zh: "已经是开头。"))
    }
  }

  @Test(arguments: [(Key.character("g"), Key.character("G")), (.home, .end)])
  func firstAndLast(_ first: Key, _ last: Key) {
    var script = Script()
    script.press(last) { $0.walk.jump(to: Self.last) }
    script.press(last)
    script.press(first) { $0.walk.jump(to: 0) }
    script.press(first)
  }

  @Test func factorsBothWays() {
    var script = Script()
    script.arrange(.line(":goto \(Self.w5 + 1)"))
    // The chain, then three factors of five places each, then the product.
    for place in [22, 27, 32, 37, Self.w1] { script.press(.tab) { $0.walk.jump(to: place) } }
    // Back from the beginning of a step to the beginning of the one before.
    for place in [37, 32] { script.press(.backTab) { $0.walk.jump(to: place) } }
    script.press(.right) { $0.walk.jump(to: 33) }
    // Back from its middle to its own beginning.
    script.press(.backTab) { $0.walk.jump(to: 32) }
    script.arrange(.key(.character("g")))
    script.press(.backTab) { $0.reply = Self.beginning }
  }

  @Test func theLastFactorLeadsToTheEnd() {
    var script = Script()
    script.arrange(.line(":goto 67"))
    script.press(.tab) { $0.walk.jump(to: Self.last) }
    script.press(.tab) { $0.showReward() }
    script.press(.tab) { $0.reply = Self.end }
  }

  @Test func sections() {
    var script = Script()
    for place in [Self.w5, Self.w1, Self.update, Self.last] { script.press("]") { $0.walk.jump(to: place) } }
    script.press("]") { $0.showReward() }
    script.press("]") { $0.reply = Self.end }
    script.press("[") {
      $0.hideReward()
      $0.walk.jump(to: Self.update)
    }
    for place in [Self.w1, Self.w5, 0] { script.press("[") { $0.walk.jump(to: place) } }
    script.press("[") { $0.reply = Self.beginning }
    // From the middle to the beginning of the same section.
    script.arrange(.line(":goto 30"))
    script.press("[") {
      $0.walk.jump(to: Self.w5)
      $0.reply = nil
    }
    // The brackets of a Chinese input method.
    script.press("】") { $0.walk.jump(to: Self.w1) }
    script.press("【") { $0.walk.jump(to: Self.w5) }
  }

  @Test func skippingTheReveals() {
    var script = Script()
    script.arrange(.line(":goto \(Self.w5 + 1)"))
    // To the end of each factor in turn, then of the product.
    for place in [26, 31, 36, 39] { script.press("s") { $0.walk.jump(to: place) } }
    script.arrange(.line(":goto 25"))
    script.press("s") { $0.walk.jump(to: 26) }
    script.arrange(.key(.character("G")))
    script.press("s") { $0.showReward() }
  }

  @Test func counts() {
    var script = Script()
    script.press("1") { $0.pending = .count(1) }
    script.press("2") { $0.pending = .count(12) }
    script.press("G") {
      $0.pending = .none
      $0.walk.jump(to: 11)
    }
    script.press("3") { $0.pending = .count(3) }
    script.press("0") { $0.pending = .count(30) }
    script.press("G") {
      $0.pending = .none
      $0.walk.jump(to: 29)
    }
    // A count without an end stays a number, and Escape forgets it.
    for _ in 0..<100 { script.arrange(.key(.character("9"))) }
    script.press(.escape) { $0.pending = .none }
    script.arrange(.key(.character("9")), .key(.character("9")))
    script.press("G") {
      $0.pending = .none
      $0.walk.jump(to: Self.last)
    }
    // Another key forgets one.
    script.press("7") { $0.pending = .count(7) }
    script.press("g") {
      $0.pending = .none
      $0.walk.jump(to: 0)
    }
  }

  /// Ctrl-C: the first press tells the way out and ends nothing, the second takes it; a page is closed.
  @Test func interrupting() {
    let hint = Reply.notice(Words(en: "Ctrl-C again, or q, leaves.", zh: "再按一次 Ctrl-C（或按 q）离开。"))
    var script = Script()
    script.arrange(.line(":goto 5"))
    script.press(.control("c")) { $0.reply = hint }
    script.press(.right) {
      $0.reply = nil
      $0.walk.jump(to: 5)
    }
    script.press("m") { $0.pending = .setMark }
    script.press(.control("c")) {
      $0.pending = .none
      $0.reply = hint
    }
    script.press(.control("c"), effects: [.quit]) { $0.reply = nil }
    script.press("o") { $0.page = .overview($0.walk.stop.step) }
    script.press(.control("c")) { $0.page = .walk }
  }

  @Test func marks() {
    var script = Script()
    script.arrange(.line(":goto 30"))
    script.press("m") { $0.pending = .setMark }
    script.press("a") {
      $0.pending = .none
      $0.marks = ["a": 29]
      $0.reply = .notice(Words(en: "Marked as a; ' a comes back here.", zh: "已标记为 a，按 ' a 回到这里。"))
    }
    script.press("g") {
      $0.walk.jump(to: 0)
      $0.reply = nil
    }
    script.press("'") { $0.pending = .goToMark }
    script.press("a") {
      $0.pending = .none
      $0.walk.jump(to: 29)
    }
    script.press("'") { $0.pending = .goToMark }
    script.press("b") {
      $0.pending = .none
      $0.reply = .notice(
        Words(en: "There is no mark b yet; m b sets it.", zh: "还没有标记 b，按 m b 设置。"))
    }
    // Another key than a name forgets what was begun, and does nothing else.
    script.press("m") { $0.pending = .setMark }
    script.press(.escape) { $0.pending = .none }
    script.press("'") { $0.pending = .goToMark }
    script.press(.right) { $0.pending = .none }
  }

  @Test func marksFollowTheUpdate() {
    var script = Script()
    script.arrange(.line(":goto 5"), .key(.character("m")), .key(.character("a")))
    script.arrange(.line(":last"), .key(.character("m")), .key(.character("z")))
    let stage = script.state.walk.stop.stage
    script.arrange(.line(":walk dE/dw3"))
    #expect(script.state.marks["a"] == 4)
    script.arrange(.key(.character("'")), .key(.character("z")))
    #expect(script.state.walk.step.quantity == .updated(0))
    #expect(script.state.walk.stop.stage == stage)
  }

  @Test func searching() {
    var script = Script()
    script.press("/") { $0.prompt = .init(purpose: .search, editor: LineEditor()) }
    script.type("out_h1")
    script.press(.enter) {
      $0.prompt = nil
      $0.searched = "out_h1"
      $0.walk.jump(to: 3)
    }
    // Steps in whose names it occurs: the output, two factors of dE/dw1.
    let found = [50, 45, 3]
    script.press("n") { $0.walk.jump(to: found[1]) }
    script.press("n") { $0.walk.jump(to: found[0]) }
    script.press("n") { $0.walk.jump(to: found[2]) }
    script.press("N") { $0.walk.jump(to: found[0]) }
    script.press("N") { $0.walk.jump(to: found[1]) }
    // Without text the last search is repeated.
    script.press("/") { $0.prompt = .init(purpose: .search, editor: LineEditor()) }
    script.press(.enter) {
      $0.prompt = nil
      $0.walk.jump(to: found[0])
    }
    script.arrange(.key(.character("/")))
    script.type("Q")
    script.press(.enter) {
      $0.prompt = nil
      $0.searched = "Q"
      $0.reply = .notice(Words(en: "No step is about Q.", zh: "没有与 Q 有关的步骤。"))
    }
  }

  @Test func searchingForAPartialDerivative() {
    var script = Script()
    script.press("n") {
      $0.reply = .notice(Words(en: "/ searches for a quantity.", zh: "按 / 查找一个量。"))
    }
    script.arrange(.key(.character("/")))
    script.type("∂E/∂W1")
    script.press(.enter) {
      $0.prompt = nil
      $0.searched = "∂E/∂W1"
      $0.walk.jump(to: Self.w1)
      $0.reply = nil
    }
  }

  @Test func fullWidthKeysOfAChineseInputMethod() {
    var script = Script(language: .zh)
    script.press("：") { $0.prompt = .init(purpose: .command, editor: LineEditor()) }
    script.press(.escape) { $0.prompt = nil }
    script.press("／") { $0.prompt = .init(purpose: .search, editor: LineEditor()) }
    script.press(.escape) { $0.prompt = nil }
    script.press("、") { $0.prompt = .init(purpose: .search, editor: LineEditor()) }
    script.press(.escape) { $0.prompt = nil }
    script.press("？") { $0.page = .help(0) }
    script.press("？") { $0.page = .walk }
    script.press("　") { $0.walk.jump(to: 1) }
    script.press("‘") { $0.pending = .goToMark }
    script.press(.escape) { $0.pending = .none }
  }

  static let beginning = Reply.notice(Words(en: "This is the beginning.", zh: "已经是开头。"))
  static let end = Reply.notice(
    Words(
      en: "This is the end of the walk. :walk dE/dw3 goes on with another gradient.",
      zh: "推导到此结束。输入 :walk dE/dw3 可继续推导别的梯度。"))
}

extension State {
  /// What the last stop's next key does.
  fileprivate mutating func showReward() {
    board.rewardIndex = walk.index
    selection = .learningRate
  }

  fileprivate mutating func hideReward() {
    board.rewardIndex = nil
    selection = nil
    reply = nil
  }
}
