import Diagnostics
import Lessons
import Networks
import Progress
import Questions
import Screen
import Skills
import Testing
import Traces

@testable import Tutor

/// The menu, as a value.
@Suite struct HomeTests {
  /// Two lessons, the second built on the first.
  private static let library: [LessonCatalogue.Entry] = {
    func file(_ name: String, _ requires: String, _ skill: String) -> LessonFile {
      LessonFile(
        SourceText(
          name: "\(name).en.md",
          """
          ---
          bptutor: 1
          id: \(name)
          title: About \(name)
          network: default
          requires: [\(requires)]
          skills: [\(skill)]
          lang: en
          ---
          Words.
          <!-- pause -->
          ```ask number id=q1
          prompt: How much?
          answer: net_h1
          ```
          """))
    }
    return LessonCatalogue([file("first", "", "weighted-sum"), file("second", "first", "sigmoid")]).entries
  }()

  private static func home(_ attempts: [Progress.Attempt] = [], places: [KeptPlace] = [], now: Int64 = 1_000) -> State {
    var state = State(network: BundledNetworks.default)
    state.openMenu(library)
    _ = state.update(.progress(KeptProgress(attempts: attempts, places: places, now: now)))
    return state
  }

  private static func right(_ skills: [Skill], lesson: String? = nil, at time: Int64 = 0) -> [Progress.Attempt] {
    zip(["a", "b", "c"], ["1", "2", "3"]).map { parameters, answer in
      Progress.Attempt(
        time: time, lesson: lesson, step: "q1", parameters: parameters, answer: answer, verdict: .right, skills: skills,
        isFirst: true)
    }
  }

  @Test func bothLessonsAreRead() { #expect(Self.library.map(\.id) == ["first", "second"]) }

  @Test func aBeginnerBeginsWithTheFirstLesson() {
    let state = Self.home()
    #expect(state.isAtHome)
    #expect(
      state.homeItems == [.begin("first"), .practise(.weightedSum), .walk, .lesson("first"), .lesson("second")])
  }

  @Test func whatIsMasteredLeadsOn() {
    let state = Self.home(Self.right([.weightedSum], lesson: "first"))
    #expect(state.suggestions.first == .begin("second"))
    #expect(state.home?.report.lessons.map(\.isDone) == [true, false])
  }

  @Test func reviewsComeBeforeNewThings() {
    let state = Self.home(Self.right([.weightedSum]), now: 90_000_000)
    #expect(state.suggestions.prefix(2) == [.review(.weightedSum), .begin("first")])
  }

  /// Enter opens, q comes back, and the lesson that was left is what to go on with, exactly where it was.
  @Test func aLessonIsLeftAndGoneOnWith() throws {
    var state = Self.home()
    #expect(state.update(.key(.enter)).count == 1)
    #expect(state.isInLesson && !state.isAtHome && state.lesson?.id == "first")
    _ = state.update(.key(.right))
    let place = try #require(state.lesson?.place)
    let effects = state.update(.key(.character("q")))
    #expect(effects == [.tellProgress] && state.isAtHome && state.lesson == nil)
    let kept = KeptProgress(places: [KeptPlace(lesson: "first", place: place.text)], now: 2_000)
    _ = state.update(.progress(kept))
    #expect(state.homeItems.first == .resume("first"))
    _ = state.update(.key(.enter))
    #expect(state.lesson?.place == place && state.lesson?.screen == 1)
  }

  /// To the end of the first lesson with its question left open or told, and back to the menu.
  private static func readingTheFirst(_ keys: [Key], from start: State = home()) -> State {
    var state = start
    _ = state.update(.key(.enter))
    for (number, key) in keys.enumerated() {
      _ = state.update(.time(number * 10_000))
      _ = state.update(.key(key))
    }
    let place = state.lesson?.place.text ?? ""
    _ = state.update(.key(.character("q")))
    _ = state.update(.progress(KeptProgress(places: [KeptPlace(lesson: "first", place: place)], now: 2_000)))
    return state
  }

  /// A lesson that was read with its question left open is not done: it comes up again, at that question.
  @Test func readToItsEndIsNotDone() throws {
    var state = Self.readingTheFirst([.right, .character("s")])
    let progress = try #require(state.home?.report.lessons.first)
    #expect(progress.isLeftOpen && !progress.isDone && progress.openCount == 1)
    #expect(state.suggestions.first == .begin("first"))
    _ = state.update(.key(.enter))
    #expect(state.lesson?.ask?.id == "q1" && state.reply?.kind == .notice)
    _ = state.update(.line("-0.96"))
    _ = state.update(.key(.right))
    #expect(state.lesson?.isAtEnd == true && state.lesson?.place.settled == ["q1"])
  }

  /// An answer that was told counts as done, also after the lesson was begun once more.
  @Test func whatWasToldIsDone() throws {
    let told = Array(repeating: Key.character("H"), count: 5)
    let answer = [Key.character("0"), .enter]
    var state = Self.readingTheFirst([.right] + told + answer + [.character("s"), .right])
    #expect(state.home?.report.lessons.first?.isDone == false)
    // The like question that follows is part of it.
    state = Self.readingTheFirst([.right] + told)
    let like = try #require(state.places["first"]?.questions["q1"]?.likeSeed)
    #expect(state.places["first"]?.settled == [] && like > 0)
    _ = state.update(.key(.enter))
    let value = try #require(state.asking?.like.map { Pass($0).value(of: .net(0)) })
    _ = state.update(.line("\(value)"))
    _ = state.update(.key(.right))
    let place = try #require(state.lesson?.place)
    #expect(place.isAtEnd && place.settled == ["q1"])
    _ = state.update(.key(.character("q")))
    _ = state.update(.progress(KeptProgress(places: [KeptPlace(lesson: "first", place: place.text)], now: 3_000)))
    #expect(state.home?.report.lessons.map(\.isDone) == [true, false])
    _ = state.update(.line("/first"))
    _ = state.update(.line("1"))
    #expect(state.lesson?.screen == 0 && state.lesson?.seed != nil)
    let again = try #require(state.lesson?.place)
    #expect(again.settled == ["q1"] && again.visit.isRead && LessonPlace(text: again.text) == again)
  }

  @Test func theWalkKeepsItsPlaceAndNumbers() {
    var state = Self.home()
    _ = state.update(.key(.character("w")))
    #expect(!state.isAtHome)
    for _ in 0..<5 { _ = state.update(.key(.right)) }
    _ = state.update(.line("w5=0.4"))
    let walk = state.walk
    #expect(state.update(.key(.character("q"))) == [.tellProgress])
    _ = state.update(.key(.enter))
    _ = state.update(.key(.character("q")))
    _ = state.update(.key(.character("w")))
    #expect(state.walk == walk && walk.index == 5)
  }

  @Test func quittingAtHomeQuits() {
    var state = Self.home()
    #expect(state.update(.key(.character("q"))) == [.quit])
    #expect(state.update(.line(":quit")) == [.quit])
  }

  /// The help page of the menu leads to the skills, as the menu does, and not to the steps of a walk.
  @Test func helpAtHomeLeadsToTheSkills() {
    var state = Self.home()
    _ = state.update(.key(.character("?")))
    #expect(state.page == .help(0))
    _ = state.update(.key(.character("o")))
    #expect(state.isAtHome && state.page == .walk && state.home?.chosenSkill == .weightedSum)
  }

  /// The skill map chooses: Enter begins problems on the skill, in the page as by its name.
  @Test func theSkillMapOpensPractice() {
    var state = Self.home()
    _ = state.update(.key(.character("o")))
    for _ in 0..<2 { _ = state.update(.key(.down)) }
    #expect(state.home?.chosenSkill == .composeForward)
    _ = state.update(.key(.enter))
    #expect(state.drill?.problem.skill == .composeForward && state.drill?.plan == .fixed)
    _ = state.update(.key(.character("q")))
    #expect(state.isAtHome && state.home?.chosenSkill == .composeForward)
    // Behind the last skill the page only scrolls.
    _ = state.update(.key(.character("G")))
    #expect(state.home?.chosenSkill == nil && state.update(.key(.enter)) == [] && state.isAtHome)
    _ = state.update(.choose(item: 1))
    #expect(state.drill?.problem.skill == .sigmoid)
    _ = state.update(.key(.character("q")))
    _ = state.update(.key(.escape))
    #expect(state.home?.skillRow == nil)
    for name in ["net input", "净输入", "weighted-sum", "Net Input"] {
      var other = Self.home()
      _ = other.update(.line("practise \(name)"))
      #expect(other.drill?.problem.skill == .weightedSum, "\(name)")
    }
    _ = state.update(.line("practise flying"))
    #expect(state.isAtHome && state.reply?.kind == .fault)
  }

  /// A look at a lesson that is done does not make it the thing to go on with, and a reason is about what it stands at.
  @Test func aPeekIsNoBeginning() throws {
    var done = LessonPlace()
    done.isAtEnd = true
    done.outcomes["q1"] = LessonPlace.Outcome()
    done.outcomes["q1"]?.isDone = true
    var peeked = done
    peeked.isAtEnd = false
    for place in [done, peeked] {
      let wrong = Progress.Attempt(
        time: 0, step: "net_h1", parameters: "a", answer: "1", verdict: .unknown, skills: [.weightedSum],
        isFirst: true)
      let state = Self.home([wrong], places: [KeptPlace(lesson: "first", place: place.text)])
      #expect(state.suggestions.first == .begin("second"))
      let offer = try #require(state.home?.report.nextLesson)
      #expect(offer.reason.en.contains("'output value'") && !offer.reason.en.contains("net input"))
    }
  }

  @Test func searchingFindsLessonsAndSteps() {
    var state = Self.home()
    _ = state.update(.key(.character("/")))
    for letter in ["s", "e", "c"] { _ = state.update(.key(.character(letter))) }
    #expect(state.homeItems == [.lesson("second")])
    _ = state.update(.key(.escape))
    #expect(state.home?.search == nil)
    _ = state.update(.key(.character("/")))
    // Skills count too, in either language; q is text here.
    _ = state.update(.key(.paste("输出值")))
    #expect(state.homeItems.contains(.lesson("second")))
    _ = state.update(.key(.control("u")))
    _ = state.update(.key(.paste("∂E/∂w1")))
    guard case .step(let step)? = state.homeItems.first else { return #expect(Bool(false), "\(state.homeItems)") }
    _ = state.update(.key(.enter))
    #expect(!state.isAtHome && state.walk.stop.step == step)
    #expect(state.walk.network.architecture.name(of: state.walk.step.quantity) == "dE/dw1")
  }

  /// A lesson in two languages, of several screens.
  private static let twoLanguages: [LessonCatalogue.Entry] = {
    let files = [
      ("en", "The chain", "The error passes through the net input.", "How large is the slope?"),
      ("zh", "链条", "误差经过净输入。", "斜率有多大？"),
    ].map { language, title, words, prompt in
      LessonFile(
        SourceText(
          name: "chain.\(language).md",
          """
          ---
          bptutor: 1
          id: chain
          title: \(title)
          skills: [sigmoid]
          lang: \(language)
          ---
          A.
          <!-- pause -->
          \(words)
          <!-- pause -->
          ```ask number id=q1
          prompt: \(prompt)
          answer: net_h1
          ```
          """))
    }
    return LessonCatalogue(files).entries
  }()

  /// What a lesson says is found in the language at hand, and the lesson opens there.
  @Test func searchingFindsWhatLessonsSay() throws {
    var state = Self.home()
    state.openMenu(Self.library + Self.twoLanguages)
    func found(_ text: String) -> [MenuActivity.Item] {
      _ = state.update(.line("/" + text))
      return state.homeItems.filter { if case .step = $0 { false } else { true } }
    }
    #expect(found("passes ERROR") == [.screen(lesson: "chain", 1)])
    #expect(found("how ") == [.screen(lesson: "first", 1), .screen(lesson: "second", 1), .screen(lesson: "chain", 2)])
    #expect(found("链条") == [.lesson("chain")])
    #expect(found("误差经过") == [])
    _ = state.update(.line("lang zh"))
    #expect(found("误差经过") == [.screen(lesson: "chain", 1)])
    #expect(state.foundText("chain", screen: 1)?.hit == 0..<4)
    #expect(found("斜率") == [.screen(lesson: "chain", 2)])
    _ = state.update(.line("lang en"))
    #expect(state.homeItems == [])
    #expect(found("slope").first == .screen(lesson: "chain", 2))
    let effects = state.update(.line("1"))
    #expect(state.lesson?.id == "chain" && state.lesson?.ask?.id == "q1" && state.home?.search == nil)
    #expect(effects == [.keepPlace(lesson: "chain", try #require(state.lesson?.place))])
    // What was answered stays.
    _ = state.update(.line("-0.96"))
    _ = state.update(.key(.right))
    _ = state.update(.key(.character("q")))
    #expect(found("net input").contains(.screen(lesson: "chain", 1)))
    let screen = try #require(state.homeItems.firstIndex(of: .screen(lesson: "chain", 1)))
    _ = state.update(.choose(item: screen))
    #expect(state.lesson?.screen == 1 && state.lesson?.isDone("q1") == true && state.lesson?.seed == nil)
  }

  @Test func linesChooseByNumber() {
    var state = Self.home()
    _ = state.update(.line("9"))
    #expect(state.isAtHome && state.reply?.kind == .fault)
    _ = state.update(.line("/second"))
    _ = state.update(.line("1"))
    #expect(state.lesson?.id == "second")
    #expect(state.update(.line("quit")) == [.tellProgress] && state.isAtHome)
    _ = state.update(.line("walk dE/dw3"))
    #expect(!state.isAtHome && state.lesson == nil)
  }

  @Test func practiceFollowsWhatIsKnown() {
    let known: [Skill] = [.weightedSum, .sigmoid, .composeForward]
    var state = Self.home(Self.right(known, at: 500))
    _ = state.update(.key(.character("p")))
    #expect(state.drill?.problem.skill == .loss)
    #expect(state.update(.key(.character("q"))) == [.tellProgress] && state.isAtHome && state.drill == nil)
  }

  /// Right answers in practice lead on to another skill, without any disk.
  @Test func practiceLeadsOn() {
    var state = Self.home()
    _ = state.update(.key(.character("p")))
    var seen: [Skill] = []
    for _ in 0..<4 {
      guard let problem = state.drill?.problem else { break }
      seen.append(problem.skill)
      guard let quantity = problem.question.quantity else { break }
      let value = state.walk.trace.pass.value(of: quantity)
      _ = state.update(.line("\(value)"))
      _ = state.update(.key(.right))
    }
    // Once right, it is better known than what was not begun; that needs a path to be named, so a number is wrong there.
    #expect(seen == [.weightedSum, .tracePath, .tracePath, .tracePath])
  }

  /// What was asked about a gradient is remembered as that, and its value still counts as asked for the first time.
  @Test(arguments: ["paths", "sign", "chain"])
  func anotherQuestionIsNoQuestionForTheValue(_ kind: String) throws {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line(":walk dE/dw1"))
    if kind == "chain" {
      state.asking = Asking(try #require(Question(.chain, .gradient(.parameter(0)), on: state.walk.trace)))
    } else {
      _ = state.update(.line(":ask \(kind)"))
    }
    let text = kind == "sign" ? "up" : "1"
    let kept = records(state.update(.line(text)))
    #expect(kept.map(\.step) == ["dE/dw1 \(kind)"] && kept.map(\.isFirst) == [true])
    var later = State(network: BundledNetworks.default)
    _ = later.update(.progress(KeptProgress(attempts: kept, now: 5)))
    let again = later
    #expect(records(later.update(.line("dE/dw1 = 0.5"))).map(\.isFirst) == [true])
    later = again
    _ = later.update(.line(":walk dE/dw1"))
    if kind == "chain" {
      later.asking = Asking(try #require(Question(.chain, .gradient(.parameter(0)), on: later.walk.trace)))
    } else {
      _ = later.update(.line(":ask \(kind)"))
    }
    #expect(records(later.update(.line(text))).map(\.isFirst) == [false])
    // A record of before names no kind, and stands for no value either.
    var old = kept
    old[0].step = "dE/dw1"
    later = again
    later.answered = []
    _ = later.update(.progress(KeptProgress(attempts: old, now: 5)))
    #expect(records(later.update(.line("dE/dw1 = 0.5"))).map(\.isFirst) == [true])
  }

  private func records(_ effects: [Effect]) -> [Progress.Attempt] {
    effects.compactMap { if case .record(let attempt) = $0 { attempt } else { nil } }
  }

  /// A gradient that there is none of is told at the menu.
  @Test func aMistypedGradientIsToldAtTheMenu() {
    var state = Self.home()
    _ = state.update(.line(":walk dE/dw55"))
    #expect(state.isAtHome && state.reply?.kind == .fault)
  }

  @Test func theBannerComesAndGoes() {
    var state = Self.home()
    let words = Words(en: "not saved", zh: "没有保存")
    _ = state.update(.banner(words))
    #expect(state.banner == words)
    _ = state.update(.banner(nil))
    #expect(state.banner == nil)
  }

  /// No key traps, and none of them leaves what the views cannot draw.
  @Test func anyKeysAtHome() {
    var random = RandomSource(seed: 5)
    let keys: [Key] = [
      .up, .down, .left, .right, .enter, .escape, .home, .end, .pageUp, .pageDown, .tab, .backTab, .backspace,
      .character("/"), .character("o"), .character("q"), .character("w"), .character("p"), .character("L"),
      .character("?"), .character(":"), .character("1"), .character("9"), .character("z"), .paste("x\n"), .control("l"),
    ]
    var state = Self.home()
    for _ in 0..<3_000 {
      let key = keys[Int(random.next() % UInt64(keys.count))]
      if state.update(.key(key)).contains(.tellProgress) { _ = state.update(.progress(KeptProgress(now: 5))) }
      guard let menu = state.home else { continue }
      #expect(menu.selected >= 0 && menu.selected < max(1, state.homeItems.count))
    }
  }
}
