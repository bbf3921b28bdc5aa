package import Networks

/// What checking answers needs to know about one architecture, whatever its numbers are; made when first asked for.
package final class Knowledge {
  let architecture: Architecture
  let held: Set<Int>
  let vocabulary: Vocabulary
  private(set) lazy var samples = ComparisonPoints.passes(of: architecture, held: held)
  private var tables: [Quantity: CandidateTable] = [:]
  private var sampled: [Quantity: [[Double]]] = [:]

  /// Tables that are kept at most; a wide network has many quantities.
  private static let maxTables = 400

  package init(_ architecture: Architecture, held: Set<Int>) {
    self.architecture = architecture
    self.held = held
    vocabulary = Vocabulary(architecture)
  }

  func subject(_ quantity: Quantity) -> Subject { Subject(quantity, of: architecture, held: held) }

  func table(for quantity: Quantity) -> CandidateTable {
    if let table = tables[quantity] { return table }
    if tables.count >= Self.maxTables {
      tables = [:]
      sampled = [:]
    }
    let table = CandidateTable(subject(quantity))
    tables[quantity] = table
    return table
  }

  /// The results of a table's operations up to `end`, for each sample.
  func sampledResults(of table: CandidateTable, to end: Int) -> [[Double]] {
    var results = sampled[table.subject.quantity] ?? samples.map { _ in [] }
    for index in samples.indices where results[index].count < end {
      table.tape.run(to: end, at: samples[index], into: &results[index])
    }
    sampled[table.subject.quantity] = results
    return results
  }
}
