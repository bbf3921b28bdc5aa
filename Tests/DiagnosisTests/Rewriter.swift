import Diagnosis
import Diagnostics
import Expressions
import Networks
import Traces

/// Writes a right answer in ever different ways that mean the same, and in ways that do not quite.
struct Rewriter {
  private let network: Network
  private let trace: Trace
  private var random: RandomSource

  init(_ network: Network, seed: UInt64) {
    self.network = network
    trace = Trace(network, goals: [])
    random = RandomSource(seed: seed)
  }

  private var architecture: Architecture { network.architecture }

  private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(random.next() % UInt64(elements.count))]
  }

  // MARK: The same in other words

  /// A right answer: some factors by their names, some written out, then rearranged.
  mutating func rightAnswer(to quantity: Quantity) -> Expression {
    var expression = Working(Subject(quantity, of: network)).lines().last?.expression ?? .number(0)
    expression = writingOut(expression, depth: 0)
    for _ in 0..<2 + random.next() % 3 { expression = rearranged(expression) }
    return expression
  }

  /// Derivatives by name become what they are made of, out and net now and then as well.
  private mutating func writingOut(_ expression: Expression, depth: Int) -> Expression {
    if let name = expression.leafName, let quantity = architecture.quantity(named: name) {
      guard depth < 8 else { return expression }
      switch quantity {
      case .derivative:
        guard chance(75), let line = Working(Subject(quantity, of: network)).lines().last else { return expression }
        return writingOut(line.expression, depth: depth + 1)
      case .net, .out: return chance(12) ? writingOut(trace.definition(of: quantity), depth: depth + 1) : expression
      default: return expression
      }
    }
    if case .derivative = expression { return expression }
    return mapped(expression) { $0.writingOut($1, depth: depth + 1) }
  }

  private mutating func mapped(
    _ expression: Expression, _ transform: (inout Rewriter, Expression) -> Expression
  ) -> Expression {
    var copy = self
    let result = expression.mappingChildren { transform(&copy, $0) }
    self = copy
    return result
  }

  /// One pass over the tree; each node may be turned into an equal one.
  private mutating func rearranged(_ expression: Expression) -> Expression {
    if case .derivative = expression { return expression }
    let inner = mapped(expression) { $0.rearranged($1) }
    guard chance(35), inner.isWithin(nodes: 120, depth: 20) else { return inner }
    switch inner {
    case .sum(let terms): return rearranged(terms: terms)
    case .product(let factors): return rearranged(factors: factors)
    case .negation(.sum(let terms)): return .sum(terms.map(Self.negated))
    case .negation(let operand): return chance(50) ? .product([.number(-1), operand]) : .negation(operand)
    case .power(let base, .number(2)): return .product([base, base])
    case .call(.sigmoid, let argument):
      return chance(50)
        ? .quotient(.number(1), .sum([.number(1), .call(.exp, .negation(argument))]))
        : .difference(.number(1), .call(.sigmoid, .negation(argument)))
    case .quotient(let above, let below): return .product([above, .quotient(.number(1), below)])
    default:
      switch random.next() % 5 {
      case 0: return .negation(.negation(inner))
      case 1: return .quotient(.product([.number(2), inner]), .number(2))
      case 2: return .product([.number(1), inner])
      default: return inner
      }
    }
  }

  private mutating func rearranged(terms: [Expression]) -> Expression {
    guard terms.count > 1 else { return .sum(terms) }
    switch random.next() % 4 {
    case 0: return .sum(terms.shuffled(using: &random))
    case 1: return .negation(.sum(terms.map(Self.negated)))
    case 2:
      // Factored: what all terms have in common in front.
      let factors = terms.map { term in if case .product(let factors) = term { factors } else { [term] } }
      guard let common = factors[0].first(where: { part in factors.allSatisfy { $0.contains(part) } }) else {
        return .sum(terms + [.number(0)])
      }
      let rests = factors.map { factors in
        var rest = factors
        if let index = rest.firstIndex(of: common) { rest.remove(at: index) }
        return rest.isEmpty ? Expression.number(1) : rest.count == 1 ? rest[0] : .product(rest)
      }
      return .product([common, .sum(rests)])
    default: return terms.count < 3 ? .sum(terms) : .sum([.sum(Array(terms.dropLast())), terms[terms.count - 1]])
    }
  }

  private mutating func rearranged(factors: [Expression]) -> Expression {
    switch random.next() % 4 {
    case 0: return .product(factors.shuffled(using: &random))
    case 1:
      // Expanded: a sum among the factors is multiplied out.
      guard let index = factors.firstIndex(where: { if case .sum = $0 { true } else { false } }),
        case .sum(let terms) = factors[index]
      else { return .product(factors.reversed()) }
      var rest = factors
      rest.remove(at: index)
      return .sum(
        terms.map { term in
          if case .negation(let inner) = term { return .negation(.product(rest + [inner])) }
          return .product(rest + [term])
        })
    case 2:
      let split = max(1, Int(random.next() % UInt64(factors.count)))
      return .product([Self.product(factors[..<split]), Self.product(factors[split...])])
    default: return .product(factors.map { $0 })
    }
  }

  private static func product(_ factors: ArraySlice<Expression>) -> Expression {
    factors.count == 1 ? factors[factors.startIndex] : factors.isEmpty ? .number(1) : .product(Array(factors))
  }

  private static func negated(_ term: Expression) -> Expression {
    if case .negation(let inner) = term { inner } else { .negation(term) }
  }

  // MARK: Notation

  /// Text in one of the ways that people type.
  mutating func written(_ expression: Expression) -> String {
    switch random.next() % 4 {
    case 0: return expression.latex()
    case 1: return varied(expression.text(.unicode))
    default: return varied(expression.text(.ascii))
    }
  }

  private mutating func varied(_ text: String) -> String {
    var text = text
    if chance(25) { text = text.replacing(" * ", with: "*").replacing(" + ", with: "+").replacing(" - ", with: " -") }
    if chance(25) { text = text.replacing("*", with: pick(["·", "×", " ⋅ ", "∗"])) }
    if chance(25) { text = text.replacing("f(", with: pick(["σ(", "sigmoid("])) }
    if chance(20) { text = text.replacing("- ", with: pick(["− ", "– "])) }
    if chance(20) { text = text.replacing("(", with: "（").replacing(")", with: "）") }
    if chance(20), !text.contains("d") { text = text.replacing("w5", with: pick(["w₅", "w_5", "w_{5}"])) }
    if chance(15) { text = text.replacing("out_O", with: pick(["out_{O}", #"\mathrm{out}_O"#])) }
    if chance(15) { text = text.replacing("/", with: pick(["÷", " / "])) }
    return chance(30) ? " \(text) " : text
  }

  // MARK: Near misses

  /// The expression with one small thing wrong.
  mutating func nearMiss(_ expression: Expression) -> Expression {
    var places = 0
    count(expression, &places)
    var left = Int(random.next() % UInt64(max(places, 1)))
    return damaged(expression, &left)
  }

  private func count(_ expression: Expression, _ places: inout Int) {
    places += 1
    if case .derivative = expression { return }
    for child in expression.children { count(child, &places) }
  }

  private mutating func damaged(_ expression: Expression, _ left: inout Int) -> Expression {
    left -= 1
    if left == -1 { return damage(expression) }
    if left < 0 { return expression }
    if case .derivative = expression { return expression }
    var remaining = left
    let result = mapped(expression) { $0.damaged($1, &remaining) }
    left = remaining
    return result
  }

  private mutating func damage(_ expression: Expression) -> Expression {
    switch expression {
    case .symbol(let name):
      let others = architecture.names().filter { $0 != name && $0 != "E+" }
      return chance(70) ? .symbol(pick(others)) : .product([.number(1.002), expression])
    case .number(let value): return .number(value + pick([1, -1, 0.01]))
    case .sum(let terms):
      let index = Int(random.next() % UInt64(terms.count))
      var changed = terms
      switch random.next() % 3 {
      case 0: changed[index] = Self.negated(terms[index])
      case 1: changed[index] = .product([.number(2), terms[index]])
      default: changed.remove(at: index)
      }
      return changed.count == 1 ? changed[0] : .sum(changed)
    case .product(let factors):
      var changed = factors
      changed.remove(at: Int(random.next() % UInt64(factors.count)))
      return chance(30) ? .sum(factors) : changed.count == 1 ? changed[0] : .product(changed)
    case .negation(let operand): return operand
    case .quotient(let above, let below): return chance(50) ? .quotient(below, above) : .product([above, below])
    case .power(let base, _): return chance(50) ? base : .power(base, .number(3))
    case .call(let function, let argument):
      return function == .tanh ? .call(.sigmoid, argument) : .call(.tanh, argument)
    case .slope(let function, let argument): return .call(function, argument)
    case .derivative: return .negation(expression)
    }
  }
}

extension Expression {
  fileprivate static func difference(_ one: Expression, _ other: Expression) -> Expression {
    .sum([one, .negation(other)])
  }
}
