import Diagnostics
import Screen
import Skills

/// What is said of a class, on the page and in HTML.
enum ClassWords {
  static let noHelp = Words(en: "No mistake was made twice, nothing is weak.", zh: "没有人重复犯错，也没有薄弱技能。")
  static let noMistake = Words(en: "None was recognised.", zh: "没有识别出的错误。")

  static func count(_ members: Int, _ answers: Int) -> Words {
    Words(
      en: "\(Look.count(members, "learner")), \(Look.count(answers, "answer"))", zh: "\(members) 名学习者，共 \(answers) 次作答")
  }

  static func andOthers(_ names: [String]) -> Words {
    Words(
      en: "and \(names.count) more: \(names.joined(separator: ", "))",
      zh: "另有 \(names.count) 人：\(names.joined(separator: "、"))")
  }

  static func weak(_ skills: [Skill]) -> Words {
    Words(
      en: "weak: \(skills.map(\.name.en).joined(separator: ", "))",
      zh: "薄弱：\(skills.map(\.name.zh).joined(separator: "、"))")
  }

  static func name(_ level: ClassMap.Level) -> Words {
    switch level {
    case .none: Words(en: "no answer", zh: "未作答")
    case .weak: Words(en: "weak", zh: "薄弱")
    case .begun: Words(en: "on the way", zh: "学习中")
    case .mastered: Words(en: "mastered", zh: "已掌握")
    }
  }

  static func made(_ mistake: ClassOverview.MistakeCount, of members: Int) -> Words {
    Words(
      en: "\(mistake.members) of \(Look.count(members, "learner")), \(Look.count(mistake.count, "time"))",
      zh: "\(members) 人中有 \(mistake.members) 人，共 \(mistake.count) 次")
  }

  static func share(_ step: ClassOverview.StepCount) -> Words {
    let percent = Look.percent(step.share)
    return Words(
      en: "\(percent)% of \(Look.count(step.answers, "first answer")) right", zh: "首答 \(step.answers) 次，正确率 \(percent)%"
    )
  }

  static func result(_ question: LessonQuestions.Question) -> Words {
    if question.members == 0 { return Words(en: "No one has answered it yet.", zh: "还没有人作答。") }
    return Words(
      en: "\(question.right) of \(Look.count(question.members, "learner")) right at the first try, without help",
      zh: "\(question.members) 人作答，一次独立做对 \(question.right) 人")
  }

  /// What no mistake explains; nil where there is nothing.
  static func rest(_ question: LessonQuestions.Question) -> Words? {
    var parts: [Words] = []
    if question.others > 0 {
      parts.append(Words(en: "other wrong answers: \(question.others)", zh: "其他错误答案 \(question.others) 次"))
    }
    if question.unreadable > 0 {
      parts.append(Words(en: "not readable: \(question.unreadable)", zh: "无法读懂 \(question.unreadable) 次"))
    }
    guard !parts.isEmpty else { return nil }
    return Words(en: parts.map(\.en).joined(separator: ", "), zh: parts.map(\.zh).joined(separator: "，"))
  }
}
