import Diagnostics

/// What can be wrong with a network file beyond its JSON; the sentences stand here and nowhere else.
enum NetworkFault {
  case notAnObject(String)
  case unknownMember(String, nearest: String?)
  case duplicateMember(String)
  case missingMember(String)
  case wrongKind(String, expected: Words)
  case empty(String)
  case tooMany(Words, limit: Int)
  case unusableName(String)
  case unusableLetters(String)
  case reservedName(String)
  case duplicateName(String)
  case cycle(String)
  case unknownChoice(String, of: [String], nearest: String?)
  /// A loss is for outputs of one function alone.
  case lossNeedsActivation(Loss, Activation, found: Activation)
  case wrongCount(String, expected: Int, found: Int)
  case slopeWithoutUse
  case wholeLayerForOne(Activation)
  case onlyInLastLayer(Activation)
  case needsSeveralNeurons(Activation)
  case targetsAreNoShares(String)
  case stepsWithoutMomentum
  case unknownValue(String, nearest: String?)
  case notGiven(String)
  case rateAmongValues(String)
  case notFinite(String)
  case missingValues([String])
  case notAParameter(String, nearest: String?)

  func diagnostic(at range: Range<Int>) -> Diagnostic {
    let (id, message, help) = words
    return Diagnostic(id: "network." + id, range: range, message: message, help: help)
  }

  private var words: (id: String, message: Words, help: Words?) {
    switch self {
    case .notAnObject(let what):
      ("not-an-object", Words(en: "\(what) must be a JSON object { … }", zh: "\(what) 应是 JSON 对象 { … }"), nil)
    case .unknownMember(let name, let nearest):
      (
        "unknown-member", Words(en: "'\(name)' is not a field of a network file", zh: "网络文件没有“\(name)”这个字段"),
        Suggestion.didYouMean(nearest)
      )
    case .duplicateMember(let name):
      (
        "duplicate-member", Words(en: "'\(name)' occurs twice", zh: "“\(name)”出现了两次"),
        Words(en: "keep one of them", zh: "只保留一个")
      )
    case .missingMember(let name):
      ("missing-member", Words(en: "the field '\(name)' is missing", zh: "缺少字段“\(name)”"), nil)
    case .wrongKind(let name, let expected):
      ("wrong-kind", Words(en: "'\(name)' must be \(expected.en)", zh: "“\(name)”应是\(expected.zh)"), nil)
    case .empty(let name): ("empty", Words(en: "'\(name)' must not be empty", zh: "“\(name)”不能为空"), nil)
    case .tooMany(let what, let limit):
      ("too-many", Words(en: "more than \(limit) \(what.en)", zh: "\(what.zh)超过 \(limit) 个"), nil)
    case .unusableName(let name):
      (
        "unusable-name", Words(en: "'\(name)' cannot be a name", zh: "“\(name)”不能用作名称"),
        Words(
          en: "begin with a letter, then letters and digits only, 16 at most",
          zh: "以字母开头，只含字母和数字，最多 16 个字符")
      )
    case .unusableLetters(let name):
      (
        "unusable-letters", Words(en: "'\(name)' cannot be a quantity's name", zh: "“\(name)”不能用作量的名称"),
        Words(
          en: "write a letter or word, then an index: J, w13, w_13, z_1^(2)",
          zh: "先写字母或单词，再写下标：J、w13、w_13、z_1^(2)")
      )
    case .reservedName(let name):
      (
        "reserved-name", Words(en: "'\(name)' already means something else", zh: "“\(name)”已有别的含义"),
        Words(en: "choose another name, such as x1", zh: "请换一个名称，例如 x1")
      )
    case .duplicateName(let name):
      ("duplicate-name", Words(en: "the name '\(name)' is used twice", zh: "名称“\(name)”用了两次"), nil)
    case .cycle(let name):
      (
        "cycle",
        Words(en: "'\(name)' stands in two layers, so it would feed itself", zh: "“\(name)”出现在两层中，会形成环路"),
        Words(en: "give each neuron a name of its own", zh: "给每个神经元起不同的名称")
      )
    case .unknownChoice(let name, let choices, let nearest):
      (
        "unknown-choice",
        Words(
          en: "'\(name)' is none of \(choices.joined(separator: ", "))",
          zh: "“\(name)”不是以下之一：\(choices.joined(separator: "、"))"), Suggestion.didYouMean(nearest)
      )
    case .lossNeedsActivation(let loss, let needed, let found):
      (
        "\(loss.rawValue)-needs-\(needed.name)",
        Words(
          en: "\(loss.words.en) needs \(needed.name) outputs, not \(found.name)",
          zh: "\(loss.words.zh)要求输出层用 \(needed.name)，而不是 \(found.name)"),
        Loss.allCases.first { $0.function.activation == found }.map {
          Words(
            en: "for \(found.name) outputs write \"loss\": \"\($0.rawValue)\"",
            zh: "输出层用 \(found.name) 时请写 \"loss\": \"\($0.rawValue)\"")
        }
      )
    case .wrongCount(let name, let expected, let found):
      (
        "wrong-count",
        Words(
          en: "'\(name)' lists \(found), but the layer has \(expected) neurons",
          zh: "“\(name)”列出了 \(found) 个，而这一层有 \(expected) 个神经元"),
        Words(en: "one name for each neuron, or one for all", zh: "每个神经元一个名称，或整层只写一个")
      )
    case .slopeWithoutUse:
      (
        "slope-without-use",
        Words(en: "'slope' is for leaky-relu layers alone", zh: "“slope”只用于 leaky-relu 层"),
        Words(en: "leave it out, or write \"activation\": \"leaky-relu\"", zh: "去掉它，或写 \"activation\": \"leaky-relu\"")
      )
    case .wholeLayerForOne(let activation):
      (
        "whole-layer-for-one",
        Words(
          en: "\(activation.name) takes a whole layer, not one neuron of it",
          zh: "\(activation.name) 作用于整层，不能只用于其中一个神经元"),
        Words(en: "write \"activation\": \"\(activation.name)\"", zh: "请写 \"activation\": \"\(activation.name)\"")
      )
    case .onlyInLastLayer(let activation):
      (
        "only-in-last-layer",
        Words(
          en: "\(activation.name) is for the last layer", zh: "\(activation.name) 只能用在最后一层"), nil
      )
    case .needsSeveralNeurons(let activation):
      (
        "needs-several-neurons",
        Words(
          en: "\(activation.name) needs two neurons at least: the share of one alone is always 1",
          zh: "\(activation.name) 至少需要两个神经元：只有一个时份额总是 1"),
        Words(en: "for one output write \"activation\": \"sigmoid\"", zh: "只有一个输出时请写 \"activation\": \"sigmoid\"")
      )
    case .targetsAreNoShares(let sum):
      (
        "targets-are-no-shares",
        Words(
          en: "the targets of categorical cross-entropy must add up to 1, not \(sum)",
          zh: "多分类交叉熵的各目标值之和应为 1，而不是 \(sum)"),
        Words(en: "1 for the right class, 0 for the others", zh: "正确类别写 1，其余写 0")
      )
    case .stepsWithoutMomentum:
      (
        "steps-without-momentum",
        Words(en: "'lastSteps' needs 'momentum' beside it", zh: "有“lastSteps”就要有“momentum”"),
        Words(en: "for example \"momentum\": 0.9", zh: "例如 \"momentum\": 0.9")
      )
    case .unknownValue(let name, let nearest):
      (
        "unknown-value", Words(en: "this network has no '\(name)'", zh: "这个网络没有“\(name)”"),
        Suggestion.didYouMean(nearest)
      )
    case .notGiven(let name):
      (
        "not-given",
        Words(en: "'\(name)' is computed, not given", zh: "“\(name)”是算出来的，不能直接给定"),
        Words(en: "give inputs, weights, biases and targets", zh: "可给定输入、权重、偏置和目标值")
      )
    case .rateAmongValues(let name):
      (
        "rate-among-values",
        Words(en: "the learning rate '\(name)' does not stand in 'values'", zh: "学习率“\(name)”不写在“values”里"),
        Words(en: "write \"learningRate\": 0.5 beside \"values\"", zh: "请在 \"values\" 旁边写 \"learningRate\": 0.5")
      )
    case .notFinite(let name):
      (
        "not-finite", Words(en: "'\(name)' must be a finite number", zh: "“\(name)”必须是有限的数"), nil
      )
    case .missingValues(let names):
      (
        "missing-values",
        Words(
          en: "no value for \(Self.list(names, ", "))", zh: "没有给出 \(Self.list(names, "、")) 的值"), nil
      )
    case .notAParameter(let name, let nearest):
      (
        "not-a-parameter", Words(en: "'\(name)' is not a weight or bias here", zh: "“\(name)”不是这里的权重或偏置"),
        Suggestion.didYouMean(nearest)
      )
    }
  }

  private static func list(_ names: [String], _ separator: String) -> String {
    names.count <= 6
      ? names.joined(separator: separator)
      : names.prefix(5).joined(separator: separator) + separator + "… (\(names.count))"
  }
}
