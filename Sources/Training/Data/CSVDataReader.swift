import Diagnostics
import Formats

/// Reads samples out of a table and goes on after each fault.
struct CSVDataReader {
  private var scanner: TableScanner
  private let utf8: [UInt8]
  /// What a network needs; nil where it is made for the data.
  private let columns: DataColumns?
  private let selection: DataSelection

  /// What was read, complete only if no fault was reported.
  struct Samples {
    var inputCount = 0
    var targetCount = 0
    var values: [Double] = []
    var classes: [String] = []
    var inputNames: [String] = []
  }

  /// A row of the file, as far as it is one of samples.
  private typealias Row = [TableScanner.Field]

  init(_ utf8: [UInt8], _ columns: DataColumns?, _ selection: DataSelection) {
    self.utf8 = utf8
    self.columns = columns
    self.selection = selection
    scanner = TableScanner(utf8)
  }

  mutating func samples(_ report: inout FaultList) throws(DataFile.Faults) -> Samples {
    if let zero = utf8.firstIndex(where: { $0 == 0 || $0 == 0xFF || $0 == 0xFE }) {
      report.add(.notText, at: zero..<zero + 1)
      return Samples()
    }
    guard var row = scanner.nextRow() else {
      report.add(.empty, at: utf8.count..<utf8.count)
      return Samples()
    }
    let width = row.count
    let header = Self.isHeader(row) ? row : nil
    if header != nil {
      guard let next = scanner.nextRow() else {
        report.add(.noSamples, at: utf8.count..<utf8.count)
        return Samples()
      }
      row = next
    }
    // Where the columns are wrong, every row would be.
    guard let roles = try roles(header, first: row, width: width, &report) else { return Samples() }
    let hasClasses = isClassed(roles, row, &report)
    // Text where a network wants numbers is one fault of a column, not one of every row.
    if row.count == width, !reportText(in: roles, header, row, &report) { return Samples() }
    return rows(from: row, width: width, roles, header, hasClasses: hasClasses, &report)
  }

  // MARK: Columns

  /// Which columns are inputs and targets; nil where that is wrong, which is reported.
  private func roles(
    _ header: Row?, first row: Row, width: Int, _ report: inout FaultList
  ) throws(DataFile.Faults) -> TableRoles? {
    let place = Self.range(of: header ?? row)
    let names = header?.map(\.text)
    if let roles = try TableRoles.chosen(
      selection, header: names, width: width, targetCount: columns?.targetCount ?? 1)
    {
      return checked(roles, row, place, &report)
    }
    guard let columns else {
      let roles = TableRoles.byPlace(width: width, targets: 1)
      return checked(roles, row, place, &report)
    }
    if let header {
      let named = header.map { (name: $0.text, range: $0.range) }
      let before = report.count
      if let order = columns.order(of: named, row: place, &report) {
        guard report.count == before else { return nil }
        var roles = TableRoles.byPlace(width: width, targets: columns.targetCount)
        for (column, number) in order.enumerated() {
          if number < columns.inputCount {
            roles.inputs[number] = column
          } else {
            roles.targets[number - columns.inputCount] = column
          }
        }
        return roles
      }
    }
    // One column of labels stands for all targets.
    let isLabeled = width == columns.inputCount + 1 && columns.targetCount > 1
    return checked(
      .byPlace(width: width, targets: isLabeled ? 1 : columns.targetCount), row, place, &report)
  }

  /// nil, reported, where there are too few columns or others than the network needs.
  private func checked(
    _ roles: TableRoles, _ row: Row, _ place: Range<Int>, _ report: inout FaultList
  ) -> TableRoles? {
    if let columns {
      let isLabeled = roles.targets.count == 1 && columns.targetCount > 1
      if roles.inputs.count != columns.inputCount || roles.targets.count != columns.targetCount && !isLabeled {
        report.add(
          .wrongColumnCount(
            roles.inputs.count + roles.targets.count, inputs: columns.inputCount, targets: columns.targetCount),
          at: place)
        return nil
      }
    } else if roles.inputs.isEmpty || roles.targets.isEmpty {
      report.add(.tooFewColumns, at: place)
      return nil
    }
    return roles
  }

  /// Whether the target is a label, as the first sample says.
  private func isClassed(_ roles: TableRoles, _ row: Row, _ report: inout FaultList) -> Bool {
    func isText(_ column: Int) -> Bool {
      column < row.count && NumberText(row[column].text) == nil && !NumberText.isMissing(row[column].text)
    }
    if roles.targets.count > 1 {
      if let column = roles.targets.first(where: isText) {
        report.add(.columns(.classBesideTargets(row[column].text)), at: row[column].range)
      }
      return false
    }
    let isOneOfMany = (columns?.targetCount ?? 1) > 1
    return roles.targets.contains(where: isText) || selection.isClassed || isOneOfMany
  }

  /// False, reported, where the first sample has text in the column of an input.
  private func reportText(in roles: TableRoles, _ header: Row?, _ row: Row, _ report: inout FaultList) -> Bool {
    let column = roles.inputs.first { column in
      let text = row[column].text
      // A word; what is a number with a slip in it is reported where it is.
      return NumberText(text) == nil && !NumberText.isMissing(text)
        && text.allSatisfy { $0.isLetter || "-_ ".contains($0) }
    }
    guard let column else { return true }
    guard let second = peekSecondRow(), column < second.count, NumberText(second[column].text) == nil else {
      return true
    }
    report.add(
      .columns(.textColumn(column + 1, name: header?[column].text, Self.short(row[column].text))), at: row[column].range
    )
    return false
  }

  /// The next row, without taking it.
  private func peekSecondRow() -> Row? {
    var ahead = scanner
    return ahead.nextRow()
  }

  // MARK: Rows

  private mutating func rows(
    from first: Row, width: Int, _ roles: TableRoles, _ header: Row?, hasClasses: Bool, _ report: inout FaultList
  ) -> Samples {
    var samples = Samples()
    samples.inputCount = roles.inputs.count
    var labels = ClassLabels()
    var row = first
    var count = 0
    while true {
      count += 1
      if count > DataFile.Limit.samples {
        report.add(.tooManySamples(limit: DataFile.Limit.samples), at: Self.range(of: row))
      }
      reportFlaws(row, &report)
      if row.count != width {
        report.add(
          .ragged(row.count, expected: width, scanner.dialect.separator), at: Self.range(of: row))
      } else {
        append(row, roles, hasClasses, &labels, to: &samples.values, &report)
      }
      if count > DataFile.Limit.samples { return samples }
      guard let next = scanner.nextRow() else { break }
      row = next
    }
    guard report.isEmpty else { return samples }
    samples.inputNames = header.map { header in roles.inputs.map { header[$0].text } } ?? []
    samples.targetCount = roles.targets.count
    if hasClasses, let column = roles.targets.first {
      spread(labels, from: first[column], over: &samples, at: (header ?? first)[column].range, &report)
    }
    return samples
  }

  /// The numbers of a row, inputs first; of a class its number so far.
  private func append(
    _ row: Row, _ roles: TableRoles, _ hasClasses: Bool, _ labels: inout ClassLabels, to values: inout [Double],
    _ report: inout FaultList
  ) {
    for column in roles.inputs { append(number(row[column], column, &report), to: &values, report) }
    for column in roles.targets {
      if !hasClasses {
        append(number(row[column], column, &report), to: &values, report)
      } else if row[column].flaw != nil {
        continue
      } else if NumberText.isMissing(row[column].text) {
        report.add(.missingValue(column: column + 1), at: row[column].range)
      } else if let number = labels.number(of: row[column].text) {
        append(Double(number), to: &values, report)
      } else {
        report.add(.columns(.tooManyClasses(limit: DataFile.Limit.classes)), at: row[column].range)
      }
    }
  }

  private func append(_ number: Double, to values: inout [Double], _ report: FaultList) {
    if report.isEmpty { values.append(number) }
  }

  private func number(_ field: TableScanner.Field, _ column: Int, _ report: inout FaultList) -> Double {
    // What is wrong with its quotation marks has been reported.
    if field.flaw != nil { return .nan }
    switch NumberText(field.text) {
    case .finite(let value): return value
    case .notFinite: report.add(.notFinite(Self.short(field.text)), at: field.range)
    case .none where NumberText.isMissing(field.text): report.add(.missingValue(column: column + 1), at: field.range)
    case .none: report.add(.notANumber(Self.short(field.text), scanner.dialect.separator), at: field.range)
    }
    return .nan
  }

  /// One output a class, or 0 and 1 for two.
  private func spread(
    _ labels: ClassLabels, from text: TableScanner.Field, over samples: inout Samples, at place: Range<Int>,
    _ report: inout FaultList
  ) {
    let (names, places) = labels.sorted
    let outputs = columns?.targetCount ?? (names.count <= 2 ? 1 : names.count)
    guard names.count > 1 else { return report.add(.columns(.oneClass(names.first ?? "")), at: place) }
    guard names.count == outputs || outputs == 1 && names.count == 2 else {
      // A single word among numbers is more likely a slip than a class.
      if !selection.isClassed, NumberText(text.text) == nil,
        names.count(where: { NumberText($0) != nil }) * 2 > names.count
      {
        return report.add(.notANumber(Self.short(text.text), scanner.dialect.separator), at: text.range)
      }
      return report.add(.columns(.wrongClassCount(names.count, outputs: outputs)), at: place)
    }
    let (rows, inputs) = (samples.values.count / (samples.inputCount + 1), samples.inputCount)
    guard rows * (inputs + outputs) <= DataFile.Limit.values else {
      return report.add(.tooManySamples(limit: DataFile.Limit.values / (inputs + outputs)), at: place)
    }
    var values: [Double] = []
    values.reserveCapacity(rows * (inputs + outputs))
    for row in 0..<rows {
      let start = row * (inputs + 1)
      values += samples.values[start..<start + inputs]
      // Whole numbers below 100.
      let place = places[Int(samples.values[start + inputs])]
      if outputs == 1 {
        values.append(Double(place))
      } else {
        for output in 0..<outputs { values.append(output == place ? 1 : 0) }
      }
    }
    samples.values = values
    samples.targetCount = outputs
    samples.classes = names
  }

  private func reportFlaws(_ row: Row, _ report: inout FaultList) {
    for field in row {
      switch field.flaw {
      case .unclosedQuote: report.add(.unclosedQuote, at: field.range.lowerBound..<field.range.lowerBound + 1)
      case .textAfterQuote(let range): report.add(.textAfterQuote(scanner.dialect.separator), at: range)
      case nil: break
      }
    }
  }

  private static func range(of row: Row) -> Range<Int> {
    guard let first = row.first?.range, let last = row.last?.range else { return 0..<0 }
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }

  /// A first row without a number names the columns.
  private static func isHeader(_ row: Row) -> Bool {
    row.allSatisfy { NumberText($0.text) == nil } && row.contains { !$0.text.isEmpty }
  }

  static func short(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }
}
