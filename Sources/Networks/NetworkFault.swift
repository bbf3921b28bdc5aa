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
  case reservedName(String)
  case duplicateName(String)
  case cycle(String)
  case unknownChoice(String, of: [String], nearest: String?)
  case crossEntropyNeedsSigmoid(Activation)
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
    case .crossEntropyNeedsSigmoid(let activation):
      (
        "cross-entropy-needs-sigmoid",
        Words(
          en: "cross-entropy needs sigmoid outputs, not \(activation.rawValue)",
          zh: "交叉熵要求输出层用 sigmoid，而不是 \(activation.rawValue)"), nil
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
