import Diagnostics
import Expressions
import Networks

/// Reads a formula in which somebody has put numbers of a network for its quantities: 0.9 is `target` again.
struct NumberReading {
  /// Numbers that stand for themselves in any formula.
  private static let plain: Set<Double> = [0, 0.5, 1, 2, 3, 4]
  private static let mostQuantities = 500
  private static let mostReadings = 32

  private let architecture: Architecture
  private let given: [(Quantity, Double)]
  private let computed: [(Quantity, Double)]

  init(of pass: Pass) {
    let network = pass.network
    architecture = network.architecture
    let neurons = 0..<min(architecture.neuronCount, Self.mostQuantities)
    let inner = neurons.flatMap { [.net($0), .out($0), .slope($0), .gradient(.out($0)), .delta($0)] as [Quantity] }
    let gradients = (0..<min(architecture.parameterCount, Self.mostQuantities)).map {
      Quantity.gradient(.parameter($0))
    }
    given = (network.givenQuantities.prefix(Self.mostQuantities) + [.learningRate]).compactMap { quantity in
      network[given: quantity].map { (quantity, $0) }
    }
    computed = (inner + gradients + [.loss]).map { ($0, pass.value(of: $0)) }
  }

  /// The formula with names for its numbers, in each way that there is; none if a number is no quantity's.
  func readings(of expression: Expression, except asked: Quantity) -> [Expression] {
    var meanings: [Double: [Expression]] = [:]
    for number in expression.numbers where meanings[number] == nil && !Self.plain.contains(number.magnitude) {
      let found = Array(quantities(writtenAs: number, except: asked).prefix(4))
      guard !found.isEmpty else { return [] }
      meanings[number] = found
    }
    var readings = meanings.isEmpty ? [] : [expression]
    for (number, choices) in meanings.sorted(by: { $0.key < $1.key }) {
      readings = readings.flatMap { reading in
        choices.map { choice in reading.substituting { $0 == .number(number) ? choice : nil } }
      }
      if readings.count > Self.mostReadings { return [] }
    }
    return readings
  }

  /// Given values as they are, computed ones as rounded to three digits or more; a sign may stand apart.
  private func quantities(writtenAs number: Double, except asked: Quantity) -> [Expression] {
    let written = WrittenNumber(.number(number.magnitude), text: DecimalText.shortest(number.magnitude))
    let exact = given.filter { $0.1.magnitude == number.magnitude }
    let rounded = computed.filter { quantity, value in
      guard quantity != asked, let written, (written.significantDigits ?? 0) >= Checker.enoughDigits else {
        return false
      }
      return written.agreesInEveryDigit(with: value.magnitude)
    }
    return (exact + rounded).map { quantity, value in
      let leaf = architecture.expression(of: quantity)
      return (value < 0) == (number < 0) ? leaf : .negation(leaf)
    }
  }
}

extension Expression {
  /// All numbers in it, as often as they occur.
  fileprivate var numbers: [Double] {
    if case .number(let value) = self { [value] } else { children.flatMap(\.numbers) }
  }
}
