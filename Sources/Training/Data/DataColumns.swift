import Diagnostics
import Networks

/// The columns that a network needs, and how they may be called.
struct DataColumns {
  let inputCount: Int
  let targetCount: Int
  /// One name for each column, inputs first.
  let names: [String]
  private let numbers: [String: Int]

  var count: Int { inputCount + targetCount }

  init(_ architecture: Architecture) {
    inputCount = architecture.inputs.count
    targetCount = architecture.outputCount
    names =
      architecture.inputs + (0..<architecture.outputCount).map { architecture.name(of: .target($0)) }
    var numbers: [String: Int] = [:]
    for (number, name) in names.enumerated() { numbers[name] = number }
    for output in 0..<architecture.outputCount {
      let neuron = architecture.firstOutput + output
      for name in [architecture.neuronName(neuron), "target_\(architecture.neuronName(neuron))"]
      where numbers[name] == nil {
        numbers[name] = inputCount + output
      }
    }
    self.numbers = numbers
  }

  func number(of name: String) -> Int? { numbers[name] }

  /// Where each of the named columns belongs; nil if no name is known here, so that their order counts.
  ///
  /// `row` is the whole header, where missing columns are reported.
  func order(of header: [(name: String, range: Range<Int>)], row: Range<Int>, _ report: inout FaultList) -> [Int]? {
    guard header.contains(where: { number(of: $0.name) != nil }) else { return nil }
    var found: Set<Int> = []
    var order: [Int] = []
    // Only what has no column yet can be meant by a name that is not known.
    let present = Set(header.compactMap { number(of: $0.name) })
    let candidates = names.indices.lazy.filter { !present.contains($0) }.map { names[$0] }.prefix(2000)
    for (name, range) in header {
      guard let number = number(of: name) else {
        report.add(.unknownColumn(name, nearest: Suggestion.nearest(to: name, in: candidates)), at: range)
        continue
      }
      if !found.insert(number).inserted { report.add(.duplicateColumn(name), at: range) }
      order.append(number)
    }
    let missing = names.indices.filter { !found.contains($0) }.map { names[$0] }
    if !missing.isEmpty { report.add(.missingColumns(missing), at: row) }
    return order
  }
}
