package import Diagnostics

/// A command of the REPL.
///
/// Each works typed with a colon (`:next`) or, where no quantity has its name, without.
package enum Command: String, CaseIterable, Sendable {
  case next, back, first, last, goto, factor, skip
  case ask, hint, predict, compare, derivation, walk, view, fold, sample, samples, batch, train, check, set, diff, why,
    values,
    reset, random,
    network, undo, redo, find,
    overview,
    notation, lang, lesson, help, quit

  /// Names that mean the same.
  package static let aliases: [String: Command] = [
    "n": .next, "b": .back, "prev": .back, "previous": .back, "begin": .first, "end": .last, "g": .goto, "go": .goto,
    "q": .quit, "exit": .quit, "h": .help, "?": .help, "language": .lang, "derive": .diff, "net": .network,
    "load": .network,
    "seed": .random, "a": .ask, "answer": .ask, "s": .skip, "o": .overview, "u": .undo, "v": .values,
  ]

  package init?(named name: String) {
    // The key that gives a hint means the same as a line.
    if name == "H" {
      self = .hint
      return
    }
    let name = name.lowercased()
    guard let command = Command(rawValue: name) ?? Command.aliases[name] else { return nil }
    self = command
  }

  /// How it is written; words in capitals stand for what the user puts in.
  package var usage: String {
    switch self {
    case .goto: ":goto N"
    case .ask: ":ask [sign|rule|paths|QUANTITY]"
    case .predict: ":predict [on|off]"
    case .walk: ":walk dE/dw3"
    case .sample: ":sample [N]"
    case .batch: ":batch 1-4|off"
    case .train: ":train [N]"
    case .check: ":check [dE/dw5]"
    case .view: ":view delta|factors"
    case .fold: ":fold [dE/dw1]"
    case .set: ":set w5=0.4 i1=1"
    case .diff: ":diff EXPR by NAME"
    case .random: ":random [SEED]"
    case .network: ":network NAME|FILE"
    case .find: ":find out_h1"
    case .notation: ":notation [NAME]"
    case .lang: ":lang en|zh"
    case .lesson: ":lesson [ID]"
    case .help: ":help [COMMAND]"
    default: ":" + rawValue
    }
  }

  /// Whether something may be behind it.
  package var takesArgument: Bool {
    switch self {
    case .next, .back, .goto, .ask, .predict, .walk, .view, .fold, .sample, .batch, .train, .check, .set, .diff,
      .random, .network, .find, .notation, .lang, .lesson, .help:
      true
    case .first, .last, .factor, .skip, .hint, .compare, .derivation, .samples, .why, .values, .reset, .undo, .redo,
      .overview,
      .quit:
      false
    }
  }

  /// What it does, in one line.
  package var summary: Words {
    switch self {
    case .next: Words(en: "go on", zh: "前进")
    case .back: Words(en: "go back", zh: "后退")
    case .first: Words(en: "go to the beginning", zh: "回到开头")
    case .last: Words(en: "go to the end", zh: "跳到末尾")
    case .goto: Words(en: "go to place N of the walk", zh: "跳到推导的第 N 处")
    case .factor: Words(en: "go on to the next factor", zh: "跳到下一个因子")
    case .skip: Words(en: "reveal the rest of this factor", zh: "直接显示本因子的其余部分")
    case .ask: Words(en: "ask me about this step before it is shown", zh: "先考考我这一步，再揭晓")
    case .hint: Words(en: "one more hint to the open question", zh: "给当前问题一个提示")
    case .predict: Words(en: "show nothing that was not predicted first", zh: "先预测，后揭晓")
    case .compare: Words(en: "my derivation beside the right one", zh: "把我的推导与正确推导对照")
    case .derivation: Words(en: "write my own derivation, each line marked", zh: "自己写推导，逐行判定")
    case .walk: Words(en: "walk this gradient", zh: "推导这个梯度")
    case .sample: Words(en: "walk sample N of the data, or the next", zh: "推导数据中的第 N 个（或下一个）样本")
    case .samples: Words(en: "list the samples, and what comes out for each", zh: "列出各样本及网络的输出")
    case .batch: Words(en: "update by the mean over these samples", zh: "用这些样本的平均梯度更新")
    case .train: Words(en: "N rounds of gradient descent, as in the update", zh: "梯度下降 N 轮，每轮如“参数更新”所示")
    case .check: Words(en: "a gradient beside central differences", zh: "用中心差分检验梯度")
    case .view: Words(en: "fold what paths share into δ, or show every factor", zh: "把路径的公共部分合成 δ，或逐个因子展开")
    case .fold: Words(en: "the paths of a gradient, folded into δ, and what that saves", zh: "梯度的各条路径怎样合成 δ，省了多少乘法")
    case .set: Words(en: "change inputs, parameters, targets or eta", zh: "修改输入、参数、目标值或 eta")
    case .diff: Words(en: "differentiate a formula, rule by rule", zh: "逐条法则对公式求导")
    case .why: Words(en: "say which rule made this step", zh: "说明这一步用了哪条法则")
    case .values: Words(en: "list what is known so far", zh: "列出目前已知的量")
    case .reset: Words(en: "bring the first numbers back", zh: "恢复最初的数值")
    case .random: Words(en: "draw fresh numbers", zh: "换一组随机数值")
    case .network: Words(en: "open another network", zh: "打开另一个网络")
    case .undo: Words(en: "take the last change back", zh: "撤销上一次修改")
    case .redo: Words(en: "make it again", zh: "重做")
    case .find: Words(en: "go to where a quantity is found", zh: "跳到求出某个量的那一步")
    case .overview: Words(en: "list all steps", zh: "列出全部步骤")
    case .notation: Words(en: "name quantities as another course does", zh: "换用另一门课程的记号")
    case .lang: Words(en: "switch the language", zh: "切换语言")
    case .lesson: Words(en: "back to the lesson, or open one", zh: "回到课程，或打开一课")
    case .help: Words(en: "this list, or more about one command", zh: "本列表，或某个命令的说明")
    case .quit: Words(en: "leave", zh: "退出")
    }
  }
}
