import Diagnostics
import Expressions

extension TextFlow {
  /// The rows of a block of prose, laid out with a blank line between paragraphs and two columns for each level.
  static func rows(of block: Prose.Block, columns: Int) -> Int {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines):
      rows(of: inlines.map(\.plain).joined(), columns: columns)
    case .list(let items, let start):
      items.reduce(0) { $0 + rows(of: $1, columns: columns - (start == nil ? 2 : 4)) }
    case .quote(let blocks): rows(of: blocks, columns: columns - 2)
    case .admonition(_, let blocks): 1 + rows(of: blocks, columns: columns - 2)
    case .math(let formula, _): formula.block(.unicode) { $0 }.height
    case .table(let heading, let rows): TableLayout(heading, rows, columns: columns).height
    case .code(let text): max(1, text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    case .rule: 1
    }
  }

  private static func rows(of blocks: [Prose.Block], columns: Int) -> Int {
    blocks.reduce(0) { $0 + rows(of: $1, columns: columns) } + max(0, blocks.count - 1)
  }
}
