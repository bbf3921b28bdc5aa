import Arguments
import Diagnostics
import Expressions
import Screen
import Testing

@Suite struct UserLocaleTests {
  private func locale(_ variables: [String: String]) -> UserLocale { UserLocale { variables[$0] } }

  @Test(
    arguments: [
      ([:], .en), (["LANG": "zh_CN.UTF-8"], .zh), (["LANG": "en_US.UTF-8"], .en), (["LANG": "de_DE.UTF-8"], .en),
      (["LC_MESSAGES": "zh_TW", "LANG": "en_US"], .zh), (["LC_ALL": "en_US", "LANG": "zh_CN"], .en),
      (["LC_ALL": "C", "LANG": "zh_CN"], .en), (["LC_ALL": "", "LANG": "zh_CN"], .zh),
      (["LANGUAGE": "zh_CN:en", "LANG": "en_US.UTF-8"], .zh), (["LANGUAGE": "en:zh", "LANG": "zh_CN"], .en),
      (["LANGUAGE": "de:zh", "LANG": "en_US"], .zh), (["LANGUAGE": "zh", "LC_ALL": "C"], .en),
      (["LC_CTYPE": "zh_CN.UTF-8"], .en),
    ] as [([String: String], Language)])
  func language(_ variables: [String: String], expected: Language) {
    #expect(locale(variables).language == expected)
  }

  @Test(
    arguments: [
      ([:], false), (["LANG": "zh_CN.UTF-8"], true), (["LANG": "en_US.utf8"], true), (["LC_ALL": "C"], false),
      (["LC_ALL": "C.UTF-8"], true), (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false), (["LANG": "zh_CN.GBK"], false),
      (["LC_CTYPE": "en_US.UTF-8", "LANG": "C"], true), (["LC_ALL": "de_DE.UTF-8@euro"], true),
      (["LC_ALL": "nonsense"], false),
    ] as [([String: String], Bool)])
  func encoding(_ variables: [String: String], expected: Bool) {
    #expect(locale(variables).isUTF8 == expected)
  }

  /// Chinese in another encoding than UTF-8 would be unreadable: English is shown, and why.
  @Test(arguments: ["zh_CN.GB18030", "zh_CN.GBK", "zh_TW.BIG5", "zh_CN.gb2312@x"])
  func otherEncodings(_ name: String) {
    let found = locale(["LANG": name])
    #expect(found.language == .en && found.hiddenLanguage == .zh && found.note?.en.contains("UTF-8") == true)
    #expect(locale(["LC_ALL": "zh_CN.UTF-8", "LANG": name]).note == nil)
    #expect(locale(["LANG": name, "LC_CTYPE": "C.UTF-8"]).language == .zh)
    #expect(locale(["LANG": "de_DE.ISO-8859-1"]).note == nil)
  }

  @Test func terminal() {
    #expect(!locale([:]).hasScreen)
    #expect(!locale(["TERM": ""]).hasScreen)
    #expect(!locale(["TERM": "dumb"]).hasScreen)
    #expect(locale(["TERM": "xterm"]).hasScreen)
  }

  /// As no-color.org and bixense.com/clicolors have it.
  @Test(
    arguments: [
      ([:], .auto), (["NO_COLOR": ""], .auto), (["NO_COLOR": "1"], .never), (["CLICOLOR_FORCE": "1"], .always),
      (["CLICOLOR_FORCE": "0"], .auto), (["CLICOLOR_FORCE": ""], .auto), (["CLICOLOR": "0"], .never),
      (["CLICOLOR": "1"], .auto), (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], .never),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], .always),
    ] as [([String: String], ColorChoice)])
  func colors(_ variables: [String: String], _ expected: ColorChoice) {
    #expect(locale(variables).color == expected)
  }

  @Test(
    arguments: [
      ("15;0", .dark), ("0;15", .light), ("0;7", .light), ("12;8", .dark), ("15;default;0", .dark), ("7", .light),
      ("", .auto), ("15;default", .auto), ("0;99", .auto), (";", .auto),
    ] as [(String, Theme.Name)])
  func themeByBackground(_ value: String, _ expected: Theme.Name) {
    #expect(locale(["COLORFGBG": value]).theme == expected)
    let asked = Preferences(Invocation(.walk, options: [.theme: ["contrast"]]), locale(["COLORFGBG": value]))
    #expect(asked.theme.name == .contrast)
  }

  @Test func optionsComeFirst() {
    let chinese = locale(["LANG": "zh_CN.UTF-8", "TERM": "xterm"])
    let plain = Preferences(Invocation(.walk), chinese)
    #expect(
      plain.language == .zh && plain.notation == .unicode && plain.hasColor && !plain.isPlain && plain.color == .auto)
    let options: [Option: [String]] = [.lang: ["en"], .ascii: [], .noColor: [], .plain: []]
    let other = Preferences(Invocation(.walk, options: options), chinese)
    #expect(other.language == .en && other.notation == .ascii && !other.hasColor && other.isPlain)
    let forced = Preferences(Invocation(.walk, options: [.color: ["always"]]), locale(["NO_COLOR": "1"]))
    #expect(forced.color == .always)
  }

  /// Faults of a command line are told in the language that it asks for, though it was not understood.
  @Test func languageOfAnything() {
    let english = locale([:])
    #expect(Preferences.language(of: ["wlak", "--lang", "zh"], english) == .zh)
    #expect(Preferences.language(of: ["--lang=zh", "--nonsense"], english) == .zh)
    #expect(Preferences.language(of: ["--lang", "fr"], english) == .en)
    #expect(Preferences.language(of: ["--lang"], english) == .en)
    #expect(Preferences.language(of: ["eval", "--", "--lang=zh"], english) == .en)
  }
}
