package import Diagnostics
import JSON

extension DataFile {
  /// How many numbers the first sample has; nil where that cannot be told, so that reading will say why.
  package static func columnCount(of source: SourceText) -> Int? {
    let first = source.utf8.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
      var scanner = CSVScanner(source.utf8)
      var report = FaultList()
      return scanner.nextRow(&report)?.count
    }
    guard let value = try? JSONValue.parse(source), case .array(let samples, _) = value else { return nil }
    switch samples.first {
    case .array(let numbers, _)?: return numbers.count
    case .object(let members, _)?: return members.count
    default: return nil
    }
  }
}
