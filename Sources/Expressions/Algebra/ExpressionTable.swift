/// Expressions, each with a value, in the order in which they were met: exponents of bases, what arguments became.
///
/// Few are compared, many are looked up: two expressions mostly differ at first sight, while a hash has to go through the
/// whole of each, and with a dictionary alone every level of a formula would hash all that is under it.
struct ExpressionTable<Value> {
  private(set) var entries: [(expression: Expression, value: Value)] = []
  private var places: [Expression: Int] = [:]

  /// Beyond this many they are looked up.
  private var maxToCompare: Int { 12 }

  func place(of expression: Expression) -> Int? {
    places.isEmpty ? entries.firstIndex { $0.expression == expression } : places[expression]
  }

  subscript(place: Int) -> Value {
    get { entries[place].value }
    set { entries[place].value = newValue }
  }

  /// Adds an expression that has no place, or shall not share that of an equal one.
  mutating func append(_ expression: Expression, _ value: Value) {
    entries.append((expression, value))
    if !places.isEmpty {
      remember(entries.count - 1)
    } else if entries.count > maxToCompare {
      entries.indices.forEach { remember($0) }
    }
  }

  private mutating func remember(_ place: Int) {
    let expression = entries[place].expression
    if places[expression] == nil { places[expression] = place }
  }
}
