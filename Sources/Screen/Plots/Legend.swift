import Diagnostics

/// The names of curves beside their marks, in as few lines as they need.
struct Legend {
  struct Entry {
    let number: Int
    let text: String
    let columns: Int
  }

  let lines: [[Entry]]

  /// Fills lines of a width; what finds no place in the last line is dropped for `…`.
  init(_ names: [String], columns: Int, lineLimit: Int, look: Look) {
    var lines: [[Entry]] = []
    var used = columns
    for (number, name) in names.enumerated() {
      var text = look.sign(.rule) + look.curveMark(number) + look.sign(.rule) + " " + look.prose(name)
      if width(of: text) > columns { text = Self.cut(text, to: columns, look) }
      let needed = width(of: text)
      if used + 2 + needed > columns {
        if lines.count >= max(0, lineLimit) {
          if !lines.isEmpty {
            lines[lines.count - 1].append(Entry(number: -1, text: look.sign(.dots), columns: 2))
          }
          break
        }
        lines.append([])
        used = -2
      }
      lines[lines.count - 1].append(Entry(number: number, text: text, columns: needed))
      used += 2 + needed
    }
    self.lines = lines
  }

  func draw(in grid: inout Grid, at column: Int, _ row: Int) {
    for (offset, line) in lines.enumerated() {
      var at = column
      for entry in line {
        grid.write(entry.text, at: at, row + offset, entry.number < 0 ? Style(.faint) : Look.curveStyle(entry.number))
        at += entry.columns + 2
      }
    }
  }

  /// The beginning of a text that fits, with an ellipsis.
  static func cut(_ text: String, to columns: Int, _ look: Look) -> String {
    if width(of: text) <= columns { return text }
    let ellipsis = look.sign(.dots)
    var result = ""
    var used = width(of: ellipsis)
    for character in text {
      used += DisplayWidth.of(character)
      if used > columns { break }
      result.append(character)
    }
    return columns < width(of: ellipsis) ? "" : result + ellipsis
  }
}
