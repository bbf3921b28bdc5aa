import Diagnostics
import Expressions
import Progress
import Reports
import Screen
import Tutor

/// The menu line by line: numbered, so that a number chooses.
extension PlainView {
  static func home(_ state: State, _ text: PlainText) -> [String] {
    guard let words = HomeText(state) else { return [] }
    let items = state.homeItems
    var lines = state.banner.map { [text[$0]] } ?? []
    let growth = text[words.growth]
    if words.home.search == nil, !growth.isEmpty { lines.append(text.sentence(growth)) }
    if let search = words.home.search {
      lines.append(text[Words(en: "Found for '\(search.text)':", zh: "“\(search.text)”的查找结果：")])
      if items.isEmpty { lines.append(text[Frame.nothingFound]) }
    }
    for (number, item) in items.enumerated() {
      var line = "\(number + 1)\(text.colon)" + entry(item, words, text)
      let reason = text[words.reason(item)]
      if number == 0, words.home.search == nil, !reason.isEmpty { line += text[Words(en: " - ", zh: "——")] + reason }
      lines.append(line)
    }
    return lines + [
      text[
        Words(
          en: "A number opens; an empty line opens the first; '/text' finds; 'overview' shows skills; 'quit' leaves.",
          zh: "输入编号打开；空行打开第一项；“/文字”查找；overview 查看技能；quit 退出。")]
    ]
  }

  /// What is said after a line at the menu, or on coming back to it.
  static func atHome(before: State, after: State, hasReply: Bool, _ text: PlainText) -> [String] {
    guard let home = after.home else { return [] }
    if home.skillRow != nil {
      let look = text.type.look.sized(columns: 79, rows: 24)
      return LearnerPage(home.report, now: home.now, look).grid(Frame.skillParts).lines + [
        "",
        text[
          Words(
            en: "'practice' and a skill's name begins ten problems on it, as in 'practice net input'.",
            zh: "输入“practice 技能名”练习该技能十题，例如 practice 净输入。")],
      ]
    }
    // After a word of its own, such as that there is no such entry, the list is not read out again; 'back' reads it.
    let isSame =
      hasReply && before.isAtHome && before.home?.search == home.search && before.home?.skillRow == nil
      && before.homeItems == after.homeItems && before.banner == after.banner && before.language == after.language
    return isSame ? [] : self.home(after, text)
  }

  private static func entry(_ item: MenuActivity.Item, _ words: HomeText, _ text: PlainText) -> String {
    var line = text[words.label(item)] + text.colon + text[words.title(item)]
    if let id = words.lesson(item), let progress = words.progress(id), progress.isBegun {
      line += text[standing(progress)]
    }
    return line
  }

  private static func standing(_ progress: LessonProgress) -> Words {
    let (settled, open, count) = (progress.settled, progress.openCount, progress.count)
    if progress.isDone { return Words(en: " (done)", zh: "（已学完）") }
    return progress.isLeftOpen
      ? Words(en: " (read to the end, \(open) of \(count) questions open)", zh: "（已读到末尾，共 \(count) 题，\(open) 题未完成）")
      : Words(en: " (\(settled) of \(count) questions done)", zh: "（共 \(count) 题，完成 \(settled) 题）")
  }
}
