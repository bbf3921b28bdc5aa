import Networks
import Traces
import Training

/// Changing numbers, and taking changes back.
extension Board {
  /// More edits than this are forgotten, the oldest first.
  private static let maxPast = 200

  // MARK: Changing numbers

  /// Puts other numbers (or another network) in; everything downstream follows, and undo knows the way back.
  mutating func edit(_ network: Network) {
    guard network != walk.network else { return }
    past.append(snapshot)
    if past.count > Self.maxPast { past.removeFirst() }
    future = []
    exchange(network)
  }

  /// A new network to begin with.
  mutating func open(_ network: Network) {
    edit(network)
    original = network
  }

  mutating func undo() -> Bool { step(from: \.past, to: \.future) }
  mutating func redo() -> Bool { step(from: \.future, to: \.past) }

  private mutating func step(from: WritableKeyPath<Board, [Edit]>, to: WritableKeyPath<Board, [Edit]>) -> Bool {
    guard let edit = self[keyPath: from].popLast() else { return false }
    self[keyPath: to].append(snapshot)
    samples = edit.samples
    exchange(edit.network, goals: edit.goals)
    // The place belongs to the form in which it was left.
    if edit.form == walk.trace.form { walk.jump(to: edit.index) }
    original = edit.original
    return true
  }

  private var snapshot: Edit {
    Edit(
      network: walk.network, goals: walk.trace.goals, form: walk.trace.form, samples: samples, index: walk.index,
      original: original)
  }

  private mutating func exchange(_ network: Network, goals: [Quantity]? = nil) {
    let isSameShape = network.architecture == walk.network.architecture
    before = isSameShape ? walk.trace.pass : nil
    if let data = samples?.data, !data.fits(network.architecture) { samples = nil }
    let batch = samples?.averaged
    if isSameShape, goals.map({ $0 == walk.trace.goals }) ?? true, network.held == walk.network.held {
      walk.setNetwork(network)
      walk.setBatch(batch)
    } else {
      let index = walk.index
      let kept = isSameShape ? walk.trace.goals : Trace.defaultGoals(of: network.architecture)
      walk = Walk(network, goals: goals ?? kept, form: walk.trace.form, batch: batch)
      if isSameShape { walk.jump(to: index) }
    }
    // Answers belong to the numbers that they were given for.
    asking = nil
    earlier = [:]
    predicted = []
    if !isSameShape {
      selection = nil
      marks = [:]
    }
  }

  /// Whether the last edit changed the value of a quantity, or whether it is given otherwise than a moment ago or than in
  /// the rest of the lesson.
  func hasChanged(_ quantity: Quantity) -> Bool {
    guard let before else { return isGivenOtherwise(quantity) }
    let (old, new) = (before.value(of: quantity), walk.trace.pass.value(of: quantity))
    return old != new && !(old.isNaN && new.isNaN)
  }
  private func isGivenOtherwise(_ quantity: Quantity) -> Bool {
    let asked = asking?.like ?? walk.network
    guard let other = asking?.like == nil ? usual : walk.network, other.architecture == asked.architecture,
      let (old, new) = other[given: quantity].flatMap({ old in asked[given: quantity].map { (old, $0) } })
    else { return false }
    return old != new && !(old.isNaN && new.isNaN)
  }
}
