import Expressions
import Traces

/// A derivation as a document: what is said and in which order, the notation still open.
///
/// One builder makes it; plain text, Markdown, LaTeX and HTML are writers of it, so that none of them can say
/// something else. Text in it is raw: each writer escapes for its own format.
struct TraceDocument {
  let title: String
  let sections: [Section]

  struct Section {
    /// 2 for the parts of the document, 3 for a step, more for a step of a derivation inside another.
    let level: Int
    let heading: [Inline]
    /// A step's id, under which it can be referred to.
    let step: Int?
    var blocks: [Block]

    init(level: Int, heading: [Inline], step: Int? = nil, blocks: [Block] = []) {
      self.level = level
      self.heading = heading
      self.step = step
      self.blocks = blocks
    }
  }

  enum Inline {
    case text(String)
    case formula(Expression)
    /// A reference to a step.
    case step(Int)
  }

  enum Block {
    case prose([Inline])
    case note([Inline])
    /// One line under a label: a stage of a factor, or what is given.
    case labelled(String, Content)
    case content(Content)
    case table(head: [String], rows: [[Expression]])
    /// Writers without pictures leave it out: it shows nothing that is not also said.
    case picture(NetworkPicture)
  }

  enum Content {
    /// left = right = right …; nothing on the left of what is only a part of something.
    case equation(Expression?, [Expression])
    /// left = factor · factor …, one of them marked.
    case identity(Expression?, factors: [Expression], marked: Int?)
    case rule(Rule)
    /// name = value, name = value …
    case values([(name: Expression, value: Expression)], isShortened: Bool)
    case prose([Inline])
  }

  /// Significant digits of every number that people read.
  static let digits = 6
}
