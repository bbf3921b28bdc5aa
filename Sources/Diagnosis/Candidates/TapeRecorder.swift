import Expressions
import Networks

/// Writes workings onto one tape.
struct TapeRecorder {
  private(set) var tape = Tape()
  private let subject: Subject
  /// What the names in lines stand for, looked up once.
  private var items: [String: Item?] = [:]

  init(_ subject: Subject) {
    self.subject = subject
  }

  /// The place of a working's result.
  ///
  /// Cost: its lines, those that other workings share included.
  mutating func record(_ working: Working) -> Int32 {
    var found: [Item: Int32] = [:]
    return place(of: .now(working.subject.quantity), in: working, found: &found)
  }

  private mutating func place(of item: Item, in working: Working, found: inout [Item: Int32]) -> Int32 {
    if let place = found[item] { return place }
    guard let definition = working.definition(of: item) else {
      guard case .now(let quantity) = item else { return constant(.nan) }
      let place = tape.place(of: .given(quantity))
      found[item] = place
      return place
    }
    // A line that came to use itself has no value.
    found[item] = constant(.nan)
    var place = place(of: definition, in: working, found: &found)
    if let rounding = working.rounding, item != .now(subject.quantity) {
      place = tape.place(of: .round(rounding, place))
    }
    found[item] = place
    return place
  }

  private mutating func place(of expression: Expression, in working: Working, found: inout [Item: Int32]) -> Int32 {
    if let name = expression.leafName {
      guard let item = item(named: name) else { return constant(.nan) }
      return place(of: item, in: working, found: &found)
    }
    switch expression {
    case .number(let value): return constant(value)
    case .sum(let terms):
      return folded(terms, in: working, found: &found) { Tape.Operation.add($0, $1) }
    case .product(let factors):
      return folded(factors, in: working, found: &found) { Tape.Operation.multiply($0, $1) }
    case .negation(let operand):
      return tape.place(of: .negate(place(of: operand, in: working, found: &found)))
    case .quotient(let above, let below):
      let one = place(of: above, in: working, found: &found)
      return tape.place(of: .divide(one, place(of: below, in: working, found: &found)))
    case .power(let base, let exponent):
      let one = place(of: base, in: working, found: &found)
      return tape.place(of: .raise(one, place(of: exponent, in: working, found: &found)))
    case .call(let function, let argument):
      return tape.place(of: .call(function, place(of: argument, in: working, found: &found)))
    case .slope(let function, let argument):
      return tape.place(of: .slope(function, place(of: argument, in: working, found: &found)))
    case .symbol, .derivative: return constant(.nan)
    }
  }

  private mutating func folded(
    _ parts: [Expression], in working: Working, found: inout [Item: Int32],
    by combine: (Int32, Int32) -> Tape.Operation
  ) -> Int32 {
    var total: Int32?
    for part in parts {
      let next = place(of: part, in: working, found: &found)
      total = total.map { tape.place(of: combine($0, next)) } ?? next
    }
    return total ?? constant(0)
  }

  private mutating func constant(_ value: Double) -> Int32 {
    tape.place(of: .constant(bits: value.bitPattern))
  }

  private mutating func item(named name: String) -> Item? {
    if let known = items[name] { return known }
    let item = subject.architecture.item(named: name)
    items[name] = .some(item)
    return item
  }
}
