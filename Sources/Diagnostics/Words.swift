/// One sentence or term in every language of the product, so that none can be forgotten.
package struct Words: Hashable, Codable, Sendable {
  package let en: String
  package let zh: String

  package init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// The same text in every language: names, formulas, numbers.
  package init(_ text: String) {
    self.init(en: text, zh: text)
  }

  package subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}
