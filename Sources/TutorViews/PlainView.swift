import Diagnostics
import Networks
import Screen
import Traces
package import Tutor

/// The walk in words, line by line: what a screen reader reads well and a script can keep.
///
/// Nothing is drawn and nothing is repeated: each line says what is new.
package enum PlainView {
  /// What is said before the first line is typed.
  package static func opening(_ state: State) -> [String] {
    let text = PlainText(state)
    if state.isAtHome { return safe(home(state, text)) }
    if state.isInLesson { return safe(lessonOpening(state, text)) }
    if state.drill != nil { return safe(problem(before: nil, after: state, text)) }
    return safe(
      NetworkDescription(network: state.walk.network, text: text).lines + data(state, text) + [
        outline(state, text), hint(state, text),
      ]
        + place(state, text, isNewSection: true))
  }

  /// What is said after a line was typed, from the states before and after it.
  package static func response(before: State, after: State) -> [String] {
    let text = PlainText(after)
    let (old, new) = (before.walk, after.walk)
    // What was taken back is reported with all that follows from it, in one sentence.
    let takenBack = [State.undone, State.redone].first { after.reply?.lines.first == .words($0) }
    var lines = takenBack == nil ? reply(after, text) : []
    if after.isAtHome { return safe(lines + atHome(before: before, after: after, hasReply: !lines.isEmpty, text)) }
    if after.page == .sheet, before.page != .sheet { return safe(lines + sheet(after, text)) }
    if before.isAtHome { return safe(lines) + opening(after) }
    if after.isInLesson { return safe(lines + lesson(before: before, after: after, text)) }
    if before.isInLesson { return safe(lines + [outline(after, text)] + place(after, text, isNewSection: true)) }
    switch after.page {
    case .overview: lines += overview(after, text)
    case .help, .answer, .walk, .sheet: break
    }
    if let summary = after.summary {
      return safe(before.summary == summary ? lines : lines + [""] + session(summary, after, text))
    }
    if after.drill != nil { return safe(lines + problem(before: before, after: after, text)) }
    let isOtherNetwork = old.network.architecture != new.network.architecture
    if isOtherNetwork || after.language != before.language {
      if isOtherNetwork { lines += NetworkDescription(network: new.network, text: text).lines }
      lines += [outline(after, text)] + (after.language != before.language ? [hint(after, text)] : [])
      return safe(lines + place(after, text, isNewSection: true))
    }
    lines += asking(before: before, after: after, text)
    if old.trace.goals != new.trace.goals { lines.append(outline(after, text)) }
    lines += changes(from: old, to: new, label: takenBack, text)
    let isElsewhere = old.index != new.index || old.trace.goals != new.trace.goals
    if isElsewhere {
      let isNewSection = Walk.Section(of: old.step) != Walk.Section(of: new.step)
      lines += place(after, text, from: old, isNewSection: isNewSection)
    } else if StopText(old, PlainText(before)).line != StopText(new, text).line {
      // The number that the walk is at has changed.
      lines.append(StopText(new, text).line)
    }
    if after.showsReward, !before.showsReward || old.network != new.network { lines += reward(after, text) }
    return safe(lines)
  }

  /// What the walk came to.
  private static func reward(_ state: State, _ text: PlainText) -> [String] {
    let rows = RewardView(state: state, type: text.type).rows(columns: 100, atMost: 60, asking: RewardView.lines)
    return [text[RewardView.title]] + rows.map(\.text).filter { !$0.isEmpty }
  }

  // MARK: Parts

  /// The stop at hand; on the way through a step also what was passed.
  private static func place(_ state: State, _ text: PlainText, from old: Walk? = nil, isNewSection: Bool) -> [String] {
    let walk = state.walk
    var lines: [String] = []
    if isNewSection { lines += ["", heading(Walk.Section(of: walk.step), text)] }
    var first = walk.index
    if let old, old.trace.goals == walk.trace.goals, old.index < walk.index,
      walk.stops[min(old.index + 1, walk.index)].step == walk.stop.step
    {
      first = old.index + 1
    }
    for index in first...walk.index {
      var passed = walk
      passed.jump(to: index)
      let stop = StopText(passed, text)
      lines.append(stop.line)
      if let mean = stop.batchMean { lines.append(mean) }
      if stop.isBeginningOfStep, let reason = stop.reason { lines.append(reason) }
    }
    return lines
  }

  private static func heading(_ section: Walk.Section, _ text: PlainText) -> String {
    switch section {
    case .forward: text[Words(en: "Forward pass", zh: "前向传播")]
    case .gradient(let goal): text[Words(en: "Gradient ", zh: "梯度 ")] + text.name(goal)
    case .update: text[Words(en: "Update", zh: "参数更新")]
    }
  }

  /// What the walk consists of.
  private static func outline(_ state: State, _ text: PlainText) -> String {
    let goals = state.walk.trace.goals.prefix(12).map(text.name)
    let parts = [text[Words(en: "forward pass", zh: "前向传播")]] + goals + [text[Words(en: "update", zh: "参数更新")]]
    let count = state.walk.stops.count
    return text[
      Words(
        en: "The walk: \(text.list(parts)); \(count) places.", zh: "推导内容：\(text.list(parts))，共 \(count) 处。")]
  }

  /// Which samples there are; nothing where the network's own is the only one.
  private static func data(_ state: State, _ text: PlainText) -> [String] {
    guard let samples = state.samples else { return [] }
    let (number, count) = (samples.shown + 1, samples.count)
    return [
      text[
        Words(
          en: "Data \(samples.name): this is sample \(number) of \(count); 'samples' lists them.",
          zh: "数据 \(samples.name)：当前是第 \(number) 个样本，共 \(count) 个；samples 列出全部。")]
    ]
  }

  private static func hint(_ state: State, _ text: PlainText) -> String {
    let quit = Phrases.leads(state.leaving)
    return text[
      Words(
        en: "An empty line or 'next' goes on; 'help' lists all commands; 'quit' \(quit.en).",
        zh: "空行或 next 前进；help 列出全部命令；quit \(quit.zh)。")]
  }

  private static let maxChanges = 16

  /// What an edit changed; only what the walk has come past, since the rest is not known yet.
  private static func changes(from old: Walk, to new: Walk, label: Words?, _ text: PlainText) -> [String] {
    guard old.network != new.network, old.network.architecture == new.network.architecture else { return [] }
    let given = new.network.givenQuantities + [.learningRate]
    let found = new.trace.steps.map(\.quantity).filter { new.knows($0) }
    var seen: Set<Quantity> = []
    let changed = (given + found).filter { quantity in
      let (was, now) = (old.trace.pass.value(of: quantity), new.trace.pass.value(of: quantity))
      return was != now && !(was.isNaN && now.isNaN) && seen.insert(quantity).inserted
    }
    guard !changed.isEmpty else { return [] }
    var parts = changed.prefix(maxChanges).map { quantity in
      let (was, now) = (old.trace.pass.value(of: quantity), new.trace.pass.value(of: quantity))
      return "\(text.name(quantity)) \(text.number(was)) \(text.arrow) \(text.number(now))"
    }
    if changed.count > maxChanges {
      let rest = changed.count - maxChanges
      parts.append(text[Words(en: "and \(rest) more", zh: "另有 \(rest) 个")])
    }
    // Chinese punctuation brings its own space.
    let label = text[label ?? Words(en: "Changed:", zh: "已改变：")] + text[Words(en: " ", zh: "")]
    return [label + parts.joined(separator: text[Words(en: "; ", zh: "；")])]
  }

  /// All steps with their places; where a gradient begins, a heading.
  private static func overview(_ state: State, _ text: PlainText) -> [String] {
    let walk = state.walk
    var lines: [String] = []
    var section: Walk.Section?
    var firstStops: [Int: Int] = [:]
    for (index, stop) in walk.stops.enumerated() where firstStops[stop.step] == nil {
      firstStops[stop.step] = index + 1
    }
    for step in walk.trace.steps.prefix(2_000) {
      if section != Walk.Section(of: step) {
        section = Walk.Section(of: step)
        lines.append(heading(Walk.Section(of: step), text))
      }
      let number = firstStops[step.id] ?? 1
      let title = text[walk.trace.title(of: step, text.type.notation)]
      let here = step.id == walk.stop.step ? text[Words(en: " (here)", zh: "（当前）")] : ""
      lines.append("  \(number)\(text.colon)\(text.phrases([title, text.name(step.quantity)]))\(here)")
    }
    return lines
  }

  static func safe(_ lines: [String]) -> [String] {
    lines.flatMap { SafeText($0).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  }
}
