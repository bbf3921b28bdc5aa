import Diagnostics
import Expressions
import Networks
import Screen
import Testing
import Traces

@testable import Tutor

/// Every command in every form: with and without a colon, the full-width one of a Chinese keyboard, aliases, wrong words.
struct CommandLineTests {
  /// A command as typed, and what it changes.
  struct Case: Sendable, CustomTestStringConvertible {
    let lines: [String]
    var effects: [Effect] = []
    let change: @Sendable (inout State) -> Void

    var testDescription: String { lines.first ?? "" }

    init(_ lines: String..., effects: [Effect] = [], change: @escaping @Sendable (inout State) -> Void = { _ in }) {
      self.lines = lines
      self.effects = effects
      self.change = change
    }
  }

  private static let cases = [
    Case("next", "n", "NEXT", "next 1", "next  1 ") { $0.walk.jump(to: 30) },
    Case("next 3", "n 3", "next ３") { $0.walk.jump(to: 32) },
    Case("next 9223372036854775807") { $0.walk.jump(to: 68) },
    Case("back", "b", "prev", "previous", "back 1") { $0.walk.jump(to: 28) },
    Case("back 4", "b 4") { $0.walk.jump(to: 25) },
    Case("back 9223372036854775807") { $0.walk.jump(to: 0) },
    Case("first", "begin") { $0.walk.jump(to: 0) },
    Case("last", "end") { $0.walk.jump(to: 68) },
    Case("goto 12", "g 12", "go 12") { $0.walk.jump(to: 11) },
    Case("goto 9223372036854775807") { $0.walk.jump(to: 68) },
    Case("factor") { $0.walk.jump(to: 32) },
    Case("skip", "s") { $0.walk.jump(to: 31) },
    Case("find out_O") {
      $0.searched = "out_O"
      $0.walk.jump(to: 41)
    },
    Case("find ∂E/∂w1") {
      $0.searched = "∂E/∂w1"
      $0.walk.jump(to: 40)
    },
    Case("find") {
      $0.reply = .notice(Words(en: "/ searches for a quantity.", zh: "按 / 查找一个量。"))
    },
    Case("overview", "o") { $0.page = .overview(10) },
    Case("quit", "q", "exit", effects: [.quit]),
    Case("random", "seed", effects: [.drawSeed]),
    Case("network some.json", "net some.json", "load some.json", effects: [.read("some.json")]),
    Case("network 网络（１）.json", effects: [.read("网络（１）.json")]),
    Case("lang zh", "language zh", "lang ZH", "lang 中文", "lang chinese", "lang") { $0.language = .zh },
    Case("lang en", "lang english"),
  ]

  @Test(arguments: cases, [":", "：", ""])
  func forms(_ example: Case, colon: String) {
    for line in example.lines {
      var script = Script()
      script.arrange(.line(":goto 30"))
      script.send(.line("  \(colon)\(line) "), effects: example.effects) {
        $0.history.append(State.trimmed("\(colon)\(line)"))
        example.change(&$0)
      }
    }
  }

  @Test func theSameThroughThePrompt() {
    var script = Script()
    script.press(":") { $0.prompt = .init(purpose: .command, editor: LineEditor()) }
    script.type("goto 12")
    script.press(.enter) {
      $0.prompt = nil
      $0.history = ["goto 12"]
      $0.walk.jump(to: 11)
    }
    // A second colon does no harm, and the same line is kept once.
    script.press(":") { $0.prompt = .init(purpose: .command, editor: LineEditor()) }
    script.type(":12")
    script.press(.enter) {
      $0.prompt = nil
      $0.history = ["goto 12", ":12"]
    }
  }

  @Test func anEmptyLine() {
    var script = Script()
    // Without a screen, Enter goes on.
    script.send(.line("")) { $0.walk.jump(to: 1) }
    script.send(.line("  \t ")) { $0.walk.jump(to: 2) }
    script.send(.line(":")) { $0.history = [":"] }
    // In the prompt it only closes.
    script.arrange(.key(.character(":")))
    script.press(.enter) { $0.prompt = nil }
    script.arrange(.key(.character(":")))
    script.type("   ")
    script.press(.enter) { $0.prompt = nil }
  }

  @Test func aNumberAfterAColonIsAPlace() {
    var script = Script()
    script.send(.line(":12")) {
      $0.walk.jump(to: 11)
      $0.history = [":12"]
    }
    script.send(.line("：１２")) { $0.history.append("：１２") }
    script.send(.line(":999999")) {
      $0.walk.jump(to: 68)
      $0.history.append(":999999")
    }
    // More digits than any place has.
    script.arrange(.line(":first"))
    script.send(.line(":99999999999999999999")) {
      $0.history.append(":99999999999999999999")
      $0.walk.jump(to: 68)
    }
  }

  @Test(arguments: [
    ("next x", "How far? For example :next 3"), ("next 0", "How far? For example :next 3"),
    ("next 1 2", "How far? For example :next 3"), ("next 1.5", "How far? For example :next 3"),
    ("next -2", "How far? For example :next 3"), ("back -9223372036854775808", "How far? For example :back 3"),
    ("goto", "Which place? For example :goto 20"), ("goto x", "Which place? For example :goto 20"),
    ("goto 0", "Which place? For example :goto 20"),
    ("goto -9223372036854775808", "Which place? For example :goto 20"),
    ("walk", "Which gradient? For example :walk dE/dw3"),
    ("walk dE/dw9", "'dE/dw9' is not a gradient of E. Did you mean 'dE/dw1'?"),
    ("walk dE/dw3 nonsense", "'nonsense' is not a gradient of E."),
    ("walk target", "'target' is not a gradient of E."), ("walk E", "'E' is not a gradient of E."),
    ("walk dnet_O/dw5", "'dnet_O/dw5' is not a gradient of E."),
    ("set", "Set what? For example :set w5=0.4"),
    ("diff", "Write it like :diff out_O*(1-out_O) by out_O"),
    ("diff out_O", "Write it like :diff out_O*(1-out_O) by out_O"),
    ("diff by w5", "Write it like :diff out_O*(1-out_O) by out_O"),
    ("diff out_O by", "Write it like :diff out_O*(1-out_O) by out_O"),
    ("random x", "A seed is a whole number, such as :random 7"),
    ("random -1", "A seed is a whole number, such as :random 7"),
    ("random 99999999999999999999", "A seed is a whole number, such as :random 7"),
    ("lang fr", "Use :lang en or :lang zh."),
    ("help nexd", "There is no command 'nexd'. Did you mean 'next'?"), ("help xyzzy", "There is no command 'xyzzy'."),
    ("first x", ":first takes no argument; leave 'x' out."),
    ("why w5", ":why takes no argument; leave 'w5' out."),
    ("quit now", ":quit takes no argument; leave 'now' out."),
    ("undo 2", ":undo takes no argument; leave '2' out."),
    ("nxt 3", "'nxt' is neither a command nor a quantity. Did you mean 'next'?"),
    ("sett w5=0.4", "'sett' is neither a command nor a quantity. Did you mean 'set'?"),
    ("wlk dE/dw3", "'wlk' is neither a command nor a quantity. Did you mean 'walk'?"),
  ])
  func wrongWords(_ line: String, says: String) {
    for colon in [":", "："] {
      var script = Script()
      let before = script.state
      script.arrange(.line("\(colon)\(line)"))
      #expect(script.state.reply?.kind == .fault)
      #expect(script.state.reply?.text() == says)
      #expect(script.state.reply?.text(.zh) != says)
      // Nothing else has changed.
      var after = script.state
      after.reply = nil
      after.history = []
      #expect(after == before)
    }
  }

  @Test(arguments: [
    (":nexr", "'nexr' is neither a command nor a quantity. Did you mean 'next'?"),
    (":xyzzy", "'xyzzy' is neither a command nor a quantity. :help lists all commands."),
    (":out_h3", "'out_h3' is neither a command nor a quantity. Did you mean 'out_h1'?"),
    (":q2", "'q2' is neither a command nor a quantity. Did you mean 'i2'?"),
  ])
  func unknownWords(_ line: String, says: String) {
    var script = Script()
    #expect(script.line(line)?.text() == says)
    #expect(script.state.reply?.kind == .fault)
  }

  /// `b3` is a mistyped bias, not a command with a number, and `q2` does not end the session.
  @Test(arguments: ["b3", "h3", "n2", "g5", "s1", "u1", "v2", "o1", "q2", "e1"])
  func namesThatBeginLikeACommand(_ line: String) {
    var script = Script()
    script.arrange(.line(":goto 30"))
    let effects = script.arrange(.line(line))
    #expect(effects.isEmpty)
    #expect(script.state.walk.index == 29)
    #expect(script.state.page == .walk)
    #expect(script.state.reply?.kind == .fault)
    #expect(script.state.reply?.text().contains("column 1: error: '\(line)' is not a quantity known here") == true)
  }

  @Test(arguments: ["n", "b", "next", "set", "why", "s", "q", "o"])
  func quantitiesGoBeforeCommandsOfTheSameName(_ name: String) {
    let architecture = Architecture(
      inputs: [name], layers: [Layer(neurons: ["O"], activation: .sigmoid, bias: .none)], loss: .squaredError)
    var network = Network(name: "named", architecture: architecture)
    network.inputs = [0.5]
    guard architecture.quantity(named: name) != nil else { return }
    for (line, value) in [(name, "0.5"), ("\(name)+1", "1.5"), ("\(name) * 4", "2"), ("\(name)^2", "0.25")] {
      var script = Script(network)
      let effects = script.arrange(.line(line))
      #expect(effects.isEmpty)
      #expect(script.state.walk.index == 0)
      #expect(script.state.reply?.text().hasSuffix("= \(value)") == true, "\(line)")
    }
    var script = Script(network)
    script.arrange(.line("\(name) = 0.25"))
    #expect(script.state.walk.network.inputs == [0.25])
    // With its colon the command is meant.
    script.arrange(.line(":\(name)"))
    #expect(script.state.reply?.text().contains("0.25") != true || name == "set")
  }

  @Test func commandsTakeFormulasThatBeginWithASign() {
    for line in [
      ":diff (1-out_O)*out_O by out_O", "diff (1-out_O)*out_O by out_O", ":diff -out_O by out_O",
      "diff -out_O by out_O",
    ] {
      var script = Script()
      #expect(script.line(line)?.kind == .answer, "\(line)")
    }
  }

  @Test func everyCommandHasAUsageThatNamesIt() {
    for command in Command.allCases {
      #expect(command.usage.hasPrefix(":\(command.rawValue)"))
      #expect(Command(named: command.rawValue.uppercased()) == command)
      #expect(command.usage.contains(" ") == command.takesArgument || command == .next || command == .back)
    }
    for (alias, command) in Command.aliases { #expect(Command(named: alias) == command) }
  }
}
