import Diagnosis
package import Diagnostics
import Exercises
package import Lessons
import Networks
import Progress
import Traces

/// Typed lines while a lesson is on the screen.
extension State {
  /// Takes a line for an answer to the open question; nil if it is a command or something to evaluate.
  mutating func takeAsLessonAnswer(_ text: String) -> [Effect]? {
    guard let asking, !asking.isSettled else { return nil }
    if asksForHelp(text) { return hint() }
    let word = String(text.prefix { $0.isLetter })
    let isWord = word.count == text.count || text.dropFirst(word.count).first == " "
    let isName = walk.network.architecture.quantity(spelled: text) != nil
    if isWord, !isName, Command(named: word) != nil, Direction(written: text) == nil { return nil }
    return answer(text)
  }

  /// The commands that mean something on the screen at hand.
  package var commands: [Command] {
    isInLesson ? Command.allCases.filter { refusalInLesson(of: $0) == nil } : Command.allCases
  }

  /// Why a command means nothing on this screen of a lesson; nil where it does.
  private func refusalInLesson(of command: Command) -> Words? {
    switch command {
    case .set, .undo, .redo, .reset: lesson?.attempt == nil ? Self.numbersStand : nil
    case .random, .network: Self.numbersStand
    case .view, .fold: lesson?.show == nil ? Self.belongsToWalk : nil
    case .predict, .sample, .samples, .batch, .train, .find, .notation: Self.belongsToWalk
    case .next, .back, .first, .last, .goto, .factor, .skip, .ask, .hint, .compare, .walk, .check, .diff, .why,
      .values, .overview, .lang, .lesson, .help, .quit:
      nil
    }
  }

  private static let belongsToWalk = Words(
    en: "That belongs to the walk; w leaves for it.", zh: "这个命令用于推导，按 w 进入推导。")

  /// What a command means in a lesson; nil where it means the same as in the walk.
  mutating func runInLesson(_ command: Command, _ rest: String) -> [Effect]? {
    if let refusal = refusalInLesson(of: command) {
      reply = .notice(refusal)
      return []
    }
    switch command {
    case .next: for _ in 0..<Self.count(rest) { advance() }
    case .back: for _ in 0..<Self.count(rest) { retreat() }
    case .first: go(toScreen: 0)
    case .last: go(toScreen: lesson?.farthest ?? 0)
    case .goto:
      guard let number = Int(rest.prefix(9)), number > 0 else { return nil }
      goSeen(number - 1)
    case .factor: advance()
    case .skip: skipInLesson()
    case .ask:
      openAnswer()
      if prompt == nil { reply = .notice(Words(en: "Nothing is asked here.", zh: "这里没有提问。")) }
    case .hint: return hintInLesson()
    case .walk:
      // What cannot be walked is told here; the lesson stays.
      guard goals(named: rest) != nil else { return [] }
      leaveForWalk()
      return rest.isEmpty || isInLesson ? [] : nil
    case .set: return setInLesson(rest)
    case .overview: page = .overview((lesson?.screen ?? 0) + 1)
    default: return nil
    }
    return []
  }

  private static func count(_ text: String) -> Int { max(1, min(Int(text.prefix(9)) ?? 1, 1_000)) }

  /// To a screen that was seen before; what is not seen yet has questions before it.
  mutating func goSeen(_ screen: Int) {
    guard let run = lesson else { return }
    if screen <= run.farthest {
      go(toScreen: screen)
    } else {
      go(toScreen: run.farthest)
      reply = .notice(Words(en: "You have come as far as here.", zh: "目前学到这里。"))
    }
  }

  /// `:lesson` comes back from the walk, `:lesson ID` opens another one.
  mutating func openLesson(_ id: String) {
    if id.isEmpty {
      if lesson?.isAway == true { return returnToLesson() }
      let lines = library.map { entry in
        Reply.Line.entry(entry.id, Words(en: entry.title(in: .en), zh: entry.title(in: .zh)))
      }
      reply =
        lines.isEmpty
        ? .notice(Words(en: "There are no lessons here.", zh: "这里没有课程。")) : Reply(.answer, lines)
      return
    }
    if let entry = library.first(where: { $0.id == id || $0.stem == id }) {
      if lesson?.id == entry.id { return returnToLesson() }
      begin(entry, at: places[entry.id])
      return
    }
    let nearest = Suggestion.nearest(to: id, in: library.map(\.id))
    reply = .fault(
      Words(
        en: "There is no lesson '\(id)'." + (nearest.map { " Did you mean '\($0)'?" } ?? ""),
        zh: "没有课程“\(id)”。" + (nearest.map { "是不是“\($0)”？" } ?? "")))
  }

  // MARK: Numbers

  private mutating func setInLesson(_ text: String) -> [Effect]? {
    // What cannot be read is told as in the walk.
    guard let attempt = lesson?.attempt, let changed = try? walk.network.assigning(text) else { return nil }
    let architecture = walk.network.architecture
    let given = walk.network.givenQuantities + [.learningRate]
    for quantity in given where changed[given: quantity] != walk.network[given: quantity] {
      let name = architecture.name(of: quantity)
      guard attempt.moved.contains(quantity) else {
        let names = attempt.moved.map(architecture.name(of:))
        reply = .fault(
          Words(
            en: "\(name) stays as it is here; move \(names.joined(separator: ", ")).",
            zh: "这里 \(name) 不变，请调整 \(names.joined(separator: "、"))。"))
        return []
      }
      guard let value = changed[given: quantity], attempt.range.contains(value) else {
        let (low, high) = (
          DecimalText.shortest(attempt.range.lowerBound), DecimalText.shortest(attempt.range.upperBound)
        )
        reply = .fault(Words(en: "\(name) moves between \(low) and \(high).", zh: "\(name) 的范围是 \(low) 到 \(high)。"))
        return []
      }
    }
    return nil
  }

  /// That a `try` was done is kept, and not scored: numbers can be moved without a thought.
  mutating func recordGoal(_ attempt: Lessons.Attempt) -> [Effect] {
    let architecture = walk.network.architecture
    let moved = attempt.moved.map { quantity in
      architecture.name(of: quantity) + "=" + DecimalText.shortest(walk.network[given: quantity] ?? .nan)
    }
    // The numbers that it began on make it the same, not those that it was brought to.
    let parameters = original.fingerprint
    var record = Progress.Attempt(
      time: Int64(now), lesson: lesson?.id, step: attempt.id, parameters: parameters,
      answer: moved.joined(separator: " "), verdict: .right, skills: attempt.skills,
      isFirst: answered.insert(Self.answerKey(lesson?.id, attempt.id, parameters)).inserted)
    record.isScored = false
    reply = .notice(Words(en: "Reached: \(attempt.goal.text).", zh: "达到目标：\(attempt.goal.text)。"))
    return [.record(record)]
  }
}

extension LessonCatalogue.Entry {
  /// The title, in that language where the lesson has it.
  package func title(in language: Language) -> String { summary.title(in: language) ?? id }
}
