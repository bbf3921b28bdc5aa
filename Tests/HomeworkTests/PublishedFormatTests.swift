import Diagnostics
import Homework
import Lessons
import Networks
import Testing

/// Question banks against the published element rules: the content models of IMS QTI 1.2 (its DTD of 2002), what Moodle's
/// own importer (question/format/xml/format.php) asks for, and the grammar of GIFT.
@Suite struct PublishedFormatTests {
  /// Every kind of question, with a title that every format has to escape.
  private static func text(_ format: Worksheet.Format, _ language: Language) -> String {
    var list = MadeUpClassTests.list
    list.title = "Week {3} <&> ~=#: \"]]>\" 反向"
    let roster = Roster(students: [
      Roster.Student(id: "s<1>", name: "A & B"), Roster.Student(id: "s2", name: "王 #1"),
    ])
    return Worksheet(AnswerKey(Assignment(list, base: BundledNetworks.default), roster), language: language).text(
      format)
  }

  /// Children in their order, as a pattern over their names, each with a blank behind it; nil for text alone.
  private static let qti: [String: String?] = [
    "questestinterop": "assessment ", "assessment": "(qtimetadata )*(section )+", "section": "(item )*",
    "item": "(itemmetadata )?(presentation )?(resprocessing )*(itemfeedback )*",
    "itemmetadata": "(qtimetadata )*", "qtimetadata": "(qtimetadatafield )+",
    "qtimetadatafield": "fieldlabel fieldentry ",
    "fieldlabel": nil, "fieldentry": nil, "presentation": "((material |response_lid |response_str ))+",
    "material": "(mattext )+", "mattext": nil, "response_lid": "(material )?render_choice (material )?",
    "response_str": "(material )?render_fib (material )?", "render_choice": "(response_label )*",
    "render_fib": "(response_label )*", "response_label": "(material )*",
    "resprocessing": "outcomes (respcondition )+", "outcomes": "(decvar )+", "decvar": "",
    "respcondition": "conditionvar (setvar )*(displayfeedback )*",
    "conditionvar": "(not |and |or |other |varequal |vargte |varlte )+",
    "not": "(and |or |not |other |varequal |vargte |varlte )", "and": "(not |and |or |varequal |vargte |varlte )+",
    "or": "(not |and |or |varequal |vargte |varlte )+", "varequal": nil, "vargte": nil, "varlte": nil, "other": "",
    "setvar": nil, "displayfeedback": "", "itemfeedback": "(flow_mat |material )", "flow_mat": "(material )+",
  ]

  private static let qtiAttributes = [
    "assessment": ["ident"], "section": ["ident"], "item": ["ident"], "response_lid": ["ident"],
    "response_str": ["ident"], "response_label": ["ident"], "varequal": ["respident"], "vargte": ["respident"],
    "varlte": ["respident"], "displayfeedback": ["linkrefid"], "itemfeedback": ["ident"],
  ]

  @Test(arguments: Language.allCases) func qti(_ language: Language) throws {
    let root = try #require(Element(Self.text(.qti, language)))
    try check(root, Self.qti)
    var seen: Set<String> = []
    for item in root.all("item") {
      let ident = try #require(item.attributes["ident"])
      #expect(seen.insert(ident).inserted, "\(ident) twice")
      // What is referred to is there, within the item.
      let feedback = Set(item.all("itemfeedback").compactMap { $0.attributes["ident"] })
      #expect(Set(item.all("displayfeedback").compactMap { $0.attributes["linkrefid"] }) == feedback)
      let labels = Set(item.all("response_label").compactMap { $0.attributes["ident"] })
      if !item.all("response_lid").isEmpty {
        #expect(item.all("varequal").allSatisfy { labels.contains($0.text) })
      }
    }
    // Eight exercises of two students, one of them with two gaps.
    #expect(seen.count == 18)
  }

  private func check(_ element: Element, _ rules: [String: String?]) throws {
    guard let rule = rules[element.name] else {
      Issue.record("\(element.name) is no element of the format")
      return
    }
    let children = element.children.map { $0.name + " " }.joined()
    if let rule {
      let isFitting = try children.wholeMatch(of: Regex("(?:\(rule))")) != nil
      #expect(isFitting, "\(element.name): \(children)")
    } else {
      #expect(children.isEmpty, "\(element.name): \(children)")
    }
    for name in Self.qtiAttributes[element.name] ?? [] {
      #expect(element.attributes[name]?.isEmpty == false, "\(element.name) without \(name)")
    }
    for child in element.children { try check(child, rules) }
  }

  /// Moodle reads a name and a text of every question, and answers with fractions that its lists have.
  @Test(arguments: Language.allCases) func moodle(_ language: Language) throws {
    let root = try #require(Element(Self.text(.moodle, language)))
    #expect(root.name == "quiz")
    var types: [String: Int] = [:]
    for question in root.children {
      #expect(question.name == "question")
      let type = try #require(question.attributes["type"])
      types[type, default: 0] += 1
      if type == "category" {
        #expect(question.all("category").first?.children.map(\.name) == ["text"])
        continue
      }
      for name in ["name", "questiontext", "defaultgrade"] {
        #expect(question.children.contains { $0.name == name }, "\(type) without \(name)")
      }
      let answers = question.children.filter { $0.name == "answer" }
      for answer in answers {
        #expect(answer.children.first?.name == "text" && answer.children.contains { $0.name == "feedback" })
      }
      let fractions = answers.compactMap { $0.attributes["fraction"].flatMap(Double.init) }
      switch type {
      case "numerical":
        #expect(fractions.first == 100 && fractions.dropFirst().allSatisfy { $0 == 0 })
        for answer in answers {
          let tolerance = answer.children.first { $0.name == "tolerance" }.flatMap { Double($0.text) }
          #expect(Double(answer.children[0].text) != nil && (tolerance ?? 0) > 0)
        }
      case "multichoice":
        #expect(fractions.max() == 100 && question.children.first { $0.name == "single" }?.text == "true")
      case "shortanswer": #expect(fractions.count == answers.count && fractions.allSatisfy { $0 == 100 })
      case "essay": #expect(answers.isEmpty && question.children.contains { $0.name == "responseformat" })
      default: Issue.record("\(type) is no type of Moodle")
      }
    }
    #expect(types == ["category": 8, "essay": 4, "numerical": 6, "multichoice": 6, "shortanswer": 2])
  }

  /// A title, a text and answers in braces; signs of the grammar are escaped everywhere else.
  @Test(arguments: Language.allCases) func gift(_ language: Language) throws {
    let text = Self.text(.gift, language)
    var blocks: [Substring] = []
    for part in text.split(separator: "\n\n") { blocks.append(part) }
    let questions = blocks.filter { !$0.hasPrefix("$CATEGORY: ") }
    #expect(blocks.count - questions.count == 8 && questions.count == 18)
    for question in questions {
      // Escaped signs are text.
      let plain = try String(question).replacing(Regex(#"\\[~=#{}:\\]"#), with: "_")
      let parts = try #require(try plain.wholeMatch(of: Regex(#"(?s)::[^:]*:: [^{}]*\{([^{}]*)\}\n?"#)), "\(plain)")
      let answers = String(parts.output[1].substring ?? "")
      if answers.hasPrefix("#") {
        for line in answers.dropFirst().split(separator: "\n") {
          #expect(try line.wholeMatch(of: Regex(#"=(%0%)?-?[0-9.]+:[0-9.]+(#[^~=#]*)?"#)) != nil, "\(line)")
        }
      } else if !answers.isEmpty {
        #expect(answers.contains("="))
      }
    }
  }
}

/// Just enough of XML to read what is written here; nil for what is not well-formed.
private final class Element {
  let name: String
  let attributes: [String: String]
  private(set) var children: [Element] = []
  private(set) var text = ""

  init(name: String, attributes: [String: String]) { (self.name, self.attributes) = (name, attributes) }

  func all(_ name: String) -> [Element] { children.filter { $0.name == name } + children.flatMap { $0.all(name) } }

  convenience init?(_ xml: String) {
    guard let root = Self.parse(xml) else { return nil }
    self.init(name: root.name, attributes: root.attributes)
    children = root.children
    text = root.text
  }

  private static func parse(_ xml: String) -> Element? {
    var rest = xml[...]
    guard rest.hasPrefix("<?xml "), let head = rest.firstRange(of: "?>") else { return nil }
    rest = rest[head.upperBound...]
    let top = Element(name: "", attributes: [:])
    var open = [top]
    while let sign = rest.firstIndex(where: { $0 == "<" }) {
      guard let last = open.last, let raw = unescaped(rest[..<sign]) else { return nil }
      last.text += raw
      rest = rest[sign...]
      if rest.hasPrefix("<![CDATA[") {
        guard let end = rest.firstRange(of: "]]>") else { return nil }
        last.text += rest[rest.index(rest.startIndex, offsetBy: 9)..<end.lowerBound]
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return nil }
      var tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.count > 1, open.removeLast().name == tag.dropFirst() else { return nil }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      if isEmpty { tag = tag.dropLast() }
      guard let element = element(tag) else { return nil }
      last.children.append(element)
      if !isEmpty { open.append(element) }
    }
    return open.count == 1 && top.children.count == 1 ? top.children[0] : nil
  }

  private static func element(_ tag: Substring) -> Element? {
    let name = tag.prefix { !$0.isWhitespace }
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count).drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let key = rest.prefix { $0 != "=" }
      rest = rest.dropFirst(key.count + 1)
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\""),
        let value = unescaped(rest[rest.index(after: rest.startIndex)..<end]),
        attributes.updateValue(value, forKey: String(key)) == nil
      else { return nil }
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
    return name.isEmpty ? nil : Element(name: String(name), attributes: attributes)
  }

  private static func unescaped(_ text: Substring) -> String? {
    var result = String(text)
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "\u{0}")] {
      result = result.replacing(entity, with: sign)
    }
    guard !result.contains("&") else { return nil }
    return result.replacing("\u{0}", with: "&")
  }
}
