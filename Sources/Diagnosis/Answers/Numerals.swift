import Diagnostics
import Expressions
import Networks

/// A formula in which someone has put numbers of a network for its quantities, and what each number may stand for:
/// with target = 1, the 1 of `out_O - 1` is `target` or itself.
struct Numerals {
  /// One number of the formula and its meanings, the likeliest first.
  private struct Place {
    let number: Double
    var meanings: [Expression]
  }

  /// The formula with `#0`, `#1` … where a number may mean something else.
  let template: Expression
  private var places: [Place] = []

  /// nil where no number of the formula can be read as a quantity; where `isStrict`, as one of those preferred.
  init?(
    _ expression: Expression, in book: NumberBook, except asked: Quantity, preferring names: [String] = [],
    isStrict: Bool = false
  ) {
    var (places, canBeRead) = ([Place](), true)
    template = Self.marking(expression) { number, isFraction in
      let isItself = isFraction || book.standsForItself(number)
      let all = book.meanings(of: number, except: asked, preferring: names)
      let meanings = isStrict ? all.filter { $0.leafNames.allSatisfy(names.contains) } : all
      guard !meanings.isEmpty else {
        if !isItself { canBeRead = false }
        return nil
      }
      let own: [Expression] = isItself ? [.number(number)] : []
      places.append(Place(number: number, meanings: own + meanings))
      return .symbol("#\(places.count - 1)")
    }
    guard canBeRead, !places.isEmpty else { return nil }
    self.places = places
  }

  /// Marks numbers, and fractions of numbers as one; what is in an exponent is no quantity.
  ///
  /// `mark` is passed whether it is a fraction of whole numbers, such as the 1/3 of a mean.
  private static func marking(_ expression: Expression, _ mark: (Double, Bool) -> Expression?) -> Expression {
    switch expression {
    case .number(let value): return mark(value, false) ?? expression
    case .quotient(.number(let above), .number(let below)) where below != 0:
      // ½ is what it is, unless a quantity has just this value.
      let isFraction = [above, below].allSatisfy { $0 == $0.rounded() && $0.magnitude <= NumberBook.maxOfItself }
      return mark(above / below, isFraction) ?? expression
    case .power(let base, let exponent): return .power(marking(base, mark), exponent)
    case .symbol, .derivative: return expression
    default: return expression.mappingChildren { marking($0, mark) }
    }
  }

  /// The readings, at most `limit`, that `isPossible` at one point: it gets the formula's value there.
  ///
  /// Those with the fewest numbers read as names come first, for most numbers of a formula are its own.
  /// Cost: one evaluation of the formula for each reading.
  func readings(
    limit: Int, at lookup: (String) -> Double?, where isPossible: (Double) -> Bool = { _ in true }
  ) -> [Expression] {
    let values = places.map { place in place.meanings.map { (try? $0.evaluated(lookup)) ?? .nan } }
    var known: [String: Double] = [:]
    for name in template.leafNames where !name.hasPrefix("#") { known[name] = lookup(name) }
    let names = places.indices.map { "#\($0)" }
    let open = places.indices.filter { places[$0].meanings.count > 1 }
    var readings: [Expression] = []
    var left = limit
    var choice = Array(repeating: 0, count: places.count)
    func tryReading() {
      left -= 1
      for (place, name) in names.enumerated() { known[name] = values[place][choice[place]] }
      if let value = try? template.evaluated({ known[$0] }), isPossible(value) { readings.append(reading(choice)) }
    }
    /// Reads `count` more numbers, from the given one of the open places on, as something else than before.
    func vary(_ count: Int, from first: Int) {
      guard left > 0 else { return }
      guard count > 0 else { return tryReading() }
      guard first + count <= open.count else { return }
      for index in first...(open.count - count) {
        for meaning in 1..<places[open[index]].meanings.count {
          choice[open[index]] = meaning
          vary(count - 1, from: index + 1)
        }
        choice[open[index]] = 0
        if left <= 0 { return }
      }
    }
    for count in 0...open.count where left > 0 { vary(count, from: 0) }
    return readings
  }

  private func reading(_ choice: [Int]) -> Expression {
    template.substituting { part in
      guard case .symbol(let name) = part, name.hasPrefix("#"), let place = Int(name.dropFirst()),
        places.indices.contains(place)
      else { return nil }
      let meaning = places[place].meanings[choice[place]]
      return meaning
    }
  }

}

/// The numbers of a network, to be recognized in formulas: 0.9 is `target` again.
struct NumberBook {
  /// Numbers that formulas have of themselves, besides whole ones.
  private static let plain: Set<Double> = [0.5]
  private static let maxQuantities = 500
  /// Meanings of one number that are tried.
  private static let maxMeanings = 5

  /// Whole numbers up to this one are of themselves.
  static let maxOfItself = 10.0

  private let architecture: Architecture
  /// The slopes of activations on the left, and what they lack to 1: they stand in formulas, and no quantity has them.
  private let slopes: Set<Double>
  private let given: [(Quantity, Double)]
  private let computed: [(Quantity, Double)]

  init(of pass: Pass) {
    let network = pass.network
    architecture = network.architecture
    let neurons = 0..<min(architecture.neuronCount, Self.maxQuantities)
    let inner = neurons.flatMap { [.net($0), .out($0), .slope($0), .gradient(.out($0)), .delta($0)] as [Quantity] }
    let parameters = (0..<min(architecture.parameterCount, Self.maxQuantities)).flatMap {
      [.gradient(.parameter($0)), .updated($0)] as [Quantity]
    }
    slopes = Set(
      neurons.map(architecture.activation(ofNeuron:)).filter { $0.function.defaultSlope != nil }.flatMap {
        [$0.slope, 1 - $0.slope]
      })
    let steps = architecture.conventions.hasMomentum ? 0..<min(architecture.parameterCount, Self.maxQuantities) : 0..<0
    let others = [.learningRate, .weightDecay, .momentum] + steps.map(Quantity.lastStep)
    given = (network.givenQuantities.prefix(Self.maxQuantities) + others).compactMap { quantity in
      network[given: quantity].map { (quantity, $0) }
    }
    computed = (inner + parameters + [.loss]).map { ($0, pass.value(of: $0)) }
  }

  /// Whether a formula may have the number of itself: 1 − out, ½, 2(…).
  func standsForItself(_ number: Double) -> Bool {
    Self.plain.contains(number.magnitude) || slopes.contains(number.magnitude)
      || number.magnitude <= Self.maxOfItself && number == number.rounded()
  }

  /// Given values as they are, computed ones as rounded to three digits or more; a sign may stand apart.
  ///
  /// `names` come first where several quantities have the value.
  func meanings(of number: Double, except asked: Quantity, preferring names: [String]) -> [Expression] {
    var exact = given.filter { $0.0 != asked && $0.1.magnitude == number.magnitude }
    // Where an input is 0 so are gradients, and `w1 - eta*0` is written with one.
    if number == 0 { exact += computed.filter { $0.0 != asked && $0.0.gradientParameter != nil && $0.1 == 0 } }
    var rounded: [(Quantity, Double)] = []
    if exact.isEmpty || !standsForItself(number),
      let written = WrittenNumber(.number(number.magnitude), text: DecimalText.shortest(number.magnitude)),
      (written.significantDigits ?? 0) >= Checker.enoughDigits
    {
      rounded = computed.filter { $0.0 != asked && written.agreesInEveryDigit(with: $0.1.magnitude) }
    }
    let all = (exact + rounded).map { quantity, value in (architecture.name(of: quantity), quantity, value) }
    let preferred = all.filter { names.contains($0.0) }
    let others = all.filter { !names.contains($0.0) }
    return (preferred + others).prefix(Self.maxMeanings).map { _, quantity, value in
      let leaf = architecture.expression(of: quantity)
      // Of -0 the sign was written in front of the 0.
      let isTurned = value == 0 ? number.sign == .minus : (value < 0) != (number < 0)
      return isTurned ? .negation(leaf) : leaf
    }
  }
}
