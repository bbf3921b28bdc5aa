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
  /// The lesson that leads to it; nil where practice does, since the lesson that teaches it is done.
  package let lesson: String?
  /// Whether that lesson teaches it, and does not only come before the one that does.
  let isTaught: Bool

  /// Reviews first, since what was known is soon known again; then the skill that is least known and can be learnt.
  init?(_ model: LearnerModel, reviews: [Skill], lessons: [LessonProgress]) {
    if let skill = reviews.first {
      kind = .review
      self.skill = skill
      (lesson, isTaught) = (nil, false)
    } else if let skill = model.next() {
      kind = .learn(model[skill].support)
      self.skill = skill
      let found = Self.lesson(teaching: skill, lessons)
      (lesson, isTaught) = (found?.lesson.id, found?.lesson.skills.contains(skill) == true)
    } else {
      return nil
    }
    known = model[skill].known
    isNew = model[skill].answers == 0
  }

  /// The lesson that teaches a skill, which is the first that has it, or what comes before that one.
  ///
  /// Once it is done the later ones only use the skill, and what is missing comes of practice.
  private static func lesson(teaching skill: Skill, _ lessons: [LessonProgress]) -> LessonProgress? {
    guard let wanted = lessons.first(where: { $0.lesson.skills.contains(skill) }), !wanted.isDone else { return nil }
    let done = Set(lessons.filter(\.isDone).map(\.lesson.id))
    var (current, seen) = (wanted, Set([wanted.lesson.id]))
    while let missing = current.lesson.requires.first(where: { !done.contains($0) && !seen.contains($0) }),
      let before = lessons.first(where: { $0.lesson.id == missing })
    {
      seen.insert(missing)
      current = before
    }
    return current
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

  static func list(_ names: [String], _ comma: String, _ and: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: comma) + and + last
  }
}
