package import Diagnostics
package import Formats
import Networks
import Training

/// What `train --format json` prints, and the file of a run (`train --save`).
package enum TrainSchema {
  /// JSON Schema (2020-12); `$defs` names the report and the run.
  package static func json(_ language: Language) -> JSONText {
    JSONSchema.document(
      "train", .either(.reference("report"), .reference("run")),
      definitions: [("report", report(language)), ("run", run(language))])
  }

  private static func report(_ language: Language) -> JSONSchema {
    func about(_ schema: JSONSchema, _ en: String, _ zh: String) -> JSONSchema {
      schema.about(Words(en: en, zh: zh), language)
    }
    let heldOut = JSONSchema.object(
      [("samples", .whole), ("loss", .number), ("accuracy", JSONSchema.number.orNull)],
      optional: [
        ("classes", .list(.string)),
        ("confusion", about(.list(.list(.whole)), "a row for each class: what it was taken for", "每行一个类别：被判为各类的次数")),
      ])
    let run = JSONSchema.object([
      ("name", .string), ("epoch", about(.whole, "epochs trained", "训练轮数")), ("lossBefore", .number), ("loss", .number),
      ("accuracy", about(JSONSchema.number.orNull, "null where targets are no classes", "目标不是类别时为 null")),
      ("heldOut", about(heldOut.orNull, "how samples that were held out are answered", "留出样本上的结果")),
      ("divergence", about(JSONSchema.string.orNull, "why it was stopped", "停止的原因")),
      ("parameters", about(.map(.number), "each parameter, by name", "各参数，以名称为键")),
      ("outputs", about(.list(.list(.number)), "of the first thousand samples", "前一千个样本的输出")),
    ])
    let parting = JSONSchema.object([
      ("step", .whole), ("epoch", .whole), ("batch", .whole), ("quantity", .string), ("original", .number),
      ("changed", .number),
    ])
    return .object(
      [
        ("format", .constant("bptutor-train")), ("version", .constant(1)), ("data", .string), ("runs", .list(run)),
      ],
      optional: [("parting", about(parting.orNull, "where two runs part", "两次训练开始不同的地方"))])
  }

  private static func run(_ language: Language) -> JSONSchema {
    func about(_ schema: JSONSchema, _ en: String, _ zh: String) -> JSONSchema {
      schema.about(Words(en: en, zh: zh), language)
    }
    let samples: [(String, JSONSchema)] = [
      ("classes", .list(.string)), ("inputNames", .list(.string)),
      ("samples", about(.list(.list(.number)), "inputs, then targets", "先输入，后目标")),
    ]
    let data = JSONSchema.object(
      [("name", .string), ("fingerprint", .hexadecimal)],
      optional: samples + [
        (
          "scaling",
          .object([
            ("kind", .choice(Scaling.Kind.allCases.map(\.rawValue))), ("offsets", .list(.number)),
            ("widths", .list(.number)),
          ])
        ),
        ("holdOut", .object([("seed", .hexadecimal)], optional: [("share", .number), ("count", .whole)])),
        ("heldOut", .object([], optional: samples)),
      ])
    let settings = JSONSchema.object([
      ("learningRate", .number), ("momentum", .number), ("batch", .either(.constant("full"), .whole)),
      ("shuffled", .boolean), ("seed", .hexadecimal), ("held", .list(.whole)),
      ("mistake", about(JSONSchema.string.orNull, "a mistake that is planted", "故意加入的错误")), ("weightDecay", .number),
      ("reduction", .choice(BatchReduction.allCases.map(\.rawValue))),
    ])
    let state = JSONSchema.object([
      ("epoch", .whole), ("batch", .whole), ("settings", settings), ("parameters", .list(.number)),
      ("velocities", .list(.number)), ("loss", .number), ("watch", .list(.number)),
    ])
    let series = JSONSchema.object([
      ("stride", about(.whole, "epochs from one to the next", "相邻两次记录之间的轮数")), ("values", .list(.number)),
    ])
    return .object([
      ("format", .constant(TrainingFile.format)), ("version", .constant(TrainingFile.version)),
      (
        "network",
        about(.map(.anything), "the network, as 'bptutor schema network' says", "网络，格式见 bptutor schema network")
      ), ("data", data), ("state", about(state, "where the run is", "训练的当前状态")),
      ("edits", about(.list(state), "where it was changed by hand", "手动改动之处")),
      ("history", .object([("loss", series), ("states", series)], optional: [("heldOut", series)])),
    ])
  }
}
