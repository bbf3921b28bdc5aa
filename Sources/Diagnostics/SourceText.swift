/// Text that someone wrote, in which faults are shown: a file, or a line typed at a prompt.
package struct SourceText: Sendable {
  /// The file's name as it is shown; nil for a typed line.
  package let name: String?
  package let utf8: [UInt8]
  /// UTF-8 offset of the beginning of each line.
  private let lineStarts: [Int]

  package init(name: String? = nil, _ text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  /// Bytes as they were read; what is not UTF-8 is shown as U+FFFD.
  package init(name: String? = nil, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
    var starts = [0]
    for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The line and column of a UTF-8 offset, both from 1; columns count characters.
  ///
  /// Offsets outside are brought inside.
  package func position(of utf8Offset: Int) -> (line: Int, column: Int) {
    let offset = max(0, min(utf8Offset, utf8.count))
    let index = lineIndex(of: offset)
    return (index + 1, String(decoding: utf8[lineStarts[index]..<offset], as: UTF8.self).count + 1)
  }

  /// The line of a UTF-8 offset, from 1.
  package func line(of utf8Offset: Int) -> Int { position(of: utf8Offset).line }

  /// The column of a UTF-8 offset, from 1, counted in characters.
  package func column(of utf8Offset: Int) -> Int { position(of: utf8Offset).column }

  /// The bytes of a line (from 1), without its end.
  package func bytes(ofLine line: Int) -> Range<Int> {
    let index = max(0, min(line - 1, lineStarts.count - 1))
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : utf8.count
    if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
