import Diagnostics
import Progress
import Reports
import Screen
import Skills
import Testing

/// The page as text: nothing missing, nothing too wide, in both languages and in ASCII.
@Suite struct LearnerPageTests {
  private static let report: ProgressReport = {
    var attempts = zip(["a", "b", "a"], ["1", "2", "3"]).map { parameters, answer in
      Attempt(
        time: 0, step: "net_h1", parameters: parameters, answer: answer, verdict: .right, skills: [.weightedSum],
        isFirst: true)
    }
    var wrong = Attempt(
      time: 86_400_000, lesson: "loss", step: "q2", parameters: "a", answer: "=0.5\u{1B}[2J", verdict: .mistake,
      skills: [.loss], isFirst: true)
    wrong.mistakes = ["drop-output-slope"]
    wrong.blamed = .outputSlope
    attempts.append(wrong)
    return ProgressReport(
      attempts, visits: ["loss": LessonVisit(isOpen: true)],
      lessons: [
        LessonOutline(id: "loss", title: Words(en: "Loss", zh: "损失"), skills: [.loss], questions: ["q1", "q2"])
      ], now: 2 * 86_400_000)
  }()

  private static func lines(_ language: Language, isASCII: Bool = false, columns: Int = 80) -> [String] {
    LearnerPage(
      report, now: 2 * 86_400_000,
      Look(language: language, notation: isASCII ? .ascii : .unicode, size: Size(columns: columns, rows: 24))
    ).grid
      .lines
  }

  @Test func everythingIsThere() {
    let english = Self.lines(.en).joined(separator: "\n")
    for text in [
      "Next\n  bptutor practise weighted-sum\n  You have mastered 'net input'",
      "  bptutor lesson loss\n  Loss: It is the first lesson that is not done yet; it is about 'loss'.",
      "Due for review: net input.", "Growth\n  2 days in a row.\n  1 skill shown at least once.",
      "Mastery: 1 of 24 skills, after 4 answers",
      "▶ net input                      ██████████████████████ 100%  review",
      "Skill map", "1 × the output's activation slope left out\n      What lies between net_O and out_O?",
      "'Loss', question 2: you wrote =0.5�[2J (1 day ago)", "0/2  Loss",
    ] { #expect(english.contains(text), "\(text)\n\(english)") }
    let chinese = Self.lines(.zh).joined(separator: "\n")
    for text in [
      "下一步", "该复习：净输入。", "24 项技能已掌握 1 项", "我常犯的错误", "1 × 漏了输出层激活函数的导数", "《损失》第 2 题：你写的是 =0.5", "（1 天前）", "0/2  损失",
    ] {
      #expect(chinese.contains(text), "\(text)\n\(chinese)")
    }
  }

  /// What went wrong once and is answered rightly since, what was written in words, a question that is no longer known.
  @Test func whatBecameOfMistakes() {
    func attempt(_ number: Int, _ verdict: Attempt.Verdict, _ step: String, lesson: String? = "loss") -> Attempt {
      Attempt(
        time: Int64(number), lesson: lesson, step: step, parameters: "p\(number)", answer: "a\(number)",
        verdict: verdict, skills: [.loss], isFirst: true)
    }
    func lines(_ attempts: [Attempt], _ language: Language) -> String {
      let lesson = LessonOutline(id: "loss", title: Words(en: "Loss", zh: "损失"), skills: [.loss], questions: ["q1"])
      let report = ProgressReport(attempts, visits: [:], lessons: [lesson], now: 100)
      return LearnerPage(report, now: 100, Look(language: language, size: Size(columns: 80, rows: 24)))
        .grid([.mistakes, .gone, .words]).lines.joined(separator: "\n")
    }
    var wrong = attempt(0, .mistake, "q7")
    wrong.mistakes = ["half"]
    var elsewhere = attempt(1, .mistake, "q1", lesson: "a-lesson-that-went")
    elsewhere.mistakes = ["half"]
    let once = [wrong, elsewhere, attempt(2, .right, "q1")]
    #expect(lines(once, .en).contains("'Loss': you wrote a0"))
    #expect(lines(once, .en).contains("in a lesson: you wrote a1"))
    #expect(lines(once, .en).contains("Since then right once."))
    #expect(lines(once, .zh).contains("《损失》：你写的是 a0") && lines(once, .zh).contains("此后同类问题答对 1 次。"))
    let gone = once + (3..<6).map { attempt($0, .right, "q1") }
    #expect(lines(gone, .en).contains("Mistakes you no longer make"))
    #expect(lines(gone, .en).contains("right 4 times since"))
    #expect(lines(gone, .zh).contains("不再犯的错误") && lines(gone, .zh).contains("此后答对 4 次"))
    #expect(!lines(gone, .en).contains("What I keep getting wrong"))
    let words = [attempt(9, .unknown, "q1" + Attempt.wordsMark)]
    #expect(lines(words, .en).contains("In their own words\n  Loss\n    a9"), "\(lines(words, .en))")
    #expect(lines(words, .zh).contains("用自己的话写的\n  损失\n    a9"))
  }

  /// A lesson's figure is that of the menu, and reading alone is told as that.
  @Test func lessonsThatWereRead() {
    let lessons = [("a", 3), ("b", 12), ("c", 0)].map { id, count in
      LessonOutline(
        id: id, title: Words(en: "About \(id)", zh: "关于 \(id)"), skills: [.loss],
        questions: (0..<count).map { "q\($0)" })
    }
    let visits = [
      "a": LessonVisit(isRead: true, settled: ["q1"]),
      "b": LessonVisit(isRead: true, settled: Set(lessons[1].questions)), "c": LessonVisit(isRead: true),
    ]
    let report = ProgressReport([], visits: visits, lessons: lessons, now: 0)
    func lines(_ language: Language) -> [String] {
      LearnerPage(report, now: 0, Look(language: language, notation: .ascii, size: Size(columns: 80, rows: 24))).grid([
        .lessons
      ]).lines
    }
    #expect(
      lines(.en).dropFirst() == [
        "    ###.......    1/3  About a  read to the end, 2 questions open", "    ##########  12/12  About b",
        "    ##########         About c",
      ])
    #expect(lines(.zh).contains { $0.hasSuffix("关于 a  已读到末尾，还有 2 题未完成") })
  }

  @Test(arguments: Language.allCases, [20, 40, 60, 80, 200])
  func nothingIsTooWide(_ language: Language, _ columns: Int) {
    for isASCII in [false, true] {
      for line in Self.lines(language, isASCII: isASCII, columns: columns) {
        #expect(Screen.width(of: line) <= columns && !line.contains("\u{1B}"))
        if isASCII, language == .en {
          #expect(line.replacing("\u{FFFD}", with: "").utf8.allSatisfy { $0 < 0x80 }, "\(line)")
        }
      }
    }
  }
}
