import Diagnostics
package import Lessons
package import Progress
import Questions
package import Skills
import Traces

/// What the menu offers, and what choosing does.
extension MenuActivity {
  // MARK: Entries

  /// All that can be chosen: what is recommended first, then practice and the walk, then every lesson.
  package func items(_ shared: Shared) -> [Item] {
    search != nil ? found : suggestions(shared) + shared.library.map { .lesson($0.id) }
  }

  /// The entries before the list of lessons; the first is the one to do.
  package func suggestions(_ shared: Shared) -> [Item] {
    var items: [Item] = []
    if let open = begunLesson { items.append(.resume(open)) }
    if let review = dueSkills.first { items.append(.review(review)) }
    if let next = report.nextLesson?.lesson.id, next != begunLesson { items.append(.begin(next)) }
    items.append(.practise(shared.practiceSkill))
    items.append(.walk)
    return items
  }

  /// The lesson that was left last, before its end; a look at one that is done does not make it the thing to do.
  private var begunLesson: String? {
    report.lessons.filter { $0.isOpen && !$0.isDone }.max { ($0.lastTime ?? 0) < ($1.lastTime ?? 0) }?.lesson.id
  }

  /// What is due and can be practiced; the rest comes back with its lesson.
  package var dueSkills: [Skill] { report.reviews.filter(Skill.practised.contains) }

  // MARK: Choosing

  /// By the number of an entry, from 0.
  mutating func choose(number: Int, _ shared: inout Shared) -> [Request] {
    let items = items(shared)
    guard items.indices.contains(number) else { return [] }
    selected = number
    return choose(items[number], shared)
  }

  mutating func choose(_ item: Item, _ shared: Shared) -> [Request] {
    find(nil, shared)
    typed = 0
    switch item {
    case .resume(let id), .begin(let id), .lesson(let id): return openLesson(id, shared)
    case .screen(let id, let number): return openLesson(id, at: number, shared)
    case .review(let skill):
      return practise(nil, .review(dueSkills.contains(skill) ? dueSkills : [skill]), shared)
    case .practise: return practise(nil, .adaptive, shared)
    case .skill(let skill):
      if Skill.practised.contains(skill) { return practise(skill, .fixed, shared) }
      // No problems can be made for it: the lesson that teaches it has them.
      guard let lesson = report.lessons.first(where: { $0.lesson.skills.contains(skill) })?.lesson else { return [] }
      return openLesson(lesson.id, shared)
    case .walk: return [.open(.walk(WalkActivity(board)))]
    case .step(let step):
      var board = board
      board.walk.jump(to: walk.firstStop(of: step))
      return [.open(.walk(WalkActivity(board)))]
    }
  }

  private func practise(_ skill: Skill?, _ plan: Drill.Plan, _ shared: Shared) -> [Request] {
    let generator = ProblemGenerator(base: walk.network, skill: skill, seed: freshSeed)
    return [.open(.practice(PracticeActivity(generator, plan, shared)))]
  }

  /// The walk is gone on with at a board of its own.
  private var board: Board { Board(walk, original: original, samples: samples) }

  /// A lesson where it was left, or at a screen of it; one that was done, on other numbers than then.
  private mutating func openLesson(_ id: String, at screen: Int? = nil, _ shared: Shared) -> [Request] {
    guard let entry = shared.library.first(where: { $0.id == id }) else { return [] }
    let opened =
      screen == nil
      ? LessonActivity(visiting: entry, again: freshSeed, shared)
      : LessonActivity(entry, at: shared.places[id], shared)
    guard var lesson = opened else {
      reply = .notice(Words(en: "There is nothing in this lesson.", zh: "这一课没有内容。"))
      return []
    }
    if let screen { lesson.go(toScreen: screen) }
    return [.open(.lesson(lesson))]
  }

  /// Other problems and numbers each time, and the same again from the same records.
  private var freshSeed: UInt64 {
    UInt64(report.attemptCount) &* 7_919 &+ UInt64(truncatingIfNeeded: now) % 999_983 + 1
  }

  // MARK: What is known

  /// Takes in what is kept of the learner.
  mutating func know(_ kept: KeptProgress, _ shared: Shared) {
    report = ProgressReport(
      kept.attempts, visits: shared.places.mapValues(\.visit), lessons: shared.outlines, now: kept.now,
      utcOffset: kept.utcOffset ?? 0)
    now = kept.now
  }
}

extension LessonCatalogue.Entry {
  /// The lesson, as far as progress is about it.
  package var outline: LessonOutline {
    let summary = summary
    return LessonOutline(
      id: id, title: Words(en: title(in: .en), zh: title(in: .zh)), minutes: summary.minutes,
      requires: summary.requires, skills: summary.skills,
      questions: summary.questions)
  }
}
