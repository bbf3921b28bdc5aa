import Diagnostics
import Expressions
import Networks
import RandomNetworks
import Screen
import Testing
import Traces

@testable import Tutor

/// Commands that answer and change nothing: values, derivations, reasons, lists, help.
struct AnswerTests {
  @Test(arguments: [
    ("1*12", "1*12 = 12"), ("out_h1", "out_h1 = f(net_h1)\nout_h1 = f(-0.96)\nout_h1 = 0.276878"),
    ("w5", "w5 = -0.1"), ("eta", "eta = 0.8"), ("η", "eta = 0.8"),
    (
      "out_h1*(1-out_h1)",
      "out_h1*(1 - out_h1) = 0.27687819487561016*(1 - 0.27687819487561016)\nout_h1*(1 - out_h1) = 0.200217"
    ),
    ("E+", "E+ = 0.151434"), ("dnet_O/dw5", "dnet_O/dw5 = out_h1\ndnet_O/dw5 = 0.276878"),
    (
      "d(out_O^2)/dout_O",
      "d(out_O^2)/dout_O = 2*out_O\nd(out_O^2)/dout_O = 2*0.32348730529405545\n"
        + "d(out_O^2)/dout_O = 0.646975"
    ),
    (
      "dout_O/dout_h1",
      "dout_O/dout_h1 = out_O*(1 - out_O)*w5\n"
        + "dout_O/dout_h1 = 0.32348730529405545*(1 - 0.32348730529405545)*(-0.1)\ndout_O/dout_h1 = -0.0218843"
    ),
  ])
  func evaluating(_ line: String, _ answer: String) {
    var script = Script()
    let before = script.state
    #expect(script.line(line)?.text() == answer)
    #expect(script.state.reply?.kind == .answer)
    var after = script.state
    after.reply = nil
    after.history = []
    // A number can be used again as `ans`.
    after.board.result = before.board.result
    #expect(after == before)
  }

  @Test func evaluatingWhatCannotBe() {
    var script = Script()
    #expect(script.line("out_h3")?.text().contains("did you mean 'out_h1'?") == true)
    #expect(script.line("1 + * 2")?.kind == .fault)
    #expect(script.line(String(repeating: "(", count: 4_000))?.kind == .fault)
    #expect(script.line("1/0")?.text() == "1/0 = inf")
    #expect(script.line("0/0")?.text() == "0/0 = nan")
    #expect(script.line("dE/dE+")?.kind == .fault)
    // A fault leaves no answer of before behind.
    #expect(script.state.reply?.lines.count == 1)
  }

  // MARK: Derivations

  @Test func aDerivationNamesItsRules() {
    var script = Script()
    #expect(
      script.line(":diff E by w5")?.text() == """
        dE/dw5 = dE/dout_O * dout_O/dnet_O * dnet_O/dw5 [chain rule]
        dE/dout_O = -(target - out_O) [power rule]
        dout_O/dnet_O = out_O*(1 - out_O) [derivative of the sigmoid]
        dnet_O/dw5 = out_h1 [product with a constant]
        dE/dw5 = -(target - out_O)*out_O*(1 - out_O)*out_h1
        dE/dw5 = -0.0349326
        """)
    #expect(
      script.line(":diff out_O*(1-out_O) by out_O")?.text() == """
        d(out_O*(1 - out_O))/dout_O = dout_O/dout_O*(1 - out_O) + out_O*d(1 - out_O)/dout_O [product rule]
        d(1 - out_O)/dout_O = d(1)/dout_O - dout_O/dout_O [sum rule]
        d(out_O*(1 - out_O))/dout_O = 1 - 2*out_O
        d(out_O*(1 - out_O))/dout_O = 0.353025
        """)
    #expect(
      script.line(":diff out_h1*w5 by w1")?.text() == """
        d(out_h1*w5)/dw1 = d(out_h1*w5)/dout_h1 * dout_h1/dw1 [chain rule]
        d(out_h1*w5)/dout_h1 = dout_h1/dout_h1*w5 [product with a constant]
        d(out_h1*w5)/dout_h1 = w5
        dout_h1/dw1 = dout_h1/dnet_h1 * dnet_h1/dw1 [chain rule]
        dout_h1/dnet_h1 = out_h1*(1 - out_h1) [derivative of the sigmoid]
        dnet_h1/dw1 = i1 [product with a constant]
        dout_h1/dw1 = out_h1*(1 - out_h1)*i1
        d(out_h1*w5)/dw1 = w5*out_h1*(1 - out_h1)*i1
        d(out_h1*w5)/dw1 = -0.00800867
        """)
    #expect(script.line(":diff w5 by w6")?.text() == "dw5/dw6 = 0 [derivative of a constant]\ndw5/dw6 = 0")
    #expect(script.line(":diff i1 by i1")?.text().hasSuffix("di1/di1 = 1") == true)
  }

  @Test(arguments: [
    (
      "diff E by w9",
      "column 6: error: 'w9' is not a quantity known here\n  E by w9\n       ^~\nhelp: did you mean 'w1'?\n"
    ),
    ("diff E by dE/dw5", "column 6: error: 'dE/dw5' is not a quantity known here\n  E by dE/dw5\n       ^~~~~~\n"),
    ("diff E by w5+", "column 6: error: 'w5+' is not a quantity known here\n  E by w5+\n       ^~~\n"),
    (
      "diff E+ by w5",
      "column 1: error: 'E+' cannot be differentiated here\n  E+ by w5\n  ^\nhelp: use quantities of the forward pass\n"
    ),
  ])
  func derivationsThatCannotBe(_ line: String, _ says: String) {
    var script = Script()
    let text = script.line(line)?.text() ?? ""
    #expect(script.state.reply?.kind == .fault)
    #expect(text.hasPrefix(says) || text == says, "\(text)")
  }

  /// Every derivative that `:diff` answers agrees with a central difference, and so does the formula that it found.
  @Test(arguments: [
    "E", "out_O", "net_O", "net_h1", "out_h2", "w5", "dE/dw5", "dE/dw1", "dE/db1", "w5+", "w1+", "dE/dout_O",
    "out_O*(1-out_O)", "out_O*w5 + out_h1", "(target - out_O)^2/2", "ln(out_h1)*w1", "sigmoid(net_O*w5)",
    "out_h1/out_h2", "tanh(i1*w1)+i1^2", "exp(-net_h1)*dE/dw6", "d(out_h1*w5)/dw1", "e^(w5*out_h1)",
  ])
  func derivationsAgreeWithDifferences(_ formula: String) throws {
    let network = BundledNetworks.default
    for variable in network.givenQuantities + [.learningRate] {
      try Self.check(formula, by: variable, of: network)
    }
  }

  /// The same in networks of every kind, for the loss, an output value and a gradient.
  @Test(arguments: UInt64(1)...30)
  func derivationsInRandomNetworks(_ seed: UInt64) throws {
    let network = RandomNetworks.network(seed, depth: 3, width: 3)
    guard !network.isNearACorner() else { return }
    let architecture = network.architecture
    let last = architecture.name(of: .out(architecture.neuronCount - 1))
    for variable in network.givenQuantities.prefix(12) {
      for formula in ["E", last, "\(last)*E"] { try Self.check(formula, by: variable, of: network) }
    }
  }

  private static func check(_ formula: String, by variable: Quantity, of network: Network) throws {
    let name = network.architecture.name(of: variable)
    var script = Script(network)
    let answer = script.line(":diff \(formula) by \(name)")
    let reply = try #require(answer)
    #expect(reply.kind == .answer, "\(formula) by \(name): \(reply.text())")
    let difference = try centralDifference(formula, variable, network)
    let tolerance = 1e-6 * max(1, difference.magnitude)
    let trace = Trace(network, goals: [])
    // The value is the last line; before it stands the formula.
    var found: Double?
    for line in reply.lines.reversed() {
      if case .value(_, let value) = line {
        found = value
        continue
      }
      guard case .equation(let left, let right, _) = line, left == lastLeft(reply) else { break }
      let value = try trace.value(of: right)
      #expect((value - difference).magnitude <= tolerance, "\(formula) by \(name): \(right.text(.ascii)) is \(value)")
      found = found ?? value
      break
    }
    let value = try #require(found)
    #expect((value - difference).magnitude <= tolerance, "\(formula) by \(name): \(value), not \(difference)")
  }

  private static func lastLeft(_ reply: Reply) -> Expression? {
    switch reply.lines.last {
    case .equation(let left, _, _)?, .value(let left, _)?: left
    default: nil
    }
  }

  private static func centralDifference(_ formula: String, _ variable: Quantity, _ network: Network) throws -> Double {
    let step = 1e-5
    func value(_ nudge: Double) throws -> Double {
      var nudged = network
      let old = try #require(network[given: variable])
      nudged[given: variable] = old + nudge
      return try Trace(nudged, goals: []).value(of: nudged.parse(formula))
    }
    return try (value(step) - value(-step)) / (2 * step)
  }

  // MARK: Why

  @Test func reasonsAtEachKindOfStep() {
    var script = Script()
    let says: [(Int, String)] = [
      (0, "A net input is the weighted sum of what feeds the neuron, plus its bias."),
      (3, "An output is the activation function at the net input."),
      (18, "The loss says how far the output is from the target."),
      (21, "w5 moves E only along this path, so the slopes along it are multiplied."),
      (22, "power rule"), (27, "derivative of the sigmoid"), (32, "product with a constant"),
      (37, "Along one path the factors are multiplied."),
      (41, "Already found in step 9. The same number is used again, nothing is computed twice."),
      (63, "Gradient descent goes against the slope; η sets how far. Every gradient is taken at the old parameters."),
    ]
    for (place, reason) in says {
      script.line(":goto \(place + 1)")
      let reply = script.line(":why")
      #expect(reply?.kind == .answer)
      #expect(reply?.text().hasPrefix(reason) == true, "\(place): \(reply?.text() ?? "")")
      #expect(script.state.walk.index == place)
      let typed = script.state
      script.arrange(.key(.escape))
      script.press("w") { $0.reply = typed.reply }
    }
  }

  /// The derivation comes only once the walk has told the rule.
  @Test func reasonsDoNotTellAhead() {
    var script = Script()
    script.line(":goto 28")
    #expect(script.line(":why")?.lines.count == 2)
    script.line(":goto 30")
    #expect((script.line(":why")?.lines.count ?? 0) > 2)
  }

  @Test func reasonsOfSeveralPathsAndHeldParameters() {
    var script = Script(BundledNetworks.network(named: "mazur-2-2-2") ?? BundledNetworks.default)
    script.line(":walk dE/db1")
    let texts = (0..<script.state.walk.stops.count).compactMap { place -> String? in
      script.line(":goto \(place + 1)")
      return script.line(":why")?.text()
    }
    #expect(texts.contains { $0.contains("b1 reaches E along 2 paths: multiply along each, then add.") })
    #expect(texts.contains { $0.contains("Different paths add up: each carries its share of the change.") })
    #expect(texts.contains { $0.contains("This parameter is held: updates leave it alone.") })
  }

  // MARK: Lists

  @Test func valuesSayWhatIsMissing() {
    var script = Script()
    let first = script.line(":values")?.text() ?? ""
    #expect(first.contains("w5 = -0.1"))
    #expect(first.contains("eta = 0.8"))
    #expect(!first.contains("net_h1 = "))
    #expect(first.contains("not yet: net_h1, out_h1, net_h2"))
    script.line(":goto 22")
    let later = script.line(":values")?.text() ?? ""
    #expect(later.contains("net_h1 = -0.96"))
    #expect(later.contains("E = 0.166183"))
    #expect(!later.contains("dE/dw5 = "))
    script.line(":last")
    let last = script.line(":values")?.text() ?? ""
    #expect(last.contains("w1+ = 0.199192"))
    #expect(!last.contains("not yet"))
  }

  @Test func help() {
    var script = Script()
    script.send(.line(":help")) {
      $0.history = [":help"]
      $0.page = .help(0)
      $0.reply = Reply(.answer, Command.allCases.map { .entry($0.usage, $0.summary) })
    }
    // Its page closed, the list is gone.
    script.press(.escape) {
      $0.page = .walk
      $0.reply = nil
    }
    for command in Command.allCases {
      for name in [command.rawValue, ":" + command.rawValue] {
        #expect(script.line(":help \(name)") == Reply(.answer, [.entry(command.usage, command.summary)]))
      }
    }
    #expect(script.line(":h q")?.text() == ":quit leave")
  }

  @Test func everyAnswerHasBothLanguages() {
    var script = Script()
    for line in [":why", ":help", ":values", ":network", ":random x", ":goto", ":walk", ":walk x", ":lang x", ":xyz"] {
      guard let reply = script.line(line) else { continue }
      for case .words(let words) in reply.lines { #expect(words.en != words.zh || line == ":network", "\(line)") }
    }
  }
}
