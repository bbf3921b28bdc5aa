import Diagnostics
import Lessons
import Networks
import Questions
import Screen
import Traces

extension State {
  /// The one way in which anything changes.
  ///
  /// Returns what is to be done outside, in this order.
  package mutating func update(_ event: Event) -> [Effect] {
    var effects = updateOutsideHome(event)
    if presentation != nil { effects.removeAll(where: \.isKeeping) }
    if case .time = event { effects += tick() }
    guard home != nil, !isAtHome, effects.contains(.quit) else { return effects }
    return effects.filter { $0 != .quit } + goHome()
  }

  private mutating func updateOutsideHome(_ event: Event) -> [Effect] {
    guard lesson != nil else { return respond(to: event) }
    let (id, place) = (lesson?.id, lesson?.place)
    var effects = respond(to: event)
    noteSettled()
    effects += noticeGoal()
    keepDesk()
    noteWhatTheWalkTold()
    guard let run = lesson, run.id != id || run.place != place else { return effects }
    effects.append(.keepPlace(lesson: run.id, run.place))
    return effects
  }

  private mutating func respond(to event: Event) -> [Effect] {
    if descent != nil {
      if case .time = event { return continueTraining() }
      finishTraining()
      // A key or a click means no more than to stop; whatever else comes is dealt with.
      switch event {
      case .key, .select, .goTo: return []
      default: break
      }
    }
    switch event {
    case .key(let key):
      if let effects = pressPresenting(key) { return effects }
      if prompt != nil { return type(key) }
      if key == .control("c"), !isAtHome || home?.search == nil { return interrupt() }
      guard page == .walk else { return turn(key) }
      switch desk {
      case .home: return pressAtHome(key)
      case .lesson: return pressInLesson(key)
      case .practice, .walk: return press(key)
      }
    case .line(let line):
      reply = nil
      return submit(line)
    case .select(let quantity):
      select(quantity)
      return []
    case .goTo(let stop):
      page = .walk
      if isInLesson { goSeen(stop) } else { move { $0.go(to: stop) } }
      return []
    case .progress(let kept):
      know(kept)
      return []
    case .banner(let words):
      banner = words
      return []
    case .choose(let item): return chooseAtHome(item)
    case .read(let name, let bytes, let reason):
      opened(name, bytes, reason)
      return []
    case .time(let now):
      // A clock from outside may say anything; half of its range leaves room to add.
      self.now = max(0, min(now, .max / 2))
      if asking != nil, asking?.since == nil { asking?.since = self.now }
      endPause()
      return []
    case .presented(let place):
      follow(place)
      return []
    case .seed(let seed):
      if !isInLesson { randomize(seed) }
      return []
    }
  }

  /// Moves in the walk; what was marked or answered belongs to the place that is left.
  mutating func move(_ motion: (inout Walk) -> Bool) {
    if drill != nil { return nextProblem() }
    reply = nil
    before = nil
    let start = walk.index
    let moved = motion(&walk)
    if predicts, walk.index > start, let stop = firstUnpredicted(from: start) {
      walk.go(to: stop)
      if asking?.step != walk.stop.step {
        ask(nil)
      } else if holdsForPrediction {
        reply = .notice(
          Words(
            en: "Predict it first: answer, ask for a hint, or :predict off.", zh: "请先预测：作答、看提示，或输入 :predict off。"))
      }
      return
    }
    if walk.index != start { asking = nil }
    if !moved {
      reply =
        walk.index == 0
        ? .notice(Words(en: "This is the beginning.", zh: "已经是开头。"))
        : .notice(
          Words(
            en: "This is the end of the walk. :walk dE/dw3 goes on with another gradient.",
            zh: "推导到此结束。输入 :walk dE/dw3 可继续推导别的梯度。"))
    }
  }

  /// A click on a node or an edge: a parameter's gradient is walked, a node's value is looked up.
  private mutating func select(_ quantity: Quantity) {
    guard walk.network.architecture.contains(quantity) else { return }
    if isInLesson {
      if lesson?.attempt?.moved.contains(quantity) == true { selection = quantity }
      return
    }
    // Its picture shows what is known; the rest is what is asked.
    if desk == .practice { return }
    let start = walk.index
    page = .walk
    reply = nil
    before = nil
    if walk.network[given: quantity] != nil { selection = quantity }
    switch quantity {
    case .parameter: show(.gradient(quantity))
    case .input, .target, .learningRate: break
    default: _ = walk.find(quantity)
    }
    if walk.index != start { asking = nil }
  }

  /// Goes to the derivation of a gradient.
  ///
  /// What it adds to the walk moves the update on, and the marks in it go along.
  mutating func show(_ goal: Quantity) {
    let old = walk
    walk.show(goal)
    // A question belongs to the place that is left.
    if walk.index != old.index { asking = nil }
    guard let start = old.firstUpdate, let moved = walk.firstUpdate else { return }
    marks = marks.mapValues { $0 < start ? $0 : $0 + moved - start }
  }
}

extension Architecture {
  /// Whether the quantity is one of this network; one that comes from outside may be of another.
  fileprivate func contains(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .input(let number): inputs.indices.contains(number)
    case .target(let output), .partialLoss(let output): (0..<outputCount).contains(output)
    case .parameter(let parameter), .updated(let parameter): (0..<parameterCount).contains(parameter)
    case .net(let neuron), .out(let neuron): (0..<neuronCount).contains(neuron)
    case .derivative(let dependent, let variable): contains(dependent) && contains(variable)
    case .learningRate, .weightDecay, .momentum, .lastStep, .loss, .lossAfterUpdate: true
    }
  }
}
