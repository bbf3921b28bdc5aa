import Diagnosis
package import Diagnostics
package import Expressions
import Formats
package import Lessons
package import Networks
import Questions

/// Exercises on a network, whose numbers differ from student to student.
package struct Assignment {
  package let title: String
  package let base: Network
  package let exercises: [ExerciseList.Exercise]
  private let knowledge: Knowledge
  private let ties: [Quantity: Set<Pair>]

  package init(_ list: ExerciseList, base: Network) {
    title = list.title.isEmpty ? "Homework" : list.title
    self.base = base
    exercises = list.exercises
    let knowledge = Knowledge(base.architecture, held: base.held)
    self.knowledge = knowledge
    var ties: [Quantity: Set<Pair>] = [:]
    for quantity in Set(list.exercises.flatMap(\.kind.judgedQuantities)) {
      // What clashes at any numbers is no fault of these.
      let always = (1...6).map { Self.clashes(base.randomized(seed: $0), quantity, knowledge) }
      ties[quantity] = always.dropFirst().reduce(always[0]) { $0.intersection($1) }
    }
    self.ties = ties
  }

  package var points: Double { exercises.reduce(0) { $0 + $1.points } }

  private typealias Pair = ProblemGenerator.Pair

  private static let maxDraws = 12

  /// The student's own numbers: drawn from a seed of both, and such that mistakes give different results.
  ///
  /// Cost: the catalogue for each exercise at each draw, a dozen at most.
  package func network(for student: String) -> Network {
    var random = RandomSource(seed: Self.seed(title, student))
    var best: (network: Network, clashes: Int)?
    for _ in 0..<Self.maxDraws {
      let candidate = base.randomized(seed: random.next() >> 16)
      var clashes = 0
      for (quantity, ties) in ties {
        clashes += Self.clashes(candidate, quantity, knowledge).subtracting(ties).count
      }
      if clashes < best?.clashes ?? .max { best = (candidate, clashes) }
      if clashes == 0 { break }
    }
    return best?.network ?? base
  }

  /// The same on every machine.
  static func seed(_ parts: String...) -> UInt64 {
    var fingerprint = Fingerprint()
    for part in parts {
      fingerprint.add(part)
      fingerprint.add(0xFF as UInt8)
    }
    return fingerprint.value
  }

  /// Results of different mistakes that cannot be distinguished at these numbers, or from the right one.
  private static func clashes(_ network: Network, _ quantity: Quantity, _ knowledge: Knowledge) -> Set<Pair> {
    let checker = Checker(network, knowledge: knowledge)
    let right = checker.pass.value(of: quantity)
    // A gradient of a dead neuron teaches nothing, and tiny numbers are tedious.
    guard right.isFinite, right.magnitude > 1e-5 else {
      return [Pair(first: -1, second: -1), Pair(first: -2, second: -2)]
    }
    return ProblemGenerator.clashes(checker, quantity)
  }
}

extension ExerciseList.Exercise {
  /// The question in words: the author's, or the program's.
  package func words(_ architecture: Architecture, _ render: (Expression) -> String) -> Words {
    if let prompt { return Words(prompt) }
    guard let quantity = kind.namedQuantity else { return kind.prompt("", variable: "") }
    var variable = ""
    if case .derivative(_, let by) = quantity { variable = render(architecture.expression(of: by)) }
    return kind.prompt(render(architecture.expression(of: quantity)), variable: variable)
  }
}
