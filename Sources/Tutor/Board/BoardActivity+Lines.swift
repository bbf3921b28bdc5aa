import Diagnostics
import Expressions
import Networks

/// What a typed line means.
extension BoardActivity {
  /// Runs a typed line: a command, an assignment, or anything to evaluate.
  ///
  /// What is typed behind a colon while a question is open is never its answer.
  mutating func submit(_ line: String, _ shared: inout Shared, isCommand: Bool = false) -> [Request] {
    let text = State.trimmed(line)
    if text.isEmpty {
      return goOn(&shared)
    }
    shared.remember(text)
    let computes = isCommand && board.asking?.isSettled == false
    if !computes, let requests = takeAsAnswer(text, &shared) { return requests }
    let hasColon = text.first == ":" || text.first == "："
    let typed = hasColon ? State.trimmed(String(text.dropFirst())) : text
    let body = State.halfWidth(typed)
    let word = String(body.prefix { !$0.isWhitespace })
    let rest = State.trimmed(String(body.dropFirst(word.count)))
    if let command = Command(named: word), hasColon && rest.first != "=" || isMeant(command, word, rest) {
      // The name of a file may hold full-width characters.
      return run(command, command == .network ? State.trimmed(String(typed.dropFirst(word.count))) : rest, &shared)
    }
    if hasColon, !body.isEmpty, body.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return run(.goto, body, &shared)
    }
    if let (name, value) = Self.assignment(body) {
      guard board.defines(name), !value.isEmpty else { return run(.set, body, &shared) }
      return lookUp(board.lookup(evaluating: value)) { $0.define(name, as: value) }
    }
    if isMistyped(word, rest, hasColon: hasColon) {
      reply = .fault(unknownCommand(word))
    } else if !body.isEmpty {
      return lookUp(board.lookup(evaluating: body)) { $0.evaluate(body) }
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
    word == "e" || word == "pi" || word == "ans" || board.definitions[word] != nil
      || board.walk.network.architecture.quantity(spelled: word) != nil
  }

  private func unknownCommand(_ word: String) -> Words {
    let names = Command.allCases.map(\.rawValue) + board.walk.network.architecture.names()
    guard let nearest = Suggestion.nearest(to: word, in: names) else {
      return Words(
        en: "'\(word)' is neither a command nor a quantity. :help lists all commands.",
        zh: "没有“\(word)”这个命令或量。:help 列出全部命令。")
    }
    return Words(
      en: "'\(word)' is neither a command nor a quantity.\(Suggestion.sentence(nearest).en)",
      zh: "没有“\(word)”这个命令或量。\(Suggestion.sentence(nearest).zh)")
  }

  /// `w5 = 0.4` without `set`, in its two parts; `==`, `<=` and formulas are none.
  static func assignment(_ text: String) -> (name: String, value: String)? {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let (name, value) = (State.trimmed(String(text[..<sign])), text[text.index(after: sign)...])
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }), !value.hasPrefix("=") else {
      return nil
    }
    return (name, State.trimmed(String(value)))
  }
}

/// Text as it was typed.
extension State {
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
