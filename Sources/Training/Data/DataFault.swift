import Diagnostics
import Formats

/// What can be wrong with a data file; the sentences stand here and nowhere else.
enum DataFault {
  case tooLarge(bytes: Int, limit: Int)
  case notText
  case empty
  case noSamples
  case tooManySamples(limit: Int)
  case wrongColumnCount(Int, inputs: Int, targets: Int)
  case tooFewColumns
  case ragged(Int, expected: Int, TableSeparator)
  case notANumber(String, TableSeparator?)
  case notFinite(String)
  case missingValue(column: Int)
  case unclosedQuote
  case textAfterQuote(TableSeparator)
  /// In the choice of columns, or with classes.
  case columns(ColumnFault)
  case unknownColumn(String, nearest: String?)
  case duplicateColumn(String)
  case missingColumns([String])
  case wrongShape
  case notAList(Words)
  case unequalLists(inputs: Int, targets: Int)
  case moreFaults(Int)

  func diagnostic(at range: Range<Int>) -> Diagnostic {
    let (id, message, help) = words
    return Diagnostic(id: "data." + id, range: range, message: message, help: help)
  }

  private var words: (id: String, message: Words, help: Words?) {
    switch self {
    case .tooLarge(let bytes, let limit):
      // A part of one counts as a whole, so that it is never said to have as many as are read.
      let size = max(0, bytes - 1) / (1 << 20) + 1
      return (
        "too-large",
        Words(
          en: "the file has \(size) MiB; at most \(limit >> 20) MiB are read",
          zh: "文件有 \(size) MiB，最多读取 \(limit >> 20) MiB"),
        Words(en: "train on a part of it", zh: "请取其中一部分来训练")
      )
    case .notText:
      return (
        "not-text", Words(en: "this is not text in UTF-8", zh: "这不是 UTF-8 文本"),
        Words(en: "save it as CSV in UTF-8", zh: "请另存为 UTF-8 编码的 CSV")
      )
    case .empty:
      return (
        "empty", Words(en: "the file is empty", zh: "文件是空的"),
        Words(
          en: "write one sample a line, its inputs and then its targets, with commas between them",
          zh: "每行写一个样本：先输入，后目标值，用逗号隔开")
      )
    case .noSamples:
      return ("no-samples", Words(en: "there is no sample here", zh: "这里没有样本"), nil)
    case .tooManySamples(let limit):
      return ("too-many-samples", Words(en: "more than \(limit) samples", zh: "样本超过 \(limit) 个"), nil)
    case .wrongColumnCount(let found, let inputs, let targets):
      let expected = inputs + targets
      let zhTargets = "\(targets) 个目标值"
      return (
        "wrong-column-count",
        Words(
          en: "a sample of this network has \(Self.count(expected, "value")), but here \(Self.are(found))",
          zh: "这个网络的一个样本有 \(expected) 个值，这里有 \(found) 个"),
        Words(
          en: "write \(Self.count(inputs, "input")), then \(Self.count(targets, "target"))",
          zh: "先写 \(inputs) 个输入，再写 \(zhTargets)")
      )
    case .tooFewColumns:
      return (
        "too-few-columns",
        Words(en: "a sample needs an input and a target; here is one value", zh: "一个样本至少有一个输入和一个目标值，这里只有一个值"),
        Words(
          en: "separate values by commas, semicolons, tabs or blanks",
          zh: "用逗号、分号、制表符或空格隔开各个值")
      )
    case .ragged(let found, let expected, let separator):
      return (
        "ragged",
        Words(
          en: "the first row has \(Self.count(expected, "value")), but here \(Self.are(found))",
          zh: "首行有 \(expected) 个值，这里有 \(found) 个"),
        Words(
          en: "the first row separates its values by \(separator.words.en): do the same in every row",
          zh: "首行用\(separator.words.zh)隔开各个值，各行都要这样写")
      )
    case .notANumber(let text, let separator):
      let message = Words(en: "'\(text)' is not a number", zh: "“\(text)”不是数")
      if text.contains(",") { return ("not-a-number", message, Words(en: "write a point: 0.5", zh: "小数点请用“.”：0.5")) }
      if let separator, text.contains(where: { " \t;,".contains($0) }) {
        return (
          "not-a-number", message,
          Words(
            en: "the first row separates its values by \(separator.words.en): do the same here",
            zh: "首行用\(separator.words.zh)隔开各个值，这里也要这样写")
        )
      }
      return ("not-a-number", message, Words(en: "write it like 0.5, -2 or 1e-3", zh: "写法如 0.5、-2 或 1e-3"))
    case .notFinite(let text):
      return (
        "not-finite", Words(en: "'\(text)' is not a finite number", zh: "“\(text)”不是有限的数"),
        Words(en: "leave this sample out, or repair its value", zh: "请删去这个样本，或修正它的值")
      )
    case .missingValue(let column):
      return (
        "missing-value", Words(en: "column \(column) has no value here", zh: "这里第 \(column) 列没有值"),
        Words(en: "leave this sample out, or fill it in", zh: "请删去这个样本，或补上数值")
      )
    case .unclosedQuote:
      return ("unclosed-quote", Words(en: "this quotation mark is not closed", zh: "这个引号没有闭合"), nil)
    case .textAfterQuote(let separator):
      return (
        "text-after-quote",
        Words(
          en: "after the quotation mark the next value was expected, separated by \(separator.words.en)",
          zh: "引号之后应是\(separator.words.zh)和下一个值"),
        Words(en: "write a quotation mark inside quotation marks twice", zh: "引号之内的引号要写两次")
      )
    case .unknownColumn(let name, let nearest):
      return (
        "unknown-column",
        Words(en: "this network has no input or target '\(name)'", zh: "这个网络没有名为“\(name)”的输入或目标值"),
        Suggestion.didYouMean(nearest)
      )
    case .duplicateColumn(let name):
      return ("duplicate-column", Words(en: "'\(name)' occurs twice", zh: "“\(name)”出现了两次"), nil)
    case .missingColumns(let names):
      let shown = names.prefix(6)
      let rest = names.count > 6 ? "… (\(names.count))" : ""
      return (
        "missing-columns",
        Words(
          en: "no column for \(shown.joined(separator: ", "))\(rest)",
          zh: "缺少 \(shown.joined(separator: "、"))\(rest) 的列"), nil
      )
    case .wrongShape:
      return (
        "wrong-shape", Words(en: "these are not samples", zh: "这不是样本数据"),
        Words(
          en: "write [[inputs…, targets…], …] or {\"inputs\": [[…]], \"targets\": [[…]]}",
          zh: "写成 [[输入…, 目标值…], …] 或 {\"inputs\": [[…]], \"targets\": [[…]]}")
      )
    case .notAList(let what):
      return ("not-a-list", Words(en: "\(what.en) must be a list [ … ]", zh: "\(what.zh)应是列表 [ … ]"), nil)
    case .unequalLists(let inputs, let targets):
      return (
        "unequal-lists",
        Words(
          en: "there are inputs for \(inputs) samples, but targets for \(targets)",
          zh: "有 \(inputs) 个样本的输入，却有 \(targets) 个样本的目标值"), nil
      )
    case .moreFaults(let count):
      return ("more-faults", Words(en: "and \(count) more", zh: "此外还有 \(count) 处"), nil)
    case .columns(let fault): return fault.words
    }
  }

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func are(_ count: Int) -> String { count == 1 ? "is 1" : "are \(count)" }
}
