import Lessons
import Networks
import Questions
import Traces

/// What was found in lessons before the one that is opened: the gradients that a learner need not find twice.
extension Shared {
  /// Of a learner what was answered or seen; in front of a room all of the lessons that this one builds on.
  ///
  /// Cost: reading those lessons.
  func findings(before run: LessonRun, isForRoom: Bool) -> Set<Quantity> {
    guard let here = library.firstIndex(where: { $0.id == run.id }) else { return [] }
    let required = isForRoom ? requirements(of: library[here]) : []
    var found: Set<Quantity> = []
    for entry in library[..<here] {
      let place = places[entry.id]
      guard isForRoom ? required.contains(entry.id) : place?.isBegun == true, let lesson = entry.lesson(in: language)
      else { continue }
      found.formUnion(lesson.findings(on: run.base, isForRoom ? nil : place))
    }
    return found
  }

  /// The lessons that one builds on, and what those build on.
  private func requirements(of entry: LessonCatalogue.Entry) -> Set<String> {
    var found: Set<String> = []
    var waiting = entry.summary.requires
    while let id = waiting.popLast() {
      guard found.insert(id).inserted, let entry = library.first(where: { $0.id == id }) else { continue }
      waiting += entry.summary.requires
    }
    return found
  }
}

extension LessonPlace {
  /// Whether anything in it was answered or seen.
  fileprivate var isBegun: Bool { isRead || farthestActions > 0 || !settled.isEmpty }
}

extension Lesson {
  /// What it finds on a network: by its questions that were settled and the derivations that were passed, or all of it.
  fileprivate func findings(on network: Network, _ place: LessonPlace?) -> [Quantity] {
    let base = place?.seed.map { suitableNetwork(seed: $0) } ?? self.network
    var (found, count): ([Quantity], Int) = ([], 0)
    for elements in screens {
      guard let action = LessonRun.action(of: elements) else { continue }
      count += 1
      switch action {
      case .ask(let ask): if place?.settled.contains(ask.id) != false { found += ask.findings(on: network, base: base) }
      case .show(let show):
        let isSeen = place.map { $0.isRead || count <= $0.farthestActions } ?? true
        if isSeen, show.setting.networks(from: base).first ?? base == network { found += show.findings(on: network) }
      case .plot, .attempt, .prose, .pause, .note, .light: continue
      }
    }
    return found
  }
}

extension Ask {
  /// What its right answers find, where it is asked on that network.
  fileprivate func findings(on network: Network, base: Network) -> [Quantity] {
    switch kind {
    case .number, .faded: break
    case .expression, .sign, .choice, .chain, .bug, .poll, .text: return []
    }
    let question = Question(self, base: base)
    guard question.network == network, question.ground.samples.count <= 1 else { return [] }
    return (0..<question.partCount).compactMap(question.quantity(ofPart:))
  }
}

extension Show {
  /// What the derivation finds, and what it goes on from.
  func findings(on network: Network) -> [Quantity] {
    let walk = Walk(network, showing: step, after: after, form: view == .delta ? .deltas : .factors)
    let steps = walk.trace.steps.filter { $0.quantity == step || $0.goals.contains(step) }
    return after + steps.filter(\.finds).map(\.quantity)
  }
}
