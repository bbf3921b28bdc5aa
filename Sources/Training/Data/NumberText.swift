/// A number as data files write it.
enum NumberText: Equatable {
  case finite(Double)
  /// nan, inf, or more than a number can hold.
  case notFinite

  /// nil if the text is no decimal number.
  init?(_ text: String) {
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    if isDecimal, let value = Double(text) {
      self = value.isFinite ? .finite(value) : .notFinite
      return
    }
    let word = text.lowercased().drop { $0 == "+" || $0 == "-" }
    guard ["nan", "inf", "infinity", "#num!", "#div/0!"].contains(String(word)) else { return nil }
    self = .notFinite
  }

  /// Whether a text says that there is no value: nothing, `?` (UCI), `NA` (R), `null`.
  static func isMissing(_ text: String) -> Bool { ["", "?", "NA", "N/A", "null", "NULL"].contains(text) }
}
