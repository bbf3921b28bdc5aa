package import Diagnostics

/// Writes and reads `Codable` values as JSON, without Foundation.
///
/// The same value always gives the same text, on every machine: keys are sorted, sets and dictionaries too. Whole numbers
/// that a double cannot hold are strings, and so are numbers that are not finite.
package enum JSONCoder {
  /// Why JSON is no value of the wanted type.
  package struct Fault: Error, Equatable, Sendable {
    /// Where: keys and indices.
    package let path: [String]
    package let reason: Words

    package init(_ path: [String], _ reason: Words) { (self.path, self.reason) = (path, reason) }
  }

  /// A value as JSON; throws what the value's own coding throws.
  package static func encode(
    _ value: some Encodable, userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws -> JSONText {
    try JSONValueEncoder.text(of: value, [], userInfo)
  }

  /// Reads what `encode` writes; throws a `Fault`, or what the value's own coding throws.
  package static func decode<T: Decodable>(
    _ type: T.Type, from value: JSONValue, userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws -> T {
    try JSONValueDecoder(value, [], userInfo).value(as: type)
  }
}

/// A key that is any string or index.
struct JSONKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) { (self.stringValue, intValue) = (stringValue, Int(stringValue)) }
  init(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}
