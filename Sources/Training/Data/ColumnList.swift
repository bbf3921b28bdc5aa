import Diagnostics

/// Columns of a table as they are chosen on the command line: `1-4`, `class`, `petal length,5`.
package struct ColumnList: Equatable, Sendable {
  /// Which option says so, for faults in it.
  package let option: String
  package let text: String

  package init(option: String, _ text: String) { (self.option, self.text) = (option, text) }

  /// The columns, numbered from 0; a name comes before a number, and a number counts from 1.
  func columns(header: [String]?, width: Int) throws(Diagnostic) -> [Int] {
    var columns: [Int] = []
    var start = text.startIndex
    while true {
      let end = text[start...].firstIndex { $0 == "," || $0 == "，" } ?? text.endIndex
      let item = text[start..<end].trimmed
      for column in try found(item, header, width) {
        if columns.contains(column) { throw fault(.chosenTwice(String(item)), item) }
        columns.append(column)
      }
      guard end < text.endIndex else { return columns }
      start = text.index(after: end)
    }
  }

  private func found(_ item: Substring, _ header: [String]?, _ width: Int) throws(Diagnostic) -> [Int] {
    let name = String(item)
    if let header, let column = header.firstIndex(of: name) {
      if header[(column + 1)...].contains(name) { throw fault(.ambiguousColumn(name), item) }
      return [column]
    }
    let ends = item.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    let numbers = ends.compactMap { Int($0.trimmed) }
    if numbers.count == ends.count, let first = numbers.first, let last = numbers.last {
      guard (1...max(1, width)).contains(first), (1...max(1, width)).contains(last) else {
        throw fault(.noSuchColumn((1...max(1, width)).contains(first) ? last : first, count: width), item)
      }
      return first <= last ? Array(first - 1..<last) : Array((last - 1..<first).reversed())
    }
    guard let header else { throw fault(.noHeader(name, count: width), item) }
    throw fault(.noColumnNamed(name, nearest: Suggestion.nearest(to: name, in: header), count: width), item)
  }

  private func fault(_ fault: ColumnFault, _ item: Substring) -> Diagnostic {
    let start = text.utf8.distance(from: text.utf8.startIndex, to: item.startIndex)
    return DataFault.columns(fault).diagnostic(at: start..<start + item.utf8.count)
  }
}

extension Substring {
  /// Without spaces at its ends.
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// Which columns of a file are read, and as what; without a choice the last ones are the targets.
package struct DataSelection: Equatable, Sendable {
  package var inputs: ColumnList?
  package var targets: ColumnList?
  /// Whether the target is the name of a class even where it is a number.
  package var isClassed: Bool

  package init(inputs: ColumnList? = nil, targets: ColumnList? = nil, isClassed: Bool = false) {
    (self.inputs, self.targets, self.isClassed) = (inputs, targets, isClassed)
  }

  /// Whether anything was chosen.
  package var isEmpty: Bool { inputs == nil && targets == nil && !isClassed }
}
