/// What a lesson says, as data; the views lay it out.
package enum Prose {
  /// A paragraph, a list, a table, or another block of text.
  package indirect enum Block: Equatable, Sendable {
    case paragraph([Inline])
    /// Level 1 to 6.
    case heading(Int, [Inline])
    /// Items of blocks; numbered from `start`, or with bullets.
    case list([[Block]], start: Int?)
    case quote([Block])
    /// Lines shown as they are.
    case code(String)
    case rule
    /// A formula of its own, with its source.
    case math(MathText, source: String)
    /// The heading's cells, and those of each row; as many in all of them.
    case table([[Inline]], [[[Inline]]])
    /// A box that stands out: a note, a warning.
    case admonition(Admonition, [Block])
  }

  /// The boxes that forges draw, by the word that begins them: `> [!NOTE]`.
  package enum Admonition: String, CaseIterable, Sendable {
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"
  }

  /// A run of text within a block.
  package indirect enum Inline: Equatable, Sendable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case link([Inline], String)
    /// The text of a picture, which no terminal shows, and its address.
    case picture([Inline], String)
    /// A formula within a line, with its source.
    case math(MathText, source: String)
    case lineBreak

    /// The words alone.
    package var plain: String {
      switch self {
      case .text(let text), .code(let text): text
      case .emphasis(let parts), .strong(let parts), .link(let parts, _): parts.map(\.plain).joined()
      case .picture(let parts, _): "[" + parts.map(\.plain).joined() + "]"
      case .math(let formula, _): formula.line
      case .lineBreak: "\n"
      }
    }
  }
}

extension Prose.Block {
  /// The same with every text in it changed, and every formula with its source; code stays.
  func mapping(
    _ text: (String) -> String, _ formula: (MathText, String) -> (MathText, String) = { ($0, $1) }
  ) -> Self {
    func inlines(_ parts: [Prose.Inline]) -> [Prose.Inline] { parts.map { $0.mapping(text, formula) } }
    func blocks(_ blocks: [Self]) -> [Self] { blocks.map { $0.mapping(text, formula) } }
    switch self {
    case .paragraph(let parts): return .paragraph(inlines(parts))
    case .heading(let level, let parts): return .heading(level, inlines(parts))
    case .list(let items, let start): return .list(items.map(blocks), start: start)
    case .quote(let inner): return .quote(blocks(inner))
    case .admonition(let kind, let inner): return .admonition(kind, blocks(inner))
    case .table(let heading, let rows): return .table(heading.map(inlines), rows.map { $0.map(inlines) })
    case .math(let known, let source):
      let (changed, written) = formula(known, source)
      return .math(changed, source: written)
    case .code, .rule: return self
    }
  }
}

extension Prose.Inline {
  fileprivate func mapping(
    _ change: (String) -> String, _ formula: (MathText, String) -> (MathText, String)
  ) -> Self {
    func inlines(_ parts: [Self]) -> [Self] { parts.map { $0.mapping(change, formula) } }
    switch self {
    case .text(let text): return .text(change(text))
    case .emphasis(let parts): return .emphasis(inlines(parts))
    case .strong(let parts): return .strong(inlines(parts))
    case .link(let parts, let target): return .link(inlines(parts), target)
    case .picture(let parts, let target): return .picture(inlines(parts), target)
    case .math(let known, let source):
      let (changed, written) = formula(known, source)
      return .math(changed, source: written)
    case .code, .lineBreak: return self
    }
  }
}
