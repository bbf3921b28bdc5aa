import Diagnostics

/// What can be wrong with a line of `check --jsonl` beyond its JSON; the sentences stand here.
enum CheckLineFault {
  case notAnObject
  case unknownMember(String, nearest: String?)
  case missingMember(String)
  case notText(String)
  case unknownNotation(String, nearest: String?)
  case notEarlier
  case unknownEarlier(String)
  case notTogether(String, String)
  case notAGradient(String)
  case notAStep
  case notASeed
  case notASetting
  case notSamples(most: Int)
  case notOfSample(String)

  func diagnostic(at range: Range<Int>) -> Diagnostic {
    let (id, message, help) = words
    return Diagnostic(id: "check." + id, range: range, message: message, help: help)
  }

  private var words: (String, Words, Words?) {
    switch self {
    case .notAnObject:
      (
        "not-an-object", Words(en: "a line must be a JSON object", zh: "每行应是一个 JSON 对象"),
        Words(#"{"quantity": "dE/dw5", "answer": "-0.0349"}"#)
      )
    case .unknownMember(let name, let nearest):
      (
        "unknown-member", Words(en: "'\(name)' is not a field here", zh: "这里没有“\(name)”这个字段"),
        Suggestion.didYouMean(nearest)
      )
    case .missingMember(let name):
      ("missing-member", Words(en: "the field '\(name)' is missing", zh: "缺少字段“\(name)”"), nil)
    case .notText(let name):
      ("not-text", Words(en: "'\(name)' must be text in quotation marks", zh: "“\(name)”应是带引号的文本"), nil)
    case .unknownNotation(let name, let nearest):
      (
        "unknown-notation", Words(en: "there is no notation '\(name)'", zh: "没有名为“\(name)”的记号"),
        nearest.map { Words(en: "did you mean '\($0)'?", zh: "是不是“\($0)”？") }
      )
    case .notEarlier:
      (
        "not-earlier",
        Words(en: "'earlier' must give numbers by the names of quantities", zh: "“earlier”应按量的名称给出数值"),
        Words(#""earlier": {"dE/dout_O": "-0.58"}"#)
      )
    case .unknownEarlier(let name):
      ("unknown-earlier", Words(en: "this network has no '\(name)'", zh: "这个网络没有“\(name)”"), nil)
    case .notTogether(let one, let other):
      (
        "not-together",
        Words(en: "'\(one)' and '\(other)' do not go together", zh: "“\(one)”与“\(other)”不能同时使用"), nil
      )
    case .notAGradient(let name):
      (
        "not-a-gradient",
        Words(
          en: "'\(name)' is no gradient of a weight or bias, so samples and epsilon mean nothing for it",
          zh: "“\(name)”不是权重或偏置的梯度，不能用 samples 或 epsilon"),
        Words(en: "for example dE/dw5", zh: "例如 dE/dw5")
      )
    case .notAStep:
      (
        "not-a-step", Words(en: "'epsilon' must be a number above 0 and at most 1", zh: "“epsilon”应是大于 0、不超过 1 的数"),
        Words(#""epsilon": 0.001"#)
      )
    case .notASeed:
      (
        "not-a-seed", Words(en: "'random' must be a whole number from 0 on", zh: "“random”应是非负整数"),
        Words(#""random": 7"#)
      )
    case .notASetting:
      (
        "not-a-setting",
        Words(en: "'set' must give numbers by the names of given quantities", zh: "“set”应按名称给出已知量的数值"),
        Words(#""set": {"w5": 0.4}"#)
      )
    case .notSamples(let most):
      (
        "not-samples",
        Words(
          en: "'samples' must list 1 to \(most) objects with numbers by name",
          zh: "“samples”应列出 1 至 \(most) 个对象，按名称给出数值"),
        Words(#""samples": [{"i1": 0.4, "i2": 0.7, "target": 0.9}]"#)
      )
    case .notOfSample(let name):
      (
        "not-of-sample", Words(en: "'\(name)' is no input or target of this network", zh: "“\(name)”不是这个网络的输入或目标值"), nil
      )
    }
  }
}
