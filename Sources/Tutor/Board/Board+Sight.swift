import Expressions
import Lessons
package import Networks
import Questions
import Traces

/// What may be seen of the numbers, and what an answer is made of.
extension Board {
  /// Whether a value may be seen: it is given, or was found, and is not what is asked.
  package func knows(_ quantity: Quantity) -> Bool {
    guard !hidden.contains(quantity) else { return false }
    return walk.knows(quantity) || found.contains(quantity)
  }

  /// Whether a value was found here, or in a lesson before this one, and may be seen.
  package func hasFound(_ quantity: Quantity) -> Bool {
    knows(quantity) || foundEarlier.contains(quantity) && !hidden.contains(quantity)
  }

  /// What was found besides the forward pass, the newest last: by the lesson's screens so far, then on the walk.
  package var findings: [Quantity] {
    var seen: Set<Quantity> = []
    let here = walk.stop.step
    let walked = walk.trace.steps.prefix { $0.id <= here }.filter { $0.finds || $0.kind == .collapse }.map(\.quantity)
    return (found + walked).filter { quantity in
      switch quantity {
      case .derivative, .updated, .lossAfterUpdate: knows(quantity) && seen.insert(quantity).inserted
      case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep, .net, .out, .partialLoss,
        .loss:
        false
      }
    }
  }

  /// What the open question asks for, of the quantities that are not given; nothing where none is open.
  package var asked: [Quantity] {
    guard let asking, !asking.isSettled else { return [] }
    let quantities = asking.subjects + (asking.quantity.map { [$0] } ?? [])
    var seen: Set<Quantity> = []
    return quantities.filter { walk.network[given: $0] == nil && seen.insert($0).inserted }
  }

  /// What the open question's answer is computed from, the nearest first; where none is open, what the step at hand is.
  package var needs: [Quantity] {
    guard let asking, !asking.isSettled else { return walk.trace.needs(of: [walk.step.quantity]) }
    let trace = walk.trace
    let named = asking.question.ask?.kind.leafNames.compactMap(architecture.quantity(named:)) ?? []
    let asked = asked
    let direct = named.filter { !asked.contains($0) }
    return direct + trace.needs(of: asked + direct)
  }
}

extension Ask.Kind {
  /// The names in what is asked, without those of lines that are given to be read.
  fileprivate var leafNames: [String] {
    switch self {
    case .number(let answer, _), .expression(let answer, _), .sign(let answer): answer.leafNames
    case .choice, .chain, .faded, .bug, .poll, .text: []
    }
  }
}
