import Expressions
import Glibc
import Networks

/// Many formulas as one list of operations, each done once, over one list of numbers.
///
/// Equal operations share their place (hash-consing), so that hundreds of workings that differ in one line cost little
/// more than one. Cost of a run: one step for each operation.
struct Tape: Sendable {
  enum Operation: Hashable, Sendable {
    case given(Quantity)
    case constant(bits: UInt64)
    case add(Int32, Int32)
    case multiply(Int32, Int32)
    case divide(Int32, Int32)
    case raise(Int32, Int32)
    case negate(Int32)
    case call(Function, Int32)
    case slope(Function, Int32)
    case round(Rounding, Int32)
  }

  private(set) var operations: [Operation] = []
  private var places: [Operation: Int32] = [:]

  /// The place where an operation's result will stand.
  mutating func place(of operation: Operation) -> Int32 {
    if let place = places[operation] { return place }
    let place = Int32(clamping: operations.count)
    operations.append(operation)
    places[operation] = place
    return place
  }

  /// The results from `values.count` on up to `end`, at the values of a pass.
  func run(to end: Int, at pass: Pass, into values: inout [Double]) {
    values.reserveCapacity(end)
    for operation in operations[min(values.count, end)..<end] {
      let value: Double =
        switch operation {
        case .given(let quantity): pass.value(of: quantity)
        case .constant(let bits): Double(bitPattern: bits)
        case .add(let one, let other): values[Int(one)] + values[Int(other)]
        case .multiply(let one, let other): values[Int(one)] * values[Int(other)]
        case .divide(let one, let other): values[Int(one)] / values[Int(other)]
        case .raise(let one, let other): pow(values[Int(one)], values[Int(other)])
        case .negate(let one): -values[Int(one)]
        case .call(let function, let one): function.value(at: values[Int(one)])
        case .slope(let function, let one): function.slope(at: values[Int(one)])
        case .round(let rounding, let one): rounding.applied(to: values[Int(one)])
        }
      values.append(value)
    }
  }
}
