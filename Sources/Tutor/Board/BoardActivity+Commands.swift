package import Diagnostics
import Networks
import Questions
import Traces

extension State {
  mutating func run(_ command: Command, _ rest: String) -> [Effect] {
    if !command.takesArgument, !rest.isEmpty {
      reply = .fault(
        Words(
          en: "\(command.usage) stands alone; '\(rest)' means nothing behind it.",
          zh: "\(command.usage) 后面不带内容，“\(rest)”没有意义。"))
      return []
    }
    if isInLesson, let effects = runInLesson(command, rest) { return effects }
    switch command {
    case .next, .back: go(command, rest)
    case .first: move { $0.go(to: 0) || true }
    case .last: move { $0.go(to: .max) || true }
    case .goto:
      // A number beyond all integers is beyond the end as well.
      if let number = Int(rest.prefix(18)), number > 0 {
        move { $0.go(to: number - 1) || true }
      } else {
        reply = .fault(Words(en: "Which place? For example :goto 20", zh: "跳到第几处？例如 :goto 20"))
      }
    case .factor: move { $0.nextStep() }
    case .skip: move { $0.skipReveals() }
    case .ask: openQuestion(rest)
    case .hint: return hint()
    case .predict: setPredicting(rest)
    case .compare: compare()
    case .walk: walkGradient(rest)
    case .view: switchForm(rest)
    case .fold: lookUp(Lookup(rung: .setUp)) { $0.fold(rest) }
    case .sample: chooseSample(rest)
    case .batch: chooseBatch(rest)
    case .samples: listSamples()
    case .train: return train(rest)
    case .check: checkGradient(rest)
    case .set: set(rest)
    case .diff: lookUp(Lookup(rung: .rule)) { $0.differentiate(rest) }
    case .why: lookUp(lookupOfRule) { $0.explainRule() }
    case .values: listValues()
    case .reset: reset()
    case .random:
      if rest.isEmpty { return [.drawSeed] }
      if let seed = UInt64(rest) {
        randomize(seed)
      } else {
        reply = .fault(Words(en: "A seed is a whole number, such as :random 7", zh: "种子是非负整数，例如 :random 7"))
      }
    case .network: return openNetwork(rest)
    case .undo: undoEdit()
    case .redo: redoEdit()
    case .find:
      if !rest.isEmpty { searched = rest }
      search(forward: true)
    case .overview: page = .overview(walk.stop.step)
    case .notation: switchNotation(rest)
    case .lang: switchLanguage(rest)
    case .lesson: openLesson(rest)
    case .help: help(rest)
    case .quit: return leave()
    }
    return []
  }

  // MARK: Changing things

  private mutating func go(_ command: Command, _ text: String) {
    guard let distance = text.isEmpty ? 1 : Int(text), distance > 0 else {
      reply = .fault(
        Words(en: "How far? For example :\(command.rawValue) 3", zh: "走几处？例如 :\(command.rawValue) 3"))
      return
    }
    move { $0.move(by: command == .next ? distance : -distance) }
  }

  private mutating func set(_ text: String) {
    guard !text.isEmpty else {
      reply = .fault(Words(en: "What is to change? For example :set w5=0.4", zh: "要修改什么？例如 :set w5=0.4"))
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

  /// What answers to undo and redo begin with.
  package static let undone = Words(en: "Undone:", zh: "已撤销：")
  package static let redone = Words(en: "Redone:", zh: "已重做：")

  mutating func undoEdit() {
    takeBack({ $0.undo() }, Self.undone, Words(en: "There is nothing to undo.", zh: "没有可撤销的修改。"))
  }

  mutating func redoEdit() {
    takeBack({ $0.redo() }, Self.redone, Words(en: "There is nothing to redo.", zh: "没有可重做的修改。"))
  }

  private mutating func takeBack(_ change: (inout State) -> Bool, _ done: Words, _ excuse: Words) {
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

  mutating func switchLanguage(_ name: String) {
    switch name.lowercased() {
    case "": language = language == .en ? .zh : .en
    case "en", "english": language = .en
    case "zh", "cn", "中文", "chinese": language = .zh
    default: reply = .fault(Words(en: "There is :lang en and :lang zh.", zh: "可用 :lang en 和 :lang zh。"))
    }
    speakInLesson()
    // Screens are searched in the language at hand.
    if let line = home?.search { search(line) }
  }

  private mutating func walkGradient(_ text: String) {
    guard let goals = goals(named: text) else { return }
    // Walking ends a practice, on the network that it had.
    if drill != nil {
      drill = nil
      asking = nil
    }
    guard !goals.isEmpty else {
      reply = .fault(Words(en: "Which gradient? For example :walk dE/dw3", zh: "推导哪个梯度？例如 :walk dE/dw3"))
      return
    }
    for goal in goals { show(goal) }
    // The walk goes on from the first of them.
    if goals.count > 1 { show(goals[0]) }
    before = nil
  }

  /// The gradients that a line names, in their order; nil where one is none, which is told.
  mutating func goals(named text: String) -> [Quantity]? {
    var goals: [Quantity] = []
    for name in text.split(whereSeparator: { $0.isWhitespace || ",;，；、".contains($0) }).map(String.init) {
      guard let goal = goal(named: name) else {
        reply = .fault(noGradient(name))
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
      en: "'\(name)' is not a gradient of E." + (nearest.map { " Did you mean '\($0)'?" } ?? ""),
      zh: "“\(name)”不是 E 的梯度。" + (nearest.map { "是不是“\($0)”？" } ?? ""))
  }
}
