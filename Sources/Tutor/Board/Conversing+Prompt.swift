import Networks
import Screen
import Traces

extension State {
  mutating func openPrompt(_ text: String) -> [Effect] {
    prompt = Prompt(purpose: .command, editor: LineEditor(text))
    return []
  }

  /// A key while a line is being typed: `q` and all others are text.
  mutating func type(_ key: Key) -> [Effect] {
    guard var prompt else { return [] }
    let offered = prompt.choices
    prompt.choices = []
    switch key {
    case .enter: return finishPrompt()
    case .function(1) where prompt.purpose == .answer:
      self.prompt = prompt
      return hint()
    case .escape, .control("c"), .control("g"):
      self.prompt = nil
      return []
    case .backspace where prompt.editor.characters.isEmpty:
      self.prompt = nil
      return []
    case .control("d") where prompt.editor.characters.isEmpty:
      self.prompt = nil
      return []
    case .up, .control("p"): recall(1, &prompt)
    case .down, .control("n"): recall(-1, &prompt)
    case .tab:
      if prompt.purpose != .search,
        let completion = Completion(before: prompt.editor.textBeforeCursor, architecture: walk.network.architecture)
      {
        prompt.editor.replace(last: completion.replaced, with: completion.text)
        prompt.choices = completion.choices
      }
    default:
      if prompt.editor.edit(key) { break }
      prompt.choices = offered
      self.prompt = prompt
      return common(key)
    }
    self.prompt = prompt
    return []
  }

  private func recall(_ direction: Int, _ prompt: inout Prompt) {
    guard prompt.purpose != .search else { return }
    let next = prompt.recalled + direction
    guard next >= 0, next <= history.count else { return }
    if prompt.recalled == 0 { prompt.draft = prompt.editor.text }
    prompt.recalled = next
    prompt.editor.set(next == 0 ? prompt.draft : history[history.count - next])
  }

  private mutating func finishPrompt() -> [Effect] {
    guard let finished = prompt else { return [] }
    prompt = nil
    let text = finished.editor.text
    switch finished.purpose {
    case .search:
      if !text.isEmpty { searched = text }
      search(forward: true)
      return []
    case .answer:
      guard text.contains(where: { $0 != " " }) else { return [] }
      remember(text)
      return text.allSatisfy { $0 == "?" || $0 == "？" || $0 == " " } ? hint() : answer(text)
    case .command:
      reply = nil
      guard text.contains(where: { $0 != " " }) else { return [] }
      return submit(text)
    }
  }

  /// Keeps a line for later, unless it was the last one already.
  mutating func remember(_ line: String) {
    guard history.last != line else { return }
    history.append(line)
    if history.count > 500 { history.removeFirst() }
  }
}
