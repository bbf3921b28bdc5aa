import Networks
import Skills

/// Every wrong result that the catalogue foresees for one subject, singly and in pairs, ready to be computed.
final class CandidateTable {
  struct Candidate {
    /// Places in the catalogue, one or two, in its order.
    let mistakes: [Int]
    let rewrites: [Rewrite]
    /// Where its result is on the tape.
    let place: Int

    /// `sign-flip`, `sign-flip+half`.
    var id: MistakeID { MistakeID(joining: mistakes.map { Catalogue.mistakes[$0].id }) }
    /// Rounding is no formula, so only numbers show it.
    var isOnlyNumeric: Bool { rewrites.contains { $0.rounding != nil } }
    var focus: Focus { rewrites[0].focus }
    /// Whether one of two is a mere factor, a sign or a ½.
    var hasPlainFactor: Bool { mistakes.contains { Catalogue.plainFactors.contains(Catalogue.mistakes[$0].id) } }
  }

  /// Pairs are left out where they would take more operations than this.
  private static let maxOperations = 150_000
  /// Nor are mistakes tried on derivations with more parameters than this in them.
  private static let maxParameters = 4_000

  let subject: Subject
  let singles: [Candidate]
  /// The operations that the single mistakes need.
  let singlesEnd: Int
  private(set) lazy var pairs = recordPairs()
  private var recorder: TapeRecorder

  var tape: Tape { recorder.tape }

  /// Cost: the lines of the derivation for each way of making a mistake.
  init(_ subject: Subject) {
    self.subject = subject
    recorder = TapeRecorder(subject)
    var singles: [Candidate] = []
    let isTooLarge = subject.quantity == .lossAfterUpdate && subject.architecture.parameterCount > Self.maxParameters
    let right = isTooLarge ? -1 : recorder.record(Working(subject))
    for (number, mistake) in Catalogue.mistakes.enumerated() where !isTooLarge {
      var places: Set<Int32> = [right]
      for rewrite in mistake.rewrites(subject) {
        let place = recorder.record(Working(subject, rewrites: [rewrite]))
        guard places.insert(place).inserted else { continue }
        singles.append(Candidate(mistakes: [number], rewrites: [rewrite], place: Int(place)))
      }
    }
    self.singles = singles
    singlesEnd = recorder.tape.operations.count
  }

  private func recordPairs() -> [Candidate] {
    var pairs: [Candidate] = []
    let parts = singles.filter { !$0.isOnlyNumeric }
    // A lost sign or ½ goes with every other slip: such pairs come first, for where there are too many some are left out.
    for isPlain in [true, false] {
      for (index, one) in parts.enumerated() {
        for other in parts[(index + 1)...]
        where one.mistakes != other.mistakes && (one.hasPlainFactor || other.hasPlainFactor) == isPlain {
          if recorder.tape.operations.count > Self.maxOperations { return pairs }
          let rewrites = one.rewrites + other.rewrites
          let place = Int(recorder.record(Working(subject, rewrites: rewrites)))
          // One of the two undoes or hides the other.
          if place == one.place || place == other.place { continue }
          pairs.append(Candidate(mistakes: one.mistakes + other.mistakes, rewrites: rewrites, place: place))
        }
      }
    }
    return pairs
  }
}
