import Diagnostics

/// What can be wrong with a line of `check --jsonl` beyond its JSON; the sentences stand here.
enum CheckLineFault {
  case notAnObject
  case unknownMember(String, nearest: String?)
  case missingMember(String)
  case notText(String)
  case notEarlier
  case unknownEarlier(String)

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
        "unknown-member", Words(en: "‘\(name)’ is not a field here", zh: "这里没有“\(name)”这个字段"),
        nearest.map { Words(en: "did you mean ‘\($0)’?", zh: "是不是“\($0)”？") }
      )
    case .missingMember(let name):
      ("missing-member", Words(en: "the field ‘\(name)’ is missing", zh: "缺少字段“\(name)”"), nil)
    case .notText(let name):
      ("not-text", Words(en: "‘\(name)’ must be text in quotation marks", zh: "“\(name)”应是带引号的文本"), nil)
    case .notEarlier:
      (
        "not-earlier",
        Words(en: "‘earlier’ must give numbers by the names of quantities", zh: "“earlier”应按量的名称给出数值"),
        Words(#""earlier": {"dE/dout_O": "-0.58"}"#)
      )
    case .unknownEarlier(let name):
      ("unknown-earlier", Words(en: "this network has no ‘\(name)’", zh: "这个网络没有“\(name)”"), nil)
    }
  }
}
