import Diagnostics

/// What can be wrong with a name that a lesson uses or gives.
enum NameFault: LessonFault {
  case languageDiffers(name: String, field: String)
  case duplicateID(String, line: Int)
  case duplicateLesson(String, other: String)
  case unknownLesson(String, nearest: String?)
  case cycle([String])
  case unknownSkill(String, nearest: String?)
  case unknownMistake(String, nearest: String?)
  case unknownNetwork(String, nearest: String?)
  case networkPath(String)
  case unusableNetwork(String, Words)
  case unknownQuantity(String, nearest: String?)
  case notGiven(String)
  case unknownNeuron(String, nearest: String?)
  /// A name of the author's own that means something already.
  case takenName(String)
  /// `{k}` in a text, where no `let` defines k.
  case unknownVariable(String, nearest: String?)
  case unknownBlock(String, nearest: String?)
  /// An answer's way that never leads to the end.
  case trap(String)
  case notDerived(String)
  case notAGradient(String)
  case afterItself(String)
  case notAFactor(String, of: String)

  var words: Sentence {
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
      ("unknown-lesson", Words(en: "there is no lesson '\(id)'", zh: "没有课程“\(id)”"), Suggestion.didYouMean(nearest))
    case .cycle(let path):
      (
        "cycle",
        Words(
          en: "lessons require each other: \(path.joined(separator: " → "))",
          zh: "课程互相要求：\(path.joined(separator: " → "))"), nil
      )
    case .unknownSkill(let skill, let nearest):
      ("unknown-skill", Words(en: "there is no skill '\(skill)'", zh: "没有技能“\(skill)”"), Suggestion.didYouMean(nearest))
    case .unknownMistake(let id, let nearest):
      (
        "unknown-mistake", Words(en: "the catalogue has no mistake '\(id)'", zh: "错误目录中没有“\(id)”"),
        Suggestion.didYouMean(nearest)
      )
    case .unknownNetwork(let name, let nearest):
      (
        "unknown-network", Words(en: "there is no network '\(name)'", zh: "没有网络“\(name)”"),
        Suggestion.didYouMean(nearest)
      )
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
      (
        "unknown-quantity", Words(en: "this network has no '\(name)'", zh: "这个网络没有“\(name)”"),
        Suggestion.didYouMean(nearest)
      )
    case .notGiven(let name):
      (
        "not-given", Words(en: "'\(name)' is computed, so it cannot be set", zh: "“\(name)”是算出来的，不能直接设定"),
        Words(en: "set inputs, weights, biases, targets or eta", zh: "可设定输入、权重、偏置、目标值或 eta")
      )
    case .unknownNeuron(let name, let nearest):
      (
        "unknown-neuron", Words(en: "this network has no neuron '\(name)'", zh: "这个网络没有神经元“\(name)”"),
        Suggestion.didYouMean(nearest)
      )
    case .takenName(let name):
      (
        "taken-name", Words(en: "'\(name)' means something already", zh: "“\(name)”已有含义"),
        Words(en: "take another name", zh: "请换一个名称")
      )
    case .unknownVariable(let name, let nearest):
      (
        "unknown-variable", Words(en: "'let' does not define '\(name)'", zh: "let 没有定义“\(name)”"),
        Suggestion.didYouMean(nearest)
      )
    case .unknownBlock(let id, let nearest):
      (
        "unknown-target", Words(en: "no block here has the id '\(id)'", zh: "这里没有 id 为“\(id)”的块"),
        Suggestion.didYouMean(nearest)
      )
    case .trap(let id):
      (
        "trap",
        Words(en: "the way to '\(id)' never reaches the end", zh: "前往“\(id)”后永远到不了结尾"),
        Words(en: "let one answer lead on", zh: "至少让一个选项通向后面")
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
    }
  }
}
