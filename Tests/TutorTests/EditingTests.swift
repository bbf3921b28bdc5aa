import Diagnostics
import Expressions
import Formats
import Networks
import RandomNetworks
import Screen
import Testing
import Traces

@testable import Tutor

/// Changing numbers: `:set`, selecting and nudging, undo and redo, fresh numbers, other networks.
struct EditingTests {
  private static let w5: Quantity = .parameter(4)

  private static func network(_ changes: (inout Network) -> Void) -> Network {
    var network = BundledNetworks.default
    changes(&network)
    return network
  }

  @Test(arguments: [":set w5=0.4", "set w5=0.4", "w5=0.4", ":w5 = 0.4", "：ｗ５＝０.４", "w₅ = 2/5", "set w5 = 0.1 + 0.3"])
  func settingOne(_ line: String) {
    var script = Script()
    script.arrange(.line(":goto 30"))
    script.send(.line(line)) {
      $0.history.append(line)
      $0.edit(Self.network { $0.parameters[4] = 0.4 })
      $0.reply = Reply(.notice, [.value(.symbol("w5"), 0.4)])
    }
    #expect(script.state.walk.index == 29)
    #expect(script.state.walk.network.parameters[4] == 0.4)
  }

  /// Everything that w5 feeds is other than before, everything else is not.
  @Test func whatChangedIsMarked() {
    var script = Script()
    script.line(":set w5=0.4")
    let architecture = script.state.walk.network.architecture
    let names = ["w5", "net_O", "out_O", "E", "dE/dout_O", "dE/dw1", "dE/db2", "w5+", "w1+"]
    for name in names {
      #expect(architecture.quantity(named: name).map(script.state.hasChanged) == true, "\(name)")
    }
    for name in ["w6", "i1", "net_h1", "out_h2", "target", "eta", "dnet_O/dw5"] {
      #expect(architecture.quantity(named: name).map(script.state.hasChanged) == false, "\(name)")
    }
    // Moving on, the marks go.
    script.press(.right) {
      $0.walk.jump(to: 1)
      $0.reply = nil
      $0.before = nil
    }
    #expect(!script.state.hasChanged(Self.w5))
  }

  @Test(arguments: [
    "set w5=0.4 i1=1 eta=0.5", "set w5=0.4,i1=1,eta=0.5", "set w5 = 0.4; i1 = 1; η = 1/2", "w5=0.4 i1=1 eta=0.5",
  ])
  func settingSeveral(_ line: String) {
    var script = Script()
    script.send(.line(line)) {
      $0.history = [line]
      $0.edit(
        Self.network {
          $0.parameters[4] = 0.4
          $0.inputs[0] = 1
          $0.learningRate = 0.5
        })
      $0.reply = Reply(
        .notice, [.value(.symbol("i1"), 1), .value(.symbol("w5"), 0.4), .value(.symbol("eta"), 0.5)])
    }
  }

  @Test func settingToAnExpression() {
    var script = Script()
    script.line("set w5 = 2*w6 + sigmoid(0)")
    #expect(script.state.walk.network.parameters[4] == 2 * -1.2 + 0.5)
    script.line("set w1 = w1+")
    #expect(script.state.walk.network.parameters[0] != 0.2)
    #expect(script.state.past.count == 2)
  }

  @Test func settingToTheSame() {
    var script = Script()
    script.send(.line(":set w5=-0.1")) {
      $0.history = [":set w5=-0.1"]
      $0.reply = .notice(Words(en: "That is its value already.", zh: "它已经是这个值。"))
    }
    #expect(script.state.past.isEmpty)
  }

  @Test(arguments: [
    (
      ":set w9=2",
      """
      column 1: error: this network has no 'w9'
        w9=2
        ^~
      help: did you mean 'w1'?

      """
    ),
    (
      "set net_O=3 w5=1/0",
      """
      column 1: error: 'net_O' is computed, so it cannot be set
        net_O=3 w5=1/0
        ^~~~~
      help: set inputs, weights, biases, targets or eta
      column 12: error: 'w5' must be a finite number
        net_O=3 w5=1/0
                   ^~~

      """
    ),
    (
      "w5=",
      """
      column 4: error: there is nothing here yet
        w5=
           ^
      help: write a number or a formula, such as out_h1*(1-out_h1)

      """
    ),
    (
      "set w5",
      """
      column 1: error: NAME=VALUE was expected
        w5
        ^~
      help: for example w5=0.4

      """
    ),
    (
      "w5 = 0.4 + ",
      """
      column 11: error: a number, a name or '(' was expected
        w5 = 0.4 +
                  ^

      """
    ),
  ])
  func faultsStandUnderTheirPlace(_ line: String, report: String) {
    var script = Script()
    let before = script.state
    script.line(line)
    #expect(script.state.reply?.kind == .fault)
    #expect(script.state.reply?.text() == report)
    #expect(script.state.reply?.text(.zh) != report)
    #expect(script.state.walk == before.walk)
    #expect(script.state.past.isEmpty)
  }

  @Test(arguments: ["nan", "inf", "-infinity", "1/0", "0/0", "1e999", "ln(0)", "ln(-1)", "exp(1000)"])
  func notFinite(_ value: String) {
    var script = Script()
    script.line(":set w5=\(value)")
    #expect(script.state.reply?.kind == .fault)
    #expect(script.state.walk.network == BundledNetworks.default)
  }

  @Test(arguments: ["E", "out_O", "net_h1", "dE/dw5", "w5+", "E+", "target_h1", "e"])
  func computedOrUnknown(_ name: String) {
    var script = Script()
    script.line(":set \(name)=1")
    #expect(script.state.reply?.kind == .fault)
    #expect(script.state.walk.network == BundledNetworks.default)
  }

  // MARK: Selecting and nudging

  @Test func selecting() {
    var script = Script()
    let all = script.state.walk.network.givenQuantities + [.learningRate]
    #expect(all.count == 2 + 8 + 1 + 1)
    for quantity in all { script.press("e") { $0.selection = quantity } }
    script.press("e") { $0.selection = all[0] }
    script.press("E") { $0.selection = .learningRate }
    script.press("E") { $0.selection = .target(0) }
    script.press(.escape) { $0.selection = nil }
    script.press("E") { $0.selection = .learningRate }
  }

  @Test func nudging() {
    var script = Script()
    script.press("+") {
      $0.reply = .notice(Words(en: "e chooses a number to nudge; so does a click.", zh: "先按 e（或点击）选择要调整的数。"))
    }
    script.press("e") {
      $0.selection = .input(0)
      $0.reply = nil
    }
    script.press("+") { $0.edit(Self.network { $0.inputs[0] = 0.5 }) }
    script.press("+") { $0.edit(Self.network { $0.inputs[0] = 0.6 }) }
    script.press("-") { $0.edit(Self.network { $0.inputs[0] = 0.5 }) }
    script.press("_") { $0.edit(Self.network { $0.inputs[0] = 0.4 }) }
    for step in [0.3, 0.2, 0.1, 0, -0.1] { script.press("-") { $0.edit(Self.network { $0.inputs[0] = step }) } }
    // From between two tenths to the next one.
    script.arrange(.line("i1=0.37"))
    script.press("+") {
      $0.edit(Self.network { $0.inputs[0] = 0.4 })
      $0.reply = nil
    }
    script.arrange(.line("i1=-0.37"))
    script.press("-") {
      $0.edit(Self.network { $0.inputs[0] = -0.4 })
      $0.reply = nil
    }
    script.arrange(.line("i1=1e200"))
    let huge = script.state.walk.network
    script.arrange(.key(.character("+")), .key(.character("-")))
    #expect(script.state.walk.network == huge)
  }

  @Test func nudgesStayShortNumbers() {
    var script = Script()
    script.arrange(.key(.character("e")))
    for _ in 0..<40 {
      script.arrange(.key(.character("+")))
      let text = DecimalText.shortest(script.state.walk.network.inputs[0])
      #expect(text.count <= 3)
    }
    #expect(script.state.walk.network.inputs[0] == 4.4)
  }

  @Test func typingAValueForTheSelection() {
    var script = Script()
    script.arrange(.select(.parameter(4)))
    script.press(.enter) { $0.prompt = .init(purpose: .command, editor: LineEditor("set w5=")) }
    script.type("0.4")
    script.press(.enter) {
      $0.prompt = nil
      $0.history = ["set w5=0.4"]
      $0.edit(Self.network { $0.parameters[4] = 0.4 })
      $0.reply = Reply(.notice, [.value(.symbol("w5"), 0.4)])
    }
  }

  // MARK: Undo

  @Test func undoAndRedo() {
    var script = Script()
    script.press("u") { $0.reply = .notice(Words(en: "There is nothing to undo.", zh: "没有可撤销的修改。")) }
    script.press(.control("r")) {
      $0.reply = .notice(Words(en: "There is nothing to redo.", zh: "没有可重做的修改。"))
    }
    script.arrange(.line(":goto 30"), .line("w5=0.4"), .line(":goto 10"))
    script.press("u") {
      _ = $0.undo()
      $0.reply = Reply(.notice, [.words(State.undone), .value(.symbol("w5"), -0.1)])
    }
    #expect(script.state.walk.network == BundledNetworks.default)
    // Where the edit was made; that it is taken back can be seen.
    #expect(script.state.walk.index == 29)
    #expect(script.state.hasChanged(Self.w5))
    script.press(.control("r")) {
      _ = $0.redo()
      $0.reply = Reply(.notice, [.words(State.redone), .value(.symbol("w5"), 0.4)])
    }
    #expect(script.state.walk.network.parameters[4] == 0.4)
    #expect(script.state.walk.index == 9)
    // A new edit forgets what was undone.
    script.arrange(.key(.character("u")), .line("w6=1"))
    #expect(script.state.future.isEmpty)
    script.line(":redo")
    #expect(script.state.reply?.text() == "There is nothing to redo.")
  }

  @Test func undoAcrossNetworks() {
    var script = Script()
    script.line("w5=0.4")
    let edited = script.state.walk.network
    script.line(":walk dE/dw3")
    let goals = script.state.walk.trace.goals
    script.line(":network mazur-2-2-2")
    script.line(":set target_o1=0.5")
    script.line(":undo")
    script.line(":undo")
    #expect(script.state.walk.network == edited)
    #expect(script.state.walk.trace.goals == goals)
    #expect(script.state.reply?.text() == "This is the network 2-2-1.")
    // What :reset brings back goes along.
    #expect(script.state.original == BundledNetworks.default)
    script.line(":undo")
    #expect(script.state.walk.network == BundledNetworks.default)
    for _ in 0..<3 { script.line(":redo") }
    #expect(script.state.original.name == "mazur-2-2-2")
    #expect(script.state.walk.network.targets == [0.5, 0.99])
    script.line(":reset")
    #expect(script.state.walk.network == BundledNetworks.network(named: "mazur-2-2-2"))
  }

  @Test func onlySoManyEditsAreKept() {
    var script = Script()
    for value in 1...300 { script.line("w5=\(value)") }
    #expect(script.state.past.count == 200)
    for _ in 0..<200 { script.line(":undo") }
    #expect(script.state.walk.network.parameters[4] == 100)
    script.line(":undo")
    #expect(script.state.reply?.text() == "There is nothing to undo.")
  }

  // MARK: Other numbers, other networks

  @Test func resetting() {
    var script = Script()
    script.send(.line(":reset")) {
      $0.history = [":reset"]
      $0.reply = .notice(Words(en: "The numbers are the first ones already.", zh: "已经是最初的数值。"))
    }
    script.arrange(.line("w5=0.4"), .line("i1=1"))
    script.send(.line(":reset")) {
      $0.history.append(":reset")
      $0.edit(BundledNetworks.default)
      $0.reply = .notice(Words(en: "The first numbers are back.", zh: "已恢复最初的数值。"))
    }
  }

  @Test func randomNumbers() {
    var script = Script()
    script.send(.line(":random"), effects: [.drawSeed]) { $0.history = [":random"] }
    script.send(.seed(7)) {
      $0.edit(BundledNetworks.default.randomized(seed: 7))
      $0.reply = .notice(Words(en: "Fresh numbers: seed 7 brings them again.", zh: "已换一组数值，种子 7 可再次得到它们。"))
    }
    let numbers = script.state.walk.network
    script.arrange(.line(":reset"), .line(":random 7"))
    #expect(script.state.walk.network == numbers)
    script.arrange(.line(":random \(UInt64.max)"))
    #expect(script.state.walk.network != numbers)
    #expect(script.state.walk.network.architecture == numbers.architecture)
  }

  @Test func bundledNetworks() {
    var script = Script()
    script.arrange(.line(":goto 30"), .key(.character("m")), .key(.character("a")), .key(.character("e")))
    guard let mazur = BundledNetworks.network(named: "mazur-2-2-2") else { return #expect(Bool(false)) }
    script.send(.line(":network mazur-2-2-2")) {
      $0.history.append(":network mazur-2-2-2")
      $0.open(mazur)
      $0.reply = .notice(Words(en: "This is the network mazur-2-2-2.", zh: "已打开网络 mazur-2-2-2。"))
    }
    #expect(script.state.walk.index == 0)
    #expect(script.state.marks.isEmpty)
    #expect(script.state.selection == nil)
    #expect(script.state.original == mazur)
    for name in BundledNetworks.names {
      let effects = script.arrange(.line(":network \(name)"))
      #expect(effects.isEmpty)
      #expect(script.state.walk.network == BundledNetworks.network(named: name))
    }
    script.line(":network")
    #expect(script.state.reply?.text().contains("negnevitsky-xor") == true)
  }

  @Test func networkFiles() {
    var script = Script()
    let file = NetworkFile.json(RandomNetworks.network([2, 3, 2])).pretty
    let network = try? NetworkFile.parse(SourceText(file))
    script.send(.line(":network my.json"), effects: [.read("my.json")]) { $0.history = [":network my.json"] }
    script.send(.read(name: "my.json", bytes: Array(file.utf8))) {
      if let network { $0.open(network) }
      $0.reply = .notice(Words(en: "This is the network sizes.", zh: "已打开网络 sizes。"))
    }
    #expect(script.state.walk.network == network)
  }

  @Test func faultyFiles() {
    var script = Script()
    let before = script.state
    script.arrange(.read(name: "my.json", bytes: Array("{\"inputs\": [\"i1\", \"i1\"],\n \"layer\": 3}".utf8)))
    let report = script.state.reply?.text() ?? ""
    #expect(script.state.reply?.kind == .fault)
    #expect(report.contains("my.json:1:"))
    #expect(report.contains("my.json:2:2: error: 'layer' is not a field of a network file"))
    #expect(report.contains("did you mean 'layers'?"))
    #expect(script.state.walk == before.walk)
    script.arrange(.read(name: "my.json", bytes: [0xFF, 0x00, 0x1B]))
    #expect(script.state.reply?.kind == .fault)
    script.arrange(.read(name: "my.json", bytes: []))
    #expect(script.state.reply?.kind == .fault)
    script.arrange(.read(name: "mazur-2-2", bytes: nil))
    #expect(
      script.state.reply?.text() == "There is no network or file 'mazur-2-2'. Did you mean 'mazur-2-2-1'?"
        || script.state.reply?.text() == "There is no network or file 'mazur-2-2'. Did you mean 'mazur-2-2-2'?")
    script.arrange(.read(name: "/tmp/gone.json", bytes: nil))
    #expect(script.state.reply?.text() == "The file '/tmp/gone.json' cannot be read.")
    #expect(script.state.walk == before.walk)
  }
}
