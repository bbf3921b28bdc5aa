import Diagnosis
package import Diagnostics
import Skills

/// What a sheet's rows come to, for a screen on which each is marked where it is.
extension MarkedSheet {
  /// The mark of a row, and what is to be said below it.
  package struct RowFinding: Equatable, Sendable {
    package let mark: Mark
    package let remarks: [Remark]

    package init(mark: Mark, remarks: [Remark] = []) {
      (self.mark, self.remarks) = (mark, remarks)
    }
  }

  /// What is said of a link of the row.
  package struct Remark: Equatable, Sendable {
    package let mark: Mark
    package let words: Words
  }

  /// By the number of the row, from 0; a statement over several rows is marked where its links are.
  package var rowFindings: [Int: RowFinding] {
    var links: [Int: [(link: Link, isAlone: Bool)]] = [:]
    for line in lines {
      for link in line.links {
        let row = row(of: link.range.lowerBound)
        // What holds of a whole chain is said once.
        let isSaid = line.links.count { $0.mark == link.mark && $0.feedback == link.feedback } > 1
        if isSaid, link.mark == .followThrough,
          let place = links[row]?.firstIndex(where: { $0.link.feedback == link.feedback })
        {
          links[row]?[place].isAlone = true
          continue
        }
        links[row, default: []].append((link, line.links.count == 1))
      }
    }
    var findings = links.mapValues { links in
      let marks = Set(links.map(\.link.mark))
      let worst = Mark.worstFirst.first(where: marks.contains) ?? .unscored
      return RowFinding(
        mark: worst,
        remarks: links.compactMap { link, isAlone in
          remark(on: link, isAlone: isAlone).map { Remark(mark: link.mark, words: $0) }
        })
    }
    for number in wordLines where findings[number - 1] == nil {
      findings[number - 1] = RowFinding(
        mark: .unscored, remarks: isPlain(number) ? [] : [Remark(mark: .unscored, words: Self.noEquation)])
    }
    return findings
  }

  private func row(of offset: Int) -> Int { source.line(of: offset) - 1 }

  /// Whether a row has no number in it, so that it looks like no statement.
  private func isPlain(_ line: Int) -> Bool {
    !source.utf8[source.bytes(ofLine: line)].contains { (0x30...0x39).contains($0) }
  }

  private static let noEquation = Words(
    en: "Only lines with = are judged: name = value.", zh: "只判定含等号的行：量 = 值。")

  private func remark(on link: Link, isAlone: Bool) -> Words? {
    let text = SourceText.harmless(link.text)
    let shown = text.count > 24 ? text.prefix(23) + "…" : text
    let place = isAlone ? "" : "= \(shown)  "
    switch link.mark {
    case .right: return nil
    case .unscored:
      // That a quantity is named again needs no words.
      return link.feedback == SheetWords.sameName ? nil : Words(place) + link.feedback
    case .followThrough: return Words(place) + link.feedback
    case .slip:
      let names = link.mistakes.map(Self.name(of:))
      let label =
        names.isEmpty
        ? Words("")
        : Words(en: names.map(\.en).joined(separator: ", ") + ". ", zh: names.map(\.zh).joined(separator: "，") + "。")
      return Words(place) + label + link.feedback
    case .unreadable:
      guard let fault = link.fault else { return Words(place) + link.feedback }
      let column = source.column(of: fault.range.lowerBound)
      let help = fault.help ?? Words("")
      let (enHelp, zhHelp) = help.en.isEmpty ? ("", "") : (" (\(help.en))", "（\(help.zh)）")
      return Words(
        en: "Not readable, column \(column): \(fault.message.en)\(enHelp).",
        zh: "无法读懂，第 \(column) 列：\(fault.message.zh)\(zhHelp)。")
    }
  }

  /// A mistake's name in words; two made together are joined.
  private static func name(of id: MistakeID) -> Words {
    if id == arithmetic { return Words(en: "A slip of calculation", zh: "计算错误") }
    let names = id.parts.map { Catalogue.mistake($0)?.name ?? Words($0.rawValue) }
    return Words(
      en: names.map(\.en).joined(separator: " + ").capitalizedFirst, zh: names.map(\.zh).joined(separator: " + "))
  }
}

extension MarkedSheet.Mark {
  /// What most needs a look comes first.
  static let worstFirst: [MarkedSheet.Mark] = [.slip, .unreadable, .followThrough, .right, .unscored]
}

extension String {
  /// With a capital where a word begins, and not a name such as w5.
  fileprivate var capitalizedFirst: String {
    guard let first, first.isLowercase, dropFirst().first?.isLetter ?? false else { return self }
    return first.uppercased() + dropFirst()
  }
}

extension Words {
  fileprivate static func + (one: Words, other: Words) -> Words {
    Words(en: one.en + other.en, zh: one.zh + other.zh)
  }
}
