import Diagnostics

/// What a value writes itself into.
final class JSONNode {
  enum Content {
    case empty
    case value(JSONText)
    case array([JSONNode])
    case object([String: JSONNode])
  }

  var content = Content.empty

  /// Keys in the order of the alphabet.
  var text: JSONText {
    switch content {
    // A type without any field.
    case .empty: .object([])
    case .value(let text): text
    case .array(let nodes): .array(nodes.map(\.text))
    case .object(let members): .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.text) })
    }
  }

  func add(_ key: String) -> JSONNode {
    let node = JSONNode()
    if case .object(var members) = content {
      content = .empty
      members[key] = node
      content = .object(members)
    } else {
      content = .object([key: node])
    }
    return node
  }

  func append() -> JSONNode {
    let node = JSONNode()
    if case .array(var nodes) = content {
      content = .empty
      nodes.append(node)
      content = .array(nodes)
    } else {
      content = .array([node])
    }
    return node
  }
}

struct JSONValueEncoder: Encoder {
  let node: JSONNode
  let codingPath: [any CodingKey]
  let info: [CodingUserInfoKey: any Sendable]
  var userInfo: [CodingUserInfoKey: Any] { info }

  /// The JSON of any value; what JSON has is itself.
  static func text(
    of value: some Encodable, _ path: [any CodingKey], _ info: [CodingUserInfoKey: any Sendable]
  ) throws -> JSONText {
    switch value {
    case let value as Bool: return .bool(value)
    case let value as String: return .string(value)
    case let value as Double: return .number(value)
    case let value as any BinaryInteger:
      // What a double holds exactly is a number.
      if let exact = Int(exactly: value), exact.magnitude <= 1 << 53 { return .number(Double(exact)) }
      return .string("\(value)")
    case let value as any Unordered: return try value.text(path, info)
    default:
      let node = JSONNode()
      try value.encode(to: JSONValueEncoder(node: node, codingPath: path, info: info))
      return node.text
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .empty = node.content { node.content = .object([:]) }
    return KeyedEncodingContainer(Keyed(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .empty = node.content { node.content = .array([]) }
    return Unkeyed(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

  private func nested(_ node: JSONNode, _ key: any CodingKey) -> JSONValueEncoder {
    JSONValueEncoder(node: node, codingPath: codingPath + [key], info: info)
  }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) { encoder.node.add(key.stringValue).content = .value(.null) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      let text = try JSONValueEncoder.text(of: value, codingPath + [key], encoder.info)
      encoder.node.add(key.stringValue).content = .value(text)
    }

    func nestedContainer<Other: CodingKey>(
      keyedBy type: Other.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Other> {
      encoder.nested(encoder.node.add(key.stringValue), key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      encoder.nested(encoder.node.add(key.stringValue), key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder.nested(encoder.node.add("super"), JSONKey(stringValue: "super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder.nested(encoder.node.add(key.stringValue), key) }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { if case .array(let nodes) = encoder.node.content { nodes.count } else { 0 } }

    func encodeNil() { encoder.node.append().content = .value(.null) }

    func encode<T: Encodable>(_ value: T) throws {
      let text = try JSONValueEncoder.text(of: value, codingPath + [JSONKey(intValue: count)], encoder.info)
      encoder.node.append().content = .value(text)
    }

    func nestedContainer<Other: CodingKey>(keyedBy type: Other.Type) -> KeyedEncodingContainer<Other> {
      encoder.nested(encoder.node.append(), JSONKey(intValue: count)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      encoder.nested(encoder.node.append(), JSONKey(intValue: count)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder.nested(encoder.node.append(), JSONKey(intValue: count)) }
  }

  private struct Single: SingleValueEncodingContainer {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.node.content = .value(.null) }

    func encode<T: Encodable>(_ value: T) throws {
      encoder.node.content = .value(try JSONValueEncoder.text(of: value, codingPath, encoder.info))
    }
  }
}

/// What has no order of its own, and is written in that of its text.
private protocol Unordered {
  func text(_ path: [any CodingKey], _ info: [CodingUserInfoKey: any Sendable]) throws -> JSONText
}

extension Set: Unordered where Element: Encodable {
  func text(_ path: [any CodingKey], _ info: [CodingUserInfoKey: any Sendable]) throws -> JSONText {
    let texts = try map { try JSONValueEncoder.text(of: $0, path, info) }
    return .array(texts.map { ($0.oneLine, $0) }.sorted { $0.0 < $1.0 }.map(\.1))
  }
}

extension Dictionary: Unordered where Key: Encodable, Value: Encodable {
  func text(_ path: [any CodingKey], _ info: [CodingUserInfoKey: any Sendable]) throws -> JSONText {
    let pairs = try map { key, value in
      let values = (try JSONValueEncoder.text(of: key, path, info), try JSONValueEncoder.text(of: value, path, info))
      return (key as? String ?? (key as? Int).map(String.init), values.0.oneLine, values)
    }.sorted { $0.1 < $1.1 }
    // As Swift's own coding has it: an object of strings and whole numbers, of other keys pairs in an array.
    if Key.self == String.self || Key.self == Int.self {
      return .object(pairs.map { ($0.0 ?? "", $0.2.1) }.sorted { $0.0 < $1.0 })
    }
    return .array(pairs.flatMap { [$0.2.0, $0.2.1] })
  }
}
