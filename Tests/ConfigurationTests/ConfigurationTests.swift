import Diagnostics
import Formats
import Screen
import Testing

@testable import Configuration

/// The configuration file: what it sets, and what is wrong with it at its place, the rest holding all the same.
@Suite struct ConfigurationTests {
  private func read(_ text: String) -> (configuration: Configuration, faults: [Diagnostic]) {
    ConfigurationReader.read(SourceText(name: "config.yaml", text))
  }

  @Test func everythingIsSet() {
    let (configuration, faults) = read(
      """
      # mine
      language: zh
      notation: zhou
      theme: color-blind
      color: never
      ascii: true
      plain: false
      lessons: [~/course, more]
      keys:
        walk: {next: [x, Right], search-next: "N", search-previous: n}
        line:
          submit: Ctrl-O
      """)
    #expect(faults.isEmpty, "\(faults)")
    var expected = Configuration()
    expected.language = .zh
    expected.notation = "zhou"
    expected.theme = .colorBlind
    expected.color = .never
    expected.isASCII = true
    expected.lessons = ["~/course", "more"]
    expected.keys = [
      KeyChange(.walk, "next", ["x", .right]), KeyChange(.walk, "search-next", ["N"]),
      KeyChange(.walk, "search-previous", ["n"]), KeyChange(.line, "submit", [.control("o")]),
    ]
    #expect(configuration == expected)
  }

  @Test(arguments: ["", "# nothing\n", "\n\n"])
  func nothingIsSet(_ text: String) {
    let (configuration, faults) = read(text)
    #expect(configuration == Configuration() && faults.isEmpty)
  }

  /// A fault, its id, the text at its place, and what its help says.
  static let faults: [(text: String, id: String, place: String, help: String?)] = [
    ("langauge: zh", "config.unknown-field", "langauge", "did you mean 'language'?"),
    ("qwxyz: 1", "config.unknown-field", "qwxyz", "the fields are language"),
    ("language: fr", "config.unknown-choice", "fr", nil),
    ("theme: drak", "config.unknown-choice", "drak", "did you mean 'dark'?"),
    ("theme: [dark]", "config.wrong-kind", "[dark]", nil),
    ("color: never\ncolor: always", "config.duplicate", "color", nil),
    ("lessons: {a: b}", "config.wrong-kind", "{a: b}", nil),
    ("keys: x", "config.wrong-kind", "x", nil),
    ("keys: {wlak: {next: x}}", "config.unknown-context", "wlak", "did you mean 'walk'?"),
    ("keys: {walk: {nxt: x}}", "config.unknown-command", "nxt", "did you mean 'next'?"),
    ("keys: {walk: {next: Sapce}}", "config.unknown-key", "Sapce", "did you mean 'Space'?"),
    ("keys: {walk: {next: n}}", "config.key-clash", "next", "give 'search-next' another key"),
    ("keys: {walk: {next: 7}}", "config.fixed-key", "next", nil),
    ("keys: {walk: {next: Ctrl-C}}", "config.fixed-key", "next", nil),
    ("keys: {line: {submit: x}}", "config.fixed-key", "submit", nil),
    ("language: *a", "config.yaml-alias", "*a", nil),
    ("language: 'zh", "config.yaml-syntax", "", nil),
  ]

  @Test(arguments: faults.indices)
  func faultsHaveTheirPlaces(_ index: Int) throws {
    let fault = Self.faults[index]
    let (configuration, faults) = read("ascii: true\n" + fault.text)
    #expect(faults.count == 1)
    let found = try #require(faults.first)
    #expect(found.id == fault.id)
    let source = SourceText("ascii: true\n" + fault.text)
    #expect(String(decoding: source.utf8[found.range], as: UTF8.self).hasPrefix(fault.place))
    if let help = fault.help { #expect(found.help?.en.contains(help) == true, "\(found)") }
    #expect(!found.message.zh.isEmpty && found.message.en != found.message.zh)
    // What is right holds, unless the text as a whole is none.
    #expect(
      configuration.isASCII == !["config.yaml-alias", "config.yaml-syntax"].contains(found.id))
  }

  @Test func hostileTextsAreRefused() {
    for text in [
      String(repeating: "[", count: 10_000), String(repeating: "a: b\n", count: 100_000), "\u{0}", "a: &x [*x]",
      String(repeating: "- ", count: 5_000),
    ] {
      #expect(!read(text).faults.isEmpty)
    }
    #expect(read("- a").faults.map(\.id) == ["config.not-a-mapping"])
    #expect(
      ConfigurationReader.read(SourceText(name: "c", utf8: [0xFF, 0xFE])).faults.map(\.id) == ["config.encoding"])
  }

  @Test(arguments: Language.allCases)
  func theSchemaKnowsEveryFieldAndCommand(_ language: Language) throws {
    let text = ConfigurationSchema.json(language).pretty
    let value = try JSONValue.parse(SourceText(text))
    let properties = try #require(value["properties"])
    for field in ConfigurationField.allCases { #expect(properties[field.rawValue] != nil) }
    for context in Keymap.Context.allCases {
      let commands = properties["keys"]?["properties"]?[context.rawValue]?["properties"]
      for name in Keymap.commandNames(in: context) { #expect(commands?[name] != nil, "\(context) \(name)") }
    }
    let table = ConfigurationSchema.markdown(language)
    for field in ConfigurationField.allCases { #expect(table.contains("| `\(field.rawValue)` |")) }
    #expect(table.contains("| `walk` | `next` | → Space l j ↓ |"))
  }
}
