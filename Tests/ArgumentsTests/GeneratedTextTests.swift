import Arguments
import Configuration
import Diagnostics
import Expressions
import Testing

/// Help, manual page and completions are made from the table: nothing may be missing in any of them.
@Suite struct GeneratedTextTests {
  private var flags: [String] {
    (CommandTable.common + CommandTable.commands.flatMap(\.options)).map(\.flag)
  }

  @Test func everyCommandHasAnEntry() {
    #expect(CommandTable.commands.map(\.command) == Subcommand.allCases)
    let names = Set(flags.map { String($0.dropFirst(2)) })
    #expect(names == Set(Option.allCases.map(\.rawValue)))
  }

  /// An option takes a value everywhere or nowhere, since it is read before the command is known.
  @Test func optionsAreTheSameKindEverywhere() {
    for entry in CommandTable.commands.flatMap(\.options) {
      let others = CommandTable.commands.flatMap(\.options).filter { $0.option == entry.option }
      #expect(others.allSatisfy { ($0.value == nil) == (entry.value == nil) }, "\(entry.flag)")
      #expect(!CommandTable.common.contains { $0.option == entry.option }, "\(entry.flag)")
    }
  }

  @Test(arguments: Language.allCases)
  func overviewNamesAllAndFits(_ language: Language) {
    let text = HelpText(language: language, notation: .unicode).text(about: nil)
    for entry in CommandTable.commands {
      #expect(text.contains("  \(entry.synopsis) ") || text.contains("  \(entry.synopsis)\n"))
      #expect(text.contains(entry.summary[language] + "\n"))
    }
    for entry in CommandTable.common { #expect(text.contains("  \(entry.synopsis) ")) }
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
  }

  @Test(arguments: Language.allCases, Subcommand.allCases)
  func helpOfACommandNamesItsOptionsAndFits(_ language: Language, _ command: Subcommand) throws {
    let entry = try #require(CommandTable.entry(for: command))
    let text = HelpText(language: language, notation: .unicode).text(about: command)
    #expect(text.hasPrefix("bptutor \(command.rawValue)"))
    // A list of choices that is wider than the page is broken behind a bar.
    let whole = text.replacing("|\n      ", with: "|")
    for option in entry.options {
      #expect(whole.contains("  \(option.synopsis) ") || whole.contains("  \(option.synopsis)\n"))
    }
    for example in entry.examples { #expect(text.contains("  \(example.line)\n      \(example.meaning[language])")) }
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
  }

  @Test(arguments: HelpTopic.allCases, Language.allCases)
  func topicsAreExplainedAndFit(_ topic: HelpTopic, _ language: Language) {
    let text = HelpText(language: language, notation: .unicode).text(
      about: topic, lines: [(":goto N", Words(en: "go there", zh: "跳到"))])
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    switch topic {
    case .keys:
      for context in Keymap.Context.allCases { #expect(text.contains(KeyHelp.title(context)[language])) }
      #expect(text.contains("  → Space l j ↓  Enter "))
    case .lines: #expect(text.contains("  :goto N "))
    case .config: #expect(text.contains("$XDG_CONFIG_HOME/bptutor/config.yaml"))
    case .environment: for (name, _) in CommandTable.environment { #expect(text.contains(name)) }
    case .exitCodes:
      for (code, meaning) in CommandTable.exitCodes {
        #expect(text.contains("  \(code) ") && text.contains(meaning[language]))
      }
    }
    #expect(HelpText(language: language, notation: .unicode).text(about: nil).contains("  help \(topic.rawValue) "))
  }

  /// The settings that help shows are read without a fault.
  @Test func theExampleOfTheConfigurationHolds() {
    let (configuration, faults) = ConfigurationReader.read(SourceText(HelpText.example))
    #expect(faults.isEmpty && configuration.language == .zh && configuration.keys.count == 3)
  }

  @Test func englishHelpIsASCIIWhereTheTerminalIs() {
    for command in Subcommand.allCases.map(Optional.some) + [nil] {
      #expect(HelpText(language: .en, notation: .ascii).text(about: command).utf8.allSatisfy { $0 < 0x80 })
    }
  }

  /// What an example shows must be understood.
  @Test func examplesParse() throws {
    for example in CommandTable.commands.flatMap(\.examples) {
      let words = example.line.replacing("'", with: "").replacing("(", with: " ").replacing(")", with: " ")
        .split(separator: " ").map(String.init)
      let start = try #require(words.lastIndex(of: "bptutor"))
      let arguments = words[(start + 1)...].prefix { $0 != "|" }
      #expect(throws: Never.self, "\(example.line)") { try ArgumentParser.parse(Array(arguments)) }
    }
  }

  @Test(arguments: Language.allCases)
  func manualPage(_ language: Language) {
    let page = ManualPage(language: language).text
    let plain = page.replacing("\\-", with: "-").replacing("\\fB", with: "").replacing("\\fR", with: "")
      .replacing("\\fI", with: "").replacing("\\(aq", with: "'").replacing("\\e", with: "\\")
    for entry in CommandTable.commands {
      #expect(plain.contains("\n.TP\n\(entry.synopsis)\n\(entry.summary[language])\n"))
      for example in entry.examples { #expect(plain.contains("\n\(example.line)\n")) }
    }
    for entry in CommandTable.common + CommandTable.commands.flatMap(\.options) {
      #expect(plain.contains("\n\(entry.flags)"))
    }
    for (code, meaning) in CommandTable.exitCodes { #expect(plain.contains("\n\(code)\n\(meaning[language])\n")) }
    // A line of text must not be taken for a request.
    let requests: Set<Substring> = [
      ".\\\"", ".TH", ".ad", ".SH", ".B", ".br", ".PP", ".TP", ".IP", ".RS", ".RE", ".nf", ".fi",
    ]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
    }
  }

  @Test(arguments: CompletionScript.allCases, Language.allCases)
  func completionsNameEverything(_ shell: CompletionScript, _ language: Language) {
    let script = shell.text(language)
    for entry in CommandTable.commands { #expect(script.contains(entry.name)) }
    for option in Option.allCases {
      #expect(script.contains(shell == .fish ? "-l \(option.rawValue) " : "--\(option.rawValue)"), "\(option)")
      if let short = option.short { #expect(script.contains(shell == .fish ? "-s \(short) " : "-\(short)")) }
    }
    for name in ["mazur-2-2-2", "dE/dw5", "dE/db2", "net_h1", "markdown"] { #expect(script.contains(name)) }
    if shell != .bash { #expect(script.contains(CommandTable.commands[0].summary[language])) }
  }
}
