import Diagnostics
import Formats

/// What each column of a table is to the network: which columns are inputs, which are targets.
struct TableRoles: Equatable {
  /// Columns of the file, in the order of the inputs and of the targets.
  var inputs: [Int]
  var targets: [Int]

  /// Without names: the last columns are the targets.
  static func byPlace(width: Int, targets: Int) -> TableRoles {
    let first = max(0, width - targets)
    return TableRoles(inputs: Array(0..<first), targets: Array(first..<width))
  }

  /// As chosen; what is not chosen is taken from the other columns.
  ///
  /// With targets alone, all others are inputs; with inputs alone, the last `count` others are targets.
  static func chosen(
    _ selection: DataSelection, header: [String]?, width: Int, targetCount count: Int
  ) throws(DataFile.Faults) -> TableRoles? {
    guard selection.inputs != nil || selection.targets != nil else { return nil }
    func columns(_ list: ColumnList?) throws(DataFile.Faults) -> [Int]? {
      guard let list else { return nil }
      do throws(Diagnostic) {
        return try list.columns(header: header, width: width)
      } catch { throw DataFile.Faults(diagnostics: [error], choice: list) }
    }
    let targets = try columns(selection.targets)
    let inputs = try columns(selection.inputs)
    let others = { (taken: [Int]) in (0..<width).filter { !taken.contains($0) } }
    switch (inputs, targets) {
    case (let inputs?, let targets?):
      if let list = selection.targets, let both = targets.first(where: inputs.contains) {
        let name = header?[both] ?? String(both + 1)
        throw DataFile.Faults(
          diagnostics: [DataFault.columns(.chosenTwice(name)).diagnostic(at: 0..<list.text.utf8.count)], choice: list)
      }
      return TableRoles(inputs: inputs, targets: targets)
    case (let inputs?, nil): return TableRoles(inputs: inputs, targets: others(inputs).suffix(max(1, count)))
    case (nil, let targets?): return TableRoles(inputs: others(targets), targets: targets)
    case (nil, nil): return nil
    }
  }
}
