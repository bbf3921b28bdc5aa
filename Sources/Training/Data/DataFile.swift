package import Diagnostics
package import Networks

/// Data sets in files: CSV (RFC 4180, also with `;` or tabs) and JSON.
package enum DataFile {
  /// Everything that is wrong with a file, in the order of its text.
  package struct Faults: Error, Equatable, Sendable {
    package let diagnostics: [Diagnostic]
    /// The choice of columns in which the faults are, where they are not in the file.
    package var choice: ColumnList?
  }

  /// What is read, and how many faults are reported, at most.
  package enum Limit {
    package static let bytes = 16 << 20
    package static let samples = 1_000_000
    /// Numbers of all samples, an output a class included.
    package static let values = 16 << 20
    package static let classes = 100
    package static let faults = 20
  }

  /// What to say of a file of that size instead of reading it; nil if it is small enough.
  package static func fault(forSize bytes: Int) -> Diagnostic? {
    bytes > Limit.bytes ? DataFault.tooLarge(bytes: bytes, limit: Limit.bytes).diagnostic(at: 0..<0) : nil
  }

  /// Reads samples; throws all faults at once, up to a limit.
  ///
  /// Cost: linear in the text.
  ///
  /// Text that begins with `[` or `{` is JSON: a list of lists (inputs, then targets), a list of objects by name, or
  /// `{"inputs": [[…]], "targets": [[…]]}`. All else is a table. Columns are inputs, then targets, unless they are chosen
  /// or a header (a first row without a number) has a name of the network: then every column needs one, in any order. An
  /// output's column may be called by its target (`target_o1`) or its neuron (`o1`). Without a network the last column is
  /// the target. Words in the target's column are classes: one output for each, or 0 and 1 for two, in the order of their
  /// names.
  package static func parse(
    _ source: SourceText, for architecture: Architecture?, choosing selection: DataSelection = DataSelection()
  ) throws(Faults) -> DataSet {
    if let fault = fault(forSize: source.utf8.count) { throw Faults(diagnostics: [fault]) }
    var report = FaultList()
    let samples: CSVDataReader.Samples
    if isJSON(source) {
      if let list = selection.inputs ?? selection.targets {
        let fault = DataFault.columns(.choiceInJSON).diagnostic(at: 0..<list.text.utf8.count)
        throw Faults(diagnostics: [fault], choice: list)
      }
      samples = jsonSamples(source, architecture, &report)
    } else {
      var reader = CSVDataReader(source.utf8, architecture.map(DataColumns.init), selection)
      samples = try reader.samples(&report)
    }
    guard report.isEmpty else { throw Faults(diagnostics: report.all) }
    var data = DataSet(
      name: source.name ?? "", inputCount: samples.inputCount, targetCount: samples.targetCount,
      values: samples.values)
    data.classes = samples.classes
    data.inputNames = samples.inputNames
    return data
  }

  private static func isJSON(_ source: SourceText) -> Bool {
    let first = source.utf8.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
  }

  private static func jsonSamples(
    _ source: SourceText, _ architecture: Architecture?, _ report: inout FaultList
  ) -> CSVDataReader.Samples {
    // Only sizes and names of inputs matter for reading.
    let width = max(2, min(columnCount(of: source) ?? 3, NetworkFile.Limit.neuronsOfLayer))
    guard let shape = architecture ?? Network.layered([width - 1, 1])?.architecture else { return .init() }
    let columns = DataColumns(shape)
    var samples = CSVDataReader.Samples()
    samples.values = JSONDataReader.values(source, columns, &report)
    (samples.inputCount, samples.targetCount) = (columns.inputCount, columns.targetCount)
    return samples
  }
}

/// Faults so far, cut off where a list of them stops to help.
struct FaultList {
  private var diagnostics: [Diagnostic] = []
  /// What came after, only counted.
  private var rest = 0
  private var firstOfRest = 0..<0

  var isEmpty: Bool { diagnostics.isEmpty }
  var count: Int { diagnostics.count + rest }

  /// In the order of the text, then how many more there are.
  var all: [Diagnostic] {
    let sorted = diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return rest == 0 ? sorted : sorted + [DataFault.moreFaults(rest).diagnostic(at: firstOfRest)]
  }

  mutating func add(_ fault: DataFault, at range: Range<Int>) {
    if hasRoom(at: range) { diagnostics.append(fault.diagnostic(at: range)) }
  }

  mutating func add(_ diagnostic: Diagnostic) {
    if hasRoom(at: diagnostic.range) { diagnostics.append(diagnostic) }
  }

  private mutating func hasRoom(at range: Range<Int>) -> Bool {
    if diagnostics.count < DataFile.Limit.faults { return true }
    if rest == 0 { firstOfRest = range }
    rest += 1
    return false
  }
}
