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
