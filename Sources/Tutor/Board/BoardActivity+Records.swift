package import Diagnosis
import Diagnostics
import Formats
import Lessons
import Networks
package import Progress
package import Questions
package import Skills
import Traces

/// What is kept of an answer.
extension BoardActivity {
  /// The record of an answer before it is added to the question's tries.
  mutating func record(
    _ text: String, _ verdict: Verdict, _ asking: Asking, _ question: Question, _ shared: inout Shared
  ) -> [Request] {
    let isScorable = verdict.isScorable
    var attempt = question.attempt(
      text, verdict, part: asking.part, lesson: question.ask == nil ? nil : recordedLesson,
      skills: question.ask?.skills ?? [skill(of: question)], time: Int64(shared.now))
    attempt.isFirst = isScorable && shared.isFirstAnswer(attempt.lesson, attempt.step, attempt.parameters)
    attempt.hint = asking.helpToPart?.rawValue
    attempt.duration = max(0, shared.now - (asking.since ?? shared.now))
    attempt.choices = asking.choiceCount
    attempt.isScored = isScorable && !asking.isGuess
    if isScorable, asking.like == nil { noteOutcome(verdict, asking) }
    shared.learn(attempt)
    return [.outside(.record(attempt))]
  }
}

extension Question {
  /// The record of an answer to a part, as far as question and verdict decide it.
  package func attempt(
    _ text: String, _ verdict: Verdict, part: Int, lesson: String?, skills: [Skill], time: Int64
  ) -> Progress.Attempt {
    let isWrong = verdict.kind == .mistake || verdict.kind == .unknown
    var attempt = Progress.Attempt(
      time: time, lesson: lesson, step: recordedStep(part: part),
      parameters: ground.samples.map(\.fingerprint).joined(separator: ","), answer: text,
      verdict: Progress.Attempt.Verdict(rawValue: verdict.kind.rawValue) ?? .unknown, skills: skills, isFirst: false)
    attempt.mistakes = isWrong ? verdict.mistakes : []
    // Of two mistakes together the first is blamed.
    let first = attempt.mistakes.first?.parts.first
    attempt.blamed = attempt.mistakes.count == 1 ? first.flatMap(Catalogue.mistake)?.skill : nil
    attempt.isFaded = sort == .blanks
    attempt.isScored = verdict.isScorable
    return attempt
  }

  /// An answer as it is kept: what was chosen rather than its letter, since the letters are shuffled; a direction by its one
  /// name, since "up" and "+" say the same.
  package func recorded(_ text: String, part: Int) -> String {
    if isPoll { return text }
    if sort == .sign, let direction = Direction(written: text) { return direction.rawValue }
    return option(chosenBy: text, part: part)?.text[.en] ?? text
  }

  /// What an answer to a part is kept under.
  fileprivate func recordedStep(part: Int) -> String {
    // The last part bears the question's own name: with it the question is solved, and not before.
    if let ask {
      return ask.id + (part + 1 < partCount ? ".\(part + 1)" : wantsWords ? Progress.Attempt.wordsMark : "")
    }
    // Its value is what a quantity is asked for; whatever else is asked about it is another question.
    let name = quantity.map(network.architecture.name(of:)) ?? ""
    return name + (sort == .value ? "" : " \(sort.rawValue)")
  }
}

extension Network {
  /// A short name for these numbers, the same wherever and whenever they are the same.
  package var fingerprint: String {
    var fingerprint = Fingerprint(of: name)
    fingerprint.add(inputs + parameters + targets + [learningRate])
    return fingerprint.hexadecimal
  }
}
