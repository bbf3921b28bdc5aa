import Expressions
package import Networks
package import Questions
package import Traces

/// What a derivation is worked on with: the walk, the open question, the numbers chosen, and the way back.
///
/// An activity owns one; opening another activity makes another board.
package struct Board: Equatable, Sendable, Conversing {
  package internal(set) var walk: Walk
  package internal(set) var console = Console()
  /// The network that `:reset` brings back.
  package internal(set) var original: Network
  /// The pass before the last edit, so that what changed can be marked; nil after moving on.
  package internal(set) var before: Pass?
  /// The samples to choose from; nil where the network's own is all there is.
  package internal(set) var samples: Samples?
  /// The given quantity that `+` and `-` nudge.
  package internal(set) var selection: Quantity?
  package internal(set) var marks: [String: Int] = [:]
  /// The question that is open.
  package internal(set) var asking: Asking?
  /// Whether nothing is revealed before it was predicted.
  package internal(set) var predicts = false
  /// The steps that the learner has had a go at.
  var predicted: Set<Int> = []
  /// The learner's own numbers, right or wrong, so that what follows from them can be recognized.
  package internal(set) var earlier: [Quantity: Double] = [:]
  /// What was computed last, for `ans`.
  var result: Double?
  /// Formulas by the names that the user gave them.
  var definitions: [String: String] = [:]
  /// What a lesson has found on these numbers so far, the newest last.
  var found: [Quantity] = []
  /// What lessons before this one have found on these numbers.
  var foundEarlier: Set<Quantity> = []
  /// What is asked, or will be in a test, and must not be seen yet.
  var hidden: Set<Quantity> = []
  /// The stop behind which the walk shows what it came to; nil while it does not.
  var rewardIndex: Int?
  /// Which of the functions is drawn in the network's place, by its number; nil for the network.
  var pictureNumber: Int?
  /// The lesson's own numbers, where the screen is on others; what differs is marked.
  var usual: Network?
  /// What was searched last, for `n` and `N`.
  package internal(set) var searched = ""
  /// The file that is read because `:notation` named it; nil where a file is a network.
  var notationFile: String?
  var past: [Edit] = []
  var future: [Edit] = []

  init(_ walk: Walk, original: Network? = nil, samples: Samples? = nil) {
    self.walk = walk
    self.original = original ?? walk.network
    self.samples = samples
  }

  /// What undo brings back.
  struct Edit: Equatable, Sendable {
    let network: Network
    let goals: [Quantity]
    let form: DerivationForm
    let samples: Samples?
    let index: Int
    /// What `:reset` brought back then.
    let original: Network
  }

  var architecture: Architecture { walk.network.architecture }

  /// The trace that the open question is about: the walk's, or one at other numbers.
  package var askedTrace: Trace {
    let own = asking.flatMap { $0.question.hasOwnNumbers ? $0.question.network : nil }
    guard let other = asking?.like ?? own, other != walk.network else { return walk.trace }
    var trace = walk.trace
    trace.setNetwork(other)
    return trace
  }

  /// The open question, on the numbers that it is asked on now.
  package var question: Question? {
    asking.map { $0.question.hasOwnNumbers ? $0.current : $0.question.on(Ground(askedTrace)) }
  }
}
