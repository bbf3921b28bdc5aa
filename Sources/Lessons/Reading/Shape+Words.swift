import Diagnostics

extension Field.Shape {
  /// What an author writes there, for the table of fields.
  var words: Words {
    switch self {
    case .text: Words(en: "text", zh: "文字")
    case .identifier: Words(en: "letters, digits, hyphens", zh: "字母、数字、连字符")
    case .whole(let range) where range.count == 1: Words("`\(range.lowerBound)`")
    case .whole(let range):
      Words(
        en: "a whole number, \(range.lowerBound) to \(range.upperBound)",
        zh: "\(range.lowerBound) 到 \(range.upperBound) 的整数")
    case .number: Words(en: "a number", zh: "数")
    case .tolerance: Words(en: "`0.5%` or `0.005`", zh: "`0.5%` 或 `0.005`")
    case .oneOf(let choices):
      Words(
        en: choices.map { "`\($0)`" }.joined(separator: ", "), zh: choices.map { "`\($0)`" }.joined(separator: "、"))
    case .networkName: Words(en: "the name of a network", zh: "网络名")
    case .skill: Words(en: "the name of a skill", zh: "技能名")
    case .lessonID: Words(en: "the id of a lesson", zh: "课程的 id")
    case .mistake: Words(en: "the name of a mistake", zh: "错误名")
    case .expression: Words(en: "a formula such as `out_O*(1-out_O)`", zh: "公式，如 `out_O*(1-out_O)`")
    case .signExpression: Words(en: "`sign(…)` of a formula", zh: "公式的 `sign(…)`")
    case .condition: Words(en: "a comparison such as `E < 0.15`", zh: "比较，如 `E < 0.15`")
    case .truth: Words(en: "`true`, `false` or a comparison", zh: "`true`、`false` 或比较")
    case .equation: Words(en: "an equation", zh: "等式")
    case .quantity: Words(en: "a quantity such as `dE/dw5`", zh: "量，如 `dE/dw5`")
    case .interval: Words("`[-2, 2]`")
    case .neuron: Words(en: "a neuron such as `h1`", zh: "神经元，如 `h1`")
    case .blockID: Words(en: "the id of a block", zh: "块的 id")
    case .variables: Words("`{k: [2, 9]}`")
    case .assignments: Words("`{w5: 0.4, i1: 1}`")
    case .list(.record): Words(en: "a list of `{…}`", zh: "`{…}` 的列表")
    case .list(.text): Words(en: "a list of texts", zh: "文字列表")
    case .list(.lessonID): Words(en: "a list of ids", zh: "id 列表")
    case .list(.skill): Words(en: "a list of skills", zh: "技能名列表")
    case .list(.quantity): Words(en: "a list of quantities such as `[out_O, E]`", zh: "量的列表，如 `[out_O, E]`")
    case .list(.equation):
      Words(en: "a list of equations such as `E = 1/2*(target-out_O)^2`", zh: "等式列表，如 `E = 1/2*(target-out_O)^2`")
    case .list(let element): Words(en: "a list of \(element.words.en)", zh: "列表，每项为\(element.words.zh)")
    case .record: Words("`{…}`")
    }
  }
}
