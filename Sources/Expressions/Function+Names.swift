extension Function {
  /// What learners see: the sigmoid is `f`, every other function has its usual name.
  package var writtenName: String {
    self == .sigmoid ? "f" : rawValue
  }

  /// The function that a written name stands for: `f`, `sigmoid`, `σ`, `log` for the natural logarithm, and so on.
  package init?(written name: String) {
    switch name {
    case "f", "σ": self = .sigmoid
    case "log": self = .ln
    default: self.init(rawValue: name)
    }
  }

  /// Every name that `init(written:)` accepts, for completion.
  package static let writtenNames = ["f"] + allCases.map(\.rawValue) + ["log", "σ"]
}
