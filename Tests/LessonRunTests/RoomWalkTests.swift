import Keys
import LessonTesting
import Networks
import Screen
import Testing
import Traces
import Training
import TutorViews

@testable import Tutor

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
    #expect(lines.contains { $0.contains("a spotlight on a node or an edge") })
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
