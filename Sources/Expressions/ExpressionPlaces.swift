/// Which expressions were met, and where: a dictionary that compares while there are few.
///
/// Two expressions mostly differ at first sight, while a hash has to go through the whole of each: with a dictionary
/// alone, every level of a formula would hash all that is under it.
struct ExpressionPlaces {
  private var few: [Expression] = []
  private var placesOfFew: [Int] = []
  private var many: [Expression: Int] = [:]

  private static let maxToCompare = 12

  subscript(expression: Expression) -> Int? {
    if many.isEmpty { return few.firstIndex(of: expression).map { placesOfFew[$0] } }
    return many[expression]
  }

  /// Remembers an expression that is not here yet.
  mutating func add(_ expression: Expression, at place: Int) {
    if !many.isEmpty {
      many[expression] = place
    } else if few.count < Self.maxToCompare {
      few.append(expression)
      placesOfFew.append(place)
    } else {
      for (known, place) in zip(few, placesOfFew) { many[known] = place }
      many[expression] = place
    }
  }
}
