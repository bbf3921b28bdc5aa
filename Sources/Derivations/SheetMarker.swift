package import Diagnosis
import Diagnostics
import Expressions
import Networks

/// Marks a derivation line by line, in whatever order its lines stand.
package struct SheetMarker {
  let checker: Checker
  var claims: [Claim] = []

  package init(_ checker: Checker) {
    self.checker = checker
  }

  /// Cost: every link once or twice through the checker.
  package static func mark(_ text: String, name: String? = nil, with checker: Checker) -> MarkedSheet {
    var marker = SheetMarker(checker)
    return marker.mark(text, name: name)
  }

  private mutating func mark(_ text: String, name: String?) -> MarkedSheet {
    let source = SourceText(name: name, text)
    let cut = String(decoding: source.utf8.prefix(SheetReader.Limit.bytes), as: UTF8.self)
    let isCut = source.utf8.count > SheetReader.Limit.bytes
    let reader = SheetReader(isCut ? cut : text, isName: isName)
    read(reader.statements)
    let lines = claims.indices.map { line($0, in: reader.sheet, source) }
    var stated: Set<Int> = []
    for line in lines {
      stated.formUnion(source.line(of: line.range.lowerBound)...source.line(of: line.range.upperBound))
    }
    let written = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let words = written.indices.prefix(SheetReader.Limit.lines).filter { index in
      !stated.contains(index + 1) && written[index].contains { $0 > 0x20 }
    }
    return MarkedSheet(
      source: source, lines: lines, wordLines: words.map { $0 + 1 },
      isCut: isCut || reader.statements.count >= SheetReader.Limit.statements)
  }

  /// Whether letters are a name or a function, be it only with more behind them.
  private func isName(_ word: String) -> Bool {
    if Function(written: word) != nil || ["e", "eta", "d", "net", "out", "delta"].contains(word) { return true }
    if (try? checker.read(word)) != nil { return true }
    // dE is the upper half of a derivative.
    return word.hasPrefix("d") && word.count > 1 && (try? checker.read(String(word.dropFirst()))) != nil
  }

  private func line(_ index: Int, in sheet: SheetText, _ source: SourceText) -> MarkedSheet.Line {
    let claim = claims[index]
    var links: [MarkedSheet.Link] = []
    var previous: JudgedPart?
    for part in claim.parts {
      let judged = judge(part, of: claim, at: index, after: previous)
      let place = sheet.offsets[part.source.range.lowerBound]..<sheet.offsets[part.source.range.upperBound]
      var fault = judged.fault
      if let inner = fault {
        let range = sheet.sourceRange(inner.range, in: part.source.range)
        fault = Diagnostic(id: inner.id, range: range, message: inner.message, help: inner.help)
      }
      links.append(
        MarkedSheet.Link(
          text: part.source.text, range: place, mark: judged.mark, mistakes: judged.mistakes,
          feedback: judged.feedback, fault: fault))
      if judged.mark == .unreadable { previous = nil } else if judged.value != nil { previous = judged }
    }
    let range = sheet.offsets[claim.range.lowerBound]..<sheet.offsets[claim.range.upperBound]
    let text = String(decoding: source.utf8[range], as: UTF8.self)
    return MarkedSheet.Line(text: text, range: range, quantity: claim.quantity, links: links)
  }
}
