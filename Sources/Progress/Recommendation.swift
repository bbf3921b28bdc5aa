package import Diagnostics
package import Skills

/// What to do next, and why.
package struct Recommendation: Equatable, Sendable {
  /// Why it is recommended.
  package enum Kind: Equatable, Sendable {
    /// A mastered skill, seen again.
    case review
    /// A skill that can be learnt now.
    case learn(Support)
  }

  package let kind: Kind
  package let skill: Skill
  /// How likely it is known.
  package let known: Double
  /// Whether no answer was about it yet, so that nothing is known of it.
  package let isNew: Bool
  /// The lesson that teaches it; nil where practice is all there is.
  package let lesson: String?

  /// Reviews first, since what was known is soon known again; then the skill that is least known and can be learnt.
  init?(_ model: LearnerModel, reviews: [Skill], lessons: [LessonProgress]) {
    if let skill = reviews.first {
      kind = .review
      self.skill = skill
      lesson = nil
    } else if let skill = model.next() {
      kind = .learn(model[skill].support)
      self.skill = skill
      lesson = Self.lesson(teaching: skill, lessons)
    } else {
      return nil
    }
    known = model[skill].known
    isNew = model[skill].answers == 0
  }

  /// Of the lessons that teach a skill the first that is not done, preferably one whose own beginnings are.
  private static func lesson(teaching skill: Skill, _ lessons: [LessonProgress]) -> String? {
    let open = lessons.filter { $0.lesson.skills.contains(skill) && !$0.isDone }
    let done = Set(lessons.filter(\.isDone).map(\.lesson.id))
    let ready = open.first { $0.lesson.requires.allSatisfy(done.contains) }
    guard ready == nil, let wanted = open.first else { return ready?.lesson.id }
    // What comes before it is not done: that is where to begin.
    var (current, seen) = (wanted, Set([wanted.lesson.id]))
    while let missing = current.lesson.requires.first(where: { !done.contains($0) && !seen.contains($0) }),
      let before = lessons.first(where: { $0.lesson.id == missing })
    {
      seen.insert(missing)
      current = before
    }
    return current.lesson.id
  }

  /// Why, in a sentence.
  package var reason: Words {
    let share = Int((min(max(known, 0), 1) * 100).rounded())
    let (en, zh) = isNew ? ("", "") : (" (mastery \(share) %)", "（掌握度 \(share)%）")
    switch kind {
    case .review:
      return Words(
        en: "You have mastered '\(skill.name.en)'; it is time to see whether it is still there.",
        zh: "你已掌握“\(skill.name.zh)”，该复习一下，看看是否还记得。")
    case .learn where skill.prerequisites.isEmpty:
      return Words(
        en: "'\(skill.name.en)'\(en) needs nothing else first, and much is built on it.",
        zh: "“\(skill.name.zh)”\(zh)不需要别的基础，后面的内容都建立在它之上。")
    case .learn:
      let known = skill.prerequisites
      return Words(
        en: """
          You have mastered \(Self.list(known.map { "'\($0.name.en)'" }, ", ", " and ")); '\(skill.name.en)'\(en) is built on \
          that.
          """,
        zh: "你已掌握\(Self.list(known.map { "“\($0.name.zh)”" }, "、", "和"))；“\(skill.name.zh)”\(zh)以此为基础。")
    }
  }

  private static func list(_ names: [String], _ comma: String, _ and: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: comma) + and + last
  }
}
