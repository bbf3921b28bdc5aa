import Diagnosis
package import Diagnostics
package import Formats
import Networks
import Skills

/// The lines that `check --jsonl` reads and writes, and a marked derivation (`check --lines --format json`).
package enum CheckSchema {
  /// JSON Schema (2020-12); `$defs` names the record, the answer and the derivation.
  package static func json(_ language: Language) -> JSONText {
    JSONSchema.document(
      "check", .either(.reference("answer"), .reference("record"), .reference("derivation")),
      definitions: [
        ("record", record(language)), ("answer", answer(language)), ("derivation", derivation(language)),
      ])
  }

  private static func record(_ language: Language) -> JSONSchema {
    func about(_ schema: JSONSchema, _ en: String, _ zh: String) -> JSONSchema {
      schema.about(Words(en: en, zh: zh), language)
    }
    let number = JSONSchema.either(.number, .string)
    return .object(
      [
        ("quantity", about(.string, "what is asked for: net_h1, dE/dw5, w5+", "所求的量：net_h1、dE/dw5、w5+")),
        ("answer", about(number, "a number or a formula", "数值或公式")),
      ],
      optional: [
        ("id", about(.anything, "comes back as it is", "原样返回")),
        (
          "network",
          about(
            JSONSchema.map(.anything).orNull, "the network, as 'bptutor schema network' says",
            "网络，格式见 bptutor schema network")
        ),
        ("random", about(.whole, "draws the network's numbers", "随机生成网络数值的种子")),
        (
          "set",
          about(.either(.map(number), .string, .null), "other numbers: {\"w5\": 0.4}", "改用的数值：{\"w5\": 0.4}")
        ),
        ("earlier", about(.map(number), "the learner's own earlier values, for follow-through", "学习者前面求得的值，用于连带判定")),
        ("samples", about(.list(.map(.number)), "a mean over these samples", "对这些样本取平均")),
        ("epsilon", about(.number, "by central differences with this step", "用这个步长的中心差分")),
        ("notation", about(.choice(BundledNotations.names), "the letters of quantity and answer", "所用的符号约定")),
      ], isOpen: true)
  }

  private static func answer(_ language: Language) -> JSONSchema {
    func about(_ schema: JSONSchema, _ en: String, _ zh: String) -> JSONSchema {
      schema.about(Words(en: en, zh: zh), language)
    }
    let kinds = [Verdict.Kind.right, .followThrough, .mistake, .unknown, .unreadable].map(\.rawValue)
    return .object(
      [
        ("verdict", about(.choice(kinds), "how the answer was judged", "判定结果")),
        (
          "mistakes",
          about(.list(.string), "ids of the catalogue, two made together joined by +", "错误目录中的 id，同时犯的两个用 + 连接")
        ),
        ("feedback", about(.words, "what is said to the learner", "给学习者的反馈")),
      ],
      optional: [("id", about(.anything, "the record's own", "记录自己的 id"))], isOpen: true)
  }

  private static func derivation(_ language: Language) -> JSONSchema {
    func about(_ schema: JSONSchema, _ en: String, _ zh: String) -> JSONSchema {
      schema.about(Words(en: en, zh: zh), language)
    }
    let mark = JSONSchema.choice(MarkedSheet.Mark.allCases.map(\.rawValue))
    let link = JSONSchema.object([
      ("line", .whole), ("column", .whole), ("text", about(.string, "between two signs of equality", "两个等号之间的内容")),
      ("verdict", mark), ("mistakes", .list(.string)), ("feedback", .words),
    ])
    let line = JSONSchema.object([
      ("line", about(.whole, "from 1", "从 1 开始的行号")), ("column", .whole), ("text", .string),
      ("quantity", about(JSONSchema.string.orNull, "what the line is about", "这一行求的量")), ("verdict", mark),
      ("links", .list(link)),
    ])
    return .object([
      ("format", .constant("bptutor-derivation")), ("version", .constant(1)), ("lines", .list(line)),
      ("words", about(.list(.whole), "lines of words only", "只有文字的行")),
      ("points", .object([("earned", .number), ("possible", .whole)])),
      ("complete", about(.boolean, "whether all of it was read", "是否读完全文")),
    ])
  }
}
