import Configuration
import Diagnostics
import Lessons
import Screen
import Skills

/// Keys and lines while the menu is on the screen.
extension MenuActivity {
  mutating func press(_ key: Key, _ shared: inout Shared) -> [Request] {
    if search != nil { return searching(key, &shared) }
    let key = State.halfWidth(key)
    if skillRow != nil { return chooseSkill(key, shared) }
    if case .character(let text) = key, let digit = State.digit(text) {
      pickLesson(digit, shared)
      return []
    }
    typed = 0
    guard let command = shared.keymap.command(for: key, in: .menu) else { return [] }
    switch command {
    case .next: select(by: 1, shared)
    case .back: select(by: -1, shared)
    case .pageForward: select(by: 10, shared)
    case .pageBack: select(by: -10, shared)
    case .first: select(by: -Self.maxScroll, shared)
    case .last: select(by: Self.maxScroll, shared)
    case .enter: return choose(number: selected, &shared)
    case .walk: return choose(.walk, shared)
    case .practise: return choose(.practise(nil), shared)
    case .skills: skillRow = firstSkillRow(shared)
    case .switchLanguage: shared.language = shared.language == .en ? .zh : .en
    case .search: find(LineEditor(), shared)
    case .commandLine: console.openPrompt("")
    case .help: page = .help(0)
    case .leave: return [.close]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .nextFactor, .previousFactor, .nextSection, .previousSection, .skip, .mark, .goToMark, .searchNext,
      .searchPrevious, .answer, .hint, .compare, .predict, .explain, .showAll, .switchForm, .fold, .switchPicture,
      .overview,
      .close, .selectNext, .selectPrevious, .raise, .lower, .undo, .redo, .nextLesson, .previousLesson, .dark, .notes,
      .tally, .door,
      .countdown, .play, .spotlight, .spotlightBack, .enlarge, .run,
      .farForward, .farBack, .faster, .slower, .nextSample, .previousSample, .nextPlot, .previousPlot, .derive:
      break
    }
    return []
  }

  private mutating func select(by distance: Int, _ shared: Shared) {
    let count = items(shared).count
    guard count > 0 else { return }
    selected = max(0, min(selected + max(-count, min(distance, count)), count - 1))
  }

  /// A lesson by its number, which may have two digits.
  private mutating func pickLesson(_ digit: Int, _ shared: Shared) {
    let first = suggestions(shared).count
    let count = shared.library.count
    let whole = typed * 10 + digit
    let number = (1...max(1, count)).contains(whole) ? whole : digit
    guard (1...max(1, count)).contains(number), count > 0 else { return }
    typed = number
    selected = first + number - 1
  }

  private mutating func searching(_ key: Key, _ shared: inout Shared) -> [Request] {
    let editing = shared.keymap.line.command(for: key)
    let command = key == .control("c") ? .close : shared.keymap.command(for: key, in: .search)
    switch command {
    case .close: find(nil, shared)
    case .enter: return choose(number: selected, &shared)
    case .next: select(by: 1, shared)
    case .back: select(by: -1, shared)
    case .pageForward: select(by: 10, shared)
    case .pageBack: select(by: -10, shared)
    case let command?: return common(command)
    case nil where editing == .deleteLeft && search?.text.isEmpty == true: find(nil, shared)
    case nil:
      guard var line = search, line.edit(key, editing) else { return [] }
      if line.text != search?.text { find(line, shared) } else { search = line }
    }
    return []
  }

  /// A key on the page on the skills.
  private mutating func chooseSkill(_ key: Key, _ shared: Shared) -> [Request] {
    let distance: Int
    switch shared.keymap.command(for: key, in: .skills) {
    case .close:
      skillRow = nil
      return []
    case .enter: return chosenSkill.map { choose(.skill($0), shared) } ?? []
    case .help:
      page = .help(0)
      return []
    case .next: distance = 1
    case .back: distance = -1
    case .pageForward: distance = 10
    case .pageBack: distance = -10
    case .first: distance = -Self.maxScroll
    case .last: distance = Self.maxScroll
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    default: return []
    }
    skillRow = max(0, min((skillRow ?? 0) + distance, Skill.allCases.count + Self.maxScroll))
    return []
  }

  // MARK: Lines

  /// A typed line: the number of an entry, a search, or a command.
  mutating func submit(_ line: String, _ shared: inout Shared) -> [Request] {
    let text = State.trimmed(line)
    if text.isEmpty { return choose(number: selected, &shared) }
    let body = State.halfWidth(text)
    if body.first == "/" {
      find(LineEditor(String(body.dropFirst())), shared)
      return []
    }
    let typed = body.first == ":" ? State.trimmed(String(body.dropFirst())) : body
    if let number = Int(typed), number > 0 {
      guard number <= items(shared).count else {
        reply = .fault(Words(en: "There is no entry \(number).", zh: "没有第 \(number) 项。"))
        return []
      }
      return choose(number: number - 1, &shared)
    }
    let word = String(typed.prefix { !$0.isWhitespace })
    let rest = State.trimmed(String(typed.dropFirst(word.count)))
    if ["practise", "practice", "练习"].contains(word) {
      if rest.isEmpty { return choose(.practise(nil), shared) }
      guard let skill = Skill(named: rest) else {
        reply = .fault(Words(en: "There is no skill '\(rest)'; o lists them.", zh: "没有“\(rest)”这项技能，按 o 查看全部技能。"))
        return []
      }
      return choose(.skill(skill), shared)
    }
    switch Command(named: word) {
    case .quit?: return [.close]
    case .help?:
      console.help(rest, Reply(.answer, Command.allCases.map { .entry($0.usage, shared.summary(of: $0)) }), shared)
    case .lang?: if let fault = shared.switchLanguage(rest) { reply = fault }
    case .overview?: skillRow = firstSkillRow(shared)
    case .back?, .first?: find(nil, shared)
    case .find?: find(LineEditor(rest), shared)
    case .lesson? where !rest.isEmpty:
      guard let entry = shared.entry(named: rest) else {
        reply = .fault(shared.noLesson(named: rest))
        return []
      }
      return choose(.lesson(entry.id), shared)
    case .walk?:
      var board = Board(walk)
      guard board.goals(named: rest) != nil else {
        reply = board.reply
        return []
      }
      return choose(.walk, shared) + (rest.isEmpty ? [] : [.send(.line(text))])
    case nil where shared.library.contains { $0.id == word }: return choose(.lesson(word), shared)
    case .lesson?: break
    // Everything else belongs to the walk.
    default: return choose(.walk, shared) + [.send(.line(text))]
    }
    return []
  }
}
