/// Numbers for people: correctly rounded decimals that no locale can change.
package enum DecimalText {
  /// The value with at most `digits` significant digits, in the manner of `%.6g`: `0.276878`, `-0.0349326`, `1.5e-07`.
  ///
  /// The shortest decimal that names the double is what gets rounded, half away from zero, so that what is shown
  /// is what someone rounding the full number by hand would write. Trailing zeros are dropped. Without `digits`
  /// the number is shown in full. Not finite: `inf`, `-inf`, `nan`. −0 is what a product with 0 leaves; no one reads it as
  /// anything but `0`.
  package static func significant(_ value: Double, digits: Int? = 6) -> String {
    if value.isNaN { return "nan" }
    if value == 0 { return "0" }
    let sign = value.sign == .minus ? "-" : ""
    if value.isInfinite { return sign + "inf" }
    guard let digits else { return shortest(value) }
    var (digitsOfValue, exponent) = decimal(value.magnitude)
    if round(&digitsOfValue, to: max(1, min(digits, 17))) { exponent += 1 }
    while digitsOfValue.count > 1, digitsOfValue.last == 0 { digitsOfValue.removeLast() }
    if exponent < -4 || exponent >= max(digits, 1) { return sign + scientific(digitsOfValue, exponent: exponent) }
    return sign + plain(digitsOfValue, exponent: exponent)
  }

  /// The shortest decimal that reads back as the same double; whole numbers without `.0`.
  package static func shortest(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The decimal digits without leading zeros, and the power of ten of the first of them.
  private static func decimal(_ magnitude: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    var pointAt: Int?
    var exponent = 0
    var text = magnitude.description
    text.withUTF8 { text in
      for (index, byte) in text.enumerated() {
        switch byte {
        case UInt8(ascii: "."): pointAt = digits.count
        case UInt8(ascii: "e"):
          exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
          return
        default: digits.append(byte - UInt8(ascii: "0"))
        }
      }
    }
    exponent += (pointAt ?? digits.count) - 1
    while digits.count > 1, digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    return (digits, exponent)
  }

  /// Rounds to `count` digits; true when 9.99 became 10.0, that is, when the exponent grows by one.
  private static func round(_ digits: inout [UInt8], to count: Int) -> Bool {
    guard digits.count > count else { return false }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    guard roundsUp else { return false }
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return false
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    digits.removeLast()
    return true
  }

  private static func scientific(_ digits: [UInt8], exponent: Int) -> String {
    let mantissa = plain(digits, exponent: 0)
    let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(size)"
  }

  private static func plain(_ digits: [UInt8], exponent: Int) -> String {
    let zero = UInt8(ascii: "0")
    var text: [UInt8] = []
    text.reserveCapacity(digits.count + 8)
    if exponent < 0 {
      text += [zero, UInt8(ascii: ".")]
      text += repeatElement(zero, count: -exponent - 1)
    }
    for (index, digit) in digits.enumerated() {
      if index == exponent + 1, exponent >= 0 { text.append(UInt8(ascii: ".")) }
      text.append(zero + digit)
    }
    text += repeatElement(zero, count: max(0, exponent + 1 - digits.count))
    return String(decoding: text, as: UTF8.self)
  }
}
