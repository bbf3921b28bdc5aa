/// A sign that means something on its own, with its spelling in ASCII.
///
/// Signs that stand in a column with others are as wide in either.
package enum Sign: CaseIterable, Sendable {
  // What is chosen, what is finished, what is asked.
  case pointer, done, finished, right, wrong, open, begun, mastered, blank, reused, notYet, none
  // What belongs to a text.
  case bullet, chevron, ellipsis, dots, cut, dot, times, count, delta, arrow
  // What lies beyond what is seen.
  case above, below, skipped, andSoOn
  // Bars of progress.
  case full, missing, filled, unfilled
  // Lines, boxes and arrows of pictures.
  case rule, upright, heavyUpright, crossing, topLeft, topRight, bottomLeft, bottomRight, port, head, edge, litEdge
  // Axes of plots.
  case corner, tickLeft, tickBelow, tickAbove

  package var unicode: String { spellings.unicode }
  package var ascii: String { spellings.ascii }

  private var spellings: (unicode: String, ascii: String) {
    switch self {
    case .pointer: ("▶", ">")
    case .done: ("✓", "x")
    case .finished: ("✓", "ok")
    case .right: ("✓", "+")
    case .wrong: ("✗", "x")
    case .open: ("○", "o")
    case .begun: ("◐", "+")
    case .mastered: ("●", "*")
    case .blank: ("▢", "[ ]")
    case .reused: ("↺", "'")
    case .notYet: ("·", ".")
    case .none: ("–", "-")
    case .bullet: ("•", "*")
    case .chevron: ("›", ">")
    case .ellipsis: ("…", "...")
    case .dots: ("…", "..")
    case .cut: ("…", "~")
    case .dot: (" · ", " - ")
    case .times: (" · ", " * ")
    case .count: ("×", "x")
    case .delta: ("δ", "d")
    case .arrow: ("→", "->")
    case .above: ("↑", "^")
    case .below: ("↓", "v")
    case .skipped: ("⋮", ":")
    case .andSoOn: ("⋯", "~")
    case .full: ("█", "#")
    case .missing: ("░", ".")
    case .filled: ("━", "#")
    case .unfilled: ("╌", ".")
    case .rule: ("─", "-")
    case .upright: ("│", "|")
    case .heavyUpright: ("┃", "|")
    case .crossing: ("┼", "+")
    case .topLeft: ("╭", "+")
    case .topRight: ("╮", "+")
    case .bottomLeft: ("╰", "+")
    case .bottomRight: ("╯", "+")
    case .port: ("●", "o")
    case .head: ("→", ">")
    case .edge: ("─→", "->")
    case .litEdge: ("━▶", "=>")
    case .corner: ("└", "+")
    case .tickLeft: ("┤", "+")
    case .tickBelow: ("┬", "+")
    case .tickAbove: ("┴", "+")
    }
  }
}
