import Diagnostics
import Traces
import Tutor

/// The short words on the screen that belong to no step of their own.
enum Phrases {
  static let notYet = Words(en: "not yet", zh: "未求")
  static let yours = Words(en: "yours", zh: "你的推导")
  static let right = Words(en: "right", zh: "正确推导")
  static let pause = Words(
    en: "Three quick guesses: read the question once more. Answers are taken again in a few seconds.",
    zh: "连猜了三次：请再读一遍题目，几秒后可以继续作答。")
  static let like = Words(en: "Now the same with other numbers:", zh: "换一组数再做一次：")
  static let likeInSight = Words(
    en: "Now the same with other numbers; a * marks the new ones.", zh: "换一组数再做一次，新的数带 * 号。")
  static let practice = Words(en: "practice", zh: "练习")
  static let review = Words(en: "review", zh: "复习")
  static let anotherSession = Words(en: "another session", zh: "再练一次")
  static let forward = Words(en: "forward pass", zh: "前向传播")
  static let localGradient = Words(en: "local gradient", zh: "局部梯度")
  static let batchMean = Words(en: "batch mean", zh: "小批量平均")
  static let deltaView = Words(en: "δ view", zh: "δ 视图")
  static let update = Words(en: "update", zh: "参数更新")
  static let soFar = Words(en: "gradients and updates", zh: "梯度与更新")
  static let factorsSoFar = Words(en: "factors so far", zh: "已求得的因子")
  static let gradientsSoFar = Words(en: "gradients so far", zh: "已求得的梯度")
  static let meansSoFar = Words(en: "mean gradients, updates", zh: "平均梯度与更新")
  static let answer = Words(en: "answer", zh: "回答")

  /// Where `q` leads, in a word.
  static func place(_ leaving: Shared.Leaving) -> Words {
    switch leaving {
    case .out: Words(en: "quit", zh: "退出")
    case .toMenu: Words(en: "menu", zh: "菜单")
    case .toLesson: Words(en: "lesson", zh: "课程")
    case .toTraining: Words(en: "training", zh: "训练")
    case .toRoom: Words(en: "class", zh: "课堂")
    }
  }

  /// The same as what is done.
  static func leave(_ leaving: Shared.Leaving) -> Words {
    switch leaving {
    case .out: place(leaving)
    case .toMenu: Words(en: "back to the menu", zh: "回到菜单")
    case .toLesson: Words(en: "back to the lesson", zh: "回到课程")
    case .toTraining: Words(en: "back to the training", zh: "回到训练")
    case .toRoom: Words(en: "back to the class", zh: "回到课堂")
    }
  }

  /// The same of the one who leaves or of the key.
  static func leads(_ leaving: Shared.Leaving) -> Words {
    switch leaving {
    case .out: Words(en: "leaves", zh: "退出")
    case .toMenu: Words(en: "goes back to the menu", zh: "回到菜单")
    case .toLesson: Words(en: "goes back to the lesson", zh: "回到课程")
    case .toTraining: Words(en: "goes back to the training", zh: "回到训练")
    case .toRoom: Words(en: "goes back to the class", zh: "回到课堂")
    }
  }

  /// The end of an answer that is longer than its room.
  static func more(_ rows: Int) -> Words {
    Words(en: "… \(rows) more lines: v shows all", zh: "…… 还有 \(rows) 行，按 v 查看全部")
  }
  static let held = Words(en: "held", zh: "保持不变")
  static let before = Words(en: "so far", zh: "此前")
  static let derivative = Words(en: "derivative", zh: "求导")
  static let steps = Words(en: "all steps", zh: "全部步骤")
  static let help = Words(en: "help", zh: "帮助")

  static func path(_ number: Int) -> Words { Words(en: "path \(number)", zh: "路径 \(number)") }

  static func path(_ number: Int, of count: Int) -> Words {
    Words(en: "path \(number) of \(count)", zh: "第 \(number) 条路径，共 \(count) 条")
  }

  static func reused(_ step: Int) -> Words { Words(en: "reused from step \(step)", zh: "沿用步骤 \(step)") }

  /// The same by the gradient that it was found for, where steps have no numbers.
  static func reused(from goal: String) -> Words { Words(en: "reused from \(goal)", zh: "沿用 \(goal) 中的结果") }

  static func foundBefore(in goal: String) -> Words {
    Words(
      en: "Already found for \(goal). The same number is used again, nothing is computed twice.",
      zh: "推导 \(goal) 时已经求出，这里直接沿用，不必重算。")
  }

  /// What a line on the board is, by its stage.
  static func label(_ stage: Stage, isForward: Bool) -> Words {
    switch stage {
    case .chain: Words(en: "chain", zh: "链式")
    case .writtenOut: Words(en: "written out", zh: "写出")
    case .rule: Words(en: "rule", zh: "法则")
    case .symbolic where isForward: Words(en: "definition", zh: "定义")
    case .symbolic: Words(en: "result", zh: "结果")
    case .substituted: Words(en: "numbers", zh: "代入")
    case .value: Words(en: "value", zh: "求值")
    }
  }
}
