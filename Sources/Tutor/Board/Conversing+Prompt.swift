import Configuration
import Networks
import Screen
import Traces

/// The line that is being typed.
extension Console {
  mutating func openPrompt(_ text: String) {
    prompt = Prompt(purpose: .command, editor: LineEditor(text))
  }

  /// What a key in a line came to.
  enum Typed: Equatable {
    case done
    /// The line is finished.
    case line(Prompt.Purpose, String)
    /// Help with the answer that is being typed.
    case hint
    /// The key means the same as everywhere.
    case common
  }

  /// A key while a line is being typed: `q` and all others are text.
  mutating func type(_ key: Key, _ shared: Shared, _ architecture: Architecture?) -> Typed {
    guard var prompt else { return .done }
    let offered = prompt.choices
    prompt.choices = []
    let command = key == .control("c") ? .cancel : shared.keymap.line.command(for: key)
    switch command {
    case .submit:
      (self.prompt, reply) = (nil, nil)
      return .line(prompt.purpose, prompt.editor.text)
    case .hint where prompt.purpose == .answer:
      self.prompt = prompt
      return .hint
    case .cancel:
      self.prompt = nil
      return .done
    case .deleteLeft where prompt.editor.characters.isEmpty, .deleteRight where prompt.editor.characters.isEmpty:
      self.prompt = nil
      return .done
    case .older: prompt.recall(1, shared.history)
    case .newer: prompt.recall(-1, shared.history)
    case .searchHistory: prompt.recallContaining(shared.history)
    case .complete:
      if prompt.purpose != .search, let architecture,
        let completion = Completion(before: prompt.editor.textBeforeCursor, architecture: architecture)
      {
        prompt.editor.replace(last: completion.replaced, with: completion.text)
        prompt.choices = completion.choices
      }
    default:
      if prompt.editor.edit(key, command) {
        prompt.wanted = nil
        break
      }
      prompt.choices = offered
      self.prompt = prompt
      return .common
    }
    self.prompt = prompt
    return .done
  }
}

extension Console.Prompt {
  fileprivate mutating func recall(_ direction: Int, _ history: [String]) {
    guard purpose != .search else { return }
    let next = recalled + direction
    guard next >= 0, next <= history.count else { return }
    if recalled == 0 { draft = editor.text }
    recalled = next
    editor.set(next == 0 ? draft : history[history.count - next])
  }

  /// The last line before the one shown that contains what was typed; where there is none, nothing changes.
  fileprivate mutating func recallContaining(_ history: [String]) {
    guard purpose != .search, recalled <= history.count else { return }
    let wanted = wanted ?? editor.text
    if recalled == 0 { draft = editor.text }
    let older = history[..<(history.count - recalled)]
    guard let found = older.lastIndex(where: { $0.contains(wanted) && $0 != editor.text }) else { return }
    self.wanted = wanted
    recalled = history.count - found
    editor.set(history[found])
  }
}

extension BoardActivity {
  mutating func openPrompt(_ text: String) -> [Request] {
    console.openPrompt(text)
    return []
  }

  /// A key while a line is being typed.
  mutating func type(_ key: Key, _ shared: inout Shared) -> [Request] {
    if prompt?.purpose == .sheet { return typeInSheet(key, &shared) }
    switch console.type(key, shared, board.architecture) {
    case .done, .line(.sheet, _): return []
    case .hint: return hint(&shared)
    case .common: return common(key, shared.keymap)
    case .line(.search, let text):
      if !text.isEmpty { board.searched = text }
      search(forward: true, shared)
      return []
    case .line(.answer, let text):
      guard let first = text.first(where: { $0 != " " }) else { return [] }
      // What a colon opens is computed, wherever it is typed; one's own words may begin with anything.
      if first == ":" || first == "：", board.asking?.wantsWords != true {
        return submit(text, &shared, isCommand: true)
      }
      shared.remember(text)
      if text.allSatisfy({ $0 == "?" || $0 == "？" || $0 == " " }) { return hint(&shared) }
      if board.refusesWhilePaused(shared.now, keepsLine: true) {
        // The line stays as it was typed.
        console.prompt = Console.Prompt(purpose: .answer, editor: LineEditor(text))
        return []
      }
      return answer(text, &shared)
    case .line(.command, let text):
      guard text.contains(where: { $0 != " " }) else { return [] }
      return submit(text, &shared, isCommand: true)
    }
  }
}
