import CBaseline
import Glibc
import Networks
import Screen
import Tutor
import TutorViews

/// The pages that the tutor paints at some keys, written down for the C program to paint the very same.
struct PageFile {
  let path: String

  /// The first page of the walk, then one for each key.
  init(in folder: String, named name: String, keys: [Key]) throws(SessionFault) {
    path = "\(folder)/\(name).pages"
    let size = Size(columns: 80, rows: 24)
    var state = State(network: BundledNetworks.default)
    var pages = [View.render(state, size)]
    for key in keys {
      state.replay(.key(key))
      pages.append(View.render(state, size))
    }
    let bytes = Array(pages.map(Self.text).joined().utf8)
    guard let file = fopen(path, "w") else { throw SessionFault(text: "\(path): \(String(cString: strerror(errno)))") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw SessionFault(text: "\(path): not written") }
  }

  /// A line for each piece of text in one style: row, column, style in hexadecimal, text.
  private static func text(_ page: Grid) -> String {
    var text = "page\n"
    for row in 0..<page.size.rows {
      var style: Style?
      for column in 0..<page.size.columns {
        let cell = page[column, row]
        if cell == .blank {
          style = nil
          continue
        }
        if cell.style != style { text += "\(style == nil ? "" : "\n")\(row) \(column) \(hexadecimal(cell.style)) " }
        text += cell.text
        style = cell.style
        let isLast = column + 1 == page.size.columns || page[column + 1, row] == .blank
        if isLast {
          text += "\n"
          style = nil
        }
      }
    }
    return text
  }

  private static func hexadecimal(_ style: Style) -> String {
    let attributes = (style.isBold ? 0x10 : 0) | (style.isReversed ? 0x20 : 0) | (style.isUnderlined ? 0x40 : 0)
    return String(attributes | Int(style.role.rawValue), radix: 16)
  }
}
