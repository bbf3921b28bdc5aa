import Diagnostics
import Expressions
import Formats
import Networks
import RandomNetworks
import Screen
import Testing
import Traces
import Training

@testable import Tutor

/// What holds after any events on any network.
struct RandomEventsTests {
  @Test(arguments: UInt64(1)...30)
  func nothingTrapsAndTheWalkStaysInRange(_ seed: UInt64) {
    var random = RandomSource(seed: seed)
    var state = State(network: RandomNetworks.network(seed))
    if seed % 2 == 0 { _ = state.use(Self.data(for: state.walk.network, &random)) }
    for _ in 0..<300 {
      let event = Self.event(&random, state)
      _ = state.update(event)
      #expect(state.walk.stops.indices.contains(state.walk.index), "\(event)")
      #expect(state.past.count <= 200)
      #expect((state.prompt?.editor.cursor ?? 0) <= (state.prompt?.editor.characters.count ?? 0))
      if let selection = state.selection { #expect(state.walk.network[given: selection] != nil) }
    }
  }

  @Test(arguments: UInt64(1)...30)
  func aStepForwardAndBackReturnsToTheSameStop(_ seed: UInt64) {
    var random = RandomSource(seed: seed)
    var state = State(network: RandomNetworks.network(seed))
    let last = state.walk.stops.count - 1
    for _ in 0..<50 {
      state.walk.jump(to: Int.random(in: 0..<max(1, last), using: &random))
      let before = state
      _ = state.update(.key(.right))
      _ = state.update(.key(.left))
      #expect(state == before)
    }
  }

  /// As many undos as edits give the network of the beginning, as many redos the last one.
  @Test(arguments: UInt64(1)...20)
  func undoReturnsTheEqualNetwork(_ seed: UInt64) {
    var random = RandomSource(seed: seed)
    var state = State(network: RandomNetworks.network(seed))
    var networks = [state.walk.network]
    for _ in 0..<60 {
      _ = state.update(Self.edit(&random, state))
      if state.walk.network != networks.last { networks.append(state.walk.network) }
      _ = state.update(.key(.right))
    }
    #expect(state.past.count == networks.count - 1)
    for network in networks.dropLast().reversed() {
      _ = state.update(.line(":undo"))
      #expect(state.walk.network == network)
      #expect(state.walk.trace.pass == Pass(network))
    }
    for network in networks.dropFirst() {
      _ = state.update(.line(":redo"))
      #expect(state.walk.network == network)
    }
  }

  /// A quantity is known from the stop at which its value is told, and not before.
  @Test(arguments: UInt64(0)...20)
  func nothingIsKnownBeforeItIsFound(_ seed: UInt64) {
    let network = seed == 0 ? BundledNetworks.default : RandomNetworks.network(seed)
    let state = State(network: network)
    let stops = state.walk.stops
    var told: Set<Quantity> = []
    var walk = state.walk
    let quantities = Set(walk.trace.steps.map(\.quantity))
    for (index, stop) in stops.enumerated() {
      walk.jump(to: index)
      let step = walk.trace[stop.step]
      // A product along one of several paths is not yet the gradient.
      let isPartial = step.kind == .product && step.pathCount > 1
      if stop.stage == .value, !isPartial { told.insert(step.quantity) }
      for quantity in quantities {
        #expect(
          walk.knows(quantity) == told.contains(quantity),
          "\(network.architecture.name(of: quantity)) at \(index + 1) of \(network.name)")
      }
      for quantity in network.givenQuantities + [.learningRate] { #expect(walk.knows(quantity)) }
      #expect(!walk.knows(.lossAfterUpdate))
    }
    #expect(told == quantities)
  }

  // MARK: Random events

  private static func data(for network: Network, _ random: inout RandomSource) -> DataSet {
    let (inputs, targets) = (network.inputs.count, network.targets.count)
    return DataSet(
      name: "random", inputCount: inputs, targetCount: targets,
      values: (0..<5 * (inputs + targets)).map { _ in random.next(in: 0...1) })
  }

  private static let keys: [Key] =
    [
      "l", "h", "H", "c", "p", "=", "g", "G", "s", "m", "'", "a", ":", "/", "n", "N", "w", "e", "E", "+", "-", "u", "v",
      "o", "?", "]", "[", "d", "f",
    ]
    .map(Key.character) + (0...9).map { .character("\($0)") } + [
      .tab, .backTab, .enter, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete,
      .control("r"), .control("a"), .control("k"), .control("y"), .control("w"), .control("t"), .control("u"),
      .meta("b"), .meta("d"), .meta("f"), .wheelUp, .wheelDown, .function(1), .paste("w1=0.3"), .paste("\u{1B}[31m\n"),
      .character("："), .character("é"), .character("中"), .character(""), .click(Point(column: 3, row: 3)),
    ]

  private static let words = [
    ":next", ":back 3", ":goto 7", ":walk dE/db1", ":walk w1 w2", ":why", ":values", ":help", ":random 3", ":reset",
    ":undo", ":redo", ":lang", ":find out", ":overview", ":network mazur-2-2-2", ":network 2-2-1", ":diff E by w1",
    "E", "dE/dw1", "w1+", "w1=0.5", "x0 = 1/3", "eta=0.1", "set w1=1e300", "set w1=1/0", "w99=1", "((((", "1+",
    ":skip", ":factor", ":last", ":first", ":diff w1+ by w1", "∂E/∂w1", ":diff E*E by x0", "",
    ":view delta", ":view factors", ":sample", ":sample 2", ":batch 1-3", ":batch off", ":samples", ":train 3",
    ":train 200000", ":check", ":fold", ":fold w1",
  ]

  private static func event(_ random: inout RandomSource, _ state: State) -> Event {
    let architecture = state.walk.network.architecture
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: return .key(keys.randomElement(using: &random) ?? .escape)
    case 5, 6: return .line(words.randomElement(using: &random) ?? "")
    case 7:
      let quantities: [Quantity] = [
        .input(0), .target(0), .loss, .learningRate, .lossAfterUpdate, .out(Int.random(in: -1...9, using: &random)),
        .net(Int.random(in: -1...9, using: &random)), .parameter(Int.random(in: -1...30, using: &random)),
        .gradient(.out(Int.random(in: 0..<architecture.neuronCount, using: &random))), .partialLoss(0),
      ]
      return .select(quantities.randomElement(using: &random) ?? .loss)
    case 8:
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return .time(Int.random(in: Int.min...Int.max, using: &random))
      case 1: return .line(":\(Command.allCases.randomElement(using: &random)?.rawValue ?? "")")
      default: return .goTo(stop: Int.random(in: -5...300, using: &random))
      }
    default: return edit(&random, state)
    }
  }

  private static func edit(_ random: inout RandomSource, _ state: State) -> Event {
    let network = state.walk.network
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .seed(random.next())
    case 1:
      let other = RandomNetworks.network(UInt64.random(in: 1...50, using: &random))
      return .read(name: "other.json", bytes: Array(NetworkFile.json(other).oneLine.utf8))
    case 2: return .line(":network \(BundledNetworks.names.randomElement(using: &random) ?? "")")
    case 3: return .line(":reset")
    default:
      let quantity = network.givenQuantities.randomElement(using: &random) ?? .learningRate
      let value = (random.next(in: -2...2) * 100).rounded() / 100
      return .line("\(network.architecture.name(of: quantity))=\(value)")
    }
  }
}
