/// LaTeX that is about the page and not about the formula.
extension SheetText {
  private static let relations: Set<String> = [
    "approx", "doteq", "simeq", "cong", "equiv", "coloneqq", "leftarrow", "gets", "eq",
  ]
  private static let comparisons: Set<String> = [
    "neq", "ne", "lt", "gt", "le", "leq", "ge", "geq", "ll", "gg", "propto", "in", "sim",
  ]
  private static let separators: Set<String> = [
    "quad", "qquad", "Rightarrow", "implies", "Longrightarrow", "rightarrow", "to", "iff", "Leftrightarrow",
    "therefore",
    "because", "item", "par", "newline", "noindent", "hline", "centering", "nonumber", "notag", "hfill", "maketitle",
    "bigskip", "medskip", "smallskip", "Longleftrightarrow", "hookrightarrow", "longrightarrow",
  ]
  /// Taken away with what is in the braces behind them.
  private static let remarks: Set<String> = [
    "begin", "end", "label", "tag", "ref", "eqref", "cite", "vspace", "hspace", "section", "subsection",
    "subsubsection", "paragraph", "intertext", "shortintertext", "footnote", "caption", "title", "author", "date",
    "usepackage", "documentclass", "newcommand", "includegraphics", "input", "color", "textcolor",
  ]
  /// Taken away, and their braces, but not what is in them.
  private static let wrappers: Set<String> = [
    "boxed", "fbox", "ensuremath", "underline", "emph", "textbf", "textit", "mbox", "cancel", "framebox",
    "displaystyle",
    "textstyle", "small", "large",
  ]
  private static let texts: Set<String> = ["text", "textrm", "mathrm", "operatorname", "mathit", "mathsf", "mathbf"]
  private static let dots: Set<String> = ["dots", "cdots", "ldots", "dotsb", "dotsm", "dotsc", "vdots"]

  /// `isName` says whether letters in `\text{…}` are part of a formula.
  mutating func markLaTeX(isName: (String) -> Bool) {
    removePreamble()
    let isLaTeX = contains("\\begin{") || contains("\\documentclass") || contains("\\\\")
    var index = 0
    while index < count {
      switch scalars[index] {
      case "\\": index = markCommand(at: index, isName)
      case "%" where isLaTeX:
        let end = lineEnd(from: index)
        blank(index..<end)
        index = end
      case "$", "&":
        blank(index..<index + 1)
        index += 1
      default: index += 1
      }
    }
  }

  private func contains(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return scalars.indices.contains { scalars[$0] == first && has(text, at: $0) }
  }

  private mutating func removePreamble() {
    let begin = "\\begin{document}"
    guard let start = scalars.indices.first(where: { scalars[$0] == "\\" && has(begin, at: $0) }) else { return }
    blank(0..<start)
  }

  /// The place behind the command.
  private mutating func markCommand(at start: Int, _ isName: (String) -> Bool) -> Int {
    guard let next = self[start + 1] else {
      blank(start..<start + 1)
      return start + 1
    }
    if next == "\\" {
      var end = start + 2
      if self[end] == "[", let close = (end..<lineEnd(from: end)).first(where: { scalars[$0] == "]" }) {
        end = close + 1
      }
      blank(start..<end)
      // The end of a row, after which a statement may go on, as at the end of a line.
      scalars[start] = Mark.lineEnd
      return end
    }
    if "()[]".unicodeScalars.contains(next) {
      mark(start..<start + 2, Mark.separator)
      return start + 2
    }
    if ",;:! ".unicodeScalars.contains(next) {
      // Only room; the comma would separate.
      blank(start..<start + 2)
      return start + 2
    }
    if next == "%" || next == "_" || next == "&" || next == "#" {
      blank(start..<start + 1)
      return start + 2
    }
    var end = start + 1
    var name = ""
    while let scalar = self[end], scalar.isASCII, scalar.properties.isAlphabetic {
      name.unicodeScalars.append(scalar)
      end += 1
    }
    return markNamed(name, start..<max(end, start + 2), isName)
  }

  private mutating func markNamed(_ name: String, _ range: Range<Int>, _ isName: (String) -> Bool) -> Int {
    switch name {
    case _ where Self.relations.contains(name): mark(range, Mark.relation)
    case _ where Self.comparisons.contains(name): mark(range, Mark.comparison)
    case _ where Self.separators.contains(name): mark(range, Mark.separator)
    case _ where Self.dots.contains(name): mark(range, Mark.ellipsis)
    case _ where Self.remarks.contains(name):
      var end = self[range.upperBound] == "*" ? range.upperBound + 1 : range.upperBound
      while let group = group(at: end, "{", "}") ?? group(at: end, "[", "]") { end = group.upperBound }
      mark(range.lowerBound..<end, Mark.separator)
      return end
    case _ where Self.wrappers.contains(name):
      blank(range)
      if let group = group(at: range.upperBound, "{", "}") {
        blank(group.lowerBound..<group.lowerBound + 1)
        blank(group.upperBound - 1..<group.upperBound)
      }
    case _ where Self.texts.contains(name):
      guard let group = group(at: range.upperBound, "{", "}") else { break }
      // An index or an exponent belongs to a name.
      if let before = self[range.lowerBound - 1], "{^_".unicodeScalars.contains(before) { return group.upperBound }
      let inner = text(group.lowerBound + 1..<group.upperBound - 1)
      if self[group.upperBound] != "_", !isName(inner.filter { $0 != " " && $0 != "\\" && $0 != "{" && $0 != "}" }) {
        mark(range.lowerBound..<group.upperBound, Mark.separator)
      }
      return group.upperBound
    default: break
    }
    return range.upperBound
  }

  /// What is in brackets from `start` on, the brackets included.
  private func group(at start: Int, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar) -> Range<Int>? {
    guard self[start] == opening else { return nil }
    var depth = 0
    var index = start
    while let scalar = self[index] {
      if scalar == opening { depth += 1 }
      if scalar == closing { depth -= 1 }
      index += 1
      if depth == 0 { return start..<index }
      if index - start > 2_000 { return nil }
    }
    return nil
  }
}
