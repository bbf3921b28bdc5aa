import Diagnostics

/// What can be wrong with a question: its answers, its lines, its goal.
enum QuestionFault: LessonFault {
  case notFinite(String)
  case answerFailsItself
  case symbolNotAllowed(String, allowed: [String])
  case noRightOption
  case rightIsWrong
  case shadowedWrong(line: Int)
  case malformedCondition
  case notAnEquation
  case bugLineMissing(count: Int)
  case bugHolds(line: Int)
  case lineFails(line: Int)
  case goalUnreachable
  case startOutOfRange(String)

  var words: Sentence {
    switch self {
    case .notFinite(let name):
      ("not-finite", Words(en: "'\(name)' has no finite value here", zh: "“\(name)”在这里没有有限的值"), nil)
    case .answerFailsItself:
      (
        "answer-fails-itself",
        Words(en: "the answer with six digits is refused by this tolerance", zh: "写到六位的答案也通不过这个 tolerance"),
        Words(en: "allow more", zh: "请放宽")
      )
    case .symbolNotAllowed(let name, let allowed):
      (
        "symbol-not-allowed",
        Words(
          en: "the answer uses '\(name)', but symbols allows only \(allowed.joined(separator: ", "))",
          zh: "答案用了“\(name)”，而 symbols 只允许 \(allowed.joined(separator: "、"))"), nil
      )
    case .noRightOption:
      (
        "no-right-option", Words(en: "no option is right", zh: "没有正确选项"),
        Words(en: "add right: true to one of them", zh: "给其中一项加上 right: true")
      )
    case .rightIsWrong:
      (
        "right-is-wrong", Words(en: "this is the right answer", zh: "这就是正确答案"),
        Words(en: "a right answer never reaches it", zh: "答对时不会用到它")
      )
    case .shadowedWrong(let line):
      (
        "shadowed-wrong",
        Words(en: "the wrong answer in line \(line) is the same and comes first", zh: "第 \(line) 行的错误答案与此相同，且先匹配"), nil
      )
    case .malformedCondition:
      (
        "malformed-condition", Words(en: "a comparison was expected", zh: "这里应是比较"),
        Words(en: "for example E < 0.15", zh: "例如 E < 0.15")
      )
    case .notAnEquation:
      (
        "not-an-equation", Words(en: "a line must have the form left = right", zh: "每行应是“左 = 右”的形式"), nil
      )
    case .bugLineMissing(let count):
      (
        "bug-line-missing",
        Words(en: count == 1 ? "there is only one line" : "there are only \(count) lines", zh: "总共只有 \(count) 行"), nil
      )
    case .bugHolds(let line):
      ("bug-holds", Words(en: "line \(line) is right, so there is nothing to find", zh: "第 \(line) 行没有错，找不出错误"), nil)
    case .lineFails(let line):
      (
        "line-fails",
        Words(en: "line \(line) is wrong, but it is not the one in 'bug'", zh: "第 \(line) 行也有错，但 bug 指的不是它"),
        nil
      )
    case .goalUnreachable:
      (
        "goal-unreachable", Words(en: "the goal is met nowhere in the range", zh: "在这个范围内达不到目标"),
        Words(en: "widen the range or ease the goal", zh: "请放宽范围或目标")
      )
    case .startOutOfRange(let name):
      ("start-out-of-range", Words(en: "'\(name)' starts outside the range", zh: "“\(name)”的起点不在范围内"), nil)
    }
  }
}
