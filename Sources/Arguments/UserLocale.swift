package import Configuration
package import Diagnostics
package import Screen

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
  /// Whether the desktop announces a screen reader.
  package let isHeard: Bool
  /// Whether Chinese can be shown.
  private let showsChinese: Bool

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
    showsChinese = !hasOtherCharacters
    hiddenLanguage = wished == .zh && hasOtherCharacters ? wished : nil
    language = hiddenLanguage == nil ? wished : .en
    color = Self.color(first)
    theme = Self.theme(first("COLORFGBG"))
    isHeard = ["ACCESSIBILITY_ENABLED", "GNOME_ACCESSIBILITY", "QT_ACCESSIBILITY"].contains { variable($0) == "1" }
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

  /// The configured language, where it can be shown; else the locale's.
  fileprivate func language(_ configured: Language?) -> Language {
    configured.map { $0 == .zh && !showsChinese ? language : $0 } ?? language
  }

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

/// How the program talks to its user: by options first, then by variables of the environment that say so, then by the
/// configuration file, then by the locale and what the terminal says of itself.
package struct Preferences: Equatable, Sendable {
  package let language: Language
  package let notation: TextStyle
  package let color: ColorChoice
  package let theme: Theme
  /// Asked for line by line, or forced to by the terminal's kind.
  package var isPlain: Bool
  /// Whether formulas are said in words.
  package let isSpoken: Bool
  /// The file that the session is recorded in.
  package let record: String?
  /// Keys that mean something else than usual; nil where none do.
  package let keys: [KeyChange]?
  /// What is said once at the beginning of a session.
  package var notice: Words?

  package init(_ invocation: Invocation, _ locale: UserLocale) {
    let configuration = invocation.configuration
    language = invocation.value(of: .lang).flatMap(Language.init) ?? locale.language(configuration.language)
    let asksForLines = invocation.has(.plain) || configuration.isPlain
    isSpoken = invocation.has(.spoken) || asksForLines && locale.isHeard
    // What is said is made of what learners read.
    notation = isSpoken ? .unicode : invocation.has(.ascii) || configuration.isASCII ? .ascii : locale.notation
    let chosen = invocation.value(of: .color).flatMap(ColorChoice.init) ?? (invocation.has(.noColor) ? .never : nil)
    color = chosen ?? (locale.color == .auto ? configuration.color : nil) ?? locale.color
    theme = .named(invocation.value(of: .theme).flatMap(Theme.Name.init) ?? configuration.theme ?? locale.theme)
    record = invocation.value(of: .record)
    isPlain = asksForLines || isSpoken || !locale.hasScreen
    keys = configuration.keys.isEmpty ? nil : configuration.keys
  }

  /// Whether a screen has colors.
  package var hasColor: Bool { color != .never }

  /// The language even of a command line that could not be understood.
  package static func language(
    of arguments: [String], _ locale: UserLocale, configured: Language? = nil
  ) -> Language {
    values(of: .lang, in: arguments).compactMap(Language.init).last ?? locale.language(configured)
  }

  /// Whether there are colors, and which, even of a command line that could not be understood.
  package static func colors(
    of arguments: [String], _ locale: UserLocale, _ configuration: Configuration
  ) -> (choice: ColorChoice, theme: Theme) {
    let flags = arguments.prefix { $0 != "--" }
    let isPlain = flags.contains("--" + Option.plain.rawValue) || configuration.isPlain || !locale.hasScreen
    let asked =
      values(of: .color, in: arguments).compactMap(ColorChoice.init).last
      ?? (flags.contains("--" + Option.noColor.rawValue) ? .never : nil)
    let choice = asked ?? (locale.color == .auto ? configuration.color : nil) ?? locale.color
    let name = values(of: .theme, in: arguments).compactMap(Theme.Name.init).last ?? configuration.theme ?? locale.theme
    return (isPlain && choice == .auto ? .never : choice, .named(name))
  }

  /// The values of an option in a command line that has not been understood yet.
  private static func values(of option: Option, in arguments: [String]) -> [String] {
    let flag = "--" + option.rawValue
    var values: [String] = []
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument.hasPrefix(flag + "=") {
        values.append(String(argument.dropFirst(flag.count + 1)))
      } else if argument == flag, index + 1 < arguments.count {
        values.append(arguments[index + 1])
      }
    }
    return values
  }

  /// Which configuration file a command line asks for.
  package enum ConfigurationChoice: Equatable, Sendable {
    /// The one in the user's folder, if there is one.
    case standard
    case file(String)
    case none
  }

  /// Which configuration file counts, even for a command line that cannot be understood.
  package static func configuration(of arguments: [String]) -> ConfigurationChoice {
    if arguments.prefix(while: { $0 != "--" }).contains("--" + Option.noConfig.rawValue) { return .none }
    return values(of: .config, in: arguments).last.map(ConfigurationChoice.file) ?? .standard
  }
}
