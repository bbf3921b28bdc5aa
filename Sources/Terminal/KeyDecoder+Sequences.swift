internal import Screen

/// What xterm and its many kin, vt100, rxvt and the Linux console send for keys without a character.
/// Source: "XTerm Control Sequences" by Edward Moy and others; console_codes(4).
extension KeyDecoder {
  /// What begins with ESC.
  static func escapeSequence(_ input: ArraySlice<UInt8>, isUTF8: Bool) -> Result {
    let rest = input.dropFirst()
    guard let second = rest.first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return controlSequence(rest.dropFirst())
    case UInt8(ascii: "O"): return singleShift(rest.dropFirst())
    case UInt8(ascii: "]"): return answer(rest.dropFirst())
    // The first was the key; the second begins anew.
    case 0x1B: return .key(.escape, length: 1)
    // Alt-Backspace deletes a word back, as Ctrl-W does.
    case 0x08, 0x7F: return .key(.control("w"), length: 2)
    case 0x00..<0x20: return .key(.escape, length: 1)
    default:
      switch character(rest, isUTF8: isUTF8) {
      case .key(.character(let text), let length): return .key(.meta(text), length: length + 1)
      case .incomplete: return .incomplete
      default: return .nothing(length: 2)
      }
    }
  }

  /// After ESC O: keys of the application keypad.
  private static func singleShift(_ input: ArraySlice<UInt8>) -> Result {
    let modifier = input.prefix { (0x30...0x39).contains($0) }
    guard let final = input.dropFirst(modifier.count).first else { return .incomplete }
    let length = 2 + modifier.count + 1
    switch final {
    case UInt8(ascii: "M"): return .key(.enter, length: length)
    case UInt8(ascii: "I"): return .key(.tab, length: length)
    // The digits and signs of the keypad.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .key(.character(String(UnicodeScalar(final - 0x40))), length: length)
    case 0x00..<0x20: return .nothing(length: length - 1)
    default:
      return key(ofFinal: final, modifier: 1).map { .key($0, length: length) } ?? .nothing(length: length)
    }
  }

  /// After ESC ]: an answer of the terminal, which begins with a number and ends with BEL or ESC \\.
  private static func answer(_ input: ArraySlice<UInt8>) -> Result {
    guard let first = input.first else { return .incomplete }
    guard (0x30...0x39).contains(first) else { return .key(.meta("]"), length: 2) }
    let body = input.prefix { $0 >= 0x20 && $0 != 0x7F }
    let rest = input.dropFirst(body.count)
    switch rest.first {
    case nil: return .incomplete
    case 0x07?: return .answer(Array(body), length: 2 + body.count + 1)
    case 0x1B?:
      guard let second = rest.dropFirst().first else { return .incomplete }
      // Another sequence begins before this one has ended.
      if second != UInt8(ascii: "\\") { return .nothing(length: 2 + body.count) }
      return .answer(Array(body), length: 2 + body.count + 2)
    default: return .nothing(length: 2 + body.count)
    }
  }

  /// After ESC [.
  private static func controlSequence(_ input: ArraySlice<UInt8>) -> Result {
    if input.first == UInt8(ascii: "[") {
      // The Linux console's F1 to F5.
      guard let letter = input.dropFirst().first else { return .incomplete }
      let isKey = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
      return isKey ? .key(.function(Int(letter) - 0x40), length: 4) : .nothing(length: 4)
    }
    let body = input.prefix { (0x20...0x3F).contains($0) }
    guard let final = input.dropFirst(body.count).first else { return .incomplete }
    let length = 2 + body.count + 1
    // A control character does not belong here: what came before it is dropped, it counts for itself.
    guard (0x40...0x7E).contains(final) else { return .nothing(length: length - 1) }
    if body.first == UInt8(ascii: "<") {
      return mouse(numbers(body.dropFirst()), final).map { .key($0, length: length) } ?? .nothing(length: length)
    }
    // Answers to questions that we never ask, and other private matters.
    if let mark = body.first, !(0x30...0x3B).contains(mark) { return .nothing(length: length) }
    if final == UInt8(ascii: "M"), body.isEmpty {
      // The mouse's old form, for a terminal that ignored the request for the new one: three bytes follow.
      return input.count < 4 ? .incomplete : .nothing(length: 6)
    }
    let numbers = numbers(body)
    if final == UInt8(ascii: "~") {
      if numbers.first == 200 { return .pasteBegins(length: length) }
      return key(ofNumber: numbers.first ?? 0).map { .key($0, length: length) } ?? .nothing(length: length)
    }
    let modifier = numbers.count > 1 ? numbers[1] : 1
    // Small letters are keys only without numbers: rxvt's arrows with Shift.
    if final >= UInt8(ascii: "a"), !body.isEmpty { return .nothing(length: length) }
    return key(ofFinal: final, modifier: modifier).map { .key($0, length: length) } ?? .nothing(length: length)
  }

  /// Decimal numbers between semicolons; what is no number counts as 0, what is huge as 9999.
  private static func numbers(_ body: ArraySlice<UInt8>) -> [Int] {
    body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.reduce(0) { value, digit in
        (0x30...0x39).contains(digit) ? min(9999, value * 10 + Int(digit) - 0x30) : 0
      }
    }
  }

  /// - Parameter modifier: 1 and the sum of 1 Shift, 2 Alt, 4 Ctrl.
  private static func key(ofFinal final: UInt8, modifier: Int) -> Key? {
    let movesByWord = modifier > 1 && (modifier - 1) & 6 != 0
    switch final {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): return .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): return .down
    // With Alt or Ctrl by a word, which Emacs and readline have on Alt-f and Alt-b.
    case UInt8(ascii: "C"): return movesByWord ? .meta("f") : .right
    case UInt8(ascii: "D"): return movesByWord ? .meta("b") : .left
    case UInt8(ascii: "c"): return .right
    case UInt8(ascii: "d"): return .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return .function(Int(final) - 0x4F)
    default: return nil
    }
  }

  private static func key(ofNumber number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...24: .function(number - 12)
    default: nil
    }
  }

  /// A press of the left button or a turn of the wheel; nil for all else that a mouse does.
  private static func mouse(_ numbers: [Int], _ final: UInt8) -> Key? {
    guard numbers.count == 3, final == UInt8(ascii: "M") else { return nil }
    // 4 Shift, 8 Alt, 16 Ctrl do not matter here.
    switch numbers[0] & ~28 {
    case 0: return .click(Point(column: max(0, numbers[1] - 1), row: max(0, numbers[2] - 1)))
    case 64: return .wheelUp
    case 65: return .wheelDown
    default: return nil
    }
  }
}
