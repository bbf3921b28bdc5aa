import Diagnostics

extension LessonFault {
  var fieldWords: Sentence? {
    switch self {
    case .unknownField(let name, let nearest):
      ("unknown-field", Words(en: "there is no field '\(name)' here", zh: "这里没有字段“\(name)”"), Self.didYouMean(nearest))
    case .misplacedField(let name, true):
      (
        "misplaced-field", Words(en: "'\(name)' belongs in the header", zh: "“\(name)”应写在块的首行"),
        Words(en: "write \(name)=… behind the kind of block", zh: "在块类型后写 \(name)=…")
      )
    case .misplacedField(let name, false):
      (
        "misplaced-field", Words(en: "'\(name)' belongs inside the block", zh: "“\(name)”应写在块内"),
        Words(en: "write \(name): … on a line of its own", zh: "另起一行写 \(name): …")
      )
    case .duplicateField(let name):
      (
        "duplicate-field", Words(en: "'\(name)' occurs twice", zh: "“\(name)”出现了两次"),
        Words(en: "keep one of them", zh: "只保留一个")
      )
    case .missingField(let name):
      ("missing-field", Words(en: "the field '\(name)' is missing", zh: "缺少字段“\(name)”"), nil)
    case .wrongKind(let name, let expected):
      ("wrong-kind", Words(en: "'\(name)' must be \(expected.en)", zh: "“\(name)”应是\(expected.zh)"), nil)
    case .listTooLong(let name, let limit):
      ("list-too-long", Words(en: "more than \(limit) entries in '\(name)'", zh: "“\(name)”超过 \(limit) 项"), nil)
    case .emptyText(let name): ("empty-text", Words(en: "'\(name)' is empty", zh: "“\(name)”为空"), nil)
    case .emptyList(let name): ("empty-list", Words(en: "'\(name)' has no entry", zh: "“\(name)”没有任何一项"), nil)
    case .unusableID(let text):
      (
        "unusable-id", Words(en: "'\(text)' cannot be an id", zh: "“\(text)”不能用作 id"),
        Words(en: "use letters, digits and hyphens", zh: "只用字母、数字和连字符")
      )
    case .outOfRange(let name, let range):
      (
        "out-of-range",
        Words(
          en: "'\(name)' must be from \(range.lowerBound) to \(range.upperBound)",
          zh: "“\(name)”应在 \(range.lowerBound) 到 \(range.upperBound) 之间"), nil
      )
    case .toleranceOutOfRange:
      (
        "tolerance-out-of-range",
        Words(en: "a tolerance must be from 0.0001% to 10%", zh: "tolerance 应在 0.0001% 到 10% 之间"), nil
      )
    case .unsupportedVersion(let version):
      (
        "unsupported-version", Words(en: "format version \(version) is unknown here", zh: "不认识格式版本 \(version)"),
        Words(en: "write bptutor: 1, or use a newer bptutor", zh: "请写 bptutor: 1，或使用更新的 bptutor")
      )
    case .unknownChoice(let name, let text, let choices, let nearest):
      (
        "unknown-choice",
        Words(
          en: "'\(name)' cannot be '\(text)', only \(choices.joined(separator: ", "))",
          zh: "“\(name)”不能是“\(text)”，只能是 \(choices.joined(separator: "、"))"), Self.didYouMean(nearest)
      )
    default: nil
    }
  }

  var nameWords: Sentence? {
    switch self {
    case .languageDiffers(let name, let field):
      (
        "language-differs",
        Words(en: "the file's name says '\(name)', not '\(field)'", zh: "文件名写的是“\(name)”，而不是“\(field)”"),
        Words(en: "change one of them", zh: "请改其中一个")
      )
    case .duplicateID(let id, let line):
      ("duplicate-id", Words(en: "the id '\(id)' was used in line \(line)", zh: "id“\(id)”在第 \(line) 行已用过"), nil)
    case .duplicateLesson(let id, let other):
      ("duplicate-lesson", Words(en: "'\(id)' is also the id of \(other)", zh: "\(other) 的 id 也是“\(id)”"), nil)
    case .unknownLesson(let id, let nearest):
      ("unknown-lesson", Words(en: "there is no lesson '\(id)'", zh: "没有课程“\(id)”"), Self.didYouMean(nearest))
    case .cycle(let path):
      (
        "cycle",
        Words(
          en: "lessons require each other: \(path.joined(separator: " → "))",
          zh: "课程互相要求：\(path.joined(separator: " → "))"), nil
      )
    case .unknownSkill(let skill, let nearest):
      ("unknown-skill", Words(en: "there is no skill '\(skill)'", zh: "没有技能“\(skill)”"), Self.didYouMean(nearest))
    case .unknownMistake(let id, let nearest):
      (
        "unknown-mistake", Words(en: "the catalogue has no mistake '\(id)'", zh: "错误目录中没有“\(id)”"),
        Self.didYouMean(nearest)
      )
    case .unknownNetwork(let name, let nearest):
      ("unknown-network", Words(en: "there is no network '\(name)'", zh: "没有网络“\(name)”"), Self.didYouMean(nearest))
    case .networkPath(let name):
      (
        "network-path", Words(en: "'\(name)' is not the name of a file beside the lesson", zh: "“\(name)”不是课程旁的文件名"),
        Words(en: "put the file into the lesson's folder and give its name alone", zh: "请把文件放在课程的文件夹里，只写文件名")
      )
    case .unusableNetwork(let name, let why):
      (
        "unusable-network", Words(en: "'\(name)' cannot be used: \(why.en)", zh: "“\(name)”不能用：\(why.zh)"), nil
      )
    case .unknownQuantity(let name, let nearest):
      ("unknown-quantity", Words(en: "this network has no '\(name)'", zh: "这个网络没有“\(name)”"), Self.didYouMean(nearest))
    case .notGiven(let name):
      (
        "not-given", Words(en: "'\(name)' is computed, so it cannot be set", zh: "“\(name)”是算出来的，不能直接设定"),
        Words(en: "set inputs, weights, biases, targets or eta", zh: "可设定输入、权重、偏置、目标值或 eta")
      )
    case .notDerived(let name):
      ("not-derived", Words(en: "'\(name)' is given, so there is no step for it", zh: "“\(name)”是给定的，没有推导步骤"), nil)
    case .notAGradient(let name):
      (
        "not-a-gradient", Words(en: "'\(name)' is no gradient with a chain", zh: "“\(name)”不是能展开成链的梯度"),
        Words(en: "for example dE/dw5", zh: "例如 dE/dw5")
      )
    case .afterItself(let name):
      (
        "after-itself", Words(en: "'\(name)' is what this block derives", zh: "“\(name)”就是本块要推导的梯度"),
        Words(en: "'after' lists gradients that were derived before", zh: "after 列出之前推导过的梯度")
      )
    case .notAFactor(let name, let goal):
      (
        "not-a-factor", Words(en: "'\(name)' is no factor of \(goal)", zh: "“\(name)”不是 \(goal) 的因子"),
        Words(en: "factors look like dout_O/dnet_O", zh: "因子写作 dout_O/dnet_O")
      )
    default: nil
    }
  }
}
