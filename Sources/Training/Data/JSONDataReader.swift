import Diagnostics
import Formats

/// Reads samples out of JSON and goes on after each fault.
enum JSONDataReader {
  /// The values of all samples, complete only if no fault was reported.
  static func values(_ source: SourceText, _ columns: DataColumns, _ report: inout FaultList) -> [Double] {
    let value: JSONValue
    do throws(Diagnostic) {
      value = try JSONValue.parse(source, nonFinite: true)
    } catch {
      report.add(error)
      return []
    }
    if let inputs = value["inputs"], let targets = value["targets"] {
      return separateLists(inputs, targets, columns, &report)
    }
    return samples(value, columns, &report)
  }

  /// The values of a list of samples, each a list or an object.
  static func samples(_ value: JSONValue, _ columns: DataColumns, _ report: inout FaultList) -> [Double] {
    guard case .array(let rows, let range) = value else {
      report.add(.wrongShape, at: value.range.lowerBound..<value.range.lowerBound + 1)
      return []
    }
    guard check(rows, range, &report) else { return [] }
    var values: [Double] = []
    for row in rows {
      switch row {
      case .array(let elements, _):
        if elements.count == columns.count {
          values += elements.map { number($0, &report) }
        } else {
          report.add(
            .wrongColumnCount(elements.count, inputs: columns.inputCount, targets: columns.targetCount), at: row.range)
        }
      case .object(let members, _):
        let header = members.map { (name: $0.key, range: $0.keyRange) }
        guard let order = columns.order(of: header, row: row.range, &report) else {
          report.add(.missingColumns(columns.names), at: row.range)
          continue
        }
        let numbers = members.map { number($0.value, &report) }
        guard order.count == columns.count, numbers.count == columns.count else { continue }
        var sample = numbers
        for (column, number) in zip(order, numbers) { sample[column] = number }
        values += sample
      default: report.add(.notAList(Words(en: "a sample", zh: "样本")), at: row.range)
      }
    }
    return values
  }

  private static func separateLists(
    _ inputs: JSONValue, _ targets: JSONValue, _ columns: DataColumns, _ report: inout FaultList
  ) -> [Double] {
    guard let inputRows = rows(inputs, "inputs", width: columns.inputCount, columns, &report),
      let targetRows = rows(targets, "targets", width: columns.targetCount, columns, &report)
    else { return [] }
    if inputRows.count != targetRows.count {
      report.add(.unequalLists(inputs: inputRows.count, targets: targetRows.count), at: targets.range)
    }
    return zip(inputRows, targetRows).flatMap { $0 + $1 }
  }

  /// A list of lists; where one number is enough, it may be alone.
  private static func rows(
    _ value: JSONValue, _ name: String, width: Int, _ columns: DataColumns, _ report: inout FaultList
  ) -> [[Double]]? {
    guard case .array(let rows, let range) = value else {
      report.add(.notAList(Words(en: "'\(name)'", zh: "“\(name)”")), at: value.range)
      return nil
    }
    guard check(rows, range, &report) else { return nil }
    return rows.map { row in
      if case .array(let elements, _) = row {
        if elements.count != width {
          report.add(
            .wrongColumnCount(
              columns.count - width + elements.count, inputs: columns.inputCount, targets: columns.targetCount),
            at: row.range)
        }
        return elements.map { number($0, &report) }
      }
      if width != 1 { report.add(.notAList(Words(en: "a sample", zh: "样本")), at: row.range) }
      return [number(row, &report)]
    }
  }

  private static func check(_ rows: [JSONValue], _ range: Range<Int>, _ report: inout FaultList) -> Bool {
    if rows.isEmpty { report.add(.noSamples, at: range) }
    if rows.count > DataFile.Limit.samples { report.add(.tooManySamples(limit: DataFile.Limit.samples), at: range) }
    return !rows.isEmpty && rows.count <= DataFile.Limit.samples
  }

  private static func number(_ value: JSONValue, _ report: inout FaultList) -> Double {
    switch value {
    case .number(let number, _, _) where number.isFinite: return number
    case .number(_, let text, let range): report.add(.notFinite(text), at: range)
    case .string(let text, let range):
      report.add(NumberText(text) == .notFinite ? .notFinite(text) : .notANumber(text, nil), at: range)
    case .null(let range): report.add(.notANumber("null", nil), at: range)
    case .bool(let flag, let range): report.add(.notANumber("\(flag)", nil), at: range)
    case .array(_, let range): report.add(.notANumber("[…]", nil), at: range)
    case .object(_, let range): report.add(.notANumber("{…}", nil), at: range)
    }
    return .nan
  }
}
