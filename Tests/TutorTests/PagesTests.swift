import Diagnostics
import Networks
import Screen
import Testing
import Traces

@testable import Tutor

/// The pages besides the walk: help, the list of steps, a long answer.
struct PagesTests {
  @Test(arguments: [Key.character("?"), .function(1), .character("？")])
  func help(_ key: Key) {
    var script = Script()
    script.press(key) { $0.page = .help(0) }
    script.press(key) { $0.page = .walk }
  }

  @Test func scrolling() {
    var script = Script()
    script.arrange(.key(.character("?")))
    for (key, line) in [
      (Key.down, 1), (.character("j"), 2), (.character("l"), 3), (.right, 4), (.wheelDown, 5), (.pageDown, 15),
      (.character(" "), 25), (.up, 24), (.character("k"), 23), (.character("h"), 22), (.left, 21), (.wheelUp, 20),
      (.backspace, 19), (.pageUp, 9), (.pageUp, 0), (.up, 0),
    ] {
      script.press(key) { $0.page = .help(line) }
    }
    script.press("G") { $0.page = .help(Console.maxHelp) }
    script.press("g") { $0.page = .help(0) }
    script.press(.end) { $0.page = .help(Console.maxHelp) }
    script.press(.home) { $0.page = .help(0) }
  }

  @Test func overview() {
    var script = Script()
    script.arrange(.line(":goto 30"))
    script.press("o") { $0.page = .overview(10) }
    script.press(.down) { $0.page = .overview(11) }
    script.press(.pageDown) { $0.page = .overview(21) }
    script.press(.up) { $0.page = .overview(20) }
    script.press(.end) { $0.page = .overview(21) }
    script.press(.down) { $0.page = .overview(21) }
    script.press(.enter) {
      $0.page = .walk
      $0.walk.jump(to: 66)
    }
    script.press("o") { $0.page = .overview(21) }
    script.press(.home) { $0.page = .overview(1) }
    script.press(.up) { $0.page = .overview(1) }
    script.press("o") { $0.page = .walk }
    script.press("o") { $0.page = .overview(21) }
    script.press(.character("?")) { $0.page = .help(0) }
    script.press("o") { $0.page = .overview(21) }
    script.press(":") {
      $0.page = .walk
      $0.prompt = .init(purpose: .command, editor: LineEditor())
    }
  }

  @Test func clickingAStepInTheOverview() {
    var script = Script()
    script.arrange(.key(.character("o")))
    script.send(.goTo(stop: 40)) {
      $0.page = .walk
      $0.walk.jump(to: 40)
    }
    script.send(.goTo(stop: 1_000_000)) { $0.walk.jump(to: 68) }
    script.send(.goTo(stop: .min)) { $0.walk.jump(to: 0) }
  }

  @Test func aLongAnswer() {
    var script = Script()
    script.press("v")
    script.arrange(.line(":values"))
    let reply = script.state.reply
    script.press("v") { $0.page = .answer(0) }
    script.press(.down) { $0.page = .answer(1) }
    script.press(.up) { $0.page = .answer(0) }
    script.press("v") { $0.page = .walk }
    script.press("v") { $0.page = .answer(0) }
    script.press(.enter) { $0.page = .walk }
    script.press("v") { $0.page = .answer(0) }
    script.press(.escape) { $0.page = .walk }
    #expect(script.state.reply == reply)
    // The next Escape closes the answer, the next one what was selected; none of them leaves.
    script.press(.escape) { $0.reply = nil }
    script.press(.escape)
  }

  /// Esc closes, and never quits.
  @Test func escapeNeverQuits() {
    let ways: [[Event]] = [
      [], [.key(.character("?"))], [.key(.character("o"))], [.key(.character(":"))], [.key(.character("/"))],
      [.key(.character("m"))], [.key(.character("'"))], [.key(.character("1"))], [.key(.character("e"))],
      [.line(":values"), .key(.character("v"))], [.line(":help")], [.line("xyz+")], [.line("w5=0.4")],
    ]
    for way in ways {
      var script = Script()
      for event in way { script.arrange(event) }
      for _ in 0..<5 { #expect(script.arrange(.key(.escape)).isEmpty) }
      #expect(script.state.page == .walk)
      #expect(script.state.prompt == nil)
      #expect(script.state.reply == nil)
      #expect(script.state.pending == .none)
      #expect(script.state.before == nil)
      // q leaves from the walk only.
      #expect(script.arrange(.key(.character("q"))) == [.quit])
    }
  }

  @Test func quitClosesAPageFirst() {
    for key in ["?", "o"] {
      var script = Script()
      script.arrange(.key(.character(key)))
      script.press("q") { $0.page = .walk }
      script.press("q", effects: [.quit])
    }
  }

  @Test func keysThatMeanTheSameEverywhere() {
    for page in [Console.Page.walk, .help(0), .overview(1), .answer(0)] {
      var script = Script()
      if page == .help(0) { script.arrange(.key(.character("?"))) }
      if page == .overview(1) { script.arrange(.key(.character("o"))) }
      if page == .answer(0) { script.arrange(.line(":why"), .key(.character("v"))) }
      #expect(script.state.page == page)
      script.press(.control("l"), effects: [.redraw])
      script.press(.control("z"), effects: [.suspend])
      // What means nothing does nothing.
      for key in [Key.insert, .delete, .function(9), .control("x"), .meta("x"), .character("z"), .character("界")] {
        script.press(key)
      }
    }
  }
}
