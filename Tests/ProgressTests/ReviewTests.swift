import Progress
import Skills
import Testing

/// What was mastered comes back.
@Suite struct ReviewTests {
  private static let day: Int64 = 86_400_000
  private static let mastered = Attempt.mastering([.loss], at: 1_000)

  private static func due(_ attempts: [Attempt], day: Double) -> Bool {
    LearnerModel(attempts).due(at: 1_000 + Int64(day * Double(Self.day))) == [.loss]
  }

  @Test func afterOneThreeAndSevenDays() {
    var attempts = Self.mastered
    var passed = 0.0
    for interval in [1.0, 3, 7] {
      #expect(!Self.due(attempts, day: passed + interval - 0.01))
      #expect(Self.due(attempts, day: passed + interval))
      passed += interval
      attempts.append(.sample([.loss], at: 1_000 + Int64(passed * Double(Self.day))))
    }
    #expect(!Self.due(attempts, day: 10_000))
  }

  /// An answer in between is no review.
  @Test func tooEarlyDoesNotCount() {
    let attempts = Self.mastered + [.sample([.loss], at: 1_000 + Self.day / 2)]
    #expect(Self.due(attempts, day: 1))
  }

  @Test func aFailedReviewTakesMasteryAway() {
    let failed = Self.mastered + [.sample([.loss], .mistake, at: 1_000 + Self.day)]
    let model = LearnerModel(failed)
    #expect(model[.loss].known == 0.60 && !model[.loss].isMastered && !Self.due(failed, day: 30))
    // The same answer before its day takes a little.
    let early = LearnerModel(Self.mastered + [.sample([.loss], .mistake, at: 2_000)])
    #expect(abs(early[.loss].known - 0.982064) < 1e-6)
    // Learnt again, it comes back after a day again.
    let again =
      failed
      + ["0.4", "0.5"].map { Attempt.sample([.loss], at: 1_000 + 2 * Self.day, answer: $0) }
    #expect(LearnerModel(again)[.loss].isMastered && !Self.due(again, day: 2.9) && Self.due(again, day: 3))
  }

  /// What is due counts, though the same was answered before.
  @Test func nextReview() {
    var attempts = Self.mastered
    #expect(LearnerModel().nextReview == nil && LearnerModel(attempts).nextReview == 1_000 + Self.day)
    attempts.append(.sample([.loss], at: 1_000 + Self.day, step: "loss", answer: "0.33"))
    #expect(LearnerModel(attempts).nextReview == 1_000 + 4 * Self.day)
  }

  @Test func whatIsDueLongestComesFirst() {
    let attempts = Attempt.mastering([.sigmoid], at: 5_000) + Attempt.mastering([.loss], at: 1_000)
    #expect(LearnerModel(attempts).due(at: 2 * Self.day) == [.loss, .sigmoid])
  }

  /// A clock that was in the future for a while does not put reviews off for years; extreme times do not trap.
  @Test func clocksMayBeWrong() {
    let future = Attempt.mastering([.loss], at: 400 * Self.day)
    #expect(LearnerModel(future).due(at: 30 * Self.day) == [.loss])
    #expect(LearnerModel(Attempt.mastering([.loss], at: Self.day)).due(at: Self.day / 2).isEmpty)
    for time in [Int64.min, .max] {
      _ = LearnerModel(Attempt.mastering([.loss], at: time) + [.sample([.loss], at: ~time)]).due(at: time)
    }
  }
}
