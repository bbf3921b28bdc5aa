import Diagnostics
import Expressions
import Networks

/// What a typed line means.
extension State {
  /// Runs a typed line: a command, an assignment, or anything to evaluate.
  mutating func submit(_ line: String) -> [Effect] {
    let text = Self.trimmed(line)
    if isAtHome { return submitAtHome(text) }
    if text.isEmpty {
      if isInLesson { advance() } else { move { $0.move(by: 1) } }
      return []
    }
    remember(text)
    if let effects = takeAsAnswer(text) { return effects }
    let hasColon = text.first == ":" || text.first == "："
    let typed = hasColon ? Self.trimmed(String(text.dropFirst())) : text
    let body = Self.halfWidth(typed)
    let word = String(body.prefix { !$0.isWhitespace })
    let rest = Self.trimmed(String(body.dropFirst(word.count)))
    if let command = Command(named: word), hasColon || isMeant(command, word, rest) {
      // The name of a file may hold full-width characters.
      return run(command, command == .network ? Self.trimmed(String(typed.dropFirst(word.count))) : rest)
    }
    if hasColon, !body.isEmpty, body.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return run(.goto, body) }
    if Self.isAssignment(body) { return run(.set, body) }
    if isMistyped(word, rest, hasColon: hasColon) {
      reply = .fault(unknownCommand(word))
    } else if !body.isEmpty {
      lookUp(lookup(evaluating: body)) { $0.evaluate(body) }
    }
    return []
  }

  /// Whether a line without a colon is a command and not a formula whose first name reads the same.
  private func isMeant(_ command: Command, _ word: String, _ rest: String) -> Bool {
    guard let first = rest.first else { return !isName(word) }
    guard "+-*/^=(_".contains(first) else { return true }
    switch command {
    case .diff, .walk, .find, .network: return first != "=" && !isName(word)
    default: return false
    }
  }

  /// Whether the first word can only be meant for a command, and is none.
  private func isMistyped(_ word: String, _ rest: String, hasColon: Bool) -> Bool {
    guard !word.isEmpty, !isName(word), Function(written: word) == nil else { return false }
    if rest.isEmpty { return hasColon && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
    guard let first = rest.first, first.isLetter || first.isNumber, word.allSatisfy(\.isLetter) else { return false }
    return Suggestion.nearest(to: word, in: Command.allCases.map(\.rawValue)) != nil
  }

  private func isName(_ word: String) -> Bool {
    word == "e" || word == "pi" || walk.network.architecture.quantity(spelled: word) != nil
  }

  private func unknownCommand(_ word: String) -> Words {
    let names = Command.allCases.map(\.rawValue) + walk.network.architecture.names()
    guard let nearest = Suggestion.nearest(to: word, in: names) else {
      return Words(
        en: "'\(word)' is no command and no quantity. :help lists all commands.", zh: "没有“\(word)”这个命令或量。:help 列出全部命令。")
    }
    return Words(
      en: "'\(word)' is no command and no quantity.\(Suggestion.sentence(nearest).en)",
      zh: "没有“\(word)”这个命令或量。\(Suggestion.sentence(nearest).zh)")
  }

  /// `w5 = 0.4` without `set`; `==`, `<=` and formulas are none.
  private static func isAssignment(_ text: String) -> Bool {
    guard let sign = text.firstIndex(of: "=") else { return false }
    let name = trimmed(String(text[..<sign]))
    return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && !text[text.index(after: sign)...].hasPrefix("=")
  }

  /// Where `q` and `:quit` lead.
  package enum Leaving: Equatable, Sendable {
    case out
    case toMenu
    /// From the walk that it was left for.
    case toLesson
  }

  package var leaving: Leaving { lesson?.isAway == true ? .toLesson : home != nil && !isAtHome ? .toMenu : .out }

  mutating func leave() -> [Effect] {
    guard leaving == .toLesson else { return [.quit] }
    returnToLesson()
    return []
  }

  static func trimmed(_ text: String) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
    return String(text[start..<max(start, end)])
  }

  /// Full-width letters, digits and signs, which a Chinese input method types, as the ASCII that they mean.
  static func halfWidth(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
