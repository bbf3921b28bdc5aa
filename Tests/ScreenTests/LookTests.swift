import Diagnostics
import Testing

@testable import Screen

@Suite("Looks")
struct LookTests {
  private let english = Look(notation: .ascii)
  private let chinese = Look(language: .zh, notation: .ascii)

  @Test func signsAreASCII() {
    for sign in Sign.allCases {
      #expect(sign.ascii.allSatisfy { $0.isASCII } && !sign.ascii.isEmpty, "\(sign)")
      #expect(SafeText(sign.unicode).text == sign.unicode, "\(sign)")
      #expect(Look().sign(sign) == sign.unicode && english.sign(sign) == sign.ascii)
    }
  }

  @Test func everySpellingIsASCII() {
    for (character, text) in ASCIIText.symbols.merging(ASCIIText.punctuation, uniquingKeysWith: { $1 }) {
      #expect(!character.isASCII && text.allSatisfy { $0.isASCII }, "\(character)")
    }
    #expect(ASCIIText.exponents.allSatisfy { !$0.isASCII && $1.isASCII })
    #expect(Set(ASCIIText.symbols.keys).isDisjoint(with: ASCIIText.punctuation.keys))
  }

  @Test func formulasAreSpelledInEveryLanguage() {
    for look in [english, chinese] {
      #expect(look.formula("∂E/∂w5 = −0.16·δ") == "dE/dw5 = -0.16*delta")
      #expect(look.formula("nuⁿ⁻¹ ≤ ½…") == "nu^(n-1) <= 1/2...")
    }
  }

  @Test func proseKeepsTheLanguagesPunctuation() {
    #expect(english[Words(en: "“η” — and so on…", zh: "“η”——等等……")] == "\"eta\" - and so on...")
    #expect(chinese[Words(en: "“η” — and so on…", zh: "“η”——等等……")] == "“eta”——等等……")
    #expect(Look(language: .zh)[Words(en: "η", zh: "学习率 η")] == "学习率 η")
  }

  @Test(arguments: [(0.0, 0), (0.5, 5), (1.0, 10), (7, 10), (-1, 0), (.nan, 0), (.infinity, 0)])
  func bars(_ share: Double, _ full: Int) {
    let bar = english.bar(share, 10)
    #expect(bar.full == String(repeating: "#", count: full) && bar.empty == String(repeating: ".", count: 10 - full))
    #expect(english.bar(share, -3) == ("", ""))
  }

  @Test func padding() {
    #expect(english.padded("ab", 4) == "ab  " && english.padded("abcdef", 4) == "abcd")
    #expect(chinese.padded("学习率", 5) == "学习 " && chinese.padded("", 2) == "  ")
  }
}
