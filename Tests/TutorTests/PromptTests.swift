import Networks
import RandomNetworks
import Screen
import Testing

@testable import Tutor

/// The line that is being typed: Emacs keys, history, completion, pasting.
struct PromptTests {
  /// A prompt with text in it, the cursor where `|` stands.
  private static func script(_ marked: String) -> Script {
    var script = Script()
    script.arrange(.key(.character(":")))
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    script.type(parts.joined())
    for _ in 0..<(parts.count > 1 ? parts[1].count : 0) { script.arrange(.key(.left)) }
    return script
  }

  private static func marked(_ script: Script) -> String? {
    script.state.prompt.map { $0.editor.textBeforeCursor + "|" + $0.editor.textAfterCursor }
  }

  @Test(arguments: [
    ("ab|cd", Key.left, "a|bcd"), ("ab|cd", .control("b"), "a|bcd"), ("|ab", .left, "|ab"),
    ("ab|cd", .right, "abc|d"), ("ab|cd", .control("f"), "abc|d"), ("ab|", .right, "ab|"),
    ("ab|cd", .home, "|abcd"), ("ab|cd", .control("a"), "|abcd"), ("ab|cd", .end, "abcd|"),
    ("ab|cd", .control("e"), "abcd|"), ("set w5=1|", .meta("b"), "set w5=|1"), ("set w5=|1", .meta("b"), "set |w5=1"),
    ("|set w5", .meta("f"), "set| w5"), ("set| w5", .meta("f"), "set w5|"), ("set |w5=1", .meta("d"), "set |=1"),
    ("ab|cd", .backspace, "a|cd"), ("ab|cd", .control("h"), "a|cd"), ("|ab", .backspace, "|ab"),
    ("ab|cd", .delete, "ab|d"), ("ab|cd", .control("d"), "ab|d"), ("ab|", .control("d"), "ab|"),
    ("set w5|=1", .control("w"), "set |=1"), ("set w5|=1", .control("u"), "|=1"),
    ("set w5|=1", .control("k"), "set w5|"),
    ("ab|cd", .control("t"), "acb|d"), ("abcd|", .control("t"), "abdc|"), ("|ab", .control("t"), "|ab"),
    ("a|", .control("t"), "a|"), ("ab|cd", .character("q"), "abq|cd"), ("ab|cd", .character("导"), "ab导|cd"),
    ("ab|", .pageUp, "ab|"), ("ab|", .function(5), "ab|"), ("ab|", .insert, "ab|"), ("ab|", .backTab, "ab|"),
  ])
  func editing(_ before: String, _ key: Key, _ after: String) {
    var script = Self.script(before)
    #expect(Self.marked(script) == before)
    let old = script.state
    let effects = script.arrange(.key(key))
    #expect(effects.isEmpty)
    #expect(Self.marked(script) == after)
    // Only the prompt has changed.
    var new = script.state
    new.prompt = old.prompt
    #expect(new == old)
  }

  @Test(arguments: [
    ("set w5|=1", Key.control("w"), "w5"), ("set w5|=1", .control("u"), "set w5"), ("set w5|=1", .control("k"), "=1"),
    ("set |w5=1", .meta("d"), "w5"),
  ])
  func whatWasCutComesBack(_ before: String, _ key: Key, _ cut: String) {
    var script = Self.script(before)
    script.arrange(.key(key), .key(.end), .key(.control("y")))
    #expect(script.state.prompt?.editor.text.hasSuffix(cut) == true)
    // Single characters that are deleted do not go into it.
    script.arrange(.key(.backspace), .key(.control("y")))
    #expect(script.state.prompt?.editor.text.hasSuffix(cut) == true)
  }

  @Test(arguments: [Key.escape, .control("c"), .control("g")])
  func closing(_ key: Key) {
    var script = Self.script("q w5|=1")
    script.press(key) { $0.prompt = nil }
  }

  @Test(arguments: [Key.backspace, .control("d")])
  func closingAnEmptyLine(_ key: Key) {
    var script = Self.script("")
    script.press(key) { $0.prompt = nil }
  }

  @Test func lettersAreTextHere() {
    var script = Self.script("")
    script.type("qQ?jk:/w")
    #expect(script.state.prompt?.editor.text == "qQ?jk:/w")
    #expect(script.state.walk.index == 0)
    script.press(.control("z"), effects: [.suspend])
    script.press(.control("l"), effects: [.redraw])
  }

  // MARK: History

  @Test func history() {
    var script = Script()
    for line in ["w5=1", "w5=2", "w5=2", " w5=3 "] { script.line(line) }
    #expect(script.state.history == ["w5=1", "w5=2", "w5=3"])
    script.arrange(.key(.character(":")))
    script.type("dr")
    for (key, text) in [
      (Key.up, "w5=3"), (.up, "w5=2"), (.control("p"), "w5=1"), (.up, "w5=1"), (.down, "w5=2"), (.control("n"), "w5=3"),
      (.down, "dr"), (.down, "dr"),
    ] {
      script.arrange(.key(key))
      #expect(script.state.prompt?.editor.text == text)
      #expect(script.state.prompt?.editor.cursor == text.count)
    }
    // A line of the history can be changed before it is sent.
    script.arrange(.key(.up), .key(.backspace))
    script.type("4")
    script.arrange(.key(.enter))
    #expect(script.state.history.last == "w5=4")
    #expect(script.state.walk.network.parameters[4] == 4)
  }

  @Test func historyIsNotForSearches() {
    var script = Script()
    script.line("w5=1")
    script.arrange(.key(.character("/")), .key(.up))
    #expect(script.state.prompt?.editor.text == "")
  }

  @Test func historyIsKeptShort() {
    var script = Script()
    for number in 1...600 { script.line(":goto \(number)") }
    #expect(script.state.history.count == 500)
    #expect(script.state.history.first == ":goto 101")
  }

  // MARK: Completion

  @Test(arguments: [
    (#"\partial"#, "∂"), (#"2*\partial"#, "2*∂"), ("wal", "walk "), (":rand", ":random "), ("lan", "lang "),
    ("set targ", "set target"), ("1+targ", "1+target"), ("out_h1/targ", "out_h1/target"), ("w5", "w5+"),
    ("out_", "out_"), ("net_O", "net_O"), ("dE/dw5", "dE/dw5"),
    ("∂E/∂targ", "∂E/∂targ"), ("dout_O/", "dout_O/dnet_O"), ("∂out_O/∂ne", "dout_O/dnet_O"), ("sigm", "sigmoid("),
    ("diff out_O by out_h", "diff out_O by out_h"), ("zzz", "zzz"), ("1 + ", "1 + "), ("set e", "set e"),
  ])
  func completing(_ typed: String, _ completed: String) {
    var script = Self.script(typed)
    script.arrange(.key(.tab))
    #expect(script.state.prompt?.editor.text == completed)
  }

  @Test func choices() {
    var script = Self.script("out_")
    script.arrange(.key(.tab))
    #expect(script.state.prompt?.choices == ["out_h1", "out_h2", "out_O"])
    // Keys that edit take the offer away; others leave it.
    script.arrange(.key(.control("l")))
    #expect(script.state.prompt?.choices == ["out_h1", "out_h2", "out_O"])
    script.arrange(.key(.character("h")))
    #expect(script.state.prompt?.choices == [])
    script.arrange(.key(.tab))
    #expect(script.state.prompt?.choices == ["out_h1", "out_h2"])
    script.type("1")
    script.arrange(.key(.tab))
    #expect(script.state.prompt?.editor.text == "out_h1")
    #expect(script.state.prompt?.choices == [])
  }

  @Test func choicesBeginWithCommands() {
    var script = Self.script("")
    script.arrange(.key(.tab))
    #expect(script.state.prompt?.choices.prefix(3) == ["next", "back", "first"])
    // No line offers more than fit the eye.
    #expect((script.state.prompt?.choices.count ?? 0) <= 40)
  }

  @Test func completionInTheMiddle() {
    var script = Self.script("set targ|=1")
    script.arrange(.key(.tab))
    #expect(Self.marked(script) == "set target|=1")
  }

  @Test func completionStaysQuickInLargeNetworks() {
    var script = Script(RandomNetworks.network([300, 40, 10]))
    script.arrange(.key(.character(":")))
    script.type("w1")
    script.arrange(.key(.tab))
    #expect(script.state.prompt?.choices.count == 40)
  }

  // MARK: Pasting

  @Test func pastedTextIsText() {
    var script = Script()
    let effects = script.arrange(.key(.paste("q\nw5=0.4\r\n\tq")))
    #expect(effects.isEmpty)
    #expect(script.state.prompt?.editor.text == "q w5=0.4  q")
    #expect(script.state.walk == Script().state.walk)
    script.arrange(.key(.home), .key(.paste("a\u{1B}[2Jb")))
    #expect(script.state.prompt?.editor.text.hasPrefix("a\u{1B}[2Jb") == true)
  }

  @Test func pastedTextIsCapped() {
    var script = Script()
    let long = String(repeating: "(", count: 1_000_000)
    script.arrange(.key(.paste(long)))
    #expect(script.state.prompt?.editor.characters.count == LineEditor.maxLineLength)
    script.arrange(.key(.paste(long)), .key(.character("x")))
    #expect(script.state.prompt?.editor.characters.count == LineEditor.maxLineLength)
    script.arrange(.key(.enter))
    #expect(script.state.reply?.kind == .fault)
    // One character can be a mountain of marks.
    script.arrange(.key(.paste("a" + String(repeating: "\u{301}", count: 100_000))))
    #expect((script.state.prompt?.editor.text.utf8.count ?? 0) < 100_000)
  }
}
