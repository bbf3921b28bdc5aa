import Diagnostics
import Formats
import Progress
import Skills
import Testing

/// What follows from the answers: mistakes with their places, lessons, what is next and why.
@Suite struct ReportTests {
  private static func wrong(
    _ mistakes: [MistakeID], step: String = "dE/dw5", _ change: (inout Attempt) -> Void = { _ in }
  )
    -> Attempt
  {
    .sample([.lossSlope], .mistake, step: step) {
      $0.mistakes = mistakes
      $0.blamed = .lossSlope
      change(&$0)
    }
  }

  @Test func mistakesWithTheirPlaces() {
    let attempts = [
      Self.wrong(["half"], step: "a"), Self.wrong(["sign-flip"], step: "b"), Self.wrong(["sign-flip+half"], step: "c"),
      // Several that fit: which it was is not known.
      Self.wrong(["half", "sign-flip"], step: "d"), .sample([.lossSlope], step: "e"),
      Self.wrong(["sign-flip"], step: "f"), .sample([.lossSlope], step: "g"), .sample([.loss], step: "h"),
    ]
    let mistakes = RepeatedMistake.all(in: attempts)
    #expect(mistakes.map(\.mistake) == ["sign-flip", "half"])
    #expect(mistakes.map { $0.attempts.map(\.step) } == [["f", "c", "b"], ["c", "a"]])
    #expect(mistakes.map(\.rightSince) == [1, 2])
  }

  private static let lessons = [
    LessonOutline(id: "one", title: Words("One"), skills: [.weightedSum], questions: ["q1", "q2"]),
    LessonOutline(id: "two", title: Words("Two"), requires: ["one"], skills: [.sigmoid], questions: ["q1"]),
    LessonOutline(id: "three", title: Words("Three"), requires: ["two"], skills: [.tracePath], questions: []),
  ]

  @Test func lessonsCountWhatWasSolved() {
    let report = ProgressReport(
      [
        .sample([], lesson: "one", step: "q1"), .sample([], .mistake, lesson: "one", step: "q2"),
        .sample([], lesson: "two", step: "gone"), .sample([], lesson: "two", step: "q1"), .sample([], step: "q2"),
      ], visits: ["one": LessonVisit(isOpen: true), "three": LessonVisit(isRead: true)], lessons: Self.lessons, now: 0)
    #expect(report.lessons.map(\.settled) == [1, 1, 0])
    #expect(report.lessons.map(\.isDone) == [false, true, true])
    #expect(report.lessons.map(\.isOpen) == [true, false, false])
    #expect(report.lessons.map(\.isBegun) == [true, true, true])
  }

  /// A lesson that was only read is not done; questions that were told are.
  @Test func readIsNotDone() {
    func progress(_ visit: LessonVisit, _ attempts: [Attempt] = []) -> LessonProgress? {
      ProgressReport(attempts, visits: ["one": visit], lessons: Self.lessons, now: 0).lessons.first
    }
    let read = progress(LessonVisit(isRead: true))
    #expect(read?.isDone == false && read?.isLeftOpen == true && read?.openCount == 2 && read?.isBegun == true)
    let told = progress(LessonVisit(isRead: true, settled: ["q1", "gone"]), [.sample([], lesson: "one", step: "q2")])
    #expect(told?.isDone == true && told?.isLeftOpen == false && told?.settled == 2)
    #expect(progress(LessonVisit(settled: ["q1"]), [.sample([], lesson: "one", step: "q1")])?.settled == 1)
  }

  @Test func theLessonThatTeachesWhatIsNext() {
    func next(_ attempts: [Attempt], done: Set<String> = []) -> (Skill?, String?) {
      let visits = Self.lessons.filter { done.contains($0.id) }.map {
        ($0.id, LessonVisit(isRead: true, settled: Set($0.questions)))
      }
      let report = ProgressReport(
        attempts, visits: Dictionary(uniqueKeysWithValues: visits), lessons: Self.lessons, now: 0)
      return (report.recommendation?.skill, report.recommendation?.lesson)
    }
    #expect(next([]) == (.weightedSum, "one"))
    #expect(next(Attempt.mastering([.weightedSum]), done: ["one"]) == (.sigmoid, "two"))
    // A lesson whose beginnings are missing leads to these.
    let failed = Attempt.sample([.tracePath], .unknown)
    #expect(next([failed]) == (.tracePath, "one"))
    #expect(next([failed], done: ["one"]) == (.tracePath, "two"))
    // Where no lesson teaches it, practice does.
    #expect(next([failed], done: ["three"]) == (.tracePath, nil))
    let all = Attempt.mastering(Skill.allCases)
    #expect(ProgressReport(all, now: 0).recommendation == nil)
  }

  @Test func reviewsComeFirstAndReasonsAreGiven() throws {
    let attempts = Attempt.mastering([.weightedSum])
    let report = ProgressReport(attempts, lessons: Self.lessons, now: 90_000_000)
    let review = try #require(report.recommendation)
    #expect(review.kind == .review && review.skill == .weightedSum && review.lesson == nil)
    #expect(review.reason.en.contains("'net input'") && review.reason.zh.contains("“净输入”"))
    // Of several the one that is due longest.
    let two = Attempt.mastering([.sigmoid], at: 1_000) + attempts
    #expect(ProgressReport(two, now: 90_000_000).recommendation?.skill == .weightedSum)
    let learning = try #require(report.learning)
    #expect(learning.skill == .sigmoid && learning.reason.en.hasPrefix("You have mastered 'net input'; 'output value'"))
    // What nothing is known of has no number.
    #expect(!learning.reason.en.contains("%") && !learning.reason.zh.contains("%"))
    let begun = ProgressReport([.sample([.tracePath], .unknown)], now: 0).recommendation
    #expect(begun?.reason.en.contains("18 %") == true && begun?.kind == .learn(.worked))
  }

  /// A newer version may have skills of its own: the answer counts for those that are known here.
  @Test func skillsOfAnotherVersionAreLeftOut() throws {
    var attempt = Attempt.sample([.loss], .mistake)
    attempt.blamed = .update
    let newer = AttemptFile.json([attempt]).oneLine
      .replacing("[\"loss\"]", with: "[\"no-such-skill\", \"loss\"]").replacing("\"update\"", with: "\"no-such-skill\"")
    let read = try #require(try AttemptFile.attempts(SourceText(newer)).first)
    #expect(read.skills == [.loss] && read.blamed == nil)
  }

  @Test func filesOfAnswersAreReadOrRefused() throws {
    let attempts = [Attempt.sample([.loss], .mistake, lesson: "一", step: "a,\"b\"\r\nc")]
    let (csv, json) = (AttemptFile.csv(attempts), AttemptFile.json(attempts).oneLine)
    for text in [csv, json, csv.replacing("\r\n\"0", with: "\n\"0"), csv.replacing("\"true\"", with: "TRUE")] {
      #expect(try AttemptFile.attempts(SourceText(text)) == attempts)
    }
    for (text, id) in [
      ("", "progress.not-progress"), ("a,b\n1,2\n", "progress.not-progress"), ("{}", "progress.not-progress"),
      (json.replacing("\"version\": 1", with: "\"version\": 2"), "progress.newer"),
      (json.replacing("\"attempts\"", with: "\"others\""), "progress.missing"),
      (json.replacing("\"step\"", with: "\"stop\""), "progress.missing"),
      // What would silently count for nothing: another language's truth, a number that is none, a list that is a text.
      (json.replacing("\"first\": true", with: "\"first\": 1"), "progress.missing"),
      (json.replacing("\"hint\": null", with: "\"hint\": \"2\""), "progress.missing"),
      (json.replacing("\"skills\": [\"loss\"]", with: "\"skills\": \"loss\""), "progress.missing"),
      (json.replacing("\"skills\": [\"loss\"]", with: "\"skills\": [1]"), "progress.missing"),
      (csv.replacing("\"true\"", with: "\"WAHR\""), "progress.missing"),
      (csv.replacing("\"true\"", with: ""), "progress.missing"),
      (csv.replacing("\"mistake\",\"\",\"\"", with: "\"mistake\",\"\",\"two\""), "progress.missing"),
      (csv + "1,2,3\r\n", "progress.bad-row"),
      ("{\"format\": ", "json.expected-value"),
    ] {
      do throws(Diagnostic) {
        _ = try AttemptFile.attempts(SourceText(name: "x", text))
        Issue.record("read: \(text)")
      } catch { #expect(error.id == id || id.hasPrefix("json.") && error.id.hasPrefix("json."), "\(error.id) \(text)") }
    }
  }
}
