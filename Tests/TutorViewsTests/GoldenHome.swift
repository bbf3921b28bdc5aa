import Diagnostics
import LessonTesting
import Lessons
import Networks
import Progress
import Screen
import Skills

@testable import Tutor

/// The menu whose screens are kept: of a new learner, of one in the middle of the course, and while something is searched.
///
/// Its lessons are made up, so that no change of a real one changes the screens.
enum GoldenHome {
  /// The events that follow the opening, and whether something is known of the learner.
  static let all: [String: (events: [Event], isKnown: Bool)] = [
    "home-new": ([], false),
    "home-course": ([], true),
    "home-lesson-chosen": ([.key(.character("6"))], true),
    "home-search": ([.key(.character("/")), .key(.paste("w5")), .key(.down)], true),
    "home-skills": ([.key(.character("o"))], true),
  ]

  static func state(_ language: Language, _ name: String) -> State {
    var state = State(network: BundledNetworks.default, language: language)
    guard let example = all[name] else { return state }
    state.openMenu(library)
    _ = state.update(
      .progress(
        KeptProgress(attempts: example.isKnown ? attempts : [], places: example.isKnown ? places : [], now: now)))
    for event in example.events { _ = state.update(event) }
    return state
  }

  // MARK: Lessons

  private static let titles: [(en: String, zh: String, skills: String, questions: Int)] = [
    ("From inputs to output", "从输入到输出", "weighted-sum, sigmoid, compose-forward", 3),
    ("How wrong is it?", "错了多少？", "loss", 2),
    ("One factor at a time", "一次一个因子", "dE-dout, dout-dnet, dnet-dw", 4),
    ("∂E/∂w5: three links", "∂E/∂w5：三个环节", "trace-path, assemble-output", 4),
    ("w6 and b2: what changes, and what can be kept", "w6 与 b2：哪些要改，哪些照搬", "transfer-index, bias-one", 2),
    ("∂E/∂w1: through a hidden neuron", "∂E/∂w1：穿过隐藏层神经元", "dnet-dout, assemble-hidden", 5),
    ("The error term δ", "误差项 δ", "delta-reuse", 3),
    ("From gradient to step", "从梯度到更新", "update, old-weights", 3),
    ("A lesson that asks nothing", "没有题目的一课", "repeat-forward", 0),
  ]

  private static let library: [LessonCatalogue.Entry] = {
    let files = titles.enumerated().flatMap { number, title in
      Language.allCases.map { language in
        LessonFile(SourceText(name: "0\(number + 1)-l\(number + 1).\(language.rawValue).md", text(number, language)))
      }
    }
    return LessonCatalogue(files).entries
  }()

  private static func text(_ number: Int, _ language: Language) -> String {
    let title = titles[number]
    let prompts = Words(en: "What is the value of w\(number + 1) here, and why?", zh: "这里 w\(number + 1) 等于多少，为什么？")
    let questions = (0..<title.questions).map { question in
      """
      ```ask number id=q\(question + 1)
      prompt: "\(prompts[language])"
      answer: net_h1
      ```

      """
    }
    return """
      ---
      bptutor: 1
      id: l\(number + 1)
      title: "\(language == .en ? title.en : title.zh)"
      network: default
      requires: [\(number == 0 ? "" : "l\(number)")]
      skills: [\(title.skills)]
      minutes: \(10 + number)
      lang: \(language.rawValue)
      ---
      \(Words(en: "Words about this and that.", zh: "关于这个和那个。")[language])

      """ + questions.joined()
  }

  // MARK: What is known

  private static let day: Int64 = 86_400_000
  private static let now = 20 * day

  private static let attempts: [Progress.Attempt] = {
    var attempts: [Progress.Attempt] = []
    for (age, skill) in [(9, Skill.weightedSum), (2, .sigmoid), (2, .composeForward), (1, .loss)] {
      for (parameters, answer) in [("a", "0.1"), ("b", "0.2"), ("c", "0.3")] {
        attempts.append(
          Progress.Attempt(
            time: now - Int64(age) * day, step: skill.rawValue, parameters: parameters, answer: answer, verdict: .right,
            skills: [skill], isFirst: true))
      }
    }
    for step in ["q1", "q2", "q3"] { attempts.append(solved("l1", step)) }
    attempts.append(solved("l2", "q1"))
    attempts.append(solved("l3", "q1"))
    for answer in ["0.0349", "0.035"] {
      var wrong = Progress.Attempt(
        time: now - day, step: "dE/dw5", parameters: "a", answer: answer, verdict: .mistake,
        skills: [.assembleOutput],
        isFirst: answer == "0.0349")
      (wrong.mistakes, wrong.blamed) = (["sign-flip"], .lossSlope)
      attempts.append(wrong)
    }
    return attempts
  }()

  private static func solved(_ lesson: String, _ step: String) -> Progress.Attempt {
    Progress.Attempt(
      time: now - day, lesson: lesson, step: step, parameters: "a", answer: "1", verdict: .right, skills: [],
      isFirst: true)
  }

  /// The first lesson is done, the second read with a question left open, the third left in the middle.
  private static let places: [KeptPlace] = {
    var (first, second, third) = (LessonPlace(), LessonPlace(), LessonPlace())
    (first.isAtEnd, second.isAtEnd) = (true, true)
    first.outcomes = ["q1": done, "q2": done, "q3": done]
    second.outcomes = ["q1": done]
    third.outcomes = ["q1": done, "q2": done]
    (third.actions, third.farthestActions) = (2, 2)
    return [("l1", first), ("l2", second), ("l3", third)].map { KeptPlace(lesson: $0, place: $1.text) }
  }()

  private static var done: LessonPlace.Outcome {
    var outcome = LessonPlace.Outcome()
    outcome.isDone = true
    return outcome
  }
}
