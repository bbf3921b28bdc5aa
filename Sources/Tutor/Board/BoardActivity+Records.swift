import Diagnosis
import Exercises
import Lessons
import Networks
import Progress
import Questions
import Skills
import Traces

/// What is kept of an answer.
extension State {
  /// The record of an answer before it is added to the question's tries.
  mutating func record(_ text: String, _ verdict: Verdict, _ asking: Asking) -> [Effect] {
    let network = asking.like ?? asking.exercise?.network ?? walk.network
    let architecture = network.architecture
    let step = recordedStep(asking, architecture)
    let parameters = (asking.exercise?.samples ?? [network]).map(\.fingerprint).joined(separator: ",")
    let isScorable = verdict.isScorable
    let lesson = asking.exercise == nil ? nil : self.lesson?.id
    let key = Self.answerKey(lesson, step, parameters)
    let isFirst = isScorable && answered.insert(key).inserted
    let isWrong = verdict.kind == .mistake || verdict.kind == .unknown
    var attempt = Progress.Attempt(
      time: Int64(now), lesson: lesson, step: step, parameters: parameters,
      answer: text, verdict: Progress.Attempt.Verdict(rawValue: verdict.kind.rawValue) ?? .unknown,
      skills: skills(asking, architecture), isFirst: isFirst)
    attempt.mistakes = isWrong ? verdict.mistakes : []
    attempt.hint = asking.helpToPart?.rawValue
    attempt.duration = max(0, now - (asking.since ?? now))
    // Two mistakes together are joined by a plus; the first of them is blamed.
    let first = attempt.mistakes.first?.split(separator: "+").first.map(String.init)
    attempt.blamed = attempt.mistakes.count == 1 ? first.flatMap { Catalogue.mistake($0)?.skill } : nil
    attempt.choices = choiceCount(asking)
    attempt.isFaded = isFaded(asking)
    attempt.isScored = isScorable && !asking.isGuess
    if isScorable, asking.like == nil { noteOutcome(verdict, asking) }
    learn(attempt)
    return [.record(attempt)]
  }

  /// What makes two questions the same: another lesson's question may have the same name.
  static func answerKey(_ lesson: String?, _ step: String, _ parameters: String) -> String {
    [lesson ?? "", step, parameters].joined(separator: " ")
  }

  /// What the answer says about the learner's skills.
  private mutating func learn(_ attempt: Progress.Attempt) {
    var dated = attempt
    dated.time = calendarTime
    learner.record(dated)
  }

  private func recordedStep(_ asking: Asking, _ architecture: Architecture) -> String {
    switch asking.task {
    // Its value is what a quantity is asked for; whatever else is asked about it is another question.
    case .step(let question):
      architecture.name(of: question.quantity) + (question.kind == .value ? "" : " \(question.kind.rawValue)")
    // The last part bears the question's own name: with it the question is solved, and not before.
    case .lesson(let exercise):
      exercise.ask.id + (asking.part + 1 < asking.partCount ? ".\(asking.part + 1)" : "")
    }
  }

  private func skills(_ asking: Asking, _ architecture: Architecture) -> [String] {
    switch asking.task {
    case .lesson(let exercise): exercise.ask.skills
    case .step(let question):
      [(drill.map(\.problem.skill) ?? question.skill(in: architecture)).rawValue]
    }
  }

  private func choiceCount(_ asking: Asking) -> Int? {
    switch asking.task {
    case .lesson(let exercise): exercise.choiceCount(ofPart: asking.part)
    case .step(let question):
      switch question.kind {
      case .sign: 2
      case .rule: question.choices(askedTrace).count
      case .bug: PlantedBug(question, askedTrace)?.comparison.lines.count
      case .value, .paths, .chain, .faded: nil
      }
    }
  }

  private func isFaded(_ asking: Asking) -> Bool {
    switch asking.task {
    case .lesson(let exercise): if case .faded = exercise.ask.kind { true } else { false }
    case .step(let question): question.kind == .faded
    }
  }

  /// What the end of the lesson says about it.
  private mutating func noteOutcome(_ verdict: Verdict, _ asking: Asking) {
    guard let exercise = asking.exercise, lesson != nil else { return }
    let id = exercise.ask.id
    var outcome = lesson?.outcomes[id] ?? LessonRun.Outcome()
    let isFirstOfPart = !asking.tries.contains { $0.part == asking.part && $0.verdict.isScorable }
    let isWrong = verdict.kind == .mistake || verdict.kind == .unknown
    if outcome.first == nil || isWrong && isFirstOfPart && outcome.isRightAtOnce {
      outcome.first = verdict.kind
    }
    if isFirstOfPart, asking.helpToPart.map({ $0 >= .rule }) == true { outcome.wasHelped = true }
    if isWrong {
      for mistake in verdict.mistakes where !outcome.mistakes.contains(mistake) { outcome.mistakes.append(mistake) }
      if outcome.said == nil { outcome.said = verdict.feedback }
    }
    lesson?.outcomes[id] = outcome
  }
}

extension Network {
  /// A short name for these numbers, the same wherever and whenever they are the same: FNV-1a over all of them.
  package var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in name.utf8 { add(byte) }
    for value in inputs + parameters + targets + [learningRate] {
      for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(shift))) }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
