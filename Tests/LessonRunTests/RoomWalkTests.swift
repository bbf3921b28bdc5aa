import Configuration
import LessonTesting
import Networks
import Screen
import Testing
import Traces
import Training

@testable import Tutor
@testable import TutorViews

/// The walk and training in front of a room: a clicker is never swallowed.
struct RoomWalkTests {
  private func walk() -> State { State(Start(.room(.walk, .projector), network: BundledNetworks.default)) }

  @Test(arguments: [".", "b", "。"]) func aClickersKeysAreNoAnswers(_ key: String) {
    var state = walk()
    _ = state.update(.key(.pageDown))
    #expect(state.walk.index == 1)
    _ = state.update(.key(.character(key)))
    #expect(state.presentation?.isBlank == true && state.prompt == nil)
    _ = state.update(.key(.pageDown))
    #expect(state.presentation?.isBlank == false && state.walk.index == 1)
    // The letter of a mark is no command.
    _ = state.update(.key("m"))
    _ = state.update(.key("b"))
    #expect(state.presentation?.isBlank == false)
  }

  @Test func theRoomsKeysAreNamedInTheWalk() {
    var state = walk()
    #expect(View.render(state, Size(columns: 80, rows: 24)).lines.last?.contains(". dark") == true)
    _ = state.update(.key("?"))
    let lines = View.render(state, Size(columns: 80, rows: 24)).lines
    #expect(lines.contains { $0.contains("a spotlight on a factor, a node") })
    #expect(lines.contains { $0.contains("next, previous factor") })
    // A walk of one's own has none of them.
    let own = State(network: BundledNetworks.default)
    #expect(View.render(own, Size(columns: 80, rows: 24)).lines.last?.contains(". dark") == false)
  }

  /// Whatever is being asked or typed, a click goes on: first to the answer, then to the next step.
  @Test func aQuestionIsAnsweredByAClick() {
    var state = walk()
    _ = state.update(.key("a"))
    _ = state.update(.key("7"))
    #expect(state.prompt != nil && state.asking?.isSettled == false)
    _ = state.update(.key(.pageDown))
    #expect(state.prompt == nil && state.asking?.isSettled == true)
    #expect(state.walk.stop.stage == .value)
    let index = state.walk.index
    _ = state.update(.key(.pageDown))
    #expect(state.walk.index == index + 1 && state.asking == nil)
  }

  /// Where everything has to be predicted first, a clicker alone comes to the end.
  @Test func predictingDoesNotHoldTheClicker() {
    var state = walk()
    _ = state.update(.key("p"))
    #expect(state.predicts)
    var clicks = 0
    while state.walk.index + 1 < state.walk.stops.count, clicks < 1_000 {
      let before = (state.walk.index, state.asking)
      #expect(state.update(.key(.pageDown)) == [])
      #expect(before.0 != state.walk.index || before.1 != state.asking)
      clicks += 1
    }
    #expect(state.walk.index + 1 == state.walk.stops.count && clicks > state.walk.stops.count)
  }

  // MARK: For the last row

  /// At each stop the chain and the formula are alone in half as many rows and columns, and nothing is cut off.
  @Test(arguments: [LargeText.lines, .sized]) func theChainAndTheFormulaAreAlone(_ text: LargeText) throws {
    var state = walk()
    _ = state.update(.presented(.big(text)))
    for _ in state.walk.stops {
      let grid = View.render(state, Size(columns: 80, rows: 24))
      let area = try #require(grid.large.first)
      #expect(grid.large.count == 1 && area.text == text && area.rows == 1..<23)
      let usual = grid.lines.dropFirst().dropLast().joined()
      #expect(usual.isEmpty)
      let lines = area.grid.lines
      // As many fractions as factors, and that of the gradient.
      let fractions = lines.flatMap { $0.split { $0 != "─" } }.count
      let path = state.walk.step.path
      #expect(lines.contains { !$0.isEmpty } && (path.count < 2 || fractions > path.count), "\(state.walk.index)")
      if state.walk.stop.stage == .value, state.walk.step.kind != .chain {
        let value = Typesetter(state).number(state.walk.trace.value(of: state.walk.step))
        #expect(lines.joined().contains(value), "\(state.walk.index)")
      }
      _ = state.update(.key(.pageDown))
    }
    _ = state.update(.presented(.big(nil)))
    #expect(View.render(state, Size(columns: 80, rows: 24)).large.isEmpty)
  }

  @Test func elsewhereLettersAreSpaced() {
    var state = walk()
    _ = state.update(.key("B"))
    #expect(state.presentation?.isBig == true)
    for _ in 0..<8 { _ = state.update(.key(.tab)) }
    let grid = View.render(state, Size(columns: 80, rows: 24))
    #expect(grid.large.isEmpty && grid.lines.joined().contains("∂ o u t _ O"))
    // A line of a fraction goes on.
    #expect(grid.lines.joined().contains("────────"))
    // What is typed needs the usual screen.
    _ = state.update(.key(":"))
    #expect(View.render(state, Size(columns: 80, rows: 24)).lines.joined().contains("w3"))
  }

  @Test func theSpotlightFindsAFactor() throws {
    var state = walk()
    for _ in 0..<7 { _ = state.update(.key(.tab)) }
    let factors = state.walk.step.path
    #expect(factors.count > 1)
    _ = state.update(.key("x"))
    #expect(state.spotlight == factors[0])
    let grid = View.render(state, Size(columns: 80, rows: 24))
    let lit = (0..<24).flatMap { row in
      (0..<80).filter { grid[$0, row].style == Style(.focus, bold: true) }.map { (row, $0) }
    }
    #expect((6..<80).contains(lit.count) && Set(lit.map(\.0)).count <= 4)
    for _ in factors.dropFirst() { _ = state.update(.key("x")) }
    #expect(state.spotlight == factors.last)
    _ = state.update(.key("x"))
    #expect(state.spotlight == .loss)
  }

  @Test func leavingTheWalkIsAskedFor() {
    var state = walk()
    #expect(state.update(.key("q")) == [])
    #expect(View.render(state, Size(columns: 80, rows: 24)).lines.last?.contains("Leave the presentation?") == true)
    #expect(state.update(.key(.enter)) == [.quit])
  }

  // MARK: Training

  private func training() throws -> State {
    let scene = Start.Scene.training(title: "xor", epoch: 0, epochs: 320, side: .boundary, begins: false)
    var state = State(Start(.room(scene, .projector), network: BundledNetworks.default))
    let run = try #require(TrainingRun(DataGenerator.xor.suggestedNetwork(), data: DataGenerator.xor.dataSet()))
    _ = state.update(.trained(TrainingStatus(run, sample: 0)))
    return state
  }

  @Test func aClickerMovesTraining() throws {
    var state = try training()
    #expect(state.training?.isRunning == false)
    #expect(state.update(.key(.pageDown)) == [.go(20)])
    #expect(state.update(.key(".")) == [])
    #expect(state.presentation?.isBlank == true)
    let dark = View.render(state, Size(columns: 80, rows: 24))
    #expect(dark.cells.allSatisfy { $0.isSpace && $0.style == Style(.dark) })
    _ = state.update(.key("."))
    #expect(state.update(.key("q")) == [])
    #expect(View.render(state, Size(columns: 80, rows: 24)).lines.last?.contains("Leave the presentation?") == true)
    #expect(state.update(.key(.escape)) == [] && state.training != nil)
    #expect(state.update(.key("q")) == [] && state.update(.key("q")) == [.quit])
  }

  /// A run is brought back by its changes, each at its epoch, and stands still until it is gone on with.
  @Test func aRunIsBroughtBack() throws {
    let begun = try training()
    let start = Start(
      .room(
        .training(title: "xor", epoch: 0, epochs: 320, side: .boundary, begins: false), .projector),
      network: BundledNetworks.default)
    let run = try #require(TrainingRun(DataGenerator.xor.suggestedNetwork(), data: DataGenerator.xor.dataSet()))
    func status(_ epochs: Int) -> Event {
      run.train(epochs: epochs)
      return .trained(TrainingStatus(run, sample: 0))
    }
    let events: [Event] = [
      status(0), .key(" "), status(40), .key("+"), status(0), .key("n"), status(25),
    ]
    let kept = PresentationRun(start, events)
    let faster = try #require(
      kept.work.compactMap { if case .change(.learningRate(let rate)) = $0 { rate } else { nil } }.first)
    #expect(faster > (begun.training?.status?.settings.learningRate ?? 0))
    #expect(
      kept.work == [.go(toEpoch: 40), .change(.learningRate(faster)), .look(sample: 1), .go(toEpoch: 65)])
    var state = kept.state
    _ = state.update(.presented(.resumed(began: 5_000)))
    #expect(state.training?.isRunning == false && state.presentation?.asks == .resume)
    #expect(state.update(.key(.enter)) == [] && state.presentation?.asks == nil)
  }
}
