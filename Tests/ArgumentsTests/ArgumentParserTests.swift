import Arguments
import Diagnostics
import Networks
import Testing

@Suite struct ArgumentParserTests {
  private func parse(_ line: String) throws(UsageFault) -> Request {
    try ArgumentParser.parse(line.split(separator: " ").map(String.init))
  }

  private func fault(_ line: String) -> UsageFault? {
    do throws(UsageFault) {
      _ = try parse(line)
      return nil
    } catch { return error }
  }

  @Test func commandAndOperands() throws {
    #expect(try parse("walk dE/dw5 w1") == .run(Invocation(.walk, operands: ["dE/dw5", "w1"])))
    #expect(try parse("eval w1 + w2") == .run(Invocation(.eval, operands: ["w1", "+", "w2"])))
  }

  /// Where nobody can choose from the menu, that is: the command is implied, and told from one that was written.
  @Test func withoutACommandTheWalkIsImplied() throws {
    var implied = Invocation(.walk)
    implied.isImplied = true
    #expect(try parse("") == .run(implied))
    implied.options = [.plain: []]
    #expect(try parse("--plain") == .run(implied))
    #expect(try parse("walk") == .run(Invocation(.walk)))
  }

  /// Both ways to write a value, before and behind the command.
  @Test(
    arguments: [
      "trace --format json --lang zh", "trace --format=json --lang=zh", "--lang zh trace --format json",
      "--lang=zh trace --format=json",
    ])
  func values(_ line: String) throws {
    #expect(try parse(line) == .run(Invocation(.trace, options: [.format: ["json"], .lang: ["zh"]])))
  }

  @Test func repeatedOptionsAddUpAndTheLastSingleOneCounts() throws {
    guard case .run(let invocation) = try parse("walk --set w5=1 --set w1=2,i1=3 --lang en --lang zh") else {
      Issue.record("no invocation")
      return
    }
    #expect(invocation.values(of: .set) == ["w5=1", "w1=2,i1=3"])
    #expect(invocation.value(of: .lang) == "zh")
  }

  @Test func whatLooksNegativeIsNoOption() throws {
    #expect(try parse("eval -0.5") == .run(Invocation(.eval, operands: ["-0.5"])))
    #expect(try parse("eval -w5*2") == .run(Invocation(.eval, operands: ["-w5*2"])))
    #expect(try parse("eval -- --w5") == .run(Invocation(.eval, operands: ["--w5"])))
    #expect(try parse("walk --set w5=-1") == .run(Invocation(.walk, options: [.set: ["w5=-1"]])))
    #expect(try parse("walk --set -1") == .run(Invocation(.walk, options: [.set: ["-1"]])))
    #expect(fault("walk --random -1") == .notASeed("-1"))
  }

  @Test func help() throws {
    #expect(try parse("--help") == .help(nil))
    #expect(try parse("-h") == .help(nil))
    #expect(try parse("help") == .help(nil))
    #expect(try parse("walk --help") == .help(.walk))
    #expect(try parse("--help walk") == .help(.walk))
    #expect(try parse("help eval") == .help(.eval))
    // Help is given even where something else is missing.
    #expect(try parse("eval -h") == .help(.eval))
    #expect(try parse("--version") == .version)
  }

  @Test func faults() {
    #expect(fault("wlak") == .unknownCommand("wlak", nearest: "walk"))
    #expect(fault("zzzzzz") == .unknownCommand("zzzzzz", nearest: nil))
    #expect(fault("help wlak") == .unknownCommand("wlak", nearest: "walk"))
    #expect(fault("walk --plian") == .unknownOption("--plian", command: .walk, nearest: "--plain"))
    #expect(fault("--networ x") == .unknownOption("--networ", command: nil, nearest: "--network"))
    #expect(fault("walk -x") == .unknownOption("-x", command: .walk, nearest: nil))
    let owners = CommandTable.commands.filter { $0.options.contains { $0.option == .format } }.map(\.command)
    #expect(owners.contains(.trace) && owners.contains(.eval))
    #expect(fault("practise --format json") == .foreignOption(.format, command: .practise, owners: owners))
    #expect(fault("eval E --format html") == .unknownChoice(.format, "html", ["text", "json"], nearest: nil))
    #expect(
      fault("trace --format jsno")
        == .unknownChoice(
          .format, "jsno", ["text", "json", "markdown", "latex", "html"], nearest: "json"))
    #expect(fault("walk --network") == .missingValue(.network, .network))
    #expect(fault("walk --network --plain") == .missingValue(.network, .network))
    #expect(fault("walk --network=") == .missingValue(.network, .network))
    #expect(fault("walk --plain=yes") == .unexpectedValue(.plain, "yes"))
    #expect(fault("walk --lang fr") == .unknownChoice(.lang, "fr", ["en", "zh"], nearest: nil))
    #expect(fault("walk --random 1.5") == .notASeed("1.5"))
    #expect(fault("eval") == .missingOperand(.expression, command: .eval))
    #expect(fault("man page") == .unexpectedOperand("page", command: .man))
    #expect(fault("help walk eval") == .unexpectedOperand("eval", command: .help))
    #expect(
      fault("completions tcsh")
        == .unknownOperand("tcsh", ["bash", "zsh", "fish", "lessons"], command: .completions, nearest: nil))
  }

  @Test func reportsSayWhatAndWhatToDo() {
    #expect(
      fault("walk --plian")?.report(.en) == """
        bptutor: there is no option '--plian'
        help: did you mean '--plain'?

        """)
    #expect(
      fault("walk --plian")?.report(.zh) == """
        bptutor: 没有选项“--plian”
        提示：是不是想写“--plain”？

        """)
  }

  // MARK: Gradients and numbers

  private func invocation(_ line: String) throws -> Invocation {
    guard case .run(let invocation) = try parse(line) else { throw UsageFault.unknownCommand(line, nearest: nil) }
    return invocation
  }

  @Test func gradients() throws {
    let architecture = BundledNetworks.default.architecture
    let names = try invocation("walk dE/dw5 ∂E/∂w1 b1 dE/dnet_h1 w5,w6 i2").gradients(of: architecture)
      .map(architecture.name(of:))
    #expect(names == ["dE/dw5", "dE/dw1", "dE/db1", "dE/dnet_h1", "dE/dw6", "dE/di2"])
  }

  @Test(arguments: [("dE/dw9", "dE/dw1"), ("E", nil), ("target", nil), ("dout_O/dnet_O", nil)] as [(String, String?)])
  func notGradients(_ name: String, nearest: String?) throws {
    let invocation = try invocation("walk \(name)")
    #expect(throws: UsageFault.notAGradient(name, nearest: nearest)) {
      try invocation.gradients(of: BundledNetworks.default.architecture)
    }
  }

  /// Numbers are drawn first, so that one of them can be set.
  @Test func numbers() throws {
    let network = BundledNetworks.default
    let changed = try invocation("walk --set w5=0.4,i1=1 --random 7 --set eta=w5").applyingNumbers(to: network)
    var expected = network.randomized(seed: 7)
    expected[given: .parameter(4)] = 0.4
    expected[given: .input(0)] = 1
    expected[given: .learningRate] = 0.4
    #expect(changed == expected)
  }

  @Test func wrongNumbers() throws {
    let invocation = try invocation("walk --set w5=1 --set w9=1,b7=2")
    do throws(Invocation.AssignmentFaults) {
      _ = try invocation.applyingNumbers(to: BundledNetworks.default)
      Issue.record("no fault")
    } catch {
      #expect(error.text == "w9=1,b7=2")
      #expect(error.diagnostics.map(\.range) == [0..<2, 5..<7])
    }
  }
}
