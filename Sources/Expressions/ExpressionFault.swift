import Diagnostics

/// What can be wrong with an expression that somebody wrote; the sentences for it stand below and nowhere else.
enum ExpressionFault {
  case unknownName(String, nearest: String?)

  /// The fault at its place in the text.
  func diagnostic(at range: Range<Int>) -> Diagnostic {
    Diagnostic(id: "expression." + id, range: range, message: message, help: help)
  }
}

extension ExpressionFault {
  private var id: String {
    switch self {
    case .unknownName: "unknown-name"
    }
  }

  private var message: Words {
    switch self {
    case .unknownName(let name, _): Words(en: "‘\(name)’ is not a quantity known here", zh: "这里没有名为“\(name)”的量")
    }
  }

  private var help: Words? {
    switch self {
    case .unknownName(_, let nearest?): Words(en: "did you mean ‘\(nearest)’?", zh: "是不是“\(nearest)”？")
    case .unknownName: nil
    }
  }
}
