import Diagnostics

extension LessonFault {
  var answerWords: Sentence? {
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
    default: nil
    }
  }

  var languageWords: Sentence {
    switch self {
    case .missingTranslation(let id, let language):
      (
        "missing-translation",
        Words(
          en: "the \(Self.name(language).en) file has no block '\(id)'", zh: "\(Self.name(language).zh)文件里没有块“\(id)”"),
        nil
      )
    case .untranslatedField(let name, let language):
      (
        "untranslated-field",
        Words(
          en: "'\(name)' stands only in the \(Self.name(language).en) file",
          zh: "“\(name)”只写在\(Self.name(language).zh)文件里"),
        nil
      )
    case .translationDiffers(let name, let language):
      (
        "translation-differs",
        Words(
          en: "'\(name)' differs from the \(Self.name(language).en) file", zh: "“\(name)”与\(Self.name(language).zh)文件不同"
        ),
        Words(en: "translations differ in their text only; leave the field out", zh: "译文只应有文字不同，此字段可以不写")
      )
    case .entryCountDiffers(let name, let language, let count):
      (
        "entry-count-differs",
        Words(
          en: "'\(name)' has \(count) entries in the \(Self.name(language).en) file",
          zh: "\(Self.name(language).zh)文件里的“\(name)”有 \(count) 项"), nil
      )
    case .tooTall(let rows, let limit):
      (
        "too-tall",
        Words(
          en: "this screen takes \(rows) rows, and a terminal of 80×24 has room for \(limit)",
          zh: "这一屏占 \(rows) 行，而 80×24 的终端只容得下 \(limit) 行"),
        Words(en: "put <!-- pause --> in between", zh: "请在中间加 <!-- pause -->")
      )
    case .textTooLong(let name, let rows, let limit):
      (
        "text-too-long",
        Words(
          en: "'\(name)' takes \(rows) rows, \(limit) are the most", zh: "“\(name)”占 \(rows) 行，最多 \(limit) 行"), nil
      )
    default: ("internal", Words(en: "this cannot be used", zh: "这里不能用"), nil)
    }
  }

  private static func name(_ language: Language) -> Words {
    switch language {
    case .en: Words(en: "English", zh: "英文")
    case .zh: Words(en: "Chinese", zh: "中文")
    }
  }
}
