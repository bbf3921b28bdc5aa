import Diagnostics

extension Function {
  /// What learners see: the sigmoid is `f`, every other function has its usual name.
  package var writtenName: String {
    self == .sigmoid ? "f" : rawValue
  }

  /// The written name, in Greek where the characters may be any.
  func writtenName(_ style: TextStyle) -> String {
    self == .normal && style == .unicode ? "Φ" : writtenName
  }

  /// The name in LaTeX's math mode: a command where LaTeX has one.
  var latexName: String {
    switch self {
    case .sigmoid: "f"
    case .tanh, .exp, .ln, .normal: "\\" + rawValue
    case .relu, .leakyRelu, .elu, .sqrt, .abs, .softplus: "\\operatorname{\(rawValue)}"
    }
  }

  /// The functions that LaTeX has a command for, by its name without the backslash.
  static let latexCommands: [String: Function] = Dictionary(
    allCases.filter { $0.latexName.hasPrefix("\\") && !$0.latexName.hasSuffix("}") }
      .map { (String($0.latexName.dropFirst()), $0) }, uniquingKeysWith: { first, _ in first })

  /// The function that a written name stands for: `f`, `sigmoid`, `σ`, `log` for the natural logarithm, and so on.
  package init?(written name: String) {
    switch name {
    case "f", "σ": self = .sigmoid
    case "log": self = .ln
    case "Φ": self = .normal
    default: self.init(rawValue: name)
    }
  }

  /// Every name that `init(written:)` accepts, for completion.
  package static let writtenNames = ["f"] + allCases.map(\.rawValue) + ["log", "σ", "Φ"]
}
