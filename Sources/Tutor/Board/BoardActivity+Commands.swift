package import Diagnostics
import Lessons
import Networks
import Questions
import Traces

/// What commands do.
extension BoardActivity {
  mutating func run(_ command: Command, _ rest: String, _ shared: inout Shared) -> [Request] {
    if !command.takesArgument, !rest.isEmpty {
      reply = .fault(
        Words(
          en: "\(command.usage) takes no argument; leave '\(rest)' out.",
          zh: "\(command.usage) 后面不带内容，“\(rest)”没有意义。"))
      return []
    }
    if let requests = runHere(command, rest, &shared) { return requests }
    switch command {
    case .next, .back: go(command, rest, shared)
    case .first: move(shared) { $0.go(to: 0) || true }
    case .last: move(shared) { $0.go(to: .max) || true }
    case .goto:
      // A number beyond all integers is beyond the end as well.
      if let number = Int(rest.prefix(18)), number > 0 {
        move(shared) { $0.go(to: number - 1) || true }
      } else {
        reply = .fault(Words(en: "Which place? For example :goto 20", zh: "跳到第几处？例如 :goto 20"))
      }
    case .factor: move(shared) { $0.nextStep() }
    case .skip: move(shared) { $0.skipReveals() }
    case .ask: openQuestion(rest, shared)
    case .hint: return hint(&shared)
    case .predict: board.setPredicting(rest)
    case .compare: compare()
    case .derivation: return openSheet(&shared)
    case .walk: walkGradient(rest)
    case .view: board.switchForm(rest)
    case .fold: return lookUp(Lookup(rung: .setUp)) { [notation = shared.notation] in $0.fold(rest, notation) }
    case .sample: board.chooseSample(rest)
    case .batch: board.chooseBatch(rest, shared.notation)
    case .samples: board.listSamples()
    // Training goes on between keys: only the walk has it.
    case .train: break
    case .check: return checkGradient(rest, shared)
    case .set: board.set(rest)
    case .diff: return lookUp(Lookup(rung: .rule)) { $0.differentiate(rest) }
    case .why: return explainRule(shared)
    case .values: board.listValues(shared.notation)
    case .reset: board.reset()
    case .random:
      if rest.isEmpty { return [.outside(.drawSeed)] }
      if let seed = UInt64(rest) {
        board.randomize(seed)
      } else {
        reply = .fault(Words(en: "A seed is a whole number, such as :random 7", zh: "种子是非负整数，例如 :random 7"))
      }
    case .network: return board.openNetwork(rest)
    case .undo: board.undoEdit()
    case .redo: board.redoEdit()
    case .find:
      if !rest.isEmpty { board.searched = rest }
      search(forward: true, shared)
    case .overview: page = .overview(overview.current)
    case .notation: return switchNotation(rest, &shared)
    case .lang: if let fault = shared.switchLanguage(rest) { reply = fault }
    case .lesson: return openLesson(rest, shared)
    case .help: help(rest, shared)
    case .quit: return [.close]
    }
    return []
  }

  private mutating func go(_ command: Command, _ text: String, _ shared: Shared) {
    guard let distance = text.isEmpty ? 1 : Int(text), distance > 0 else {
      reply = .fault(
        Words(en: "How far? For example :\(command.rawValue) 3", zh: "走几处？例如 :\(command.rawValue) 3"))
      return
    }
    move(shared) { $0.move(by: command == .next ? distance : -distance) }
  }

  mutating func explainRule(_ shared: Shared) -> [Request] {
    lookUp(board.lookupOfRule) { [notation = shared.notation] in $0.explainRule(notation) }
  }

  /// Goes to the next step about what is searched for.
  mutating func search(forward: Bool, _ shared: Shared) {
    guard let step = board.searchedStep(forward: forward) else { return }
    move(shared) { $0.go(to: $0.firstStop(of: step)) || true }
  }

  /// The walk goes on with the gradients that a line names.
  private mutating func walkGradient(_ text: String) {
    guard let goals = board.goals(named: text) else { return }
    board.walkOn(to: goals)
  }

  /// `:lesson ID` opens a lesson, `:lesson` lists all.
  mutating func openLesson(_ id: String, _ shared: Shared) -> [Request] {
    if id.isEmpty {
      let lines = shared.library.map { entry in
        Reply.Line.entry(entry.id, Words(en: entry.title(in: .en), zh: entry.title(in: .zh)))
      }
      reply =
        lines.isEmpty
        ? .notice(Words(en: "There are no lessons here.", zh: "这里没有课程。")) : Reply(.answer, lines)
      return []
    }
    if let entry = shared.entry(named: id) {
      guard let lesson = LessonActivity(entry, at: shared.places[entry.id], shared, isForRoom: isForRoom) else {
        return []
      }
      return [.exchange(.lesson(lesson))]
    }
    reply = .fault(shared.noLesson(named: id))
    return []
  }
}

extension Shared {
  /// That there is no such lesson.
  func noLesson(named id: String) -> Words {
    let nearest = Suggestion.nearest(to: id, in: library.map(\.id))
    return Words(
      en: "There is no lesson '\(id)'." + Suggestion.sentence(nearest).en,
      zh: "没有课程“\(id)”。" + Suggestion.sentence(nearest).zh)
  }
}

/// Text as it was typed, and how answers begin.
extension State {
  /// What answers to undo and redo begin with.
  package static let undone = Words(en: "Undone:", zh: "已撤销：")
  package static let redone = Words(en: "Redone:", zh: "已重做：")
}
