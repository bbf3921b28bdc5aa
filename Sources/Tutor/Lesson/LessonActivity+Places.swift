package import Diagnostics
import Diagnosis
import Expressions
package import Lessons
import Networks
import Questions

/// Keeping the place of a lesson, and going on from it.
extension LessonRun {
  /// What there is to be kept; the desk must have been put in board.before.
  package var place: LessonPlace {
    var place = LessonPlace()
    (place.actions, place.screens) = anchor
    (place.farthestActions, place.farthestScreens) = farthestAnchor
    place.isAtEnd = isAtEnd
    place.isRead = isRead
    place.settledBefore = settledBefore.sorted()
    place.seed = seed
    place.order = order
    for (number, stop) in stops { place.stops[String(number)] = stop }
    place.moved = moved
    place.questions = askings.mapValues(\.kept)
    place.outcomes = outcomes.mapValues { outcome in
      LessonPlace.Outcome(
        first: outcome.first?.rawValue, wasHelped: outcome.wasHelped, mistakes: outcome.mistakes,
        isSkipped: outcome.isSkipped, isDone: outcome.isDone, said: outcome.said)
    }
    return place
  }
}

extension Asking {
  fileprivate var kept: LessonPlace.Question {
    LessonPlace.Question(
      answers: tries.map(\.text), parts: tries.map(\.part),
      asides: tries.contains { $0.aside != nil } ? tries.map { $0.aside?.text(.ascii) ?? "" } : [], part: part,
      hints: hintPlaces, rung: rung,
      lookedUp: lookups.map { [$0.key, $0.value.rawValue] }.sorted { $0[0] < $1[0] }, likeSeed: likeSeed,
      isSettled: isSettled, isTold: isTold)
  }

  /// A question as it was kept; answers are judged and hints found again.
  fileprivate init(_ kept: LessonPlace.Question, _ question: Question, earlier: [Quantity: Double]) {
    self.init(question)
    hintPlaces = kept.hints.filter { $0.count == 3 }
    for place in kept.lookedUp where place.count == 2 { lookups[place[0]] = Hint.Rung(rawValue: place[1]) }
    likeSeed = kept.likeSeed
    like = kept.likeSeed == nil ? nil : current.network
    for (number, (text, part)) in zip(kept.answers, kept.parts).enumerated() {
      let step = kept.asides.indices.contains(number) ? try? Expression.parse(kept.asides[number]) : nil
      let earlier = like == nil ? earlier : [:]
      let verdict =
        step.map { Aside($0).judge(text, current.network, earlier: earlier) }
        ?? current.judge(text, part: part, earlier: earlier)
      tries.append(Try(text: text, verdict: verdict, part: part, aside: step))
    }
    hints = helped
    part = max(0, min(kept.part, question.partCount - 1))
    rung = max(0, kept.rung)
    isSettled = kept.isSettled
    isTold = kept.isTold
  }
}

extension Asking {
  /// The question in other words, with what was said to it.
  mutating func speak(_ ask: Ask) {
    question = question.worded(as: ask)
    let current = self.current
    tries = tries.map { attempt in
      // What followed from earlier answers is not judged anew.
      if attempt.aside != nil { return attempt }
      let verdict = current.judge(attempt.text, part: attempt.part)
      return verdict.kind == attempt.verdict.kind
        ? Try(text: attempt.text, verdict: verdict, part: attempt.part) : attempt
    }
    hints = helped
  }

  /// The hints that were given, by their places on the ladders.
  private var helped: [Hint] {
    hintPlaces.compactMap { place in
      let ladder = (place[2] == 0 ? question : current).hints(ofPart: place[0])
      return ladder.indices.contains(place[1]) ? ladder[place[1]] : nil
    }
  }
}

extension LessonActivity {
  /// Goes to a kept place of the lesson that is open: the screen, what was revealed, answered and moved.
  ///
  /// What the lesson no longer has is left out.
  mutating func resume(_ place: LessonPlace) {
    let last = run.screens.count - 1
    run.screen = place.isAtEnd ? run.screens.count : min(run.screen(at: (place.actions, place.screens)), last)
    run.farthest =
      isForRoom
      ? last + 1 : max(run.screen, min(run.screen(at: (place.farthestActions, place.farthestScreens)), last + 1))
    run.isRead = place.isRead
    run.order = place.order
    run.settledBefore = Set(place.settledBefore)
    for (key, stop) in place.stops { if let number = Int(key) { run.stops[number] = stop } }
    run.moved = place.moved
    for (id, outcome) in place.outcomes {
      run.outcomes[id] = LessonRun.Outcome(
        first: outcome.first.flatMap(Verdict.Kind.init), wasHelped: outcome.wasHelped, mistakes: outcome.mistakes,
        said: outcome.said, isSkipped: outcome.isSkipped, isDone: outcome.isDone)
    }
    // In the lesson's order, since what follows from an answer hangs on it.
    for task in run.tasks {
      guard let kept = place.questions[task.id], let ask = run.ask(task.id) else { continue }
      let question = run.question(ask)
      let earlier = earlierValues(on: question.network, before: task.id)
      run.askings[task.id] = Asking(kept, question, earlier: earlier)
    }
    lay()
  }
}

extension LessonCatalogue.Entry {
  /// Whether there is anything to show in that language.
  package func hasScreens(in language: Language) -> Bool { lesson(in: language)?.screens.isEmpty == false }
}
