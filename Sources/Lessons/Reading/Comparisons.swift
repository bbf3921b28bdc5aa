/// Cuts `out_h1 > 0.2 and E < 0.15` into its comparisons.
enum Comparisons {
  struct Side: Equatable {
    let text: String
    /// UTF-8 offsets in the whole.
    let range: Range<Int>
  }

  struct Part: Equatable {
    let left: Side
    /// nil where there is no comparison.
    let relation: Condition.Relation?
    let right: Side
  }

  private static let signs: [(String, Condition.Relation)] = [
    ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("==", .equal),
    ("<", .less), (">", .greater), ("=", .equal),
  ]

  /// At least one part, each with what is on both sides of its first sign.
  static func split(_ text: String) -> [Part] {
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var start = 0
    var place = 0
    let word = Array(" and ".utf8)
    while place <= bytes.count {
      if place == bytes.count {
        parts.append(part(bytes, start..<place))
        break
      }
      if bytes[place...].starts(with: word) {
        parts.append(part(bytes, start..<place))
        place += word.count
        start = place
      } else {
        place += 1
      }
    }
    return parts
  }

  private static func part(_ bytes: [UInt8], _ range: Range<Int>) -> Part {
    for place in range {
      for (sign, relation) in signs where bytes[place..<range.upperBound].starts(with: sign.utf8) {
        let next = place + sign.utf8.count
        return Part(
          left: side(bytes, range.lowerBound..<place), relation: relation, right: side(bytes, next..<range.upperBound))
      }
    }
    return Part(left: side(bytes, range), relation: nil, right: side(bytes, range.upperBound..<range.upperBound))
  }

  /// Without space at its ends.
  private static func side(_ bytes: [UInt8], _ range: Range<Int>) -> Side {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return Side(text: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end)
  }
}
