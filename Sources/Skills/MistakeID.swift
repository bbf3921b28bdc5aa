/// What a mistake is called in scripts and records: `sign-flip`; two made together are joined by a plus sign, `half+no-rate`.
///
/// The catalogue has the mistakes themselves; lessons may add names of their own.
package struct MistakeID: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(_ rawValue: some StringProtocol) { self.rawValue = String(rawValue) }

  /// The name of mistakes that were made together, in that order.
  package init(joining parts: some Sequence<MistakeID>) {
    rawValue = parts.map(\.rawValue).joined(separator: "+")
  }

  /// The single mistakes that were made together; itself where it is one.
  package var parts: [MistakeID] { rawValue.split(separator: "+").map { MistakeID($0) } }
}

extension MistakeID: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { rawValue = value }
}

extension MistakeID: CustomStringConvertible, CustomDebugStringConvertible {
  package var description: String { rawValue }
  package var debugDescription: String { rawValue.debugDescription }
}

extension MistakeID: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Sequence<MistakeID> {
  /// The names one after the other, as a report lists them.
  package func joined(separator: String) -> String { map(\.rawValue).joined(separator: separator) }
}
