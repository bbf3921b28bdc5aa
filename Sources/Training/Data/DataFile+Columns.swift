import Diagnostics
import Formats

extension DataFile {
  /// How many numbers the first sample of JSON has; nil where that is not known, so that reading will say why.
  static func columnCount(of source: SourceText) -> Int? {
    guard let value = try? JSONValue.parse(source), case .array(let samples, _) = value else { return nil }
    switch samples.first {
    case .array(let numbers, _)?: return numbers.count
    case .object(let members, _)?: return members.count
    default: return nil
    }
  }
}
