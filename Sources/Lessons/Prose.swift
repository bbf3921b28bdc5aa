/// What a lesson says, as data; the views lay it out.
package enum Prose {
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
  }

  package indirect enum Inline: Equatable, Sendable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case link([Inline], String)
    case lineBreak

    /// The words alone.
    package var plain: String {
      switch self {
      case .text(let text), .code(let text): text
      case .emphasis(let parts), .strong(let parts), .link(let parts, _): parts.map(\.plain).joined()
      case .lineBreak: "\n"
      }
    }
  }
}
