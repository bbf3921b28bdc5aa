import Diagnostics
import Exports
import Expressions
import Lessons
import Networks
import Questions
import Traces

/// What is on a sheet below an exercise's question: options, tiles, a chain with gaps, a derivation.
enum ExerciseMaterial {
  case none
  case options([String])
  case tiles([Expression])
  case chain(Expression, paths: [[Piece]])
  case lines([Ask.Equation])

  /// A factor that is shown, or the gap in which one is missing, from 1.
  enum Piece {
    case factor(Expression)
    case gap(Int)
  }

  init(_ kind: ExerciseList.Kind, _ network: Network) {
    let architecture = network.architecture
    switch kind {
    case .number, .formula, .sign, .derivation, .planted: self = .none
    case .choice(_, let options, _): self = .options(options)
    case .conditional(_, let options): self = .options(options.map(\.text))
    case .chain(let goal, let distractors, let variant):
      let tiles = Tiles(chainOf: goal, network, distractors, variant)
      self = tiles.map { .tiles($0.factors.map(architecture.expression(of:))) } ?? .none
    case .faded(let goal, let blank):
      let trace = Trace(network, goals: [])
      let paths = trace.chainPaths(of: goal).map { path in
        path.map { factor in
          blank.firstIndex(of: factor).map { Piece.gap($0 + 1) } ?? .factor(trace.symbolic(ofFactor: factor))
        }
      }
      self = .chain(architecture.expression(of: goal), paths: paths)
    case .bug(let lines, _): self = .lines(lines)
    }
  }

  /// Rows of text, each an item of a list where it is one; formulas are written by `render`, raw text by `escape`.
  func rows(escape: (String) -> String, render: (Expression) -> String) -> (label: Label, rows: [String]) {
    switch self {
    case .none: return (.plain, [])
    case .options(let options): return (.box, Worksheet.lettered(options).map(escape))
    case .tiles(let tiles):
      return (.cells, tiles.enumerated().map { "\(Letter.text($0)) = \(render($1))" })
    case .chain(let goal, let paths):
      let sums = paths.map { path in
        path.map { piece in
          switch piece {
          case .factor(let form):
            let isSum = if case .sum = form { true } else { false }
            return isSum ? "(\(render(form)))" : render(form)
          case .gap(let number): return escape("[ \(number) ]")
          }
        }.joined(separator: escape(" · "))
      }
      return (.plain, ["\(render(goal)) = \(sums.joined(separator: " + "))"])
    case .lines(let lines):
      return (.plain, lines.enumerated().map { "(\($0 + 1)) \(render($1.left)) = \(render($1.right))" })
    }
  }

  /// How rows are listed.
  enum Label {
    case plain, box
    /// One behind the other, none of them broken.
    case cells
  }
}

extension Tiles {
  /// The tiles of a gradient's whole chain on a network.
  init?(chainOf goal: Quantity, _ network: Network, _ distractors: Int, _ variant: Int) {
    self.init(chainOf: goal, Trace(network, goals: []), distractors: distractors, variant: variant)
  }
}
