import Diagnostics

/// One field of a lesson's front matter or of a block: what the reader, the lint and the editors' schema know of it.
struct Field: Sendable {
  let name: String
  let shape: Shape
  let isRequired: Bool
  /// Whether it is in the header of the block (`id=n1`) rather than in its body.
  let isInHeader: Bool
  /// The format version that has it first.
  let since: Int
  let about: Words

  init(
    _ name: String, _ shape: Shape, required: Bool = false, header: Bool = false, since: Int = 1, _ about: Words
  ) {
    self.name = name
    self.shape = shape
    isRequired = required
    isInHeader = header
    self.since = since
    self.about = about
  }

  /// What kind of value a field takes.
  indirect enum Shape: Sendable {
    /// Words for the learner, which each language has its own of.
    case text
    /// Letters, digits and hyphens.
    case identifier
    case whole(ClosedRange<Int>)
    case number
    /// `0.5%` or `0.005`.
    case tolerance
    case oneOf([String])
    /// A file's name beside the lesson, or the name of a bundled network.
    case networkName
    case skill
    case lessonID
    case mistake
    /// A formula over the network's quantities.
    case expression
    /// A formula that is compared, or of which the sign is asked: `sign(dE/dw5)`.
    case signExpression
    /// `E < 0.15`.
    case condition
    /// `true`, `false` or a condition.
    case truth
    /// `left = right`.
    case equation
    /// The name of a quantity: `net_h1`, `dE/dw5`.
    case quantity
    /// The name of a neuron: `h1`.
    case neuron
    /// The id of a block of the lesson.
    case blockID
    /// The two ends of an interval.
    case interval
    /// Names of the author's own, and the ranges from which their values are drawn.
    case variables
    /// Given quantities and the formulas of their values.
    case assignments
    case list(Shape)
    case record([Field])

    /// Whether each language has its own.
    var isText: Bool {
      switch self {
      case .text: true
      case .list(let element): element.isText
      default: false
      }
    }
  }
}
