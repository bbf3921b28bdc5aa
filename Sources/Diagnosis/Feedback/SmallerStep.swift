package import Diagnostics
package import Expressions

/// What to work out first when no slip is recognized.
package struct SmallerStep: Equatable, Sendable {
  package let words: Words
  /// The values that it asks for, one after the other; empty where the question itself is to be answered anew.
  package let asked: [Expression]

  init(en: String, zh: String, asked: [Expression] = []) {
    words = Words(en: en, zh: zh)
    self.asked = asked
  }
}
