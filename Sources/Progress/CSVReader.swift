/// Reads a table by RFC 4180: rows of cells, quoted where they hold commas, quotes or line feeds.
struct CSVReader {
  struct Row: Equatable {
    let cells: [String]
    /// Where it stands, in UTF-8 offsets.
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row that is not empty; nil at the end.
  mutating func next() -> Row? {
    while position < bytes.count {
      let start = position
      let cells = row()
      if cells != [""] { return Row(cells: cells, range: start..<position) }
    }
    return nil
  }

  private mutating func row() -> [String] {
    var cells: [String] = []
    while true {
      cells.append(cell())
      guard position < bytes.count else { return cells }
      let end = bytes[position]
      position += 1
      if end == UInt8(ascii: ",") { continue }
      if end == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      return cells
    }
  }

  private mutating func cell() -> String {
    var text: [UInt8] = []
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && position + 1 < bytes.count && bytes[position + 1] == byte:
        text.append(byte)
        position += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, 0x0D where !isQuoted, 0x0A where !isQuoted:
        return String(decoding: text, as: UTF8.self)
      default: text.append(byte)
      }
      position += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
