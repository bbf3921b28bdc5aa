import Diagnostics
import Networks
import Traces

/// Commands that change numbers, and gradients by their names.
extension Board {
  mutating func set(_ text: String) {
    guard !text.isEmpty else {
      reply = .fault(Words(en: "Set what? For example :set w5=0.4", zh: "要修改什么？例如 :set w5=0.4"))
      return
    }
    do throws(Network.AssignmentFaults) {
      let changed = try walk.network.assigning(text)
      if changed == walk.network {
        reply = .notice(Words(en: "That is its value already.", zh: "它已经是这个值。"))
      } else {
        edit(changed)
        announceChanges()
      }
    } catch {
      reply = .faults(error.diagnostics, in: SourceText(text))
    }
  }

  /// Says which given numbers the last edit changed.
  private mutating func announceChanges() {
    let architecture = walk.network.architecture
    let quantities = (walk.network.givenQuantities + [.learningRate]).filter { hasChanged($0) }
    let lines = quantities.prefix(6).map { quantity in
      Reply.Line.value(architecture.expression(of: quantity), walk.trace.pass.value(of: quantity))
    }
    reply = lines.isEmpty ? nil : Reply(.notice, lines)
  }

  mutating func undoEdit() {
    takeBack({ $0.undo() }, State.undone, Words(en: "There is nothing to undo.", zh: "没有可撤销的修改。"))
  }

  mutating func redoEdit() {
    takeBack({ $0.redo() }, State.redone, Words(en: "There is nothing to redo.", zh: "没有可重做的修改。"))
  }

  private mutating func takeBack(_ change: (inout Board) -> Bool, _ done: Words, _ excuse: Words) {
    let name = walk.network.name
    if !change(&self) {
      reply = .notice(excuse)
    } else if walk.network.name != name {
      announceNetwork()
    } else {
      announceChanges()
      reply?.lines.insert(.words(done), at: 0)
    }
  }

  /// The gradients that a line names, in their order; nil where one is none, which is reported.
  mutating func goals(named text: String) -> [Quantity]? {
    var goals: [Quantity] = []
    for name in text.split(whereSeparator: { $0.isWhitespace || ",;，；、".contains($0) }).map(String.init) {
      guard let goal = goal(named: name) else {
        reply = .fault(noGradient(name))
        return nil
      }
      if let (message, help) = Trace.refusal(of: [goal], in: walk.network.architecture) {
        reply = .fault(Words(en: "\(message.en); \(help.en).", zh: "\(message.zh)；\(help.zh)。"))
        return nil
      }
      goals.append(goal)
    }
    return goals
  }

  /// A gradient, or the gradient by a bare parameter.
  func goal(named name: String) -> Quantity? {
    guard let quantity = walk.network.architecture.quantity(spelled: name) else { return nil }
    return [quantity, .gradient(quantity)].first(where: Trace.isGoal)
  }

  func noGradient(_ name: String) -> Words {
    let architecture = walk.network.architecture
    let gradients = (0..<min(200, architecture.parameterCount)).map {
      architecture.name(of: .gradient(.parameter($0)))
    }
    let nearest = Suggestion.nearest(to: name, in: gradients)
    return Words(
      en: "'\(name)' is not a gradient of E." + Suggestion.sentence(nearest).en,
      zh: "“\(name)”不是 E 的梯度。" + Suggestion.sentence(nearest).zh)
  }
}
