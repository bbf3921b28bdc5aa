package import Diagnostics
import Expressions
package import Formats
import Traces

/// The form of a derivation as `trace --format json` writes it.
package enum TraceSchema {
  /// JSON Schema (2020-12).
  package static func json(_ language: Language) -> JSONText {
    func by(_ en: String, _ zh: String) -> JSONSchema {
      JSONSchema.map(.number).about(Words(en: en, zh: zh), language)
    }
    return JSONSchema.document(
      "trace",
      .object([
        ("format", .constant("bptutor-trace")), ("version", .constant(1)),
        (
          "network",
          .map(.anything).about(
            Words(en: "the network, as 'bptutor schema network' says", zh: "网络，格式见 bptutor schema network"), language)
        ),
        ("values", by("net inputs, outputs and losses, by name", "各净输入、输出和损失，以名称为键")),
        ("deltas", by("error terms δ, by neuron", "各误差项 δ，以神经元为键")),
        ("gradients", by("∂E by each parameter", "E 对每个参数的偏导数")),
        ("updated", by("each parameter after the update", "更新后的各参数")),
        (
          "lossAfterUpdate",
          JSONSchema.number.about(Words(en: "E with the updated parameters", zh: "参数更新后的 E"), language)
        ),
        ("steps", JSONSchema.list(.reference("step"))),
      ]), definitions: [("step", step(language))])
  }

  private static func step(_ language: Language) -> JSONSchema {
    let kinds = Set(Step.Kind.allCases.map(\.fileName)).sorted()
    func about(_ schema: JSONSchema, _ en: String, _ zh: String) -> JSONSchema {
      schema.about(Words(en: en, zh: zh), language)
    }
    return .object([
      ("id", about(.whole, "from 1, in the order of the derivation", "从 1 开始，按推导顺序编号")),
      ("kind", about(.choice(kinds), "what the step does", "这一步做什么")),
      ("quantity", about(.string, "what it finds", "求出的量")),
      ("for", about(.list(.string), "the gradients that it belongs to", "它所属的梯度")),
      ("symbolic", about(.string, "the formula, in ASCII", "公式，用 ASCII 书写")),
      ("substituted", about(.string, "the formula with its numbers", "代入数值的公式")),
      ("value", about(.number, "its value, in full precision", "数值，全精度")),
      ("rule", about(JSONSchema.choice(Rule.allCases.map(\.rawValue)).orNull, "the derivation rule", "求导法则")),
      ("dependsOn", about(.list(.whole), "the steps that it goes on from", "所依据的步骤")),
      ("reuses", about(JSONSchema.whole.orNull, "the step that had found it before", "先前已求出它的步骤")),
    ])
  }
}
