package import Diagnostics
import Skills

/// The lesson to do next, and why that one.
package struct LessonOffer: Equatable, Sendable {
  package let lesson: LessonOutline
  package let reason: Words

  /// The lesson that leads to what is to be learned next; else the first that is not done.
  init?(_ lessons: [LessonProgress], learning: Recommendation?) {
    if let learning, let led = lessons.first(where: { $0.lesson.id == learning.lesson }) {
      lesson = led.lesson
      reason =
        learning.isTaught
        ? learning.reason
        : Words(
          en: "It comes before the lesson on '\(learning.skill.name.en)'.", zh: "学“\(learning.skill.name.zh)”之前先学这一课。")
      return
    }
    let done = Set(lessons.filter(\.isDone).map(\.lesson.id))
    let open = lessons.filter { !$0.isDone }
    guard let next = open.first(where: { $0.lesson.requires.allSatisfy(done.contains) }) ?? open.first else {
      return nil
    }
    lesson = next.lesson
    let names = next.lesson.skills.prefix(3).map(\.name)
    let en = Recommendation.list(names.map { "'\($0.en)'" }, ", ", " and ")
    let zh = Recommendation.list(names.map { "“\($0.zh)”" }, "、", "和")
    reason =
      names.isEmpty
      ? Words(en: "It is the first lesson that is not done yet.", zh: "这是还没学完的第一课。")
      : Words(
        en: "It is the first lesson that is not done yet; it is about \(en).", zh: "这是还没学完的第一课，内容是\(zh)。")
  }
}
