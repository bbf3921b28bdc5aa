extension Function {
  /// A function as frameworks and people spell it: `ReLU`, `Sigmoid`, `logistic`.
  init?(spelled name: String) {
    // A capital F is as often a loss.
    guard name.count > 1 else { return nil }
    let plain = name.lowercased().replacing("_", with: "")
    switch plain {
    case "logistic", "logsig", "sigm", "sigma": self = .sigmoid
    case "tanhyp", "tansig": self = .tanh
    default: self.init(written: plain)
    }
  }
}
