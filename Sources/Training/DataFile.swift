package import Diagnostics
package import Networks

/// Data sets in files: CSV (RFC 4180, also with `;` or tabs) and JSON.
package enum DataFile {
  /// Everything that is wrong with a file, in the order of its text.
  package struct Faults: Error, Equatable, Sendable {
    package let diagnostics: [Diagnostic]
  }

  /// What is read, and how many faults are told, at most.
  package enum Limit {
    package static let bytes = 16 << 20
    package static let samples = 1_000_000
    package static let faults = 20
  }

  /// What to say of a file of that size instead of reading it; nil if it is small enough.
  package static func fault(forSize bytes: Int) -> Diagnostic? {
    bytes > Limit.bytes ? DataFault.tooLarge(bytes: bytes, limit: Limit.bytes).diagnostic(at: 0..<0) : nil
  }

  /// Reads samples for a network; throws all faults at once, up to a limit.
  ///
  /// Cost: linear in the text.
  ///
  /// Text that begins with `[` or `{` is JSON: a list of lists (inputs, then targets), a list of objects by name, or
  /// `{"inputs": [[…]], "targets": [[…]]}`. All else is CSV. Columns are inputs, then targets, unless a header (a first
  /// row without a number) has a name of the network: then every column needs one, in any order. An output's column may
  /// be called by its target (`target_o1`) or its neuron (`o1`).
  package static func parse(_ source: SourceText, for architecture: Architecture) throws(Faults) -> DataSet {
    if let fault = fault(forSize: source.utf8.count) { throw Faults(diagnostics: [fault]) }
    var report = FaultList()
    let columns = DataColumns(architecture)
    let values: [Double]
    let first = source.utf8.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      values = JSONDataReader.values(source, columns, &report)
    } else {
      var reader = CSVDataReader(source.utf8, columns)
      values = reader.values(&report)
    }
    guard report.diagnostics.isEmpty else {
      throw Faults(diagnostics: report.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
    return DataSet(
      name: source.name ?? "", inputCount: columns.inputCount, targetCount: columns.targetCount, values: values)
  }
}

/// Faults so far, cut off where a list of them stops to help.
struct FaultList {
  private(set) var diagnostics: [Diagnostic] = []

  var isFull: Bool { diagnostics.count > DataFile.Limit.faults }

  mutating func add(_ fault: DataFault, at range: Range<Int>) { add(fault.diagnostic(at: range)) }

  mutating func add(_ diagnostic: Diagnostic) {
    if isFull { return }
    if diagnostics.count == DataFile.Limit.faults {
      diagnostics.append(DataFault.moreFaults.diagnostic(at: diagnostic.range))
    } else {
      diagnostics.append(diagnostic)
    }
  }
}
