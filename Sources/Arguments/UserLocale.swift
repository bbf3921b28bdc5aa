package import Diagnostics
import Expressions

/// What the environment says about its user's language and terminal.
package struct UserLocale: Equatable, Sendable {
  package let language: Language
  /// Whether text may hold more than ASCII.
  package let isUTF8: Bool
  package let hasColor: Bool
  /// Whether TERM names a terminal whose cursor can be moved.
  package let hasScreen: Bool

  /// `variable` looks one up; empty variables count as unset.
  package init(variable: (String) -> String?) {
    func first(_ names: String...) -> String? {
      names.lazy.compactMap(variable).first { !$0.isEmpty }
    }
    language = Self.language(messages: first("LC_ALL", "LC_MESSAGES", "LANG"), list: first("LANGUAGE"))
    let characters = first("LC_ALL", "LC_CTYPE", "LANG")?.lowercased() ?? ""
    isUTF8 =
      characters.hasSuffix("utf-8") || characters.hasSuffix("utf8") || characters.contains("utf-8@")
      || characters.contains("utf8@")
    hasColor = first("NO_COLOR") == nil
    hasScreen = first("TERM").map { $0 != "dumb" } ?? false
  }

  package var notation: TextStyle { isUTF8 ? .unicode : .ascii }

  /// As gettext has it: a list of languages comes first, except where the locale is plain C.
  private static func language(messages: String?, list: String?) -> Language {
    if messages == "C" || messages == "POSIX" { return .en }
    let wished = (list ?? "").split(separator: ":").map(String.init) + (messages.map { [$0] } ?? [])
    for wish in wished {
      let wish = wish.lowercased()
      if wish.hasPrefix("zh") { return .zh }
      if wish.hasPrefix("en") { return .en }
    }
    return .en
  }
}

/// How the program talks to its user: by options first, then by the environment.
package struct Preferences: Equatable, Sendable {
  package let language: Language
  package let notation: TextStyle
  package let hasColor: Bool
  /// Asked for line by line, or forced to by the terminal's kind.
  package let isPlain: Bool
  /// The file that the session is recorded in.
  package let record: String?

  package init(_ invocation: Invocation, _ locale: UserLocale) {
    language = invocation.value(of: .lang).flatMap(Language.init) ?? locale.language
    notation = invocation.has(.ascii) ? .ascii : locale.notation
    hasColor = locale.hasColor && !invocation.has(.noColor)
    record = invocation.value(of: .record)
    isPlain = invocation.has(.plain) || !locale.hasScreen
  }

  /// The language even of a command line that could not be understood.
  package static func language(of arguments: [String], _ locale: UserLocale) -> Language {
    var language = locale.language
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      let flag = "--" + Option.lang.rawValue
      if argument.hasPrefix(flag + "=") {
        language = Language(rawValue: String(argument.dropFirst(flag.count + 1))) ?? language
      } else if argument == flag, index + 1 < arguments.count {
        language = Language(rawValue: arguments[index + 1]) ?? language
      }
    }
    return language
  }
}
