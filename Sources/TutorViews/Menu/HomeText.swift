import Diagnostics
import Expressions
import Lessons
import Networks
import Progress
import Questions
import Reports
import Screen
import Skills
import Traces
import Tutor

/// The words of the menu's entries.
struct HomeText {
  let state: State
  let home: MenuActivity

  init?(_ state: State) {
    guard let home = state.home else { return nil }
    self.state = state
    self.home = home
  }

  /// What kind of thing an entry is.
  func label(_ item: MenuActivity.Item) -> Words {
    switch item {
    case .resume: Words(en: "Continue", zh: "继续")
    case .begin(let id) where progress(id)?.isLeftOpen == true: Words(en: "Still open", zh: "尚未完成")
    case .begin: isNew ? Words(en: "Begin here", zh: "从这里开始") : Words(en: "Next lesson", zh: "下一课")
    case .review: Words(en: "Review", zh: "复习")
    case .practise, .skill: Words(en: "Practice", zh: "练习")
    case .walk: Words(en: "Walk freely", zh: "自由推导")
    case .lesson: Words(en: "Lesson", zh: "课程")
    case .screen(let id, _): Words(en: "Lesson \(number(id))", zh: "第 \(number(id)) 课")
    case .step: Words(en: "Step", zh: "步骤")
    }
  }

  /// Nothing was done yet.
  private var isNew: Bool { home.report.attemptCount == 0 && !home.report.lessons.contains(where: \.isBegun) }

  /// What it is called.
  func title(_ item: MenuActivity.Item) -> Words {
    switch item {
    case .resume(let id), .begin(let id), .lesson(let id): return lessonTitle(id)
    case .review(let skill):
      // One session sees all that is due.
      let others = home.dueSkills.count - 1
      let name = skill.name
      return others < 1 ? name : Words(en: "\(name.en) and \(others) more", zh: "\(name.zh)等 \(others + 1) 项")
    case .practise(let skill?), .skill(let skill): return skill.name
    case .practise(nil): return Words(en: "everything, mixed", zh: "全部技能，混合练习")
    case .screen(let id, let number):
      let text = excerpt(id, number).map { $0.before + $0.hit + $0.after } ?? ""
      return Words(en: "screen \(number + 1): \(text)", zh: "第 \(number + 1) 屏：\(text)")
    case .walk: return Words(en: "forward pass, gradients, update", zh: "前向传播、梯度、参数更新")
    case .step(let number):
      let walk = state.walk
      guard walk.trace.steps.indices.contains(number - 1) else { return Words("") }
      let step = walk.trace[number]
      let title = walk.trace.title(of: step, state.notation)
      let name = walk.trace.network.architecture.text(of: step.quantity, state.notation)
      return Words(en: "\(number)  \(name)  \(title.en)", zh: "\(number)  \(name)  \(title.zh)")
    }
  }

  /// What a screen says where it was found, cut so that the hit is near the beginning.
  func excerpt(_ lesson: String, _ screen: Int) -> (before: String, hit: String, after: String)? {
    guard let (text, hit) = state.foundText(lesson, screen: screen) else { return nil }
    let characters = Array(text.text)
    var start = 0
    if hit.lowerBound > Self.maxBefore {
      let earliest = hit.lowerBound - Self.maxBefore
      // A word is not cut in two; where there are none, as in Chinese, anywhere will do.
      start = characters[earliest..<hit.lowerBound].firstIndex(of: " ").map { $0 + 1 } ?? earliest
    }
    let end = min(characters.count, start + Self.maxExcerpt)
    return (
      (start > 0 ? "…" : "") + String(characters[start..<hit.lowerBound]), String(characters[hit]),
      String(characters[min(hit.upperBound, end)..<end]) + (end < characters.count ? "…" : "")
    )
  }

  private static let (maxBefore, maxExcerpt) = (28, 120)

  /// The number of a lesson in the list.
  private func number(_ id: String) -> Int { (home.report.lessons.firstIndex { $0.lesson.id == id } ?? -1) + 1 }

  private func lessonTitle(_ id: String) -> Words {
    guard let place = home.report.lessons.firstIndex(where: { $0.lesson.id == id }) else { return Words(id) }
    let title = home.report.lessons[place].lesson.title
    return Words(en: "\(place + 1)  \(title.en)", zh: "\(place + 1)  \(title.zh)")
  }

  /// Why one would choose it; empty where the title says it all.
  func reason(_ item: MenuActivity.Item) -> Words {
    switch item {
    case .resume(let id):
      guard let progress = progress(id) else { return Words("") }
      let (settled, count) = (progress.settled, progress.count)
      return Words(
        en: "You left it with \(settled) of \(count) questions done; it goes on exactly there.",
        zh: "共 \(count) 题，上次离开时完成了 \(settled) 题，从那里接着学。")
    case .begin(let id) where progress(id)?.isLeftOpen == true:
      return progress(id).map(whatIsOpen) ?? Words("")
    case .begin: return home.report.nextLesson?.reason ?? Words("")
    case .review(let skill):
      return Words(
        en: "You have mastered '\(skill.name.en)'; it is time to see whether it is still there.",
        zh: "你已掌握“\(skill.name.zh)”，该复习一下，看看是否还记得。")
    case .practise, .skill:
      return Words(
        en: "Ten fresh problems; each answer is diagnosed, and the next follows from it.",
        zh: "十道新题；每次作答都会诊断，并据此选下一题。")
    case .walk:
      return Words(
        en: "Every factor of every gradient, one at a time, on numbers that you can change.",
        zh: "逐个因子推导每个梯度，数值可以随时修改。")
    case .lesson, .screen, .step: return Words("")
    }
  }

  /// What choosing a skill does: problems, or the lesson that has them.
  static func opening(_ skill: Skill) -> Words {
    Skill.practised.contains(skill)
      ? Words(en: "practice \(skill.name.en)", zh: "练习\(skill.name.zh)")
      : Words(en: "its lesson", zh: "打开这一课")
  }

  private func whatIsOpen(_ progress: LessonProgress) -> Words {
    let (open, count) = (progress.openCount, progress.count)
    let (en, zh) =
      open < count
      ? ("\(open) of its \(count) questions \(open == 1 ? "is" : "are")", "共 \(count) 题，还有 \(open) 题没有完成")
      : count == 1 ? ("its question is", "还有 1 题没有完成") : ("all its \(count) questions are", "\(count) 题都还没有完成")
    return Words(en: "You read it to the end; \(en) still open.", zh: "已经读到末尾，\(zh)。")
  }

  /// What has become better, in a line: from the first answer on.
  var growth: Words {
    let growth = home.report.growth
    let gone = home.report.mistakes.count(where: \.isGone)
    let parts: [Words?] = [
      growth.streak < 2 ? nil : Words(en: "\(growth.streak) days in a row", zh: "连续 \(growth.streak) 天"),
      growth.answersToday == 0
        ? nil
        : Words(
          en: "today \(growth.rightToday) of \(growth.answersToday) right",
          zh: "今天作答 \(growth.answersToday) 次，答对 \(growth.rightToday) 次"),
      growth.corrected == 0
        ? nil : Words(en: "\(growth.corrected) corrected yourself", zh: "自己改正 \(growth.corrected) 处"),
      gone == 0 ? nil : Words(en: "\(Look.count(gone, "mistake")) no longer made", zh: "不再犯的错误 \(gone) 种"),
    ]
    let told = parts.compactMap { $0 }
    return Words(en: told.map(\.en).joined(separator: ", "), zh: told.map(\.zh).joined(separator: "；"))
  }

  func progress(_ id: String) -> LessonProgress? { home.report.lessons.first { $0.lesson.id == id } }

  /// The lesson of an entry; nil where it is none.
  func lesson(_ item: MenuActivity.Item) -> String? {
    switch item {
    case .resume(let id), .begin(let id), .lesson(let id): id
    case .review, .practise, .skill, .walk, .screen, .step: nil
    }
  }

  /// How many skills are mastered, of all.
  var mastered: (count: Int, all: Int) {
    (home.report.model.masteries.filter(\.isMastered).count, home.report.model.masteries.count)
  }
}
