import Diagnostics
import Exercises
import Expressions
package import Lessons
import Networks
package import Progress
import Questions
import Skills
import Traces

/// The menu: what it offers, and what choosing does.
extension State {
  /// What the calendar says, in milliseconds since 1970.
  package var calendarTime: Int64 { Int64(now).addingReportingOverflow(calendarOffset).partialValue }

  /// Begins at the menu; what is known of the learner comes by `Event.progress`.
  package mutating func openHome() {
    home = Home(report: ProgressReport([], lessons: outlines, now: 0), walk: walk, original: original)
  }

  /// The lessons, as far as progress is about them.
  package var outlines: [LessonOutline] { library.map(\.outline) }

  // MARK: Entries

  /// All that can be chosen: what is recommended first, then practice and the walk, then every lesson.
  package var homeItems: [Home.Item] {
    guard let home else { return [] }
    return home.search != nil ? home.found : suggestions + library.map { .lesson($0.id) }
  }

  /// The entries before the list of lessons; the first is the one to do.
  package var suggestions: [Home.Item] {
    guard let home else { return [] }
    var items: [Home.Item] = []
    if let open = openLesson { items.append(.resume(open)) }
    if let review = home.report.reviews.first { items.append(.review(review)) }
    if let next = nextLesson, next != openLesson { items.append(.begin(next)) }
    items.append(.practise(practiceSkill))
    items.append(.walk)
    return items
  }

  /// The lesson that was left last, before its end.
  private var openLesson: String? {
    home?.report.lessons.filter(\.isOpen).max { ($0.lastTime ?? 0) < ($1.lastTime ?? 0) }?.lesson.id
  }

  /// The lesson that teaches what comes next; else the first one that is not done.
  private var nextLesson: String? {
    guard let report = home?.report else { return nil }
    if let taught = report.learning?.lesson { return taught }
    let done = Set(report.lessons.filter(\.isDone).map(\.lesson.id))
    let open = report.lessons.filter { !$0.isDone }
    return (open.first { $0.lesson.requires.allSatisfy(done.contains) } ?? open.first)?.lesson.id
  }

  // MARK: Choosing

  /// By the number of an entry, from 0.
  mutating func chooseAtHome(_ number: Int) -> [Effect] {
    let items = homeItems
    guard isAtHome, items.indices.contains(number) else { return [] }
    home?.selected = number
    return choose(items[number])
  }

  mutating func choose(_ item: Home.Item) -> [Effect] {
    search(nil)
    home?.typed = 0
    reply = nil
    switch item {
    case .resume(let id), .begin(let id), .lesson(let id): return openFromHome(id)
    case .screen(let id, let number): return openFromHome(id, at: number)
    case .review(let skill):
      leaveHome()
      practise(ProblemGenerator(base: walk.network, skill: skill, seed: freshSeed))
    case .practise:
      leaveHome()
      practise(ProblemGenerator(base: walk.network, skill: nil, seed: freshSeed), adapts: true)
    case .walk: leaveHome()
    case .step(let step):
      leaveHome()
      walk.go(to: walk.firstStop(of: step))
    }
    return []
  }

  /// A lesson where it was left, or at a screen of it; one that was done, on other numbers than then.
  private mutating func openFromHome(_ id: String, at screen: Int? = nil) -> [Effect] {
    guard let entry = library.first(where: { $0.id == id }) else { return [] }
    leaveHome()
    let isOpen = screen == nil ? visit(entry, again: freshSeed) : begin(entry, at: places[id])
    guard isOpen else {
      home?.isShown = true
      reply = .notice(Words(en: "There is nothing in this lesson.", zh: "这一课没有内容。"))
      return []
    }
    if let screen { go(toScreen: screen) }
    return lesson.map { [.keepPlace(lesson: id, $0.place)] } ?? []
  }

  /// Other problems and numbers each time, and the same again from the same records.
  private var freshSeed: UInt64 {
    UInt64(home?.report.attemptCount ?? 0) &* 7_919 &+ UInt64(truncatingIfNeeded: home?.now ?? 0) % 999_983 + 1
  }

  private mutating func leaveHome() {
    home?.isShown = false
    page = .walk
  }

  /// Back to the menu from whatever was chosen there.
  mutating func goHome() -> [Effect] {
    if lesson == nil, drill == nil {
      home?.walk = walk
      home?.original = original
    }
    closeLesson()
    drill = nil
    prompt = nil
    page = .walk
    predicts = false
    if let home {
      walk = home.walk
      original = home.original
    }
    home?.isShown = true
    home?.selected = 0
    return [.tellProgress]
  }

  /// Pages that were printed are not stayed on.
  package mutating func closePages() {
    page = .walk
    home?.scrolled = nil
  }

  // MARK: What is known

  /// Takes in what is kept of the learner.
  mutating func know(_ kept: KeptProgress) {
    learner = LearnerModel(kept.attempts)
    calendarOffset = kept.now.subtractingReportingOverflow(Int64(now)).partialValue
    banner = kept.banner
    if let notice = kept.notice { reply = .notice(notice) }
    for attempt in kept.attempts where attempt.isFirst && !attempt.isOfUnknownKind {
      answered.insert(Self.answerKey(attempt.lesson, attempt.step, attempt.parameters))
    }
    for kept in kept.places where kept.lesson != lesson?.id { places[kept.lesson] = LessonPlace(text: kept.place) }
    guard home != nil else { return }
    let report = ProgressReport(
      kept.attempts, visits: places.mapValues(\.visit), lessons: outlines, now: kept.now)
    home?.report = report
    home?.now = kept.now
  }
}

extension Progress.Attempt {
  /// Whether it was kept before a step's name said what else than its value was asked: asking again costs nothing.
  fileprivate var isOfUnknownKind: Bool {
    guard lesson == nil, !step.contains(" ") else { return false }
    return choices != nil || isFaded || skills == [Skill.tracePath.rawValue]
  }
}

extension LessonCatalogue.Entry {
  /// The lesson, as far as progress is about it.
  package var outline: LessonOutline {
    let summary = summary
    return LessonOutline(
      id: id, title: Words(en: title(in: .en), zh: title(in: .zh)), minutes: summary.minutes,
      requires: summary.requires, skills: summary.skills.compactMap { Skill(rawValue: $0) },
      questions: summary.questions)
  }
}
