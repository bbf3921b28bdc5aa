import Diagnostics
import Expressions
import LessonTesting
import Lessons
import Networks
import Progress
import Questions
import Screen
import Skills
import Testing
import Traces

@testable import Tutor
@testable import TutorViews

/// The strip itself: marks, other sizes, other activities.
struct StripTests {
  private static let lessons: [LessonCatalogue.Entry] = {
    var context = LessonContext()
    context.networkFiles = Curriculum.networks
    return LessonCatalogue(Curriculum.lessons, context: context).entries
  }()

  private func lines(_ state: State, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    View.render(state, Size(columns: columns, rows: rows)).lines
  }

  private func begin(_ id: String, at question: String, _ language: Language = .en) throws -> State {
    let entry = try #require(Self.lessons.first { $0.id == id })
    var state = try #require(LessonSolver.begin(entry, language))
    let screen = try #require(state.lesson?.tasks.first { $0.id == question }?.screen)
    state.go(toScreen: screen)
    return state
  }

  /// What is asked is a question mark; what is given otherwise than in the rest of the lesson has a star.
  @Test func marks() throws {
    let other = lines(try begin("other-weights", at: "number-w3"))
    for text in ["i1 0.9*", "w6 0.5*", "target 0.2*", "i2 0.7 ", "w5 −0.1"] {
      #expect(other.contains { $0.contains(text) }, "\(text)")
    }
    let first = lines(try begin("final", at: "net"))
    #expect(first.contains { $0.contains("h2 ? → ") })
    #expect(first.contains { $0.contains("η 0.6") })
  }

  /// What was found stays found: on the strip, in the picture, in the panel of gradients.
  @Test func findingsStay() throws {
    var state = try begin("other-weights", at: "number-w2")
    let before = lines(state).joined(separator: "\n")
    #expect(!before.contains("found"))
    let answer = try #require(state.asking.flatMap(RightAnswer.text))
    _ = state.update(.line(answer))
    #expect(state.asking?.isSettled == true)
    #expect(state.findings.contains(.gradient(.parameter(1))))
    _ = state.update(.key(.right))
    #expect(lines(state).contains { $0.contains("found") && $0.contains("∂E/∂w2 ") })
  }

  /// What lessons before this one have found is not called missing; nor is it where they were not worked on, or come later.
  @Test(arguments: Language.allCases) func earlierLessonsAreRemembered(_ language: Language) throws {
    let entry = try #require(Self.lessons.first { $0.id == "shared-bias" })
    func panel(after read: [String]) throws -> [String] {
      var start = Start(.lesson(entry, seed: nil), network: BundledNetworks.default, language: language)
      start.library = Self.lessons
      var place = LessonPlace()
      place.isRead = true
      start.kept = KeptProgress(places: read.map { KeptPlace(lesson: $0, place: place.text) })
      var state = State(network: BundledNetworks.default, language: language)
      _ = state.update(.start(start))
      let screen = try #require(
        state.lesson?.screens.firstIndex { if case .show? = LessonRun.action(of: $0) { true } else { false } })
      state.go(toScreen: screen)
      return lines(state, 200, 60).filter { $0.contains("∂E/∂w5 ") || $0.contains("∂E/∂w3 ") }
    }
    let (w5, missing) = ("−0.0349326", language == .en ? "not yet" : "未求")
    let found = try panel(after: ["output-weight"])
    #expect(found.contains { $0.contains(w5) && !$0.contains("∂E/∂w5 " + missing) })
    for others in [[], ["forward-pass"], ["updates"]] {
      let lines = try panel(after: others)
      #expect(!lines.contains { $0.contains(w5) }, "\(others)")
      #expect(lines.contains { $0.contains(missing) })
    }
  }

  /// On a small screen the question is there, and what its answer is made of before anything else.
  @Test(arguments: Language.allCases) func smallScreens(_ language: Language) throws {
    let small = lines(try begin("other-weights", at: "number-w4", language), 40, 12)
    for text in ["∂E/∂w4", "i2 0.7", "w6 −1.2", "target 0.9", "0.3235", "0.1751"] {
      #expect(small.contains { $0.contains(text) }, "\(text)")
    }
    let large = lines(try begin("other-weights", at: "number-w4", language), 200, 60)
    for text in ["i2 0.7", "η 0.8", "target 0.9", "0.323487"] {
      #expect(large.contains { $0.contains(text) }, "\(text)")
    }
  }

  /// Problems and questions of the walk have their numbers in the picture or under it.
  @Test(arguments: Skill.allCases) func practiceHasItsNumbers(_ skill: Skill) throws {
    for seed in UInt64(1)...3 {
      var state = State(network: BundledNetworks.default)
      state.practise(skill, seed: seed)
      guard let quantity = state.asking?.quantity, state.asking?.question.wantsValue == true else { continue }
      try expectParts(of: quantity, in: state, "\(skill) \(seed)")
    }
  }

  @Test func questionsOfTheWalkHaveTheirNumbers() throws {
    for goal in ["dE/dw5", "dE/dw1", "dE/db1"] {
      var state = State(network: BundledNetworks.default)
      _ = state.update(.line(":walk \(goal)"))
      for stop in stride(from: 0, to: state.walk.stops.count, by: 3) {
        var asked = state
        _ = asked.update(.goTo(stop: stop))
        _ = asked.update(.line(":ask"))
        guard let quantity = asked.asking?.quantity, asked.asking?.question.wantsValue == true else { continue }
        try expectParts(of: quantity, in: asked, "\(goal) \(stop)")
      }
    }
  }

  /// One level down from what is asked everything that is known, and all that is given, stands on the screen.
  private func expectParts(of quantity: Quantity, in state: State, _ place: String) throws {
    let lines = lines(state)
    let trace = state.askedTrace
    for part in trace.parts(of: quantity) where state.knows(part) {
      let value = trace.pass.value(of: part)
      let texts = [6, 5, 4, 3].map { Expression.number(value).text(.unicode, numberDigits: $0) }
      let name = trace.network.architecture.name(of: part)
      #expect(lines.contains { line in texts.contains { line.contains($0) } }, "\(place): \(name) = \(value)")
    }
  }

  /// In wide networks only what is needed is shown, and the whole stays as quick as a key.
  @Test func wideNetworks() {
    var state = State(network: WideNetwork.network)
    _ = state.update(.line(":ask"))
    let lines = lines(state)
    #expect(lines.count == 24)
    #expect(lines.contains { $0.contains(" ? ") || $0.contains("?") })
    for line in lines { #expect(Screen.width(of: line) <= 80) }
  }
}

/// 300 inputs, 12 hidden neurons, 10 outputs.
private enum WideNetwork {
  static var network: Network {
    let architecture = Architecture(
      inputs: (1...300).map { "i\($0)" },
      layers: [
        Layer(neurons: (1...12).map { "h\($0)" }, activation: .sigmoid, bias: .shared),
        Layer(neurons: (1...10).map { "o\($0)" }, activation: .sigmoid, bias: .each),
      ], loss: .squaredError)
    return Network(name: "wide", architecture: architecture).randomized(seed: 3)
  }
}
