import Diagnostics
import Expressions
import Testing

/// Whatever is typed, the parser answers with an expression or with a fault inside the text.
@Suite struct ParserFuzzTests {
  private static let pieces = [
    "(", ")", "[", "]", "{", "}", "|", "+", "-", "*", "/", "^", "**", "−", "·", "×", "÷", "²", "⁻", "⁺", "½", "√", "∂",
    "'",
    "′", "d", "dE", "dw5", "E", "w5", "w₅", "out_O", "f", "f(", "σ", "tanh(", "e", "η", "1", "0.5", "1e", "1e9", ".",
    ",",
    "0x", "nan", "\\frac{", "\\partial ", "\\mathrm{", "_{", "\\left(", "\\", "}{", " ", "\t", "\n", "\u{1B}",
    "\u{202E}",
    "权", "🙂", "\u{301}", "\u{0}", "=", "%", "d(", ")/dw5", "^{+}", "１", "（",
  ]

  private func probe(_ text: String) throws -> Bool {
    do throws(Diagnostic) {
      let expression = try Expression.parse(text)
      #expect(expression.isWithin(nodes: Expression.Limit.nodes, depth: Expression.Limit.depth))
      let printed = expression.text(.ascii)
      #expect(throws: Never.self, "\(printed)") { try Expression.parse(printed) }
      return true
    } catch {
      #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
      #expect(error.id.hasPrefix("expression."))
      return false
    }
  }

  @Test func randomPieces() throws {
    var generator = SeededGenerator(seed: 21)
    var accepted = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...9, using: &generator)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      if try probe(text) { accepted += 1 }
    }
    #expect(accepted > 200)
  }

  @Test func randomBytes() throws {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      _ = try probe(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func mutations() throws {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<5_000 {
      var text = Array(Expression.random(depth: 4, using: &generator).text(.unicode).unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<max(1, text.count), using: &generator)
        let piece = (Self.pieces.randomElement(using: &generator) ?? "").unicodeScalars
        switch Int.random(in: 0..<3, using: &generator) {
        case 0 where !text.isEmpty: text.remove(at: place)
        case 1: text.insert(contentsOf: piece, at: place)
        default: text = Array(text.prefix(place)) + Array(text.dropFirst(place + 1).reversed())
        }
      }
      var mutated = ""
      mutated.unicodeScalars.append(contentsOf: text)
      _ = try probe(mutated)
    }
  }
}
