import Diagnostics
import Lessons
import Screen

/// Keys and lines while the menu is on the screen.
extension State {
  mutating func pressAtHome(_ key: Key) -> [Effect] {
    if home?.search != nil { return searchAtHome(key) }
    let key = Self.halfWidth(key)
    reply = nil
    if home?.scrolled != nil { return scrollAtHome(key) }
    if case .character(let text) = key, let digit = Self.digit(text) {
      pickLesson(digit)
      return []
    }
    home?.typed = 0
    switch key {
    case .down, .character("j"), .tab, .wheelDown: select(by: 1)
    case .up, .character("k"), .backTab, .wheelUp: select(by: -1)
    case .pageDown: select(by: 10)
    case .pageUp: select(by: -10)
    case .home, .character("g"): select(by: -Home.longestPage)
    case .end, .character("G"): select(by: Home.longestPage)
    case .enter, .right, .character(" "), .character("l"): return chooseAtHome(home?.selected ?? 0)
    case .character("w"): return choose(.walk)
    case .character("p"): return choose(.practise(nil))
    case .character("o"): home?.scrolled = 0
    case .character("L"): language = language == .en ? .zh : .en
    case .character("/"): search(LineEditor())
    case .character(":"): return openPrompt("")
    case .character("?"), .function(1): page = .help(0)
    case .character("q"): return [.quit]
    default: return common(key)
    }
    return []
  }

  private mutating func select(by distance: Int) {
    let count = homeItems.count
    guard count > 0, let selected = home?.selected else { return }
    home?.selected = max(0, min(selected + max(-count, min(distance, count)), count - 1))
  }

  /// A lesson by its number, which may have two digits.
  private mutating func pickLesson(_ digit: Int) {
    let first = suggestions.count
    let whole = (home?.typed ?? 0) * 10 + digit
    let number = (1...max(1, library.count)).contains(whole) ? whole : digit
    guard (1...max(1, library.count)).contains(number), !library.isEmpty else { return }
    home?.typed = number
    home?.selected = first + number - 1
  }

  private mutating func searchAtHome(_ key: Key) -> [Effect] {
    switch key {
    case .escape, .control("c"), .control("g"): search(nil)
    case .enter: return chooseAtHome(home?.selected ?? 0)
    case .down, .tab, .wheelDown: select(by: 1)
    case .up, .backTab, .wheelUp: select(by: -1)
    case .pageDown: select(by: 10)
    case .pageUp: select(by: -10)
    case .backspace where home?.search?.text.isEmpty == true: search(nil)
    default:
      guard var line = home?.search, line.edit(key) else { return common(key) }
      if line.text != home?.search?.text { search(line) } else { home?.search = line }
    }
    return []
  }

  private mutating func scrollAtHome(_ key: Key) -> [Effect] {
    let distance: Int
    switch key {
    case .escape, .character("q"), .character("o"), .enter:
      home?.scrolled = nil
      return []
    case .character("?"), .function(1):
      page = .help(0)
      return []
    case .down, .right, .character("j"), .character("l"), .wheelDown: distance = 1
    case .up, .left, .character("k"), .character("h"), .wheelUp, .backspace: distance = -1
    case .pageDown, .character(" "): distance = 10
    case .pageUp: distance = -10
    case .home, .character("g"): distance = -Home.longestPage
    case .end, .character("G"): distance = Home.longestPage
    default: return common(key)
    }
    let scrolled = home?.scrolled ?? 0
    home?.scrolled = max(0, min(scrolled + distance, Home.longestPage))
    return []
  }

  // MARK: Lines

  /// A typed line: the number of an entry, a search, or a command.
  mutating func submitAtHome(_ text: String) -> [Effect] {
    reply = nil
    if text.isEmpty { return chooseAtHome(home?.selected ?? 0) }
    let body = Self.halfWidth(text)
    if body.first == "/" {
      search(LineEditor(String(body.dropFirst())))
      return []
    }
    let typed = body.first == ":" ? Self.trimmed(String(body.dropFirst())) : body
    if let number = Int(typed), number > 0 {
      guard number <= homeItems.count else {
        reply = .fault(Words(en: "There is no entry \(number).", zh: "没有第 \(number) 项。"))
        return []
      }
      return chooseAtHome(number - 1)
    }
    let word = String(typed.prefix { !$0.isWhitespace })
    let rest = Self.trimmed(String(typed.dropFirst(word.count)))
    if ["practise", "practice", "练习"].contains(word) { return choose(.practise(nil)) }
    switch Command(named: word) {
    case .quit?: return [.quit]
    case .help?: help(rest)
    case .lang?: switchLanguage(rest)
    case .overview?: home?.scrolled = 0
    case .back?, .first?: search(nil)
    case .find?: search(LineEditor(rest))
    case .lesson? where !rest.isEmpty:
      guard let entry = library.first(where: { $0.id == rest || $0.stem == rest }) else {
        openLesson(rest)
        return []
      }
      return choose(.lesson(entry.id))
    case .walk?:
      guard goals(named: rest) != nil else { return [] }
      let effects = choose(.walk)
      return rest.isEmpty ? effects : submit(text)
    case nil where library.contains { $0.id == word }: return choose(.lesson(word))
    case .lesson?: break
    // Everything else belongs to the walk.
    default:
      _ = choose(.walk)
      return submit(text)
    }
    return []
  }
}
