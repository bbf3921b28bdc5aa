import Diagnostics

/// The figures as text: what · ours · C · ratio · budget · verdict.
struct Table {
  let figures: [Figure]

  var text: String {
    var rows = [["", "ours", "C", "ratio", "at most", ""]]
    rows += figures.map(row)
    let widths = rows[0].indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    var lines: [String] = []
    for (row, figure) in zip(rows, [nil] + figures.map(Optional.some)) {
      let cells = row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(row[column]))
        return (1...4).contains(column) ? gap + row[column] : row[column] + gap
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      lines.append(line)
      if let note = figure?.note { lines.append("    " + note) }
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ figure: Figure) -> [String] {
    let budget =
      switch figure.budget {
      case .ratio(let limit): DecimalText.significant(limit, digits: 3) + " × C"
      case .value(let limit): figure.unit.text(limit)
      case nil: ""
      }
    let verdict = figure.isWithin.map { $0 ? "within" : "OVER" } ?? (figure.ours == nil ? "not measured" : "")
    return [
      figure.title, figure.ours.map(figure.unit.text) ?? "", figure.baseline.map(figure.unit.text) ?? "",
      figure.ratio.map { DecimalText.significant($0, digits: 3) } ?? "", budget, verdict,
    ]
  }
}
