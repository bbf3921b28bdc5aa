import Diagnosis
package import Diagnostics
package import Lessons
import Networks
import Progress
import Traces

/// Typed lines while a lesson is on the screen.
extension LessonActivity {
  /// Takes a line for an answer to the open question; nil if it is a command or something to evaluate.
  mutating func takeAsAnswer(_ text: String, _ shared: inout Shared) -> [Request]? {
    if text.first == ":" || text.first == "：" { return nil }
    guard let asking = board.asking, !asking.isSettled else { return nil }
    if board.asksForHelp(text) { return hint(&shared) }
    if asking.isAnswered(byLetters: text) { return answer(text, &shared) }
    let word = String(text.prefix { $0.isLetter })
    // Among words of one's own only a command that is alone is one.
    let isWord = word.count == text.count || !asking.wantsWords && text.dropFirst(word.count).first == " "
    let isName = board.architecture.quantity(spelled: text) != nil
    // `O needs its own slope` is no way of asking for the overview, which takes no argument.
    let isCommand = Command(named: word).map { $0.takesArgument || word.count == text.count } ?? false
    if isWord, !isName, isCommand, Direction(written: text) == nil { return nil }
    return answer(text, &shared)
  }

  /// The commands that mean something on the screen at hand.
  package var commands: [Command] { Command.allCases.filter { refusal(of: $0) == nil } }

  /// Why a command means nothing on this screen of a lesson; nil where it does.
  private func refusal(of command: Command) -> Words? {
    switch command {
    case .set, .undo, .redo, .reset: run.attempt == nil ? Self.numbersAreFixed : nil
    case .random, .network: Self.numbersAreFixed
    case .view, .fold: run.show == nil ? Self.belongsToWalk : nil
    case .predict, .sample, .samples, .batch, .train, .find: Self.belongsToWalk
    case .next, .back, .first, .last, .goto, .factor, .skip, .ask, .hint, .compare, .derivation, .walk, .check, .diff,
      .why,
      .values, .overview, .notation, .lang, .lesson, .help, .quit:
      nil
    }
  }

  private static let belongsToWalk = Words(
    en: "Available in the walk; press w.", zh: "这个命令用于推导，按 w 进入推导。")

  /// What a command means in a lesson; nil where it means the same as in the walk.
  mutating func runHere(_ command: Command, _ rest: String, _ shared: inout Shared) -> [Request]? {
    if let refusal = refusal(of: command) {
      notice(refusal)
      return []
    }
    var requests: [Request] = []
    switch command {
    case .next: for _ in 0..<Self.count(rest) { requests += advance(&shared) }
    case .back: for _ in 0..<Self.count(rest) { retreat() }
    case .first: go(toScreen: 0)
    case .last: go(toScreen: run.farthest)
    case .goto:
      guard let number = Int(rest.prefix(9)), number > 0 else { return nil }
      goSeen(number - 1)
    case .factor: return advance(&shared)
    case .skip: return skip(&shared)
    case .ask where isForRoom && !rest.isEmpty: return [.askRoom(rest)]
    case .ask:
      openAnswer(shared)
      if prompt == nil { notice(Words(en: "Nothing is asked here.", zh: "这里没有提问。")) }
    case .walk:
      // What cannot be walked is said here; the lesson stays.
      guard let goals = board.goals(named: rest) else { return [] }
      return leaveForWalk(to: goals)
    case .set: return refuseSetting(rest) ? [] : nil
    case .lesson:
      if !rest.isEmpty, shared.entry(named: rest)?.id == run.id { return [] }
      return nil
    case .hint, .predict, .compare, .derivation, .view, .fold, .sample, .samples, .batch, .train, .check, .diff, .why,
      .values,
      .reset, .random, .network, .undo, .redo, .find, .overview, .notation, .lang, .help, .quit:
      return nil
    }
    return requests
  }

  /// Leaves for the walk, on to these gradients if there are any; in a test that has to wait.
  mutating func leaveForWalk(to goals: [Quantity] = []) -> [Request] {
    if refusesInTest() { return [] }
    keepBoard()
    var walk = walk()
    if !goals.isEmpty { walk.board.walkOn(to: goals) }
    return [.open(.walk(walk))]
  }

  private static func count(_ text: String) -> Int { max(1, min(Int(text.prefix(9)) ?? 1, 1_000)) }

  /// To a screen that was seen before; what is not seen yet has questions before it.
  mutating func goSeen(_ screen: Int) {
    if screen <= run.farthest {
      go(toScreen: screen)
    } else {
      go(toScreen: run.farthest)
      reply = .notice(Words(en: "This is as far as you have got.", zh: "目前学到这里。"))
    }
  }

  // MARK: Numbers

  /// Whether numbers cannot be set so, which is said; what cannot be read is said as in the walk.
  private mutating func refuseSetting(_ text: String) -> Bool {
    guard let attempt = run.attempt, let changed = try? board.walk.network.assigning(text) else { return false }
    let architecture = board.walk.network.architecture
    let given = board.walk.network.givenQuantities + [.learningRate]
    for quantity in given where changed[given: quantity] != board.walk.network[given: quantity] {
      let name = architecture.name(of: quantity)
      guard attempt.moved.contains(quantity) else {
        let names = attempt.moved.map(architecture.name(of:))
        reply = .fault(
          Words(
            en: "\(name) stays as it is here; move \(names.joined(separator: ", ")).",
            zh: "这里 \(name) 不变，请调整 \(names.joined(separator: "、"))。"))
        return true
      }
      guard let value = changed[given: quantity], attempt.range.contains(value) else {
        let (low, high) = (
          DecimalText.shortest(attempt.range.lowerBound), DecimalText.shortest(attempt.range.upperBound)
        )
        reply = .fault(Words(en: "\(name) moves between \(low) and \(high).", zh: "\(name) 的范围是 \(low) 到 \(high)。"))
        return true
      }
    }
    return false
  }

  /// That a `try` was done is kept, and not scored: numbers can be moved without a thought.
  mutating func recordGoal(_ attempt: Experiment, _ shared: inout Shared) -> [Request] {
    let architecture = board.walk.network.architecture
    let moved = attempt.moved.map { quantity in
      architecture.name(of: quantity) + "=" + DecimalText.shortest(board.walk.network[given: quantity] ?? .nan)
    }
    // The numbers that it began on make it the same, not those that it was brought to.
    let parameters = board.original.fingerprint
    var record = Progress.Attempt(
      time: Int64(shared.now), lesson: run.id, step: attempt.id, parameters: parameters,
      answer: moved.joined(separator: " "), verdict: .right, skills: attempt.skills,
      isFirst: shared.isFirstAnswer(run.id, attempt.id, parameters))
    record.isScored = false
    reply = .notice(Words(en: "Reached: \(attempt.goal.words.en).", zh: "已达到要求：\(attempt.goal.words.zh)。"))
    return [.outside(.record(record))]
  }
}

extension LessonCatalogue.Entry {
  /// The title, in that language where the lesson has it.
  package func title(in language: Language) -> String { summary.title(in: language) ?? id }
}
