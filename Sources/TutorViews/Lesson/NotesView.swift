import Diagnostics
import Lessons
import Questions
import Screen
import Tutor

/// What only the presenter sees, or a lesson's author: the notes of a screen, the time, and what comes next.
struct NotesView {
  let view: LessonView

  private var type: Typesetter { view.type }
  private var run: LessonRun { view.run }

  init(_ view: LessonView) { self.view = view }

  /// The notes of the screen at hand, each from a line of its own on; none where there are none.
  func notes(columns: Int, _ style: Style) -> [StyledRow] {
    texts.flatMap { StyledRow.wrap(type.formula($0), columns: columns, style) }
  }

  /// The same without breaks.
  var texts: [String] {
    run.elements.compactMap { element in
      guard case .note(let text) = element.content else { return nil }
      return text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    }
  }

  /// How long it has been going on, and how long the lesson is said to take.
  func time(_ presentation: Presentation) -> String {
    let clock = presentation.time(at: view.state.now)
    guard let length = run.lesson.minutes else { return clock }
    return type[Words(en: "\(clock) of \(length) min", zh: "\(clock)，预计 \(length) 分钟")]
  }

  /// Whether it takes longer than the lesson is said to.
  func isOver(_ presentation: Presentation) -> Bool {
    run.lesson.minutes.map { (view.state.now - presentation.began) / 60_000 >= $0 } ?? false
  }

  // MARK: The lesson's way

  /// What the screen at hand is about, and how far it has come.
  var here: String {
    let title = view.title(ofScreen: run.screen)
    if let shown = view.state.shown {
      let (stage, count) = (view.state.walk.index - shown.lowerBound + 1, shown.count)
      return type[Words(en: "\(title), \(stage) of \(count)", zh: "\(title)，第 \(stage) 步，共 \(count) 步")]
    }
    return title
  }

  /// What a click will bring, and where that is not yet the next screen, what that is about.
  var next: [String] {
    let heading = view.title(ofScreen: run.screen + 1)
    guard let click else { return [heading] }
    return run.isAtEnd ? [click] : [click, type[Words(en: "then: \(heading)", zh: "之后：\(heading)")]]
  }

  /// What a click will bring on this screen; nil where it leads to the next one.
  private var click: String? {
    if run.isAtEnd { return type[Words(en: "nothing: this is the end", zh: "无，本课到此结束")] }
    if let shown = view.state.shown, view.state.walk.index < shown.upperBound {
      let stage = view.state.walk.index - shown.lowerBound + 2
      return type[Words(en: "step \(stage) of the derivation", zh: "推导的第 \(stage) 步")]
    }
    if let asking = view.state.asking, run.ask != nil, !asking.isSettled {
      if asking.isPoll || asking.wantsWords {
        return type[Words(en: "the end of the answering", zh: "结束作答")]
      }
      return type[
        asking.partCount > 1
          ? Words(
            en: "the answer, part \(asking.part + 1) of \(asking.partCount)",
            zh: "答案，第 \(asking.part + 1) 部分，共 \(asking.partCount) 部分")
          : Words(en: "the answer", zh: "答案")]
    }
    if run.attempt != nil, !run.isDone { return type[Words(en: "the goal, reached", zh: "达到目标")] }
    return nil
  }

  /// The answer to what is asked, before the room has it; nil where nothing is open.
  var answer: String? {
    guard let asking = view.state.asking, run.ask != nil, !asking.isSettled,
      let told = asking.current.answer(toPart: asking.part)
    else { return nil }
    return [told.words.map { type[$0] }, told.formula.map(type.formula)].compactMap { $0 }.joined(separator: " ")
  }
}
