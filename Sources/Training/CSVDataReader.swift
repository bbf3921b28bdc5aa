import Diagnostics

/// Reads samples out of CSV and goes on after each fault.
struct CSVDataReader {
  private var scanner: CSVScanner
  private let utf8: [UInt8]
  private let columns: DataColumns
  /// Where each column of the file belongs.
  private var order: [Int]

  init(_ utf8: [UInt8], _ columns: DataColumns) {
    self.utf8 = utf8
    self.columns = columns
    scanner = CSVScanner(utf8)
    order = Array(0..<columns.count)
  }

  /// The values of all samples, complete only if no fault was reported.
  mutating func values(_ report: inout FaultList) -> [Double] {
    if let zero = utf8.firstIndex(where: { $0 == 0 || $0 == 0xFF || $0 == 0xFE }) {
      report.add(.notText, at: zero..<zero + 1)
      return []
    }
    guard var row = scanner.nextRow(&report) else {
      report.add(.empty, at: utf8.count..<utf8.count)
      return []
    }
    let width = row.count
    var hasOrder = true
    if Self.isHeader(row) {
      let named = row.map { (name: $0.text, range: $0.range) }
      let before = report.diagnostics.count
      if let order = columns.order(of: named, row: range(of: row), &report) { self.order = order }
      hasOrder = report.diagnostics.count == before
      guard let next = scanner.nextRow(&report) else {
        report.add(.noSamples, at: utf8.count..<utf8.count)
        return []
      }
      row = next
    }
    if hasOrder, width != columns.count {
      report.add(
        .wrongColumnCount(width, inputs: columns.inputCount, targets: columns.targetCount), at: range(of: row))
      hasOrder = false
    }
    var values: [Double] = []
    var number = 0
    while true {
      number += 1
      if number > DataFile.Limit.samples {
        report.add(.tooManySamples(limit: DataFile.Limit.samples), at: range(of: row))
      }
      if row.count != width {
        report.add(.ragged(row.count, expected: width), at: range(of: row))
      } else {
        let numbers = self.numbers(row, &report)
        if hasOrder, report.diagnostics.isEmpty { append(numbers, to: &values) }
      }
      if report.isFull || number > DataFile.Limit.samples { return values }
      guard let next = scanner.nextRow(&report) else { return values }
      row = next
    }
  }

  private func append(_ numbers: [Double], to values: inout [Double]) {
    let start = values.count
    values += numbers
    for (column, number) in numbers.enumerated() { values[start + order[column]] = number }
  }

  private func numbers(_ row: [CSVScanner.Field], _ report: inout FaultList) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(row.count)
    // What is wrong with the others has been told.
    for (column, field) in row.enumerated() where field.isWhole {
      switch NumberText(field.text) {
      case .finite(let value): numbers.append(value)
      case .notFinite: report.add(.notFinite(Self.short(field.text)), at: field.range)
      case .none where field.text.isEmpty: report.add(.missingValue(column: column + 1), at: field.range)
      case .none: report.add(.notANumber(Self.short(field.text)), at: field.range)
      }
    }
    return numbers
  }

  private func range(of row: [CSVScanner.Field]) -> Range<Int> {
    guard let first = row.first?.range, let last = row.last?.range else { return 0..<0 }
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }

  private static func isHeader(_ row: [CSVScanner.Field]) -> Bool {
    row.allSatisfy { NumberText($0.text) == nil } && row.contains { !$0.text.isEmpty }
  }

  private static func short(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }
}

/// A number as data files write it.
enum NumberText: Equatable {
  case finite(Double)
  /// nan, inf, or more than a number can hold.
  case notFinite

  /// nil if the text is no decimal number.
  init?(_ text: String) {
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    if isDecimal, let value = Double(text) {
      self = value.isFinite ? .finite(value) : .notFinite
      return
    }
    let word = text.lowercased().drop { $0 == "+" || $0 == "-" }
    guard ["nan", "inf", "infinity", "#num!", "#div/0!"].contains(String(word)) else { return nil }
    self = .notFinite
  }
}
