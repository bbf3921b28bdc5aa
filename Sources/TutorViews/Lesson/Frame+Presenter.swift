import Configuration
import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
import Screen
import Traces
import Training
import Tutor

/// The presenter's own screen: the time, what the room sees, the answer before it, the notes, what comes next.
extension Frame {
  /// All of it, or the page that was opened here.
  mutating func drawOnNotes() {
    guard let presentation = state.presentation else { return }
    guard state.page == .walk else { return drawPage() }
    drawNotesScreen(presentation)
    drawBottom()
    drawCountdown()
  }

  private mutating func drawNotesScreen(_ presentation: Presentation) {
    let lesson = LessonView(state, type).map { NotesView($0) }
    drawPresenterBar()
    let columns = textColumns
    let left = max(2, (size.columns - columns) / 2)
    let isOver = lesson?.isOver(presentation) ?? false
    let time = lesson?.time(presentation) ?? presentation.time(at: state.now)
    let fixed =
      [
        StyledRow(time, Style(isOver ? .bad : .lit, bold: true)), StyledRow(),
        StyledRow(type[status(presentation)], Style(isLost(presentation) ? .bad : .faint)),
      ] + news(presentation) + [StyledRow()]
    for (number, row) in fixed.prefix(lessonRows).enumerated() {
      row.draw(on: &grid, at: left, firstRow + number, width: columns)
    }
    let rows = onScreen(lesson, columns) + notes(lesson, columns) + next(lesson, columns)
    let (top, room) = (firstRow + fixed.count, lessonRows - fixed.count)
    guard room > 0 else { return }
    let first = max(0, min(presentation.scrolled, rows.count - room))
    for (number, row) in rows.dropFirst(first).prefix(room).enumerated() {
      row.draw(on: &grid, at: left, top + number, width: columns)
    }
    let rest = rows.count - first - room
    guard rest > 0 else { return }
    let key = type.keys.first(.pageForward, in: .notes)
    grid.fill(" ", columns: 0..<size.columns, rows: top + room - 1..<top + room, Style())
    let more = Words(en: "… \(rest + 1) more rows: \(key)", zh: "…… 还有 \(rest + 1) 行：\(key)")
    grid.write(type[more], at: left, top + room - 1, Style(.faint), width: columns)
  }

  // MARK: Parts

  private func part(_ title: Words, _ rows: [StyledRow]) -> [StyledRow] {
    [StyledRow(type[title], Style(.faint))] + rows.map { $0.indented("  ") } + [StyledRow()]
  }

  private func onScreen(_ lesson: NotesView?, _ columns: Int) -> [StyledRow] {
    let (here, answer): (String, String?) =
      if let lesson, state.isInLesson { (lesson.here, lesson.answer) } else { (hereInWalk, answerInWalk) }
    var rows = StyledRow.wrap(here, columns: columns - 2, Style(.plain, bold: true))
    if let answer {
      rows += StyledRow.wrap(answer, columns: columns - 4, Style(.good)).prefix(2).map {
        $0.indented(type.sign(.right) + " ", Style(.good))
      }
    }
    if let spot = state.spotlight {
      let name = type.line(state.walk.network.architecture.expression(of: spot))
      rows.append(StyledRow(type[Words(en: "The spotlight is on \(name).", zh: "聚光灯照亮 \(name)。")], Style(.heading)))
    }
    rows += roomRows(columns - 2)
    if let hands { rows += StyledRow.wrap(hands, columns: columns - 2, Style(.heading)) }
    return part(Words(en: "On the screen", zh: "屏幕上"), rows)
  }

  /// The walk and training have no notes of an author.
  private func notes(_ lesson: NotesView?, _ columns: Int) -> [StyledRow] {
    guard let lesson else { return [] }
    let none = StyledRow(type[Words(en: "none for this screen", zh: "这一屏没有备注")], Style(.faint))
    let texts = lesson.notes(columns: columns - 2, Style(.heading))
    return part(Words(en: "Notes", zh: "备注"), texts.isEmpty ? [none] : texts)
  }

  private func next(_ lesson: NotesView?, _ columns: Int) -> [StyledRow] {
    let texts = if let lesson, state.isInLesson { lesson.next } else { [nextInWalk] }
    return part(Words(en: "Next", zh: "接下来"), texts.flatMap { StyledRow.wrap($0, columns: columns - 2) })
  }

  /// How many hands were counted, and how many of them for what is right.
  private var hands: String? {
    guard let ballot = state.ballot, let asking = state.asking else { return nil }
    let right = asking.current.rightOptions(ofPart: asking.part)
    let rounds = ballot.rounds.map { round -> Words in
      let all = round.reduce(0, +)
      guard let only = right.first, right.count == 1, round.indices.contains(only), all > 0 else {
        return Words(en: "\(all) hands", zh: "\(all) 人举手")
      }
      let share = Int((Double(round[only]) / Double(all) * 100).rounded())
      return Words(en: "\(share)% of \(all) right", zh: "\(all) 人中 \(share)% 正确")
    }
    return rounds.map { type[$0] }.joined(separator: " " + type.sign(.arrow) + " ")
  }

  // MARK: The walk and training

  private mutating func drawPresenterBar() {
    if let run = state.lesson, state.isInLesson { return drawLessonBar(run) }
    guard let training = state.training else { return drawBar(heading()) }
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<1, Style(.bar))
    let name = " bptutor" + type.sign(.dot) + training.title
    grid.write(name, at: 0, 0, Style(.bar, bold: true), width: size.columns)
  }

  private var hereInWalk: String {
    if let training = state.training {
      guard let status = training.status else { return type[Words(en: "Training", zh: "训练")] }
      let loss = DecimalText.significant(status.loss, digits: 5)
      let rate = DecimalText.significant(status.settings.learningRate, digits: 4)
      let state = training.isRunning ? Words(en: "running", zh: "训练中") : Words(en: "paused", zh: "已暂停")
      let comma = type[Words(en: ", ", zh: "，")]
      return type[state] + comma
        + type[Words(en: "epoch \(status.epoch) of \(training.end)", zh: "第 \(status.epoch) 轮，共 \(training.end) 轮")]
        + comma + "E = \(loss)" + comma + type.formula("η") + " = \(rate)"
    }
    if let asking = state.asking { return QuestionView(state: state, type: type).prompt(asking) }
    let (index, count) = (state.walk.index + 1, state.walk.stops.count)
    return type[Words(en: "\(heading()), \(index) of \(count)", zh: "\(heading())，第 \(index) 步，共 \(count) 步")]
  }

  /// The value of the step, before the room has it.
  private var answerInWalk: String? {
    if state.asksOnTheSpot { return answerOnTheSpot }
    guard state.training == nil, state.walk.step.kind != .chain else { return nil }
    let step = state.walk.step
    if state.walk.stop.stage == .value, state.asking?.isSettled != false { return nil }
    let name = type.line(state.walk.network.architecture.expression(of: step.quantity))
    return "\(name) = \(type.number(state.walk.trace.value(of: step)))"
  }

  /// The answer to a question that was made up; nil for opinions.
  private var answerOnTheSpot: String? {
    guard let asking = state.asking, let told = asking.current.answer(toPart: asking.part) else { return nil }
    return [told.words.map { type[$0] }, told.formula.map(type.formula)].compactMap { $0 }.joined(separator: " ")
  }

  private var nextInWalk: String {
    if let training = state.training {
      let count = training.pace * 10
      return type[Words(en: "PgDn: \(count) epochs on; Space: run or pause", zh: "PgDn：前进 \(count) 轮；空格：运行或暂停")]
    }
    if state.asking?.isSettled == false { return type[Words(en: "the answer", zh: "答案")] }
    if state.asksOnTheSpot { return type[Words(en: "back to where you were", zh: "回到原处")] }
    let walk = state.walk
    guard walk.stops.indices.contains(walk.index + 1) else {
      return type[Words(en: "nothing: this is the end", zh: "无，已到结尾")]
    }
    let stop = walk.stops[walk.index + 1]
    let step = walk.trace[stop.step]
    guard stop.step == walk.stop.step else { return heading(of: step) }
    return type[Phrases.label(stop.stage, isForward: step.goals.isEmpty)]
  }

  // MARK: Words

  private func isLost(_ presentation: Presentation) -> Bool {
    switch presentation.side {
    case .notes(.ended), .notes(.apart), .notes(.gone): true
    case .notes(.own), .notes(.projector), .projector: false
    }
  }

  private func status(_ presentation: Presentation) -> Words {
    switch presentation.side {
    case .notes(.projector) where presentation.isBlank:
      Words(en: "The room's screen is dark.", zh: "教室屏幕已黑屏。")
    case .notes(.projector) where state.asksOnTheSpot:
      Words(en: "The room sees your question; going on comes back.", zh: "教室屏幕上是你的提问，前进即返回。")
    case .notes(.projector) where state.isAway:
      Words(en: "The room sees the walk.", zh: "教室屏幕上是推导。")
    case .notes(.projector): Words(en: "Follows the room's screen.", zh: "跟随教室屏幕。")
    case .notes(.ended):
      Words(en: "The presentation has ended; these keys move only this screen.", zh: "演示已结束，按键只移动本屏。")
    case .notes(.gone):
      Words(
        en: "The room's screen is gone. The same 'bptutor present' goes on at this place.",
        zh: "教室屏幕已中断。再次运行同一 bptutor present 命令，可从这里继续。")
    case .notes(.apart(.noFolder)):
      Words(
        en: "Cannot follow the room's screen: XDG_RUNTIME_DIR names no folder.",
        zh: "无法跟随教室屏幕：XDG_RUNTIME_DIR 没有指向文件夹。")
    case .notes(.apart(.sharedFolder)):
      Words(
        en: "Cannot follow the room's screen: others can use XDG_RUNTIME_DIR.",
        zh: "无法跟随教室屏幕：XDG_RUNTIME_DIR 不是你独用的文件夹。")
    case .notes(.own), .projector:
      Words(en: "No presentation is on; these keys move only this screen.", zh: "没有正在进行的演示，按键只移动本屏。")
    }
  }

  /// What is wrong with the lesson's file, and that the room could see more of less.
  private func news(_ presentation: Presentation) -> [StyledRow] {
    var rows: [StyledRow] = []
    if presentation.isFollowing, let size = presentation.size, size.columns > 100, size.rows > 30 {
      let cells = "\(size.columns)\(type.sign(.count))\(size.rows)"
      let words = Words(
        en: "The room's screen has \(cells) cells: a larger font there can be read from the last row.",
        zh: "教室屏幕有 \(cells) 个字符格，调大字号，最后一排才看得清。")
      rows += StyledRow.wrap(type[words], columns: textColumns, Style(.faint))
    }
    guard presentation.faults > 0 else { return rows }
    let count = presentation.faults
    let words = Words(
      en: "The saved file has \(count == 1 ? "a fault" : "\(count) faults"): the room still sees the text before it.",
      zh: "保存的文件有 \(count) 处错误，教室屏幕仍显示修改前的内容。")
    return rows + StyledRow.wrap(type[words], columns: textColumns, Style(.bad))
  }

  /// What the presenter is asked, with the keys that answer.
  func words(of ask: Presentation.Ask) -> Words {
    switch ask {
    case .leave:
      Words(en: "Leave the presentation? Enter or q: yes   any other key: no", zh: "退出演示？Enter 或 q：退出   其他键：继续")
    case .resume:
      Words(
        en: "Left here after \(time).   → go on   n from the beginning   q quit",
        zh: "上次停在这里，用时 \(time)。   → 继续   n 从头开始   q 退出")
    }
  }

  private var time: String { state.presentation?.time(at: state.now) ?? "" }

  /// On the presenter's own screen; what is typed there is seen by the room only when it is finished.
  func notesHints() -> [(String, Words)] {
    func key(_ command: KeyCommand, _ en: String, _ zh: String, in context: Keymap.Context = .lesson) -> (
      String, Words
    ) { hint(command, context, Words(en: en, zh: zh)) }
    return [key(.next, "next", "前进"), key(.back, "back", "后退")] + handsHint + [
      key(.dark, "dark", "黑屏", in: .room), pairHint(.pageForward, .pageBack, .notes, Words(en: "scroll", zh: "滚动")),
      key(.overview, "screens", "各屏"), key(.help, "help", "帮助"), key(.leave, "quit", "退出", in: .notes),
    ]
  }
}

extension Presentation {
  /// How long it has been going on, as on a clock.
  func time(at now: Int) -> String {
    let seconds = max(0, now - began) / 1_000
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }
}
