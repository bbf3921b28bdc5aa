import Diagnostics
import Formats

/// Values of the kinds that a network file is made of; what is of another kind is a fault.
extension NetworkReader {
  mutating func object(_ value: JSONValue, _ what: String, known: [String]) -> [String: JSONValue]? {
    guard case .object(let members, _) = value else {
      report(.notAnObject(what), at: value.range)
      return nil
    }
    var found: [String: JSONValue] = [:]
    for member in members {
      if !known.contains(member.key) {
        report(
          .unknownMember(member.key, nearest: nearest(to: member.key, in: known)), at: member.keyRange)
      } else if found.updateValue(member.value, forKey: member.key) != nil {
        report(.duplicateMember(member.key), at: member.keyRange)
      }
    }
    return found
  }

  mutating func array(_ value: JSONValue, _ name: String, limit: Int) -> [JSONValue]? {
    guard case .array(let elements, _) = value else {
      report(.wrongKind(name, expected: Words(en: "a list [ … ]", zh: "列表 [ … ]")), at: value.range)
      return nil
    }
    if elements.isEmpty { report(.empty(name), at: value.range) }
    if elements.count > limit {
      report(.tooMany(Words(en: "entries in '\(name)'", zh: "“\(name)”的条目"), limit: limit), at: value.range)
    }
    return elements.isEmpty || elements.count > limit ? nil : elements
  }

  mutating func string(_ value: JSONValue, _ name: String) -> String? {
    if case .string(let text, _) = value { return text }
    report(.wrongKind(name, expected: Words(en: "text in quotation marks", zh: "带引号的文本")), at: value.range)
    return nil
  }

  mutating func number(_ value: JSONValue, _ name: String) -> Double? {
    switch value {
    case .number(let number, _, _) where number.isFinite: return number
    case .number: report(.notFinite(name), at: value.range)
    case .string(let text, _) where ["nan", "infinity", "-infinity", "inf", "-inf"].contains(text.lowercased()):
      report(.notFinite(name), at: value.range)
    default: report(.wrongKind(name, expected: Words(en: "a number", zh: "数")), at: value.range)
    }
    return nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: JSONValue, _ name: String, _: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard case .string(let text, let range) = value else {
      report(
        .wrongKind(name, expected: Words(en: "text in quotation marks", zh: "带引号的文本")), at: value.range)
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    report(.unknownChoice(text, of: choices, nearest: nearest(to: text, in: choices)), at: range)
    return nil
  }

  mutating func missing<Value>(_ name: String, in value: JSONValue, as: Value.Type = Value.self) -> Value? {
    report(.missingMember(name), at: value.range.lowerBound..<value.range.lowerBound + 1)
    return nil
  }
}
