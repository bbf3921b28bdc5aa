import Diagnostics

struct JSONValueDecoder: Decoder {
  let json: JSONValue
  let codingPath: [any CodingKey]
  let info: [CodingUserInfoKey: any Sendable]
  var userInfo: [CodingUserInfoKey: Any] { info }

  init(_ json: JSONValue, _ path: [any CodingKey], _ info: [CodingUserInfoKey: any Sendable]) {
    (self.json, codingPath, self.info) = (json, path, info)
  }

  func fault(_ en: String, _ zh: String) -> JSONCoder.Fault {
    JSONCoder.Fault(codingPath.map(\.stringValue), Words(en: en, zh: zh))
  }

  /// The value as that type; what JSON has is read here.
  func value<T: Decodable>(as type: T.Type) throws -> T {
    switch type {
    case is Bool.Type:
      if case .bool(let value, _) = json, let value = value as? T { return value }
      throw fault("true or false is wanted", "应为 true 或 false")
    case is String.Type:
      if case .string(let value, _) = json, let value = value as? T { return value }
      throw fault("a string is wanted", "应为字符串")
    case is Double.Type:
      if let value = number as? T { return value }
      throw fault("a number is wanted", "应为数")
    case let type as any FixedWidthInteger.Type:
      if let value = whole(type) as? T { return value }
      throw fault("a whole number is wanted", "应为整数")
    default: return try T(from: self)
    }
  }

  private var number: Double? {
    switch json {
    case .number(let value, _, _): value
    case .string("NaN", _): .nan
    case .string("Infinity", _): .infinity
    case .string("-Infinity", _): -.infinity
    case .null, .bool, .string, .array, .object: nil
    }
  }

  private func whole<I: FixedWidthInteger>(_ type: I.Type) -> I? {
    switch json {
    case .number(let value, _, _): I(exactly: value)
    case .string(let text, _): I(text)
    case .null, .bool, .array, .object: nil
    }
  }

  var isNull: Bool { if case .null = json { true } else { false } }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members, _) = json else { throw fault("an object is wanted", "应为对象") }
    let values = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    guard values.count == members.count else { throw fault("a key is there twice", "有重复的键") }
    return KeyedDecodingContainer(Keyed(decoder: self, values: values))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements, _) = json else { throw fault("an array is wanted", "应为数组") }
    return Unkeyed(decoder: self, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

  private func nested(_ value: JSONValue, _ key: any CodingKey) -> JSONValueDecoder {
    JSONValueDecoder(value, codingPath + [key], info)
  }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: JSONValueDecoder
    let values: [String: JSONValue]
    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { values.keys.sorted().compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

    private func member(_ key: any CodingKey) throws -> JSONValueDecoder {
      guard let value = values[key.stringValue] else {
        throw decoder.fault("'\(key.stringValue)' is missing", "缺少“\(key.stringValue)”")
      }
      return decoder.nested(value, key)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key).isNull }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try member(key).value(as: type) }

    func nestedContainer<Other: CodingKey>(
      keyedBy type: Other.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Other> { try member(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try member(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try member(JSONKey(stringValue: "super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let decoder: JSONValueDecoder
    let elements: [JSONValue]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    init(decoder: JSONValueDecoder, elements: [JSONValue]) { (self.decoder, self.elements) = (decoder, elements) }

    private mutating func next() throws -> JSONValueDecoder {
      guard !isAtEnd else { throw decoder.fault("an element is missing", "缺少元素") }
      defer { currentIndex += 1 }
      return decoder.nested(elements[currentIndex], JSONKey(intValue: currentIndex))
    }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd, case .null = elements[currentIndex] else { return false }
      currentIndex += 1
      return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().value(as: type) }

    mutating func nestedContainer<Other: CodingKey>(keyedBy type: Other.Type) throws -> KeyedDecodingContainer<Other> {
      try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
  }

  private struct Single: SingleValueDecodingContainer {
    let decoder: JSONValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.isNull }
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
      // The type that asks is the one that is being read.
      try decoder.value(as: type)
    }
  }
}
