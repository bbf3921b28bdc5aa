import Diagnosis
import Diagnostics
import Expressions
import Glibc
import LessonTesting
import Lessons
import Networks
import Questions
import Screen
import Skills
import Traces
import Tutor
import TutorViews

/// Works through a lesson with the mistakes of students, and says of every reply whether it fits.
///
/// The criteria are not the tutor's: a slip that is named must give the digits typed, a question must not be about what the
/// screen shows, a sign question must be about this case, and a test must fail the answer that it is asked of.
struct AnswerAudit {
  /// What a reply is worth.
  enum Worth: String, CaseIterable {
    /// It is about what was done.
    case fitting
    /// It says that it knows no such slip, and leads to the next smaller step.
    case honest
    case misleading
    /// A wrong answer that counted as right.
    case accepted
  }

  struct Finding {
    let place: String
    let answer: String
    let what: String
    let worth: Worth
    let why: String
    let reply: String

    var line: String { "\(worth.rawValue): \(place) '\(answer)' (\(what)) \(why): \(reply)" }
  }

  private(set) var findings: [Finding] = []
  private var random: RandomSource
  private let language: Language
  private let lesson: String

  /// At one question no more answers than this, so that none outweighs the others.
  private static let maxAnswers = 7
  private static let size = Size(columns: 80, rows: 24)

  init(_ entry: LessonCatalogue.Entry, _ language: Language, seed: UInt64) {
    self.language = language
    lesson = entry.stem
    random = RandomSource(seed: seed)
    guard var state = LessonSolver.begin(entry, language), let count = state.lesson?.screens.count else { return }
    var clock = 0
    for _ in 0..<(count * 400) {
      guard let run = state.lesson, !run.isAtEnd else { break }
      clock += 10_000
      _ = state.update(.time(clock))
      if run.ask != nil, !run.isDone {
        if state.asking?.tries.count == state.asking?.part || state.asking?.tries.isEmpty == true { err(state) }
        guard let answer = state.asking.flatMap(RightAnswer.text) else { return }
        _ = state.update(.line(answer))
      } else if let attempt = run.attempt, !run.isDone {
        guard let line = RightAnswer.moves(attempt, state.walk.network) else { return }
        _ = state.update(.line(line))
      } else {
        _ = state.update(.key(.right))
      }
    }
  }

  // MARK: Wrong answers

  private mutating func err(_ state: State) {
    guard let asking = state.asking else { return }
    let question = asking.current
    let answers = wrongAnswers(question, asking.part).shuffled(using: &random)
    let shown = View.render(state, Self.size).lines.joined(separator: "\n")
    for (text, what) in answers.prefix(Self.maxAnswers) {
      var probe = state
      _ = probe.update(.line(text))
      let id = question.ask?.id ?? "-"
      let place = "\(lesson) \(id)\(asking.partCount > 1 ? ".\(asking.part + 1)" : "")"
      guard probe.asking?.tries.count == asking.tries.count + 1, let verdict = probe.asking?.tries.last?.verdict else {
        findings.append(
          Finding(place: place, answer: text, what: what, worth: .misleading, why: "no answer", reply: ""))
        continue
      }
      let (worth, why) = worth(verdict, text, question, asking.part, shown)
      findings.append(
        Finding(place: place, answer: text, what: what, worth: worth, why: why, reply: verdict.feedback[language]))
    }
  }

  private mutating func wrongAnswers(_ question: Question, _ part: Int) -> [(String, String)] {
    switch question.kind {
    case .value(let kind):
      return numbers(question, question.value(of: kind.answer), part, kind.tolerance ?? Checker.tolerance)
    case .blanks:
      guard let quantity = question.quantity(ofPart: part) else { return [] }
      return numbers(question, Pass(question.network).value(of: quantity), part, 1e-3)
    case .formula(let kind): return formulas(question, kind.answer)
    case .sign(let kind):
      let value = question.value(of: kind.answer)
      return value > 0 ? [("fall", "sign")] : value < 0 ? [("rise", "sign")] : [("rise", "sign"), ("fall", "sign")]
    case .choice: return others(question, part)
    case .wrongLine(let kind):
      guard part == 0 else { return others(question, part) }
      return kind.lines.indices.filter { $0 != kind.wrong }.map { ("\($0 + 1)", "another line") }
    case .count: return [("7", "another count")]
    case .chain: return chains(question)
    // Opinions are neither right nor wrong.
    case .poll, .words: return []
    }
  }

  private func others(_ question: Question, _ part: Int) -> [(String, String)] {
    let right = Set(question.rightOptions(ofPart: part))
    return question.options(ofPart: part).indices.filter { !right.contains($0) }.map {
      (Letter.text($0), "another option")
    }
  }

  /// Every third with three digits, as most students write.
  private mutating func numbers(
    _ question: Question, _ right: Double, _ part: Int, _ tolerance: Double
  ) -> [(String, String)] {
    var slips: [NaturalSlips.Slip] = []
    let isMean = question.ground.samples.count > 1
    var size = right.magnitude
    var isStep = false
    if let quantity = question.quantity(ofPart: part), !isMean {
      slips = NaturalSlips(
        question.network, before: question.ask?.setting == Setting() ? nil : question.ground.before.first
      )
      .all(quantity)
      switch quantity {
      case .updated(let parameter):
        size = (right - Pass(question.network).value(of: .parameter(parameter))).magnitude
        isStep = true
      case .lossAfterUpdate:
        size = (right - Pass(question.network).value(of: .loss)).magnitude
        isStep = true
      default: break
      }
    } else {
      slips = [
        (-right, "sign turned"), (2 * right, "doubled"), (right / 2, "halved"),
      ]
    }
    if isMean {
      let passes = question.ground.samples.map { Pass($0) }
      if let quantity = question.quantity(ofPart: part) {
        slips += passes.map { ($0.value(of: quantity), "one sample alone") }
        if case .updated = quantity { size *= 0.02 } else { slips.append((right * Double(passes.count), "the sum")) }
      }
    }
    // Slips of the hand are rarer than slips of the mind: one at every third question.
    if random.next() % 3 == 0 { slips.append((1.07 * right + 0.011, "miscalculated")) }
    var seen: Set<String> = []
    return slips.compactMap { slip in
      guard slip.value.isFinite, (slip.value - right).magnitude > max(2 * tolerance, 6e-3) * size else { return nil }
      let digits = isStep ? 6 : random.next() % 3 == 0 ? 3 : 5
      let text = Self.number(slip.value, digits)
      guard let typed = Double(text), (typed - right).magnitude > max(tolerance, 3e-3) * size,
        seen.insert(text).inserted
      else { return nil }
      return (text, slip.what)
    }
  }

  /// With so many digits, zeros at the end among them.
  private static func number(_ value: Double, _ digits: Int) -> String {
    let text = DecimalText.significant(value, digits: digits)
    guard !text.contains("e"), let first = text.firstIndex(where: { ("1"..."9").contains($0) }) else { return text }
    let missing = digits - text[first...].count { $0.isNumber }
    return missing > 0 ? text + (text.contains(".") ? "" : ".") + String(repeating: "0", count: missing) : text
  }

  private func formulas(_ question: Question, _ answer: Expression) -> [(String, String)] {
    let text = answer.text(.ascii)
    var wrong: [(String, String)] = [("-(\(text))", "sign turned"), ("2*(\(text))", "doubled")]
    for (old, new) in [
      ("out_O", "net_O"), ("out_h1", "net_h1"), ("out_h1", "out_h2"), ("i1", "i2"), ("w5", "w1"), ("w5", "w6"),
      ("target - out_O", "out_O - target"), ("1 - out_O", "1 + out_O"), ("1 - out_h1", "out_h1"), ("eta", "1"),
      ("-", "+"),
    ] where text.contains(old) {
      wrong.append((text.replacing(old, with: new), "\(new) for \(old)"))
    }
    let architecture = question.network.architecture
    return wrong.filter { text, _ in
      guard let formula = try? Checker(question.network).read(text) else { return false }
      return (1...6).contains { seed in
        let pass = Pass(question.network.randomized(seed: UInt64(seed)))
        let (one, other) = (pass.value(of: formula), pass.value(of: answer))
        return (one - other).magnitude > 1e-6 * max(one.magnitude, other.magnitude)
      } && formula.leafNames.allSatisfy { architecture.quantity(named: $0) != nil || $0 == "e" || $0 == "pi" }
    }
  }

  private func chains(_ question: Question) -> [(String, String)] {
    guard let tiles = question.tiles, let path = tiles.paths.first else { return [] }
    let numbers = path.compactMap { tiles.factors.firstIndex(of: $0) }.map { $0 + 1 }
    func text(_ numbers: [Int]) -> String { numbers.map { Letter.text($0 - 1) }.joined(separator: " ") }
    var wrong = [(text(numbers.dropLast()), "one tile short"), (text(numbers + [numbers[0]]), "a tile too many")]
    for (place, factor) in tiles.factors.enumerated() where !tiles.paths.joined().contains(factor) {
      for slot in numbers.indices {
        var other = numbers
        other[slot] = place + 1
        wrong.append((text(other), "a tile of no path"))
      }
    }
    if tiles.addsPaths { wrong.append((text(numbers), "one path alone")) }
    return wrong.filter { !$0.0.isEmpty && tiles.judge($0.0).kind != .unreadable }
  }

  // MARK: What a reply is worth

  private func worth(
    _ verdict: Verdict, _ text: String, _ question: Question, _ part: Int, _ shown: String
  ) -> (Worth, String) {
    if let fault = falsehood(verdict, text, question, part, shown) { return (.misleading, fault) }
    switch verdict.kind {
    case .right, .followThrough: return (.accepted, verdict.kind.rawValue)
    case .unreadable: return (.misleading, "unread")
    case .mistake: return (.fitting, verdict.mistakes.joined(separator: " "))
    case .unknown:
      let reply = verdict.feedback.en
      // The value before a step, by its name, is just what was typed.
      if reply.hasPrefix("These digits do not show the step") { return (.fitting, "no step") }
      if verdict.isUnfinished || reply.contains("significant digits") { return (.honest, "more digits") }
      if reply.contains("No known slip") { return (.honest, "unknown") }
      if reply.hasPrefix("Very close") { return (.honest, "close") }
      if reply.hasPrefix("Not yet. Work it out once more") || reply == "Not this one." || reply == "Not yet." {
        return (.misleading, "says nothing")
      }
      return (.fitting, "")
    }
  }

  /// What is wrong with a reply, whatever it is about; nil where nothing is.
  private func falsehood(
    _ verdict: Verdict, _ text: String, _ question: Question, _ part: Int, _ shown: String
  ) -> String? {
    if verdict.feedback.en.isEmpty || verdict.feedback.zh.isEmpty { return "nothing is said" }
    if let fault = ReplyWords(verdict.feedback, question.network.architecture).fault(in: language) { return fault }
    let pass = Pass(question.network)
    let reply = verdict.feedback.en
    // The wrong case: E rises above the target where the output is below it.
    if question.network.architecture.outputCount == 1 {
      let (out, target) = (pass.value(of: .out(question.network.architecture.firstOutput)), pass.value(of: .target(0)))
      if out < target, reply.contains("above target") || reply.contains("is above") { return "out is below target" }
      if out > target, reply.contains("below target") { return "out is above target" }
    }
    let questions = Set(question.subjects)
    for asked in verdict.asked where verdict.kind != .right {
      guard let quantity = asked.leafName.flatMap(question.network.architecture.quantity(named:)),
        !questions.contains(quantity)
      else { continue }
      let digits = DecimalText.significant(pass.value(of: quantity).magnitude, digits: 4)
      guard digits.count > 4 else { continue }
      // A derivative may have the digits of something else: under its own name it is on the screen, or not at all.
      let name = question.network.architecture.expression(of: quantity).text(.unicode)
      let isDerivative = if case .derivative = quantity { true } else { false }
      if shown.split(separator: "\n").contains(where: { $0.contains(digits) && (!isDerivative || $0.contains(name)) }) {
        return "asks for \(asked.text(.ascii)), which is on the screen"
      }
    }
    guard let number = Double(text), let quantity = question.quantity(ofPart: part), question.ground.samples.count == 1
    else {
      return nil
    }
    if verdict.kind == .mistake, !(question.ask?.wrong ?? []).contains(where: { reply == $0.say }) {
      return unexplained(verdict, text, number, quantity, question)
    }
    return verdict.kind == .unknown ? dodged(verdict, number, text, quantity, question) : nil
  }

  /// A slip that is named must give these digits.
  private func unexplained(
    _ verdict: Verdict, _ text: String, _ number: Double, _ quantity: Quantity, _ question: Question
  ) -> String? {
    if verdict.mistakes.isEmpty { return "no mistake is named" }
    let checker = Checker(question.network, before: question.ground.before)
    let unit = Self.halfUnit(text)
    func gives(_ value: Double) -> Bool {
      (value - number).magnitude <= max(unit * 1.01, 1.1e-3 * max(value.magnitude, number.magnitude))
    }
    // Rounding and what stayed behind are no formulas of this pass.
    let free: Set<MistakeID> = ["early-rounding", "stale-value", "stale-forward"]
    let singles = checker.wrongAnswers(to: quantity)
    for id in verdict.mistakes where !free.contains(id) {
      let isGiven =
        singles.contains { $0.id == id && gives($0.value) }
        || pair(id, verdict, text, quantity, checker).map(gives) == true
      if !isGiven { return "\(id) gives other digits" }
    }
    if verdict.mistakes == ["stale-value"],
      !question.ground.before.contains(where: { gives(Pass($0).value(of: quantity)) })
    {
      return "no earlier round has it"
    }
    return isPassed(verdict, number, quantity, question) ? "the test is passed" : nil
  }

  /// Whether the slope that was typed passes the test that is asked of it, whichever simple form of out it was.
  private func isPassed(
    _ verdict: Verdict, _ number: Double, _ quantity: Quantity, _ question: Question
  ) -> Bool {
    guard case .derivative(of: .out(let neuron), by: .net) = quantity else { return false }
    let reply = verdict.feedback.en
    let places: [(text: String, net: Double)] = [("= 0", 0), ("= 5", 5), ("= −5", -5)]
    guard reply.contains("Test that slope"), let place = places.first(where: { reply.contains($0.text) }) else {
      return false
    }
    let activation = question.network.architecture.activation(ofNeuron: neuron)
    func out(_ net: Double) -> Double {
      activation == .tanh ? (exp(net) - exp(-net)) / (exp(net) + exp(-net)) : 1 / (1 + exp(-net))
    }
    let here = Pass(question.network).value(of: .out(neuron))
    let forms: [(Double) -> Double] = [{ $0 }, { 1 - $0 }, { 1 - $0 * $0 }, { $0 * $0 }, { $0 * (1 + $0) }]
    let there = out(place.net)
    let right = activation == .tanh ? 1 - there * there : there * (1 - there)
    let typed = forms.filter { abs($0(here) - number) < 2e-3 * max(1, number.magnitude) }
    return !typed.isEmpty && typed.allSatisfy { abs($0(there) - right) < 0.01 }
  }

  private func pair(
    _ id: MistakeID, _ verdict: Verdict, _ text: String, _ quantity: Quantity, _ checker: Checker
  ) -> Double? {
    let alone = Verdict(.mistake, mistakes: [id], feedback: verdict.feedback)
    return checker.working(behind: alone, of: text, to: quantity).flatMap { working in
      Comparison(working, at: checker.pass).lines.last { $0.item == .now(quantity) }?.ownValue
    }
  }

  /// More digits are asked for though a single slip gives those typed; or no slip is known though one gives them.
  private func dodged(
    _ verdict: Verdict, _ number: Double, _ text: String, _ quantity: Quantity, _ question: Question
  ) -> String? {
    let reply = verdict.feedback.en
    let typed = text.drop { !("1"..."9").contains($0) }.count { $0.isNumber }
    guard typed >= 3, reply.contains("significant digits") || reply.contains("No known slip") else { return nil }
    let unit = Self.halfUnit(text)
    let fitting = Checker(question.network).wrongAnswers(to: quantity).filter {
      !$0.isOnlyNumeric && ($0.value - number).magnitude <= unit * 1.001
    }
    let ids = Set(fitting.map(\.id))
    if reply.contains("No known slip"), !ids.isEmpty { return "\(ids.sorted()) gives it" }
    return ids.count == 1 ? "asks for digits, and \(ids.sorted()) gives it" : nil
  }

  private static func halfUnit(_ text: String) -> Double {
    let mantissa = text.prefix { $0 != "e" }
    let exponent = text.split(separator: "e").dropFirst().first.flatMap { Int($0) } ?? 0
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    var unit = 0.5
    for _ in 0..<min(40, abs(decimals - exponent)) { unit *= decimals > exponent ? 0.1 : 10 }
    return unit
  }
}
