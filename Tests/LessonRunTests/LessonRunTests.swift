import Diagnosis
import Diagnostics
import LessonTesting
import Lessons
import Networks
import Progress
import Questions
import Screen
import Skills
import Testing

@testable import Tutor

/// A lesson worked through event by event, and the state after each.
struct LessonRunTests {
  /// At the screen of a question, a derivation or a `try`; everything before it was skipped.
  private func state(at id: String, language: Language = .en, seed: UInt64? = nil) throws -> State {
    var state = try begin(language, seed: seed)
    let task = try #require(state.lesson?.tasks.first { $0.id == id })
    state.go(toScreen: task.screen)
    return state
  }

  private func begin(_ language: Language, seed: UInt64? = nil) throws -> State {
    let entry = try #require(SampleLessons.everyKind)
    return try #require(LessonSolver.begin(entry, language, seed: seed))
  }

  @discardableResult
  private func press(_ keys: String..., in state: inout State) -> [Effect] {
    keys.flatMap { key -> [Effect] in
      switch key {
      case "Enter": state.update(.key(.enter))
      case "Right": state.update(.key(.right))
      case "Left": state.update(.key(.left))
      case "Esc": state.update(.key(.escape))
      case "Tab": state.update(.key(.tab))
      default: state.update(.key(.character(key)))
      }
    }
  }

  private func records(_ effects: [Effect]) -> [Progress.Attempt] {
    effects.compactMap { if case .record(let attempt) = $0 { attempt } else { nil } }
  }

  // MARK: Screens

  @Test func wordsAreGoneThroughOneScreenAfterTheOther() throws {
    var state = try begin(.en)
    #expect(state.isInLesson)
    #expect(state.lesson?.screen == 0)
    let effects = press("Right", in: &state)
    #expect(state.lesson?.screen == 1)
    #expect(state.lesson?.ask?.id == "net")
    #expect(effects == [.keepPlace(lesson: "every-kind", try #require(state.lesson?.place))])
    press("Left", in: &state)
    #expect(state.lesson?.screen == 0)
    press("Left", in: &state)
    #expect(state.lesson?.screen == 0)
    #expect(state.reply?.kind == .notice)
  }

  @Test func anOpenQuestionHoldsUntilItIsAnsweredOrSkipped() throws {
    var state = try state(at: "net")
    let screen = try #require(state.lesson?.screen)
    press("Right", in: &state)
    #expect(state.lesson?.screen == screen)
    #expect(state.reply?.kind == .notice)
    press("s", in: &state)
    #expect(state.lesson?.screen == screen + 1)
    #expect(state.lesson?.outcomes["net"] == LessonRun.Outcome(isSkipped: true))
    // Coming back and answering closes it.
    press("Left", in: &state)
    _ = state.update(.line("-0.96"))
    #expect(state.lesson?.outcomes["net"] == LessonRun.Outcome(first: .right, isDone: true))
    press("Right", in: &state)
    #expect(state.lesson?.screen == screen + 1)
  }

  @Test func nothingIsToldBeforeItIsAsked() throws {
    var state = try state(at: "net")
    #expect(!state.walk.knows(.net(0)))
    _ = state.update(.line("-0.96"))
    #expect(state.walk.knows(.net(0)))
    #expect(!state.walk.knows(.out(0)))
    state = try self.state(at: "larger")
    #expect(!state.walk.knows(.out(0)))
    state = try self.state(at: "build")
    #expect(state.walk.knows(.loss))
    #expect(!state.walk.knows(.gradient(.parameter(0))))
  }

  // MARK: Answers

  @Test func aMistakeIsNamedAndKept() throws {
    var state = try state(at: "test")
    let network = state.walk.network
    let whole = network.parameters[4] - Pass(network).gradients[4]
    _ = state.update(.time(1_000))
    let effects = state.update(.line(RightAnswer.number(whole)))
    #expect(state.asking?.lastVerdict?.mistakes == ["no-rate"])
    #expect(state.asking?.isSettled == false)
    let record = try #require(records(effects).first)
    #expect(record.lesson == "every-kind")
    #expect(record.step == "test")
    #expect(record.verdict == .mistake)
    #expect(record.mistakes == ["no-rate"])
    #expect(record.blamed == .update)
    #expect(record.skills == [.assembleOutput])
    #expect(record.isFirst)
    #expect(record.isScored)
    #expect(record.choices == nil)
    #expect(record.hint == nil)
    // The second answer is no first one, and took its time.
    _ = state.update(.time(8_000))
    let second = try #require(
      records(state.update(.line(RightAnswer.number(Pass(network).value(of: .updated(4)))))).first)
    #expect(second.verdict == .right)
    #expect(!second.isFirst)
    #expect(second.duration == 7_000)
    #expect(second.mistakes == [])
    #expect(second.parameters == record.parameters)
    #expect(state.lesson?.outcomes["test"]?.isRightAtOnce == false)
    #expect(state.lesson?.outcomes["test"]?.mistakes == ["no-rate"])
  }

  @Test func theAuthorsWordComesBeforeTheCatalogues() throws {
    var state = try state(at: "net")
    _ = state.update(.line("-1.55"))
    #expect(state.asking?.lastVerdict?.feedback == Words("That is what arrives at h2."))
  }

  @Test func whatCannotBeReadIsNoAnswer() throws {
    var state = try state(at: "net")
    let record = try #require(records(state.update(.line("i1*w9"))).first)
    #expect(record.verdict == .unreadable)
    #expect(!record.isScored)
    #expect(!record.isFirst)
    #expect(state.lesson?.outcomes["net"] == nil)
    #expect(records(state.update(.line("-0.96"))).first?.isFirst == true)
  }

  /// The letter of the option that begins so.
  private func letter(_ text: String, _ state: State) -> String {
    let options = state.asking.map { $0.question.options(ofPart: $0.part) } ?? []
    return options.firstIndex { $0.text.en.hasPrefix(text) }.map(Letter.text) ?? "?"
  }

  @Test func aPredictionMayBeTriedAgainAndIsNotScored() throws {
    var state = try state(at: "direction")
    let record = try #require(records(press("+", in: &state)).first)
    #expect(record.verdict == .mistake)
    #expect(!record.isScored)
    #expect(record.choices == 2)
    #expect(state.asking?.isGuessTried == true)
    var given = state
    press("Right", in: &given)
    #expect(given.asking?.isSettled == true && given.asking?.isTold == true)
    #expect(records(press("-", in: &given)) == [])
    press("Right", in: &given)
    #expect(given.lesson?.ask?.id == "larger")
    #expect(records(press("-", in: &state)).map(\.verdict) == [.right])
    #expect(state.asking?.isSettled == true && state.asking?.isTold == false)
    press("Right", in: &state)
    #expect(state.lesson?.ask?.id == "larger")
  }

  @Test func aChoiceIsOneKey() throws {
    var state = try state(at: "larger")
    let record = try #require(records(press(letter("that of h2", state), in: &state)).first)
    #expect(record.choices == 2)
    #expect(record.answer == "that of h2")
    #expect(record.verdict == .mistake)
    #expect(state.asking?.lastVerdict?.feedback == Words("Compare the net inputs."))
    // A digit begins a line, so that 3G is no answer.
    press("2", in: &state)
    #expect(state.prompt?.editor.text == "2" && state.asking?.tries.count == 1)
    press("Esc", in: &state)
    press(letter("that of h1", state), in: &state)
    #expect(state.asking?.isSettled == true)
  }

  @Test func digitsBeginATypedAnswer() throws {
    var state = try state(at: "net")
    press("-", "0", ".", "9", "6", in: &state)
    #expect(state.prompt?.editor.text == "-0.96")
    press("Enter", in: &state)
    #expect(state.asking?.isSettled == true)
  }

  @Test func onlyTheNamesThatAreAllowed() throws {
    var state = try state(at: "slope")
    _ = state.update(.line("out_h1*(1-out_h1)"))
    #expect(state.asking?.lastVerdict?.mistakes == ["other-nodes-slope"])
    _ = state.update(.line("sigmoid(net_O)*(1-sigmoid(net_O))"))
    #expect(state.asking?.lastVerdict?.kind == .unreadable)
    _ = state.update(.line("0.2188"))
    #expect(state.asking?.lastVerdict?.kind == .unreadable)
    _ = state.update(.line("out_O - out_O^2"))
    #expect(state.asking?.isSettled == true)
  }

  @Test func tilesInTheWrongOrderAreNoMistake() throws {
    var state = try state(at: "build")
    let right = try #require(state.asking.flatMap(RightAnswer.text))
    let turned = right.split(separator: " ").reversed().joined(separator: " ")
    _ = state.update(.line(turned))
    #expect(state.asking?.lastVerdict?.kind == .unreadable)
    _ = state.update(.line(String(right.dropLast(2))))
    #expect(state.asking?.lastVerdict?.mistakes == ["stops-early"])
    _ = state.update(.line(right))
    #expect(state.asking?.isSettled == true)
  }

  @Test func aSharedBiasNeedsBothPaths() throws {
    var state = try state(at: "sum")
    let right = try #require(state.asking.flatMap(RightAnswer.text))
    let paths = right.split(separator: "+").map { $0.trimmed }
    #expect(paths.count == 2)
    _ = state.update(.line(paths[0]))
    #expect(state.asking?.lastVerdict?.mistakes == ["bias-one-path"])
    _ = state.update(.line("\(paths[1]) + \(paths[1])"))
    #expect(state.asking?.lastVerdict?.mistakes == ["phantom-path"])
    _ = state.update(.line("\(paths[1]) + \(paths[0])"))
    #expect(state.asking?.isSettled == true)
  }

  @Test func blanksAreFilledOneAfterTheOther() throws {
    var state = try state(at: "blanks")
    let pass = Pass(state.walk.network)
    let first = try #require(records(state.update(.line(RightAnswer.number(pass.outs[0])))).first)
    #expect(first.isFaded)
    #expect(first.step == "blanks.1")
    #expect(state.asking?.part == 1)
    #expect(state.asking?.isSettled == false)
    let second = try #require(records(state.update(.line("out_O*(1-out_O)"))).first)
    #expect(second.step == "blanks")
    #expect(state.asking?.isSettled == true)
  }

  /// Help with one blank says nothing of the other, and what was told is not right at once, whatever was.
  @Test func helpBelongsToItsBlank() throws {
    var state = try state(at: "blanks")
    func hints(_ count: Int) {
      for _ in 0..<count {
        _ = state.update(.time(state.now + 10_000))
        press("H", in: &state)
      }
    }
    let start = state
    hints(5)
    #expect(state.asking?.part == 1)
    let second = try #require(records(state.update(.line("out_O*(1-out_O)"))).first)
    #expect(second.step == "blanks" && second.isFirst && second.hint == nil)
    #expect(state.lesson?.outcomes["blanks"]?.isRightAtOnce == false)
    state = start
    let first = RightAnswer.number(Pass(state.walk.network).outs[0])
    #expect(records(state.update(.line(first))).first?.step == "blanks.1")
    #expect(state.lesson?.outcomes["blanks"]?.isRightAtOnce == true)
    hints(5)
    #expect(state.lesson?.isDone("blanks") == true)
    #expect(state.lesson?.outcomes["blanks"]?.isRightAtOnce == false)
  }

  @Test func theWrongLineThenTheReason() throws {
    var state = try state(at: "bug")
    press("1", "Enter", in: &state)
    #expect(state.asking?.part == 0)
    press("3", "Enter", in: &state)
    #expect(state.asking?.part == 1)
    press(letter("The sign", state), in: &state)
    #expect(state.asking?.lastVerdict?.feedback == Words("No sign was turned."))
    let record = try #require(records(press(letter("The slope", state), in: &state)).first)
    #expect(record.step == "bug")
    #expect(record.choices == 2)
    #expect(state.asking?.isSettled == true)
    // The first line was wrong, whatever came after.
    #expect(state.lesson?.outcomes["bug"]?.first == .unknown)
  }

  @Test func theMeanOverSamples() throws {
    var state = try state(at: "mean")
    let question = try #require(state.question)
    let sum = question.ground.samples.reduce(0) { $0 + Pass($1).gradients[4] }
    _ = state.update(.line(RightAnswer.number(sum)))
    #expect(state.asking?.lastVerdict?.mistakes == ["batch"])
    _ = state.update(.line(RightAnswer.number(sum / 2)))
    #expect(state.asking?.isSettled == true)
  }

  // MARK: Help

  @Test func theAuthorsHintsComeFirstAndTheAnswerIsFollowedByALikeStep() throws {
    var state = try state(at: "net")
    var clock = 0
    for _ in 0..<2 {
      clock += 10_000
      _ = state.update(.time(clock))
      press("H", in: &state)
    }
    #expect(state.asking?.hints.map(\.words.en) == ["Three terms arrive at h1.", "The bias is one of them."])
    for _ in 0..<3 {
      clock += 10_000
      _ = state.update(.time(clock))
      press("H", in: &state)
    }
    #expect(state.asking?.hints.map(\.rung) == [.place, .place, .rule, .setUp, .answer])
    let like = try #require(state.asking?.like)
    #expect(like != state.walk.network)
    // The old number is none of these.
    let wrong = try #require(records(state.update(.line("-0.96"))).first)
    #expect(wrong.verdict != .right)
    #expect(wrong.hint == Hint.Rung.answer.rawValue)
    #expect(state.lesson?.outcomes["net"]?.first == nil)
    _ = state.update(.line(RightAnswer.number(Pass(like).nets[0])))
    #expect(state.asking?.isSettled == true)
    #expect(state.lesson?.isDone("net") == true)
    #expect(state.lesson?.outcomes["net"]?.isRightAtOnce == false)
  }

  @Test func aTestHasNoHints() throws {
    var state = try state(at: "test")
    press("H", in: &state)
    #expect(state.asking?.hints == [])
    #expect(state.reply?.kind == .notice)
  }

  @Test func guessingThroughIsStopped() throws {
    var state = try state(at: "net")
    var effects: [Effect] = []
    for (number, guess) in ["1", "2", "3"].enumerated() {
      _ = state.update(.time(1_000 + number * 500))
      effects = state.update(.line(guess))
    }
    #expect(effects.contains(.wake(5_000)))
    #expect(state.isPaused)
    let tries = state.asking?.tries
    _ = state.update(.line("-0.96"))
    #expect(state.asking?.tries == tries)
    #expect(state.reply?.kind == .notice)
    // What is typed is kept, and the question stays.
    press("-", "0", ".", "9", "6", "Enter", in: &state)
    #expect(state.prompt?.editor.text == "-0.96")
    #expect(state.asking?.tries == tries)
    #expect(state.reply?.kind == .notice)
    _ = state.update(.time(7_100))
    // Nothing says any more that an answer has to wait.
    #expect(!state.isPaused && state.reply == nil)
    #expect(state.asking?.like == nil)
    press("Enter", in: &state)
    #expect(state.asking?.isSettled == true)
  }

  @Test func quickHintsAreNoGuesses() throws {
    var state = try state(at: "net")
    for number in 0..<3 {
      _ = state.update(.time(1_000 + number * 100))
      press("H", in: &state)
    }
    #expect(!state.isPaused)
    #expect(state.asking?.hints.count == 3)
  }

  /// Behind a colon a line computes, whatever is asked, and is never judged; `ans` is what it came to.
  @Test func aColonComputes() throws {
    var state = try state(at: "net")
    for (line, value) in [("1+2*3", 7.0), ("ans/2", 3.5), ("w1*i1", 0.08)] {
      press(":", in: &state)
      for character in line { press(String(character), in: &state) }
      press("Enter", in: &state)
      #expect(state.asking?.tries == [] && state.asking?.lookups == [:])
      guard case .value(_, let result)? = state.reply?.lines.last else {
        Issue.record("\(line): \(String(describing: state.reply))")
        continue
      }
      #expect((result - value).magnitude < 1e-12)
    }
    // What is asked for is an answer that was looked up.
    press(":", "n", "e", "t", "_", "h", "1", "Enter", in: &state)
    #expect(state.asking?.helpToPart == .answer)
  }

  /// A name that is typed for an answer opens its line, whatever its first letter means: at once, or with its second
  /// character.
  @Test func namesAreNotSwallowed() throws {
    for (name, keys) in [("w6", ["w", "6"]), ("ou", ["o", "u"]), ("dE", ["d", "E"]), ("ne", ["n", "e"])] {
      var state = try state(at: "net")
      for key in keys { press(key, in: &state) }
      #expect(state.isInLesson && state.page == .walk, "\(name)")
      #expect(state.prompt?.purpose == .answer && state.prompt?.editor.text == name, "\(name)")
    }
    // Any other key leaves both where they were asked for.
    var walk = try state(at: "net")
    press("w", "x", "6", in: &walk)
    #expect(!walk.isInLesson)
    var overview = try state(at: "net")
    press("o", "j", "u", in: &overview)
    #expect(overview.page == .overview(3) && overview.prompt == nil)
  }

  /// The letters of tiles are the answer, `a` among them.
  @Test func lettersOfTilesBeginTheAnswer() throws {
    for letter in ["a", "b", "c", "d"] {
      var state = try state(at: "build")
      press(letter, in: &state)
      #expect(state.prompt?.purpose == .answer && state.prompt?.editor.text == letter)
    }
  }

  /// What leaves a question says what became of that question, whatever comes after it.
  @Test func skippingSaysWhatWasSkipped() throws {
    var state = try begin(.en)
    let run = try #require(state.lesson)
    for task in run.tasks where task.screen + 1 < run.screens.count {
      state.go(toScreen: task.screen)
      press("s", in: &state)
      guard case .words(let words)? = state.reply?.lines.first else {
        Issue.record("\(task.id): nothing is said")
        continue
      }
      #expect(words.en.hasPrefix(task.isCounted ? "Left open" : "No prediction"), "\(task.id)")
    }
  }

  // MARK: Looking things up

  /// What is asked for is a hint when it is looked up; a calculation with other quantities is the learner's own.
  @Test(arguments: [
    (":net_h1", Hint.Rung.answer), (":net_h1 + 1", .answer), (":net_h2*2", nil), (":dE/dw5", nil),
    (":check dE/dw5", .setUp), (":why", .rule), (":diff sigmoid(net_h1) by net_h1", .rule),
    (":d(i1*w1)/di1", .rule),
    (":i1*w1 + i2*w2 + b1", nil), (":1 - 0.4*2", nil), (":w5", nil), (":values", nil), (":nothing", nil),
  ])
  func lookingUpCountsAsAHint(_ line: String, _ rung: Hint.Rung?) throws {
    var state = try state(at: "net")
    _ = state.update(.line(line))
    #expect(state.reply?.kind == (line == ":nothing" ? .fault : .answer))
    let isTold = state.reply?.lines.contains {
      if case .words(let words) = $0 { words.en.hasPrefix("Looked up") } else { false }
    }
    #expect(isTold == (rung != nil))
    let place = try #require(state.lesson?.place)
    #expect(LessonPlace(text: place.text) == place)
    var other = State(network: BundledNetworks.default)
    other.begin(try #require(SampleLessons.everyKind), at: place)
    #expect(other.asking?.lookups == state.asking?.lookups)
    for start in [state, other] {
      var state = start
      let record = try #require(records(state.update(.line("-0.96"))).first)
      #expect(record.hint == rung?.rawValue && record.isFirst)
      #expect(state.lesson?.outcomes["net"]?.isRightAtOnce == (rung == nil))
    }
  }

  /// In a test nothing is told that would answer it, wherever one looks; what was left open may be looked up.
  @Test func aTestIsNotLookedUp() throws {
    var state = try state(at: "test")
    _ = state.update(.time(1))
    _ = state.update(.line("0.3"))
    let start = state
    let lines = [
      ":w5+", ":dE/dw5", ":dE/dw5 * eta", ":check dE/dw5", ":why", ":diff E by w5", ":d(E)/dw5*1", ":walk",
      ":walk dE/dw5",
    ]
    for isBack in [false, true] {
      for line in lines {
        state = start
        if isBack { press("Left", in: &state) }
        let screen = state.lesson?.screen
        _ = state.update(.line(line))
        #expect(state.reply?.kind == .notice && state.reply?.lines.count == 1, "\(line)")
        #expect(state.isInLesson && state.lesson?.screen == screen && state.lesson?.askings["test"]?.lookups == [:])
        press("w", "c", in: &state)
        #expect(state.isInLesson && state.asking?.compares != true)
      }
    }
    // A calculator is none of that.
    state = start
    _ = state.update(.line(":(out_O - target)*out_O"))
    #expect(state.reply?.kind == .answer)
    // Left open, it can be looked up, and that is kept.
    press("s", in: &state)
    _ = state.update(.line(":w5+"))
    #expect(state.reply?.kind == .answer && state.lesson?.askings["test"]?.lookups == [0: .answer])
    press("w", in: &state)
    #expect(!state.isInLesson)
  }

  /// Leaving for the walk is no help by itself; what it tells there is.
  @Test func theWalkTellsAndThatIsKept() throws {
    var state = try state(at: "net")
    press("w", in: &state)
    #expect(!state.isInLesson)
    let left = state
    press("q", in: &state)
    #expect(records(state.update(.line("-0.96"))).map(\.hint) == [nil])
    state = left
    while !state.walk.knows(.net(0)), state.walk.index + 1 < state.walk.stops.count { press("Right", in: &state) }
    press("q", in: &state)
    #expect(records(state.update(.line("-0.96"))).map(\.hint) == [Hint.Rung.answer.rawValue])
    state = left
    _ = state.update(.line(":net_h1"))
    press("q", in: &state)
    #expect(records(state.update(.line("-0.96"))).map(\.hint) == [Hint.Rung.answer.rawValue])
    // On other numbers it is not the answer that is told.
    state = left
    _ = state.update(.line("set w1=0.9"))
    _ = state.update(.line(":last"))
    press("q", in: &state)
    #expect(records(state.update(.line("-0.96"))).map(\.hint) == [Hint.Rung.setUp.rawValue])
  }

  // MARK: Derivations and numbers

  @Test func stagesComeOneByOneOrAtOnce() throws {
    var state = try state(at: "blanks")
    press("Left", in: &state)
    let shown = try #require(state.shown)
    #expect(state.lesson?.show?.step == .gradient(.parameter(4)))
    #expect(state.walk.index == shown.lowerBound)
    let screen = state.lesson?.screen
    press("Right", in: &state)
    #expect(state.walk.index == shown.lowerBound + 1)
    press("Left", in: &state)
    press("s", in: &state)
    #expect(state.walk.index == shown.upperBound)
    #expect(state.lesson?.screen == screen)
    press("Right", in: &state)
    #expect(state.lesson?.screen == screen.map { $0 + 1 })
    // Coming back it stands where it was left.
    press("Left", in: &state)
    #expect(state.walk.index == state.shown?.upperBound)
  }

  @Test func numbersMoveWithinTheirRangeUntilTheGoal() throws {
    var state = try state(at: "move")
    #expect(state.selection == .parameter(4))
    press("+", in: &state)
    #expect(state.walk.network.parameters[4] == 0)
    _ = state.update(.line("set w5=3"))
    #expect(state.reply?.kind == .fault)
    _ = state.update(.line("set w1=1"))
    #expect(state.reply?.kind == .fault)
    #expect(state.walk.network.parameters[0] == 0.2)
    press("u", in: &state)
    #expect(state.walk.network.parameters[4] == -0.1)
    press("Right", in: &state)
    #expect(state.reply?.kind == .notice)
    let effects = state.update(.line("set b2=2"))
    let record = try #require(records(effects).first)
    #expect(record.step == "move" && record.isFirst)
    // The same `try` on the same numbers, after everything else was forgotten.
    var again = try self.state(at: "move")
    _ = again.update(.progress(KeptProgress(attempts: [record], now: 9)))
    #expect(records(again.update(.line("set b2=1.8"))).map(\.isFirst) == [false])
    #expect(!record.isScored)
    #expect(state.lesson?.isDone("move") == true)
    // Said once.
    #expect(records(state.update(.line("set b2=1.9"))) == [])
    press("Right", in: &state)
    #expect(state.lesson?.action == nil)
    // Nothing comes after the words: their picture is what was brought about.
    #expect(state.walk.network[given: .parameter(7)] == 1.9)
    press("Left", in: &state)
    #expect(state.walk.network[given: .parameter(7)] == 1.9)
  }

  @Test func elsewhereTheNumbersStand() throws {
    var state = try state(at: "net")
    let network = state.walk.network
    for line in ["set w5=1", "random 3", "network mazur-2-2-2", "reset", ":undo"] {
      _ = state.update(.line(line))
      #expect(state.reply?.kind == .notice, "\(line)")
      #expect(state.walk.network == network)
    }
  }

  /// `help` lists what means something on the screen at hand, and each of these does.
  @Test(arguments: ["net", "blanks", "move"]) func helpListsWhatMeansSomethingHere(_ id: String) throws {
    var state = try state(at: id)
    let commands = state.commands
    #expect(!commands.contains(.train) && !commands.contains(.network) && commands.contains(.hint))
    #expect(commands.contains(.set) == (id == "move"))
    _ = state.update(.line(":help"))
    #expect(state.reply?.lines.count == commands.count)
    state.page = .walk
    press("w", in: &state)
    #expect(state.commands == Command.allCases)
  }

  // MARK: The walk, languages, places

  @Test func theWalkAndBack() throws {
    var state = try state(at: "slope")
    _ = state.update(.line("out_h1*(1-out_h1)"))
    let before = state
    press("w", in: &state)
    #expect(!state.isInLesson)
    #expect(state.asking == nil)
    _ = state.update(.line("set w5=0.7"))
    #expect(state.walk.network.parameters[4] == 0.7)
    for way in [":lesson", "q"] {
      var back = state
      if way == "q" { press("q", in: &back) } else { _ = back.update(.line(way)) }
      #expect(back.isInLesson)
      #expect(back.asking == before.asking)
      #expect(back.walk == before.walk)
      #expect(back.lesson == before.lesson)
    }
  }

  /// A gradient that there is none of is told in the lesson, which stays.
  @Test func aMistypedGradientLeavesNoLesson() throws {
    var state = try state(at: "slope")
    _ = state.update(.time(1))
    let before = state.lesson
    _ = state.update(.line(":walk dE/dw55"))
    #expect(state.isInLesson && state.lesson == before && state.reply?.kind == .fault)
    _ = state.update(.line(":walk dE/dw2"))
    #expect(!state.isInLesson && state.walk.goal == .gradient(.parameter(1)))
  }

  @Test func theLanguageChangesAndNothingElse() throws {
    var state = try state(at: "net")
    _ = state.update(.line("-1.55"))
    press("H", in: &state)
    _ = state.update(.line(":lang zh"))
    #expect(state.lesson?.lesson.language == .zh)
    #expect(state.lesson?.ask?.id == "net")
    #expect(state.asking?.question.ask?.prompt == "net_h1 等于多少？")
    #expect(state.asking?.tries.map(\.text) == ["-1.55"])
    #expect(state.asking?.lastVerdict?.feedback.zh == "这是到达 h2 的量。")
    #expect(state.asking?.hints.map(\.words.zh) == ["有三项到达 h1。"])
  }

  /// After every event of a whole lesson, the kept place leads to the same state.
  @Test(arguments: Language.allCases) func everyPlaceIsResumedExactly(_ language: Language) throws {
    let entry = try #require(SampleLessons.everyKind)
    var state = try #require(LessonSolver.begin(entry, language, seed: 4))
    var clock = 0
    for line in Self.someLines {
      clock += 10_000
      _ = state.update(.time(clock))
      let text = line == "right" ? state.asking.flatMap(RightAnswer.text) ?? "" : line
      _ = state.update(.line(text))
      let run = try #require(state.lesson)
      let place = try #require(LessonPlace(text: run.place.text))
      #expect(place == run.place)
      var other = State(network: BundledNetworks.default, language: language)
      other.begin(entry, at: place)
      #expect(other.walk == state.walk, "after \(line) on screen \(run.screen)")
      #expect(other.lesson?.outcomes == run.outcomes)
      #expect(other.lesson?.screen == run.screen)
      #expect(other.lesson?.place == run.place)
      #expect(other.asking?.tries == state.asking?.tries)
      #expect(other.asking?.hints == state.asking?.hints)
      #expect(other.asking?.like == state.asking?.like)
      #expect(other.asking?.part == state.asking?.part)
      #expect(other.earlier == state.earlier)
    }
    #expect(state.lesson?.isAtEnd == true)
  }

  /// Right and wrong answers, hints until the answer, skips, and everything to the end.
  private static let someLines =
    ["", "5", "hint", "hint", "right", "", "0.3", "right", "", "skip", "1", "right", "", "down", "", "2", "1", ""]
    + ["1 2", "right", "", "right", ""] + Array(repeating: "", count: 19)
    + ["right", "hint", "right", "", "1", "3", "2", "1", "", "right", "", "", "", ""]
    + ["set b2=0.3", "set b2=2 w5=1", "", "", ""]

  @Test func anOtherLessonAndBack() throws {
    let entries = [try #require(SampleLessons.everyKind), try #require(SampleLessons.template)]
    var state = State(network: BundledNetworks.default)
    state.openMenu(entries)
    _ = state.update(.choose(item: state.homeItems.firstIndex(of: .lesson(entries[0].id)) ?? 0))
    press("Right", "s", in: &state)
    let place = state.lesson?.place
    press("]", in: &state)
    #expect(state.lesson?.id == "mine")
    press("]", in: &state)
    #expect(state.reply?.kind == .notice)
    press("[", in: &state)
    #expect(state.lesson?.id == "every-kind")
    #expect(state.lesson?.place == place)
  }

  @Test func placesThatMakeNoSenseDoNoHarm() throws {
    let entry = try #require(SampleLessons.everyKind)
    for text in ["", "{}", "[]", "{\"version\": 2}", "null", "{\"version\": 1e999}"] {
      #expect(LessonPlace(text: text) == nil)
    }
    let strange = """
      {"version": 1, "actions": 99999999999, "screens": -5, "stops": {"7": -3, "x": 2}, "moved": {"move": []},
       "questions": {"net": {"answers": ["1"], "parts": [-2], "part": 77, "hints": [[9, 9, 9], [1]], "rung": -4},
       "gone": {}}, "outcomes": {"net": {"first": "perhaps"}}}
      """
    let place = try #require(LessonPlace(text: strange))
    var state = State(network: BundledNetworks.default)
    state.begin(entry, at: place)
    #expect(state.lesson?.ask?.id == nil || state.isInLesson)
    for _ in 0..<60 { _ = state.update(.key(.character("s"))) }
    #expect(state.lesson?.isAtEnd == true)
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
