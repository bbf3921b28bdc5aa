/// Where a line of text may end, and what a line would rather lose than end there.
///
/// Text breaks after a blank and beside a Chinese character. A formula in it stays whole where the line can break at
/// another place not too far: not inside of its parentheses, and not beside an operator. Where it has to be broken, products
/// and relations break behind their sign (Knuth 1984, The TeXbook, chapter 18), sums before it, lest a minus be overlooked.
struct LineBreaks {
  /// Before which character a line may begin, and the share of a line that may rather be left empty; nil where it must not.
  private(set) var costs: [Double?]

  private enum Cost {
    static let afterRelation = 1.0 / 6
    static let beforeSum = 1.0 / 5
    static let afterProduct = 1.0 / 4
    static let otherSide = 3.0 / 4
    /// For each pair of parentheses, two at the most.
    static let inside = 1.0 / 2
  }

  /// Characters of a formula in parentheses, up to which it is kept together.
  private static let maxFormulaLength = 60
  private static let relations = Signs("=<>≤≥≠≈→")
  private static let products = Signs("·*×")
  private static let sums = Signs("+−-")
  private static let operators = Signs("=<>≤≥≠≈→·*×+−-/!")
  /// Punctuation that never begins a line, and such that never ends one.
  private static let closing = Signs("，。、；：？！）\u{201D}\u{2019}》」】…,.;:?!)]")
  private static let opening = Signs("（\u{201C}\u{2018}《「【([")

  /// A few characters of one scalar each, which are found faster so than by hashing.
  private struct Signs {
    private let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    func contains(_ character: Character) -> Bool {
      let own = character.unicodeScalars
      guard let first = own.first, own.count == 1 else { return false }
      return scalars.contains(first)
    }
  }

  /// Cost: linear.
  init(_ text: [Character]) {
    let depths = Self.depths(text)
    costs = Array(repeating: nil, count: text.count + 1)
    for place in text.indices.dropFirst() {
      let (last, next) = (text[place - 1], text[place])
      guard next != " ", !Self.closing.contains(next), !Self.opening.contains(last) else { continue }
      let isWide = DisplayWidth.of(last) == 2 || DisplayWidth.of(next) == 2
      let isProduct = Self.products.contains(last) && !Self.products.contains(next)
      guard last == " " || isWide || isProduct else { continue }
      costs[place] = Self.cost(text, place, isProduct: isProduct) + Double(min(2, depths[place])) * Cost.inside
    }
  }

  private static func cost(_ text: [Character], _ place: Int, isProduct: Bool) -> Double {
    if isProduct { return Cost.afterProduct }
    guard text[place - 1] == " " else { return 0 }
    let before = lastWord(text, endingBy: place)
    if isOperator(before) {
      if before.contains(where: relations.contains) { return Cost.afterRelation }
      return before.contains(where: sums.contains) ? Cost.otherSide : Cost.afterProduct
    }
    let after = text[place...].prefix { $0 != " " }
    guard isOperator(after) else { return 0 }
    return after.allSatisfy(sums.contains) ? Cost.beforeSum : Cost.otherSide
  }

  private static func isOperator(_ word: ArraySlice<Character>) -> Bool {
    !word.isEmpty && word.allSatisfy(operators.contains)
  }

  private static func lastWord(_ text: [Character], endingBy place: Int) -> ArraySlice<Character> {
    var end = place
    while end > 0, text[end - 1] == " " { end -= 1 }
    var start = end
    while start > 0, text[start - 1] != " " { start -= 1 }
    return text[start..<end]
  }

  /// In how many parentheses around a formula each character is; those around words do not count.
  private static func depths(_ text: [Character]) -> [Int] {
    var changes = Array(repeating: 0, count: text.count + 1)
    var open: [Int] = []
    for (place, character) in text.enumerated() {
      if character == "(" { open.append(place) }
      guard character == ")", let start = open.popLast(), place - start <= maxFormulaLength else { continue }
      guard isFormula(text[(start + 1)..<place]) else { continue }
      changes[start + 1] += 1
      changes[place + 1] -= 1
    }
    var depth = 0
    return changes.map { change in
      depth += change
      return depth
    }
  }

  /// Whether something is computed there; hyphens and slashes stand in words too.
  private static func isFormula(_ text: ArraySlice<Character>) -> Bool {
    text.contains { operators.contains($0) && !"-!/".contains($0) }
      || text.indices.dropLast().contains { text[$0] == "-" && text[$0 + 1] == " " }
  }
}
