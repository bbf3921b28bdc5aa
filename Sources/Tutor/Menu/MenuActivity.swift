import Networks
package import Progress
import Screen
package import Skills
import Traces

/// The menu: what to go on with and why, and everything else that there is.
package struct MenuActivity: Equatable, Sendable, Conversing {
  package internal(set) var console = Console()
  package internal(set) var report: ProgressReport
  /// What the calendar says, in milliseconds since 1970.
  package internal(set) var now: Int64 = 0
  /// Which entry is chosen, from 0.
  package internal(set) var selected = 0
  /// What is being searched for; nil while all entries are shown.
  package internal(set) var search: LineEditor?
  /// What was found of it.
  var found: [Item] = []
  /// The row of the page on the skills that is chosen: a skill's place in the table, or so many rows behind the last; nil
  /// while the menu is shown.
  package internal(set) var skillRow: Int?
  /// Digits that were typed: the number of a lesson.
  var typed = 0
  /// The walk, as it was left.
  package internal(set) var walk: Walk
  var original: Network
  var samples: Samples?

  /// Something to choose.
  package enum Item: Equatable, Sendable {
    /// A lesson that was begun and not ended.
    case resume(String)
    /// The lesson to do next.
    case begin(String)
    /// A mastered skill that is due.
    case review(Skill)
    /// Fresh problems on what is least known.
    case practise(Skill?)
    /// Fresh problems on one skill.
    case skill(Skill)
    case walk
    /// A lesson of the list.
    case lesson(String)
    /// A screen of a lesson, counted from 0, found by searching.
    case screen(lesson: String, Int)
    /// A step of the walk, found by searching.
    case step(Int)
  }

  /// What a page or a search does not fit is reached by scrolling so far.
  static let maxScroll = 200

  init(_ walk: Walk, original: Network, _ shared: Shared) {
    self.walk = walk
    self.original = original
    report = ProgressReport([], lessons: shared.outlines, now: 0)
  }

  mutating func update(_ event: Event, _ shared: inout Shared) -> [Request] {
    switch event {
    case .key(let key):
      if prompt != nil { return type(key, &shared) }
      return page == .walk ? press(key, &shared) : turn(key, shared)
    case .line(let line): return submit(line, &shared)
    case .choose(let item):
      guard skillRow != nil else { return choose(number: item, &shared) }
      guard Skill.allCases.indices.contains(item) else { return [] }
      skillRow = item
      return choose(.skill(Skill.allCases[item]), shared)
    case .printed:
      page = .walk
      skillRow = nil
    case .progress(let kept): know(kept, shared)
    // What came late for an activity that was left: a network, numbers.
    case .read, .seed: break
    case .goTo: page = .walk
    case .start, .select, .time, .banner, .presented, .revised, .trained, .derivation, .attended: break
    }
    return []
  }

  /// The skill that is chosen on the page on the skills.
  package var chosenSkill: Skill? {
    skillRow.flatMap { Skill.allCases.indices.contains($0) ? Skill.allCases[$0] : nil }
  }

  /// The page on the skills opens at what comes next.
  func firstSkillRow(_ shared: Shared) -> Int {
    (report.recommendation?.skill ?? shared.practiceSkill).flatMap(Skill.allCases.firstIndex) ?? 0
  }

  /// The program is back at the menu from what was chosen there; the walk stays as it was left.
  mutating func resume(from activity: Activity) {
    console = Console()
    selected = 0
    guard case .walk(let left) = activity else { return }
    walk = left.board.walk
    original = left.board.original
    samples = left.board.samples
  }

  /// The page with the keys, which from there leads on to the skills.
  private mutating func turn(_ key: Key, _ shared: Shared) -> [Request] {
    switch console.turn(key, entries: walk.trace.steps.count, shared.keymap) {
    case .done, .entry: return []
    case .overview: skillRow = firstSkillRow(shared)
    case .common(let command): return common(command)
    }
    return []
  }

  /// A key while a line is being typed.
  private mutating func type(_ key: Key, _ shared: inout Shared) -> [Request] {
    switch console.type(key, shared, walk.network.architecture) {
    case .done, .hint: return []
    case .common: return common(key, shared.keymap)
    case .line(_, let text): return text.contains { $0 != " " } ? submit(text, &shared) : []
    }
  }
}
