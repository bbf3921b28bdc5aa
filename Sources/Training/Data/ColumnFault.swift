import Diagnostics

/// What can be wrong with the choice of columns, and with classes; the sentences stand here and nowhere else.
enum ColumnFault {
  /// A column of words where an input is wanted.
  case textColumn(Int, name: String?, String)
  case classBesideTargets(String)
  case oneClass(String)
  case wrongClassCount(Int, outputs: Int)
  case tooManyClasses(limit: Int)
  case chosenTwice(String)
  case ambiguousColumn(String)
  case noSuchColumn(Int, count: Int)
  case noColumnNamed(String, nearest: String?, count: Int)
  case noHeader(String, count: Int)
  case choiceInJSON

  var words: (id: String, message: Words, help: Words?) {
    switch self {
    case .textColumn(let column, let name, let text):
      let column = name.map { "\(column) ('\($0)')" } ?? String(column)
      return (
        "text-column",
        Words(
          en: "column \(column) holds words, such as '\(text)', where an input is expected",
          zh: "第 \(column) 列是文字（如“\(text)”），不能作输入"),
        Words(
          en: "choose the columns that are numbers, as in --inputs 1-4 --targets 5",
          zh: "请选择数值列，例如 --inputs 1-4 --targets 5")
      )
    case .classBesideTargets(let text):
      return (
        "class-beside-targets",
        Words(
          en: "'\(text)' is the name of a class, but there are other targets beside it", zh: "“\(text)”是类别名，旁边却还有别的目标列"),
        Words(en: "choose one of them: --targets COLUMN", zh: "请只选其中一列：--targets 列")
      )
    case .oneClass(let name):
      return (
        "one-class", Words(en: "every sample is of the class '\(name)'", zh: "所有样本都属于类别“\(name)”"),
        Words(en: "there is nothing to tell apart: add samples of another class", zh: "没有可区分的类别：请加入其他类别的样本")
      )
    case .wrongClassCount(let count, let outputs):
      let outs = outputs == 1 ? "1 output" : "\(outputs) outputs"
      return (
        "wrong-class-count",
        Words(
          en: "there are \(count) classes here, the network has \(outs)", zh: "这里有 \(count) 个类别，网络有 \(outputs) 个输出"),
        Words(
          en: "give the network one output a class (for two classes, one is enough), or leave out --network",
          zh: "请让网络每个类别有一个输出（两个类别时一个输出即可），或去掉 --network")
      )
    case .tooManyClasses(let limit):
      return (
        "too-many-classes", Words(en: "more than \(limit) classes in this column", zh: "这一列的类别超过 \(limit) 个"),
        Words(en: "choose another column: --targets COLUMN", zh: "请另选一列：--targets 列")
      )
    case .chosenTwice(let name):
      return ("chosen-twice", Words(en: "column '\(name)' is chosen twice", zh: "“\(name)”列选了两次"), nil)
    case .ambiguousColumn(let name):
      return (
        "ambiguous-column", Words(en: "several columns are named '\(name)'", zh: "有几列都叫“\(name)”"),
        Words(en: "choose it by its number", zh: "请用列号选择")
      )
    case .noSuchColumn(let number, let count):
      return (
        "no-such-column", Words(en: "there is no column \(number)", zh: "没有第 \(number) 列"),
        Words(en: "the columns are numbered from 1 to \(count)", zh: "列号从 1 到 \(count)")
      )
    case .noColumnNamed(let name, let nearest, let count):
      return (
        "no-column-named", Words(en: "no column is named '\(name)'", zh: "没有名为“\(name)”的列"),
        nearest.map { Words(en: "did you mean '\($0)'?", zh: "是不是想写“\($0)”？") }
          ?? Words(
            en: "write a name of the first row, or a number from 1 to \(count)", zh: "请写首行中的列名，或 1 到 \(count) 的列号")
      )
    case .noHeader(let name, let count):
      return (
        "no-header",
        Words(en: "'\(name)' is not a column number, and the file names no columns", zh: "“\(name)”不是列号，而文件没有列名"),
        Words(en: "choose columns by number, from 1 to \(count)", zh: "请用 1 到 \(count) 的列号选择")
      )
    case .choiceInJSON:
      return (
        "choice-in-json", Words(en: "columns are chosen in tables (CSV), not in JSON", zh: "只有表格 (CSV) 能选列，JSON 不能"),
        Words(en: "leave it out, or write the samples as CSV", zh: "请去掉它，或把样本写成 CSV")
      )
    }
  }
}
