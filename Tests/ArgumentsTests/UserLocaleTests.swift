import Arguments
import Diagnostics
import Expressions
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
    #expect(locale([:]).hasColor)
    #expect(locale(["NO_COLOR": ""]).hasColor)
    #expect(!locale(["NO_COLOR": "1"]).hasColor)
  }

  @Test func optionsComeFirst() {
    let chinese = locale(["LANG": "zh_CN.UTF-8", "TERM": "xterm"])
    let plain = Preferences(Invocation(.walk), chinese)
    #expect(plain.language == .zh && plain.notation == .unicode && plain.hasColor && !plain.isPlain)
    let options: [Option: [String]] = [.lang: ["en"], .ascii: [], .noColor: [], .plain: []]
    let other = Preferences(Invocation(.walk, options: options), chinese)
    #expect(other.language == .en && other.notation == .ascii && !other.hasColor && other.isPlain)
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
