import Diagnostics
import Glibc
import Screen
import Testing

@testable import Configuration

/// Keys as data: every binding is explained, none is another's, and changes do what they say or are refused.
@Suite struct KeymapTests {
  private static let activities = Keymap.Context.allCases.filter { $0 != .line }

  @Test(arguments: activities)
  func noKeyMeansTwoThings(_ context: Keymap.Context) {
    let keys = Keymap.standard.bindings(in: context).flatMap { $0.keys + $0.silent }
    #expect(Set(keys).count == keys.count && !keys.isEmpty)
    for binding in Keymap.standard.bindings(in: context) {
      for key in binding.keys + binding.silent {
        #expect(Keymap.standard.command(for: key, in: context) == binding.command)
      }
    }
  }

  /// A room's own keys take none away from what is shown to it; N searches in the walk, where there are no notes.
  @Test(arguments: [Keymap.Context.lesson, .walk]) func aRoomHidesNoKey(_ context: Keymap.Context) {
    for binding in Keymap.standard.bindings(in: .room) where binding.command != .next && binding.command != .back {
      for key in binding.keys + binding.silent where binding.command != .notes || context == .lesson {
        #expect(Keymap.standard.command(for: key, in: context) == nil, "\(key)")
      }
    }
  }

  @Test func noKeyMeansTwoThingsInALine() {
    let keys = Keymap.standard.line.list.flatMap { $0.keys + $0.silent }
    #expect(Set(keys).count == keys.count)
    #expect(Set(Keymap.standard.line.list.map(\.command)) == Set(LineCommand.allCases))
  }

  /// What a key does is in the help of its context, each command once.
  @Test(arguments: Keymap.Context.allCases)
  func everyCommandIsExplained(_ context: Keymap.Context) {
    let rows = KeyHelp.rows(context, leave: Words(en: "leave", zh: "退出"))
    var named: [String] = []
    for part in rows.flatMap(\.parts) {
      switch part {
      case .key(let command, context), .marked(let command, context): named.append(command.rawValue)
      case .line(let command) where context == .line: named.append(command.rawValue)
      case .key, .marked, .line, .counted, .digits: break
      }
    }
    #expect(Set(named) == Set(Keymap.commandNames(in: context)))
    #expect(Set(named).count == named.count)
  }

  @Test func namesAreReadAsTheyAreWritten() {
    let bound = Self.activities.flatMap { Keymap.standard.bindings(in: $0).flatMap(\.keys) }
    for key in bound + Keymap.standard.line.list.flatMap(\.keys) {
      // Ctrl-H is what a terminal sends for Backspace.
      let expected = key == .control("h") ? .backspace : key
      #expect(Key(named: key.name()) == expected, "\(key)")
      #expect(Key(named: key.name(isASCII: true)) == expected, "\(key)")
    }
    for name in Key.knownNames { #expect(Key(named: name) != nil, "\(name)") }
    for name in ["", "F0", "F13", "Ctrl-", "Ctrl-é", "Ctrl-ab", "Alt-", "xy", "\u{1B}", "Hyper-x"] {
      #expect(Key(named: name) == nil, "\(name)")
    }
    #expect(Key(named: "ctrl-i") == .tab && Key(named: "Alt-é") == .meta("é") && Key(named: "你") == .character("你"))
  }

  @Test func keysAreChanged() {
    let (keymap, faults) = Keymap.standard.applying([
      KeyChange(.walk, "next", ["x", .right]), KeyChange(.line, "submit", [.control("o")]),
    ])
    #expect(faults.isEmpty)
    #expect(keymap.command(for: "x", in: .walk) == .next && keymap.command(for: " ", in: .walk) == nil)
    // What was not named stays, in other contexts too.
    #expect(keymap.command(for: .wheelDown, in: .walk) == .next && keymap.command(for: "x", in: .lesson) == nil)
    #expect(keymap.line.command(for: .control("o")) == .submit && keymap.line.command(for: .enter) == nil)
    let text = KeyText(keymap)
    #expect(text.first(.next, in: .walk) == "x" && text.all(.next, in: .walk) == "x →")
  }

  @Test func twoCommandsExchangeTheirKeys() {
    let (keymap, faults) = Keymap.standard.applying([
      KeyChange(.walk, "search-next", ["N"]), KeyChange(.walk, "search-previous", ["n"]),
    ])
    #expect(faults.isEmpty)
    #expect(keymap.command(for: "n", in: .walk) == .searchPrevious)
    #expect(keymap.command(for: "N", in: .walk) == .searchNext)
  }

  @Test func whatDoesNotFitIsRefusedAlone() {
    let (keymap, faults) = Keymap.standard.applying([
      KeyChange(.walk, "nxt", ["x"]), KeyChange(.walk, "next", ["n"]), KeyChange(.walk, "back", ["7"]),
      KeyChange(.line, "submit", ["x"]), KeyChange(.menu, "leave", [.control("c")]), KeyChange(.walk, "fold", ["F"]),
    ])
    #expect(faults.map(\.change) == [0, 1, 2, 3, 4])
    #expect(
      faults.map(\.fault) == [
        .unknownCommand("nxt", .walk, nearest: "next"), .clash("n", other: "search-next"), .fixed("7"), .fixed("x"),
        .fixed(.control("c")),
      ])
    #expect(keymap.command(for: "n", in: .walk) == .searchNext && keymap.command(for: .right, in: .walk) == .next)
    #expect(keymap.command(for: "F", in: .walk) == .fold && keymap.command(for: "f", in: .walk) == nil)
    for fault in faults { #expect(!fault.fault.message.en.isEmpty && !fault.fault.message.zh.isEmpty) }
  }

  /// Random changes: whatever is asked for, no key ends up with two meanings.
  @Test func noChangesMakeAKeyMeanTwoThings() {
    var random = SystemRandomNumberGenerator()
    let keys: [Key] = ["a", "b", "n", "q", .right, .left, .enter, .tab, .control("x"), " ", "g"]
    for _ in 0..<500 {
      let changes = (0..<6).map { _ in
        KeyChange(
          .walk, Keymap.commandNames(in: .walk).randomElement(using: &random) ?? "next",
          (0..<2).map { _ in keys.randomElement(using: &random) ?? "a" })
      }
      let keymap = Keymap.standard.applying(changes).keymap
      for one in keymap.bindings(in: .walk) {
        for other in keymap.bindings(in: .walk) where other.command != one.command {
          #expect(!one.keys.contains { (other.keys + other.silent).contains($0) }, "\(changes)")
        }
      }
    }
  }

  /// The README's table is what the help page says.
  @Test func theREADMEKnowsTheKeys() throws {
    let readme = try text(of: "README.md").split(separator: "\n").map(String.init)
    let start = try #require(readme.firstIndex(of: "## Keys"))
    let table = readme[start...].drop { !$0.hasPrefix("|---") }.dropFirst().prefix { $0.hasPrefix("|") }
    let text = KeyText(.standard)
    let rows = KeyHelp.rows(.walk, leave: Words("quit")).map { "| `\(text.text($0))` | \($0.words.en) |" }
    #expect(table.count >= 4)
    for line in table { #expect(rows.contains(line), "\(line)") }
  }

  private func text(of name: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = try #require(fopen("/" + root + "/" + name, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  @Test func whatIsShownWhereOnlyASCIIIs() {
    let text = KeyText(.standard, isASCII: true)
    #expect(text.first(.next, in: .walk) == "Space" && text.first(.back, in: .walk) == "BS")
    #expect(text.pair(.next, .back, in: .menu) == "j k" && text.pair(.raise, .lower, in: .walk) == "+ -")
    #expect(KeyText(.standard).pair(.next, .back, in: .menu) == "↑↓")
    for context in Keymap.Context.allCases {
      for row in KeyHelp.rows(context, leave: Words("leave")) {
        #expect(text.text(row).utf8.allSatisfy { $0 < 0x80 } && !text.text(row).isEmpty)
      }
    }
  }
}
