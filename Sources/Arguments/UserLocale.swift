package import Diagnostics
package import Screen

/// When text is colored.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that takes colors.
  case auto
  case always
  case never
}

/// What the environment says about its user's language and terminal.
package struct UserLocale: Equatable, Sendable {
  package let language: Language
  /// Whether text may hold more than ASCII.
  package let isUTF8: Bool
  /// The user's language where the locale's characters cannot show it: text is only written as UTF-8 or ASCII.
  package let hiddenLanguage: Language?
  package let color: ColorChoice
  /// By the background that the terminal says it has.
  package let theme: Theme.Name
  /// Whether TERM names a terminal whose cursor can be moved.
  package let hasScreen: Bool

  /// `variable` looks one up; empty variables count as unset.
  package init(variable: (String) -> String?) {
    func first(_ names: String...) -> String? {
      names.lazy.compactMap(variable).first { !$0.isEmpty }
    }
    let wished = Self.language(messages: first("LC_ALL", "LC_MESSAGES", "LANG"), list: first("LANGUAGE"))
    let characters = first("LC_ALL", "LC_CTYPE", "LANG")?.lowercased() ?? ""
    isUTF8 =
      characters.hasSuffix("utf-8") || characters.hasSuffix("utf8") || characters.contains("utf-8@")
      || characters.contains("utf8@")
    // Where nothing is named, or only C, a pipe or a file takes UTF-8 all the same.
    let hasOtherCharacters = !isUTF8 && characters.contains(".")
    hiddenLanguage = wished == .zh && hasOtherCharacters ? wished : nil
    language = hiddenLanguage == nil ? wished : .en
    color = Self.color(first)
    theme = Self.theme(first("COLORFGBG"))
    hasScreen = first("TERM").map { $0 != "dumb" } ?? false
  }

  /// That the user's language cannot be shown, and what to do; nil where it can.
  package var note: Words? {
    hiddenLanguage == nil
      ? nil
      : Words(
        en: "Chinese is shown only with UTF-8, which this locale does not have; set LANG=zh_CN.UTF-8",
        zh: "只有使用 UTF-8 才能显示中文，请设置 LANG=zh_CN.UTF-8")
  }

  /// See no-color.org and bixense.com/clicolors.
  private static func color(_ first: (String...) -> String?) -> ColorChoice {
    if first("NO_COLOR") != nil { return .never }
    if let force = first("CLICOLOR_FORCE"), force != "0" { return .always }
    return first("CLICOLOR") == "0" ? .never : .auto
  }

  /// COLORFGBG names the text's color and the background's, as in `15;default;0`: the last is 7 or from 9 on where it is light.
  private static func theme(_ colors: String?) -> Theme.Name {
    guard let ground = colors?.split(separator: ";").last.flatMap({ Int($0) }), (0...15).contains(ground) else {
      return .auto
    }
    return ground == 7 || ground > 8 ? .light : .dark
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
  package let color: ColorChoice
  package let theme: Theme
  /// Asked for line by line, or forced to by the terminal's kind.
  package let isPlain: Bool

  package init(_ invocation: Invocation, _ locale: UserLocale) {
    language = invocation.value(of: .lang).flatMap(Language.init) ?? locale.language
    notation = invocation.has(.ascii) ? .ascii : locale.notation
    let chosen = invocation.value(of: .color).flatMap(ColorChoice.init)
    color = chosen ?? (invocation.has(.noColor) ? .never : locale.color)
    theme = .named(invocation.value(of: .theme).flatMap(Theme.Name.init) ?? locale.theme)
    isPlain = invocation.has(.plain) || !locale.hasScreen
  }

  /// Whether a screen has colors.
  package var hasColor: Bool { color != .never }

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
