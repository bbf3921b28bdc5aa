import Formats

/// The part of JSON Schema (2020-12) that the program's own schemas use; anything else is a fault, so that nothing is
/// passed over in silence.
struct SchemaCheck {
  private let root: JSONValue

  init(_ schema: JSONValue) { root = schema }

  /// Where a value does not fit, and why.
  func faults(_ value: JSONValue) -> [String] { faults(value, root, "") }

  private func faults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    guard case .object(let members, _) = schema else { return ["\(path): no schema"] }
    return members.flatMap { faults(value, $0.key, $0.value, schema, path) }
  }

  private func faults(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, _ path: String
  ) -> [String] {
    func fault(_ fits: Bool) -> [String] { fits ? [] : ["\(path): \(keyword)"] }
    switch keyword {
    case "$schema", "title", "description", "$defs", "$id", "dependentRequired": return []
    case "$ref":
      guard case .string(let name, _) = rule, let target = root["$defs"]?[String(name.dropFirst(8))] else {
        return ["\(path): \(keyword)"]
      }
      return faults(value, target, path)
    case "type": return fault(has(value, type: rule))
    case "const": return fault(isEqual(value, rule))
    case "enum": return fault(list(rule).contains { isEqual(value, $0) })
    case "anyOf":
      let found = list(rule).map { faults(value, $0, path) }
      return found.contains(where: \.isEmpty) ? [] : ["\(path): anyOf"] + (found.min { $0.count < $1.count } ?? [])
    case "not": return fault(!faults(value, rule, path).isEmpty)
    case "required": return fault(list(rule).allSatisfy { text($0).flatMap { value[$0] } != nil })
    case "properties":
      return keys(rule).flatMap { key in
        value[key].flatMap { found in rule[key].map { faults(found, $0, path + "." + key) } } ?? []
      }
    case "additionalProperties":
      let known = Set(schema["properties"].map(keys) ?? [])
      let others = keys(value).filter { !known.contains($0) }
      if case .bool(let isAllowed, _) = rule { return isAllowed ? [] : others.map { "\(path).\($0): unknown" } }
      return others.flatMap { key in value[key].map { faults($0, rule, path + "." + key) } ?? [] }
    case "propertyNames":
      let names = list(rule["enum"]).compactMap(text)
      return fault(keys(value).allSatisfy(names.contains))
    case "items": return list(value).enumerated().flatMap { faults($1, rule, path + "[\($0)]") }
    case "minItems": return fault(!isList(value) || Double(list(value).count) >= number(rule))
    case "maxItems": return fault(!isList(value) || Double(list(value).count) <= number(rule))
    case "minProperties": return fault(Double(keys(value).count) >= number(rule))
    case "maxProperties": return fault(Double(keys(value).count) <= number(rule))
    case "minLength": return fault(text(value).map { Double($0.unicodeScalars.count) >= number(rule) } ?? true)
    case "maxLength": return fault(text(value).map { Double($0.unicodeScalars.count) <= number(rule) } ?? true)
    case "minimum":
      if case .number(let found, _, _) = value { return fault(found >= number(rule)) }
      return []
    case "maximum":
      if case .number(let found, _, _) = value { return fault(found <= number(rule)) }
      return []
    case "pattern":
      guard let pattern = text(rule), let text = text(value) else { return [] }
      return fault((try? Regex(pattern).firstMatch(in: text)) != nil)
    case "uniqueItems":
      let texts = list(value).compactMap(text)
      return fault(Set(texts).count == texts.count)
    default: return ["\(path): \(keyword) is not known here"]
    }
  }

  // MARK: Values

  private func has(_ value: JSONValue, type rule: JSONValue) -> Bool {
    let names = text(rule).map { [$0] } ?? list(rule).compactMap(text)
    switch value {
    case .null: return names.contains("null")
    case .bool: return names.contains("boolean")
    case .number(let number, _, _):
      return names.contains("number") || names.contains("integer") && number == number.rounded()
    case .string: return names.contains("string")
    case .array: return names.contains("array")
    case .object: return names.contains("object")
    }
  }

  private func isEqual(_ one: JSONValue, _ other: JSONValue) -> Bool {
    switch (one, other) {
    case (.string(let a, _), .string(let b, _)): a == b
    case (.number(let a, _, _), .number(let b, _, _)): a == b
    case (.bool(let a, _), .bool(let b, _)): a == b
    case (.null, .null): true
    default: false
    }
  }

  private func text(_ value: JSONValue) -> String? { if case .string(let text, _) = value { text } else { nil } }
  private func number(_ value: JSONValue) -> Double {
    if case .number(let number, _, _) = value { number } else { .nan }
  }
  private func isList(_ value: JSONValue) -> Bool { if case .array = value { true } else { false } }

  private func list(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let elements, _)? = value { elements } else { [] }
  }

  private func keys(_ value: JSONValue) -> [String] {
    if case .object(let members, _) = value { members.map(\.key) } else { [] }
  }
}
