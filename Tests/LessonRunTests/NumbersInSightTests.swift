import Diagnosis
import Diagnostics
import Expressions
import LessonTesting
import Lessons
import Networks
import Questions
import Screen
import Testing
import Traces

@testable import Tutor
@testable import TutorViews

/// No question asks for a number that has to be looked up elsewhere: at 80×24, whatever was said to the answers before,
/// what the answer is derived from stands on the screen.
struct NumbersInSightTests {
  private static let lessons: [LessonCatalogue.Entry] = {
    var context = LessonContext()
    context.networkFiles = Curriculum.networks
    return LessonCatalogue(Curriculum.lessons, context: context).entries + SampleLessons.all
  }()

  @Test(arguments: Language.allCases) func everyQuestionHasItsNumbers(_ language: Language) throws {
    var count = 0
    for entry in Self.lessons {
      var state = try #require(LessonSolver.begin(entry, language))
      try Self.walk(&state, from: entry) { state, found, place in
        count += 1
        for missing in Self.missing(in: state, found: found) {
          Issue.record("\(entry.id) \(language) \(place): \(missing)")
        }
      }
    }
    #expect(count > 250)
  }

  /// The same where the learner is slow: after two wrong answers and two hints, and on the other numbers that follow when
  /// the answer had to be told.
  @Test(arguments: Language.allCases) func neitherHintsNorTriesHideThem(_ language: Language) throws {
    var (helped, likes) = (0, 0)
    for entry in Self.lessons {
      var state = try #require(LessonSolver.begin(entry, language))
      try Self.walk(&state, from: entry) { state, found, place in
        var slow = state
        for wrong in ["1234.5", "-77.25"] where slow.asking?.isSettled == false {
          _ = slow.update(.time(slow.now + 9_000))
          _ = slow.update(.line(wrong))
        }
        for _ in 0..<2 {
          _ = slow.update(.time(slow.now + 9_000))
          _ = slow.update(.key(.character("H")))
        }
        guard slow.asking?.isSettled == false else { return }
        helped += 1
        for missing in Self.missing(in: slow, found: found) {
          Issue.record("\(entry.id) \(language) \(place), helped: \(missing)")
        }
        for _ in 0..<8 where slow.asking?.like == nil && slow.asking?.isSettled == false {
          _ = slow.update(.time(slow.now + 9_000))
          _ = slow.update(.key(.character("H")))
        }
        _ = slow.update(.time(slow.now + 9_000))
        guard slow.asking?.like != nil, slow.asking?.isSettled == false else { return }
        likes += 1
        for missing in Self.missing(in: slow, found: []) {
          Issue.record("\(entry.id) \(language) \(place), on other numbers: \(missing)")
        }
      }
    }
    #expect(helped > 100)
    #expect(likes > 20)
  }

  /// The two tests above can fail: without its last rows the screen lacks much.
  @Test func withoutTheStripMuchIsMissing() throws {
    let entry = try #require(Self.lessons.first { $0.id == "other-weights" })
    var state = try #require(LessonSolver.begin(entry, .en))
    var missing = 0
    try Self.walk(&state, from: entry) { state, found, _ in
      var lines = Self.lines(state)
      lines.removeLast(5)
      missing += Self.missing(in: state, found: found, on: lines).count
    }
    #expect(missing > 20)
  }

  /// What a test asks later is not on the screens before it.
  @Test(arguments: Language.allCases) func testsGiveNothingAway(_ language: Language) throws {
    let entry = try #require(Self.lessons.first { $0.id == "final" })
    var state = try #require(LessonSolver.begin(entry, language))
    let pass = Pass(try #require(state.lesson).base)
    let places: [Quantity: String] = [
      .net(1): "net", .out(0): "out", .loss: "loss", .gradient(.parameter(5)): "w6", .updated(3): "new-w4",
    ]
    var seen = 0
    try Self.walk(&state, from: entry, visitingWords: true) { state, _, place in
      guard let run = state.lesson, state.walk.network == run.base else { return }
      let lines = Self.lines(state)
      for (quantity, id) in places where !run.isDone(id) {
        let text = DecimalText.significant(pass.value(of: quantity).magnitude, digits: 4)
        #expect(!lines.contains { $0.contains(text) }, "\(place): \(id) is seen")
        seen += 1
      }
      if !run.isDone("loss") {
        let out = DecimalText.significant(pass.outs[2], digits: 4)
        #expect(!lines.contains { $0.contains(out) }, "\(place): out_O is seen")
      }
    }
    #expect(seen > 15)
  }

  // MARK: Working through

  private static func lines(_ state: State) -> [String] { View.render(state, Size(columns: 80, rows: 24)).lines }

  /// Answers everything rightly; each open question is looked at with what was found before it.
  private static func walk(
    _ state: inout State, from entry: LessonCatalogue.Entry, visitingWords: Bool = false,
    _ look: (State, Set<Quantity>, String) throws -> Void
  ) throws {
    let count = try #require(state.lesson?.screens.count)
    var found: [(Network, Quantity)] = []
    for _ in 0..<(count * 60) {
      guard let run = state.lesson, !run.isAtEnd else { return }
      _ = state.update(.time(state.now + 9_000))
      let place = "screen \(run.screen + 1)"
      if visitingWords, run.ask == nil { try look(state, [], place) }
      guard let ask = run.ask, !run.isDone else {
        if let attempt = run.attempt, !run.isDone {
          _ = state.update(.line(try #require(RightAnswer.moves(attempt, state.walk.network))))
        } else {
          _ = state.update(.key(.right))
        }
        continue
      }
      let known = Set(found.filter { $0.0 == state.walk.network }.map(\.1))
      try look(state, known, place)
      let question = try #require(state.asking?.current)
      if case .number = ask.kind, question.ground.samples.count == 1, let quantity = question.quantity {
        found.append((question.network, quantity))
      }
      _ = state.update(.line(try #require(state.asking.flatMap(RightAnswer.text))))
    }
  }

  // MARK: What an answer needs

  /// Quantities that the answer is derived from and that are neither asked nor on the screen, nor to be worked out from what
  /// is.
  private static func missing(in state: State, found: Set<Quantity>, on lines: [String]? = nil) -> [String] {
    guard let question = state.asking?.current, question.ground.samples.count == 1 else {
      return missingSamples(in: state)
    }
    let sight = Sight(state, on: lines ?? self.lines(state), found: found.subtracting(question.subjects))
    var wanted = question.subjects + (question.quantity(ofPart: state.asking?.part ?? 0).map { [$0] } ?? [])
    switch question.ask?.kind {
    case .number(let answer, _)?, .expression(let answer, _)?, .sign(let answer)?:
      wanted += answer.leafNames.compactMap(question.network.architecture.quantity(named:))
    case .choice, .chain, .faded, .bug, .poll, .text, nil: break
    }
    return wanted.flatMap { sight.missing(for: $0) }
  }

  /// Of several samples the list of them and the parameters.
  private static func missingSamples(in state: State) -> [String] {
    guard let question = state.asking?.current else { return [] }
    let lines = lines(state)
    return question.network.givenQuantities.flatMap { quantity in
      Set(question.ground.samples.compactMap { $0[given: quantity] }).filter { value in
        !lines.contains { $0.contains(TextStyle.unicode.short(value)) }
      }.map { "\(question.network.architecture.name(of: quantity)) \($0)" }
    }
  }

  /// What can be read off a screen.
  private struct Sight {
    let lines: [String]
    let trace: Trace
    let asked: Set<Quantity>
    let found: Set<Quantity>

    init(_ state: State, on lines: [String], found: Set<Quantity>) {
      self.lines = lines
      trace = state.askedTrace
      asked = Set(state.asked)
      self.found = found
    }

    private var architecture: Architecture { trace.network.architecture }

    func missing(for quantity: Quantity) -> [String] {
      var seen: Set<Quantity> = []
      return lacking(quantity, &seen).map { "\(architecture.name(of: $0)) for \(architecture.name(of: quantity))" }
    }

    /// Nothing where a quantity is seen; else what lacks below it: itself where it is given or was found before.
    private func lacking(_ quantity: Quantity, _ seen: inout Set<Quantity>) -> [Quantity] {
      guard seen.insert(quantity).inserted else { return [] }
      if !asked.contains(quantity) {
        if isVisible(quantity) { return [] }
        if trace.network[given: quantity] != nil || found.contains(quantity) { return [quantity] }
      }
      return below(quantity).flatMap { lacking($0, &seen) }
    }

    /// By the trace that derives it: the steps that its step uses, and the names in its formula.
    private func below(_ quantity: Quantity) -> [Quantity] {
      if case .lossAfterUpdate = quantity { return (0..<architecture.parameterCount).map(Quantity.updated) }
      let walk = Walk(trace.network, showing: quantity)
      guard let step = walk.trace.steps.last(where: { $0.quantity == quantity && $0.reuses == nil }) else { return [] }
      let used = step.dependsOn.map { walk.trace[$0].quantity }.filter { $0 != quantity }
      let names = walk.trace.symbolic(step, isComplete: true).leafNames
      return used + names.compactMap(architecture.quantity(named:)).filter { $0 != quantity }
    }

    private func isVisible(_ quantity: Quantity) -> Bool {
      let value = trace.pass.value(of: quantity)
      let texts = [6, 5, 4].map { Expression.number(value).text(.unicode, numberDigits: $0) }
      func isShown(_ before: String, _ after: String = "") -> Bool {
        texts.contains { text in
          lines.contains { $0.contains(before + text + after) || $0.contains(before + text + "*" + after) }
        }
      }
      switch quantity {
      case .net(let neuron): return isShown(architecture.label(ofNeuron: neuron, .unicode, .en) + " ", " → ")
      case .out(let neuron):
        let net = trace.pass.nets[neuron]
        let nets = [6, 5, 4].map { Expression.number(net).text(.unicode, numberDigits: $0) } + ["not yet", "未求", "?"]
        return nets.contains { isShown(architecture.label(ofNeuron: neuron, .unicode, .en) + " " + $0 + " → ") }
      default:
        return isShown(architecture.text(of: quantity, .unicode) + " ")
          || isShown(architecture.expression(of: quantity).text(.unicode) + " ")
      }
    }
  }
}
