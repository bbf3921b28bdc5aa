package import Classroom
import Diagnostics
import Exports
import Expressions
import Lessons
import Networks
package import Questions
import Screen
import Traces
package import Tutor

/// What students get of a presentation: the words and the picture at hand, and what is asked, without its answer.
package enum RoomScreen {
  /// What the room sees now.
  ///
  /// Cost: as much as drawing a screen twice, once in each language.
  package static func message(_ state: State) -> ScreenMessage {
    let (en, zh) = (state.spoken(in: .en), state.spoken(in: .zh))
    if state.presentation?.isBlank == true {
      return ScreenMessage(title: Words(en: "The screen is dark", zh: "屏幕已黑屏"), lines: .init(en: [], zh: []))
    }
    let shown = picture(state)
    return ScreenMessage(
      title: Words(en: title(en), zh: title(zh)), lines: .init(en: lines(en), zh: lines(zh)),
      picture: shown?.svg, alt: shown?.alt, question: asked(state, en, zh), place: RoomPlace(state)?.text)
  }

  /// What came of the question at hand, once its answer is out; nil before.
  package static func result(_ state: State) -> ResultMessage? {
    guard let put = state.put, put.isRevealed, let asking = state.asking, asking.isSettled else { return nil }
    let answers = ScreenMessage.Lines(
      en: answer(state.spoken(in: .en), asking), zh: answer(state.spoken(in: .zh), asking))
    return ResultMessage(
      put.vote, options: put.optionCount, isOpinion: put.isOpinion, answer: answers, name: RoomWords.mistake)
  }

  /// What is chosen among, with what is sent for it; none where the answer is typed.
  package static func choices(of question: Question, part: Int) -> [ScreenMessage.Choice] {
    let options = question.options(ofPart: part)
    if !options.isEmpty {
      return options.enumerated().map { number, option in
        ScreenMessage.Choice(answer: Letter.text(number), text: option.text)
      }
    }
    guard case .sign = question.kind else { return [] }
    let words = [Words(en: "rises (+)", zh: "升（+）"), Words(en: "falls (−)", zh: "降（−）")]
    return zip(RoomState.signs, words).map { ScreenMessage.Choice(answer: $0, text: $1) }
  }

  // MARK: Parts

  private static func title(_ state: State) -> String {
    let frame = Frame(state, Size(columns: 80, rows: 24))
    if let run = state.lesson, state.isInLesson { return frame.type.formula(run.lesson.title) }
    return state.training.map { frame.type.formula($0.title) } ?? frame.heading()
  }

  /// What is said on the screen at hand, without questions and answers.
  private static func lines(_ state: State) -> [String] {
    let type = Typesetter(state)
    if let view = LessonView(state, type), state.isInLesson {
      var rows = view.prose(columns: 400).map(\.text)
      if state.shown != nil { rows.append(StopText(state.walk, PlainText(state)).line) }
      rows += material(state)
      return Array(rows.prefix(maxLines))
    }
    guard state.training == nil, !state.asksOnTheSpot, state.asking?.isSettled != false else { return material(state) }
    return [StopText(state.walk, PlainText(state)).line]
  }

  /// Tiles, someone's lines, a derivation with a blank: what the open question is about.
  private static func material(_ state: State) -> [String] {
    guard let asking = state.asking, !asking.isSettled else { return [] }
    return QuestionView(state: state, type: Typesetter(state)).material(asking)
  }

  private static let maxLines = 60

  private static func asked(_ state: State, _ en: State, _ zh: State) -> ScreenMessage.Asked? {
    guard let asking = state.asking, let key = state.questionKey, state.training == nil else { return nil }
    let prompts = [en, zh].map { QuestionView(state: $0, type: Typesetter($0)).prompt($0.asking ?? asking) }
    let choices = zip(choices(of: en.asking, or: asking), choices(of: zh.asking, or: asking)).map { en, zh in
      ScreenMessage.Choice(answer: en.answer, text: Words(en: en.text.en, zh: zh.text.zh))
    }
    let phase: ScreenMessage.Phase =
      switch state.put {
      case nil: asking.isSettled ? .revealed : .waiting
      case _? where asking.isSettled: .revealed
      case let put?: put.vote.isOpen ? .open : .closed
      }
    return ScreenMessage.Asked(
      id: RoomTopic.name(of: key), prompt: Words(en: prompts[0], zh: prompts[1]),
      options: choices, round: state.put?.vote.round ?? 0, phase: phase)
  }

  private static func choices(of asking: Asking?, or other: Asking) -> [ScreenMessage.Choice] {
    let asking = asking ?? other
    return choices(of: asking.current, part: asking.part)
  }

  private static func answer(_ state: State, _ asking: Asking) -> [String] {
    let asking = state.asking ?? asking
    guard let full = asking.current.answer(toPart: asking.part) else { return [] }
    let type = Typesetter(state)
    let whole = [full.words.map { type[$0] }, full.formula.map(type.formula)].compactMap { $0 }
    return [whole.joined(separator: " ")] + full.derivation.map(type.formula)
  }

  /// The network with the path at hand, where nothing of it is asked for, and what it shows in words.
  private static func picture(_ state: State) -> (svg: String, alt: Words)? {
    guard state.training == nil, !state.isAtHome else { return nil }
    let trace = Trace(state.walk.network, goals: [])
    let goal =
      state.lightsStep && !state.asksOnTheSpot && state.asking?.isSettled != false
      ? state.walk.step.goals.last ?? goalOf(state.walk.step.quantity) : nil
    func picture(_ language: Language) -> NetworkPicture {
      NetworkPicture(trace, goal: goal, language: language, knows: state.knows)
    }
    let text = picture(state.language).litAlone.svg(id: "picture")
    guard text.utf8.count < ScreenMessage.maxBytes / 2 else { return nil }
    let (en, zh) = (picture(.en), picture(.zh))
    return (text, Words(en: en.title + "\n" + en.description, zh: zh.title + "\n" + zh.description))
  }

  private static func goalOf(_ quantity: Quantity) -> Quantity? {
    if case .derivative(of: .loss, by: .parameter) = quantity { quantity } else { nil }
  }
}
