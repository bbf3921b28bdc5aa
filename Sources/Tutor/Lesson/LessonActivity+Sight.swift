import Lessons
import Networks
import Questions
import Skills
import Traces

/// What the screen at hand may show of the numbers: what was found before, less what is asked.
extension LessonActivity {
  /// Notes on the board what was found up to this screen, and what must not be seen on it.
  mutating func noteSight() {
    board.usual = run.base != board.walk.network && run.base.architecture == board.architecture ? run.base : nil
    board.found = findings(on: board.walk.network, upTo: run.screen)
    board.foundEarlier = board.walk.network == run.base ? foundEarlier : []
    board.hidden = []
    if isForRoom, board.asking == nil { return }
    var seeds = Set(board.asked)
    // The parts of E that no one has asked for would give it away.
    if seeds.contains(.loss), board.architecture.outputCount > 1 {
      seeds.formUnion(
        (0..<board.architecture.outputCount).map(Quantity.partialLoss).filter { !board.found.contains($0) })
    }
    if !isForRoom { seeds.formUnion(testSubjects(on: board.walk.network)) }
    let needed = Set(board.needs + board.asked)
    board.hidden = closed(seeds).union(closed(Set(derivedLater)).subtracting(needed))
  }

  /// What the numbers in sight hang on beside the screen, whose laying notes them anyway.
  var sight: Sight {
    Sight(part: board.asking?.part, isSettled: board.asking?.isSettled, network: board.walk.network)
  }

  struct Sight: Equatable {
    let part: Int?
    let isSettled: Bool?
    let network: Network
  }

  // MARK: Found

  /// What the screens up to this one have found on a network, in their order: answers that were numbers, blanks that were
  /// filled, derivations that were shown.
  func findings(on network: Network, upTo screen: Int) -> [Quantity] {
    var found: [Quantity] = []
    for (number, elements) in run.screens.enumerated().prefix(screen + 1) {
      switch LessonRun.action(of: elements) {
      case .ask(let ask)?: found += findings(of: ask, on: network)
      case .show(let show)? where number < screen:
        let shown = show.setting.networks(from: run.base).first ?? run.base
        if shown == network { found += show.findings(on: network) }
      case .show(let show)?: found += show.after
      case .plot?, .attempt?, .prose?, .pause?, .note?, .light?, nil: continue
      }
    }
    var seen: Set<Quantity> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func findings(of ask: Ask, on network: Network) -> [Quantity] {
    switch ask.kind {
    case .number, .faded: break
    case .expression, .sign, .choice, .chain, .bug, .poll, .text: return []
    }
    let asking = run.ask?.id == ask.id ? board.asking : run.askings[ask.id]
    let isDone = run.isDone(ask.id) || asking?.isSettled == true
    let parts = isDone ? .max : asking?.part ?? 0
    guard parts > 0 else { return [] }
    let question = Question(ask, base: run.base)
    guard question.network == network, question.ground.samples.count <= 1 else { return [] }
    return (0..<min(parts, question.partCount)).compactMap(question.quantity(ofPart:))
  }

  // MARK: Hidden

  /// What the open tests from this screen on ask for on a network; one that practises the whole forward pass asks for
  /// all that leads up to its quantity.
  private func testSubjects(on network: Network) -> [Quantity] {
    run.screens.dropFirst(run.screen).enumerated().flatMap { distance, elements -> [Quantity] in
      guard case .ask(let ask)? = LessonRun.action(of: elements), ask.mode == .test, !run.isDone(ask.id),
        run.outcomes[ask.id]?.isSkipped != true
      else { return [] }
      let question = Question(ask, base: run.base)
      guard question.network == network else { return [] }
      let subjects = question.subjects
      let isForward = subjects.allSatisfy { if case .derivative = $0 { false } else { true } }
      guard distance == 0, isForward, ask.skills.contains(.composeForward) else { return subjects }
      let found = Set(board.found)
      return subjects + board.walk.trace.needs(of: subjects).filter { !found.contains($0) }
    }.filter { network[given: $0] == nil }
  }

  /// Values of the forward pass that a later screen of the lesson derives, and nothing up to this one did.
  private var derivedLater: [Quantity] {
    guard board.walk.network == run.base else { return [] }
    let known = Set(board.found)
    return run.screens.dropFirst(run.screen + 1).compactMap { elements -> Quantity? in
      guard case .show(let show)? = LessonRun.action(of: elements), show.setting == Setting() else { return nil }
      switch show.step {
      case .net, .out: return known.contains(show.step) ? nil : show.step
      default: return nil
      }
    }
  }

  /// With what follows from them on the way forward, unless that was found: it would give them away.
  private func closed(_ seeds: Set<Quantity>) -> Set<Quantity> {
    let trace = board.walk.trace
    guard !seeds.isEmpty, board.architecture.weightCount <= Self.maxWeights else { return seeds }
    var hidden = seeds
    let found = Set(board.found)
    for step in trace.steps {
      switch step.kind {
      case .netInput, .output, .loss:
        guard !found.contains(step.quantity) else { continue }
        if trace.parts(of: step.quantity).contains(where: hidden.contains) { hidden.insert(step.quantity) }
      case .chain, .factor, .product, .sum, .collapse, .update: continue
      }
    }
    return hidden
  }

  /// In wider networks only what is asked itself is hidden.
  private static let maxWeights = 2_000
}
