package import Diagnostics

/// What `bptutor help` explains besides commands.
package enum HelpTopic: String, CaseIterable, Sendable {
  /// The keys of every screen.
  case keys
  /// What is typed in a session.
  case lines
  /// The configuration file.
  case config
  case environment
  case exitCodes = "exit-codes"

  package var summary: Words {
    switch self {
    case .keys: Words(en: "the keys of every screen", zh: "各屏幕的按键")
    case .lines: Words(en: "what can be typed in a session", zh: "会话中可以输入的命令")
    case .config: Words(en: "the configuration file", zh: "配置文件")
    case .environment: Words(en: "variables of the environment", zh: "环境变量")
    case .exitCodes: Words(en: "exit codes", zh: "退出码")
    }
  }
}
