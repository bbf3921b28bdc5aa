import Diagnostics
import Formats

/// Reads a notation out of JSON and goes on after each fault.
struct NotationReader {
  private(set) var faults: [Diagnostic] = []
  /// Where the names of a kind stand.
  private(set) var places: [Notation.Kind: Range<Int>] = [:]

  private static let members = ["name", "title", "nodes", "delta", "firstLayer", "names"]

  mutating func notation(from value: JSONValue) -> Notation? {
    guard case .object(let members, let range) = value else {
      report(
        "not-an-object", Words(en: "a notation must be a JSON object { … }", zh: "记号应是 JSON 对象 { … }"), value.range)
      return nil
    }
    var notation = Notation(name: "", title: Words(""))
    for member in members {
      switch member.key {
      case "name": notation.name = text(member) ?? ""
      case "title": notation.title = words(member)
      case "nodes": notation.numbering = choice(member) ?? .name
      case "delta": notation.delta = choice(member) ?? .outputMinusTarget
      case "firstLayer":
        guard case .number(let number, _, _) = member.value, let whole = Int(exactly: number), (0...99).contains(whole)
        else {
          report(
            "wrong-kind", Words(en: "'firstLayer' must be a small whole number", zh: "“firstLayer”应是较小的整数"),
            member.value.range)
          continue
        }
        notation.firstLayer = whole
      case "names": names(member.value, into: &notation)
      default: unknown(member, among: Self.members)
      }
    }
    if notation.name.isEmpty {
      report(
        "missing-name", Words(en: "the field 'name' is missing", zh: "缺少字段“name”"),
        range.lowerBound..<range.lowerBound + 1)
    }
    if notation.title.en.isEmpty { notation.title = Words(notation.name) }
    return notation
  }

  private mutating func names(_ value: JSONValue, into notation: inout Notation) {
    guard case .object(let members, _) = value else {
      return report(
        "not-an-object", Words(en: "'names' must be a JSON object { … }", zh: "“names”应是 JSON 对象 { … }"), value.range)
    }
    for member in members {
      guard let kind = Notation.Kind(rawValue: member.key) else {
        unknown(member, among: Notation.Kind.allCases.map(\.rawValue))
        continue
      }
      places[kind] = member.value.range
      if case .object(let roles, _) = member.value {
        var forms = Notation.Forms(hidden: [], output: [])
        for role in roles {
          switch role.key {
          case "hidden": forms.hidden = templates(role.value, kind)
          case "output": forms.output = templates(role.value, kind)
          default: unknown(role, among: ["hidden", "output"])
          }
        }
        if forms.hidden.isEmpty { forms.hidden = forms.output }
        if forms.output.isEmpty { forms.output = forms.hidden }
        notation.forms[kind] = forms
      } else {
        let read = templates(member.value, kind)
        notation.forms[kind] = Notation.Forms(hidden: read, output: read)
      }
    }
  }

  private mutating func templates(_ value: JSONValue, _ kind: Notation.Kind) -> [NameTemplate] {
    let values = if case .array(let elements, _) = value { elements } else { [value] }
    return values.compactMap { value in
      guard case .string(let text, let range) = value, let template = NameTemplate(text) else {
        report(
          "unusable-name",
          Words(en: "this cannot be the name of '\(kind.rawValue)'", zh: "这不能用作“\(kind.rawValue)”的名称"), value.range,
          Words(
            en: "write a letter or word and its indices, such as w_{to}{from}^({layer})",
            zh: "写字母或单词及其下标，例如 w_{to}{from}^({layer})"))
        return nil
      }
      if let blank = template.blanks.first(where: { !kind.allows($0) }) {
        report(
          "wrong-blank",
          Words(
            en: "{\(blank.rawValue)} has no meaning for '\(kind.rawValue)'",
            zh: "{\(blank.rawValue)} 对“\(kind.rawValue)”没有意义"),
          range)
      }
      return template
    }
  }

  // MARK: Values

  private mutating func text(_ member: JSONValue.Member) -> String? {
    if case .string(let text, _) = member.value { return text }
    report(
      "wrong-kind",
      Words(en: "'\(member.key)' must be text in quotation marks", zh: "“\(member.key)”应是带引号的文本"), member.value.range)
    return nil
  }

  private mutating func words(_ member: JSONValue.Member) -> Words {
    if case .object(let languages, _) = member.value {
      let texts = languages.compactMap { language in text(language).map { (language.key, $0) } }
      let english = texts.first { $0.0 == "en" }?.1 ?? texts.first?.1 ?? ""
      return Words(en: english, zh: texts.first { $0.0 == "zh" }?.1 ?? english)
    }
    return Words(text(member) ?? "")
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(_ member: JSONValue.Member) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(member) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    let nearest = Suggestion.nearest(to: text, in: choices)
    report(
      "unknown-choice",
      Words(
        en: "'\(text)' is none of \(choices.joined(separator: ", "))",
        zh: "“\(text)”不是以下之一：\(choices.joined(separator: "、"))"),
      member.value.range, nearest.map(Self.didYouMean))
    return nil
  }

  private mutating func unknown(_ member: JSONValue.Member, among known: [String]) {
    let nearest = Suggestion.nearest(to: member.key, in: known)
    report(
      "unknown-member", Words(en: "'\(member.key)' is not a field of a notation", zh: "记号没有“\(member.key)”这个字段"),
      member.keyRange,
      nearest.map(Self.didYouMean)
        ?? Words(en: "fields are \(known.joined(separator: ", "))", zh: "可用的字段：\(known.joined(separator: "、"))"))
  }

  private static func didYouMean(_ name: String) -> Words {
    Words(en: "did you mean '\(name)'?", zh: "是不是想写“\(name)”？")
  }

  private mutating func report(_ id: String, _ message: Words, _ range: Range<Int>, _ help: Words? = nil) {
    faults.append(Diagnostic(id: "notation." + id, range: range, message: message, help: help))
  }
}

extension Notation.Kind {
  /// Which blanks its names may have.
  func allows(_ blank: NameTemplate.Blank) -> Bool {
    switch self {
    case .input: blank == .node
    case .net, .out, .target, .delta, .partialLoss: blank == .node || blank == .layer
    case .weight: blank != .node
    case .bias: blank == .node || blank == .to || blank == .layer || blank == .number
    case .sharedBias: blank == .layer || blank == .number
    case .loss, .learningRate: false
    }
  }
}
