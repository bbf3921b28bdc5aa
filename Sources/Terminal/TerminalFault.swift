package import Diagnostics

/// Why the terminal cannot be used for a full screen.
package enum TerminalFault: Error, Equatable, Sendable {
  /// Standard input comes from a file, a pipe or nowhere.
  case inputIsNotTerminal
  case outputIsNotTerminal
  /// TERM is unset or empty.
  case noType
  /// TERM=dumb: by its owner's word it can only print lines.
  case dumb
  /// TERM names nothing that the terminfo database has, and nothing known to act like an xterm.
  case unknownType(String)
  /// The terminal cannot move its cursor.
  case noCursorMovement(String)
  /// The terminfo entry is broken or memory is short.
  case cannotOpen(String)
  /// The limit on open files is below what a session needs.
  case tooFewFiles

  /// No one is wrong here, the work can be done line by line; else it is better to say what to set.
  package var suitsPlainLines: Bool {
    switch self {
    case .inputIsNotTerminal, .outputIsNotTerminal, .noType, .dumb: true
    case .unknownType, .noCursorMovement, .cannotOpen, .tooFewFiles: false
    }
  }

  package var message: Words {
    switch self {
    case .inputIsNotTerminal:
      Words(en: "standard input is not a terminal", zh: "标准输入不是终端")
    case .outputIsNotTerminal:
      Words(en: "standard output is not a terminal", zh: "标准输出不是终端")
    case .noType:
      Words(en: "TERM is not set, so the kind of terminal is not known", zh: "没有设置 TERM，无法得知终端类型")
    case .dumb:
      Words(en: "a terminal with TERM=dumb can only print lines", zh: "TERM=dumb 的终端只能逐行输出")
    case .unknownType(let name):
      Words(en: "the terminal type TERM=\(name) is not known on this machine", zh: "本机没有终端类型 TERM=\(name) 的描述")
    case .noCursorMovement(let name):
      Words(en: "a terminal with TERM=\(name) cannot move its cursor", zh: "TERM=\(name) 的终端不能移动光标")
    case .cannotOpen(let name):
      Words(en: "the terminal (TERM=\(name)) cannot be opened", zh: "无法打开终端（TERM=\(name)）")
    case .tooFewFiles:
      Words(en: "too few files may be open at the same time", zh: "允许同时打开的文件太少")
    }
  }

  /// What to do.
  package var help: Words {
    switch self {
    case .inputIsNotTerminal, .outputIsNotTerminal, .dumb:
      Words(en: "run it in a terminal, or add --plain to work line by line", zh: "请在终端中运行，或加上 --plain 逐行使用")
    case .tooFewFiles:
      Words(
        en: "raise the limit with ulimit -n 64, or add --plain to work line by line",
        zh: "请用 ulimit -n 64 提高限制，或加上 --plain 逐行使用")
    case .noType, .unknownType, .noCursorMovement, .cannotOpen:
      Words(
        en: "try TERM=xterm-256color, or add --plain to work line by line",
        zh: "请试试 TERM=xterm-256color，或加上 --plain 逐行使用")
    }
  }
}
