package import Diagnostics
package import Formats
package import Networks
import Skills

extension MarkedSheet {
  /// For people: each line with its mark and number, and what is to be said of it below.
  ///
  /// `isASCII` leaves out signs beyond ASCII of this program's own.
  package func report(_ language: Language, isASCII: Bool) -> String {
    var rows: [String] = []
    for line in lines {
      let number = source.line(of: line.range.lowerBound)
      let mark = line.mark.sign(isASCII: isASCII)
      let text = line.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      rows.append("\(Self.padded(number)) \(mark) \(Self.shortened(SourceText.harmless(text), to: Self.width))")
      rows += line.links.flatMap { remarks(on: $0, isAlone: line.links.count == 1, language) }
    }
    if !wordLines.isEmpty { rows.append(words(about: wordLines)[language]) }
    if isCut { rows.append(Words(en: "The rest is too long and was not read.", zh: "其余内容过长，未读取。")[language]) }
    rows.append(summary[language])
    return rows.joined(separator: "\n") + "\n"
  }

  /// Columns of a line of the learner's that are shown.
  private static let width = 100

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 4 - digits.count)) + digits
  }

  private static func shortened(_ text: String, to count: Int) -> String {
    text.count > count ? text.prefix(count - 1) + "…" : text
  }

  private func remarks(on link: Link, isAlone: Bool, _ language: Language) -> [String] {
    let indent = String(repeating: " ", count: 7)
    switch link.mark {
    case .right, .unscored: return []
    case .followThrough: return [indent + place(of: link, isAlone) + link.feedback[language]]
    case .slip:
      let ids = link.mistakes.isEmpty ? "" : " (\(link.mistakes.joined(separator: ", ")))"
      let label = Words(en: "slip", zh: "错误")[language] + ids
      let colon = Words(en: ": ", zh: "：")[language]
      return [indent + place(of: link, isAlone) + label + colon + link.feedback[language]]
    case .unreadable:
      guard let fault = link.fault else { return [indent + link.feedback[language]] }
      return source.report([fault], language: language).split(separator: "\n").map { indent + $0 }
    }
  }

  /// Which link of a chain is meant.
  private func place(of link: Link, _ isAlone: Bool) -> String {
    isAlone ? "" : "= \(Self.shortened(SourceText.harmless(link.text), to: 30))  "
  }

  private func words(about lines: [Int]) -> Words {
    var parts: [String] = []
    var index = 0
    while index < lines.count, parts.count < 12 {
      var end = index
      while end + 1 < lines.count, lines[end + 1] == lines[end] + 1 { end += 1 }
      parts.append(index == end ? "\(lines[index])" : "\(lines[index])-\(lines[end])")
      index = end + 1
    }
    if index < lines.count { parts.append("…") }
    let list = parts.joined(separator: ", ")
    let isOne = lines.count == 1
    return Words(
      en: "Words only, passed over: \(isOne ? "line" : "lines") \(list).", zh: "只有文字、未判定的行：\(list)。")
  }

  private var summary: Words {
    guard points.possible > 0 else {
      return Words(en: "No line could be judged.", zh: "没有可以判定的行。")
    }
    let earned = DecimalText.significant(points.earned, digits: 4)
    let counts: [(Int, Words)] = [
      (count(.right), Words(en: "right", zh: "正确")), (count(.followThrough), Words(en: "following", zh: "按前面的值正确")),
      (count(.slip), Words(en: "with a slip", zh: "有错误")), (count(.unreadable), Words(en: "not readable", zh: "无法读懂")),
    ]
    let shown = counts.filter { $0.0 > 0 }
    return Words(
      en: "\(earned) of \(points.possible) points: " + shown.map { "\($0.0) \($0.1.en)" }.joined(separator: ", ") + ".",
      zh: "得分 \(earned)/\(points.possible)：" + shown.map { "\($0.1.zh) \($0.0) 行" }.joined(separator: "，") + "。")
  }
}

extension MarkedSheet.Mark {
  /// One column wide in either.
  package func sign(isASCII: Bool) -> String {
    switch self {
    case .right: isASCII ? "+" : "✓"
    case .followThrough: isASCII ? ">" : "→"
    case .slip: isASCII ? "x" : "✗"
    case .unreadable: "?"
    case .unscored: isASCII ? "." : "·"
    }
  }
}

extension MarkedSheet {
  /// For programs; `quantity` has the ASCII names that files use.
  package func json(_ architecture: Architecture) -> JSONText {
    .object([
      ("format", .string("bptutor-derivation")), ("version", .number(1)),
      ("lines", .array(lines.map { json($0, architecture) })),
      ("words", .array(wordLines.map { .number(Double($0)) })),
      (
        "points",
        .object([("earned", .number(points.earned)), ("possible", .number(Double(points.possible)))])
      ),
      ("complete", .bool(!isCut)),
    ])
  }

  private func json(_ line: Line, _ architecture: Architecture) -> JSONText {
    let (number, column) = source.position(of: line.range.lowerBound)
    return .object([
      ("line", .number(Double(number))), ("column", .number(Double(column))), ("text", .string(line.text)),
      ("quantity", line.quantity.map { .string(architecture.name(of: $0)) } ?? .null),
      ("verdict", .string(line.mark.rawValue)), ("links", .array(line.links.map(json))),
    ])
  }

  private func json(_ link: Link) -> JSONText {
    let start = link.fault.map { link.range.lowerBound...link.range.upperBound ~= $0.range.lowerBound } ?? false
    let (number, column) = source.position(of: start ? link.fault?.range.lowerBound ?? 0 : link.range.lowerBound)
    return .object([
      ("line", .number(Double(number))), ("column", .number(Double(column))), ("text", .string(link.text)),
      ("verdict", .string(link.mark.rawValue)),
      ("mistakes", .array(link.mistakes.map { JSONText.string($0.rawValue) })),
      ("feedback", .object([("en", .string(link.feedback.en)), ("zh", .string(link.feedback.zh))])),
    ])
  }
}
