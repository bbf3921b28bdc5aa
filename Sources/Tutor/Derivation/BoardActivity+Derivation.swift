import Configuration
import Derivations
import Diagnostics
import Networks
import Questions
import Screen
import Traces

/// The sheet of `:derivation`: rows are typed, and each is marked as it is finished.
extension BoardActivity {
  /// In a test it has to wait: a mark says whether a value is right.
  mutating func openSheet(_ shared: inout Shared) -> [Request] {
    if refusesInTest() { return [] }
    page = .sheet
    shared.sheet.goToEnd()
    let requests = markSheet(&shared)
    editSheetRow(shared)
    return requests
  }

  private mutating func closeSheet() {
    page = .walk
    prompt = nil
  }

  /// The row at hand in the editor.
  private mutating func editSheetRow(_ shared: Shared, at place: Int? = nil) {
    var editor = LineEditor(shared.sheet.rows[shared.sheet.row])
    if let place {
      editor.move(.home)
      for _ in 0..<place { editor.move(.right) }
    }
    prompt = Console.Prompt(purpose: .sheet, editor: editor)
  }

  /// What a mark says of a question that is open counts as help.
  private mutating func markSheet(_ shared: inout Shared) -> [Request] {
    shared.sheet.mark(on: board.askedTrace.network)
    let judged = shared.sheet.judged
    guard !judged.isEmpty, !isForRoom else { return [] }
    if let asking = board.asking, !asking.isSettled, !asking.isGuess, !judged.isDisjoint(with: asking.subjects) {
      board.asking?.note(lookup: .setUp)
    }
    let wanted = judged.sorted { board.architecture.name(of: $0) < board.architecture.name(of: $1) }
    return noteElsewhere(Lookup(quantities: wanted, rung: .setUp)).requests
  }

  // MARK: Keys

  /// A key while a row of the sheet is typed.
  mutating func typeInSheet(_ key: Key, _ shared: inout Shared) -> [Request] {
    guard var typed = prompt else { return [] }
    if case .paste(let text) = key, text.contains(where: \.isNewline) { return paste(text, &shared) }
    let offered = typed.choices
    typed.choices = []
    let command = key == .control("c") ? .cancel : shared.keymap.line.command(for: key)
    let editor = typed.editor
    switch command {
    case .submit:
      guard shared.sheet.breakRow(at: editor.cursor) else { return [] }
      return goOnInSheet(&shared, at: 0)
    case .cancel:
      let requests = markSheet(&shared)
      closeSheet()
      return requests
    case .older: return shared.sheet.move(by: -1) ? goOnInSheet(&shared, at: editor.cursor) : []
    case .newer: return shared.sheet.move(by: 1) ? goOnInSheet(&shared, at: editor.cursor) : []
    case .deleteLeft where editor.cursor == 0:
      guard let place = shared.sheet.joinWithRowBefore() else { return [] }
      return goOnInSheet(&shared, at: place)
    case .deleteRight where editor.cursor == editor.characters.count:
      guard shared.sheet.move(by: 1) else { return [] }
      _ = shared.sheet.joinWithRowBefore()
      return goOnInSheet(&shared, at: editor.cursor)
    case .complete:
      // Behind a colon commands come first, and no row of a derivation is one.
      if let completion = Completion(before: "= " + editor.textBeforeCursor, architecture: board.architecture) {
        typed.editor.replace(last: completion.replaced, with: completion.text)
        typed.choices = completion.choices
      }
    default:
      guard typed.editor.edit(key, command) else {
        typed.choices = offered
        prompt = typed
        return common(key, shared.keymap)
      }
    }
    prompt = typed
    shared.sheet.write(typed.editor.text)
    return []
  }

  private mutating func goOnInSheet(_ shared: inout Shared, at place: Int) -> [Request] {
    let requests = markSheet(&shared)
    editSheetRow(shared, at: place)
    return requests
  }

  /// Several lines at once, as from an editor.
  private mutating func paste(_ text: String, _ shared: inout Shared) -> [Request] {
    guard var editor = prompt?.editor else { return [] }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 {
        guard shared.sheet.breakRow(at: editor.cursor) else { break }
        editor = LineEditor(shared.sheet.rows[shared.sheet.row])
        editor.move(.home)
      }
      editor.insert(String(line))
      shared.sheet.write(editor.text)
    }
    return goOnInSheet(&shared, at: editor.cursor)
  }

  // MARK: Whole lines

  /// A line of the plain mode while the sheet is open: a row of it; an empty one closes it, a command too.
  mutating func writeInSheet(_ line: String, _ shared: inout Shared) -> [Request] {
    let text = State.trimmed(line)
    if text.isEmpty || text.first == ":" || text.first == "：" {
      closeSheet()
      guard text.isEmpty else { return submit(line, &shared) }
      notice(Words(en: "The sheet is closed; 'derivation' opens it again.", zh: "推导纸已合上；输入 derivation 可再次打开。"))
      return []
    }
    shared.sheet.goToEnd()
    shared.sheet.write(LineEditor(line).text)
    let requests = markSheet(&shared)
    let finding = shared.sheet.findings[shared.sheet.row]
    reply = Reply(.answer, finding?.lines ?? [.words(MarkedSheet.RowFinding.wordsOnly)])
    return requests
  }

}

extension MarkedSheet.RowFinding {
  fileprivate static let wordsOnly = Words(en: "Words only, not judged.", zh: "只有文字，不作判定。")

  /// The mark in words, then what is said of it.
  fileprivate var lines: [Reply.Line] {
    let words: Words =
      switch mark {
      case .right: Words(en: "Right.", zh: "正确。")
      case .followThrough: Words(en: "Follows from an earlier slip.", zh: "由前面的错误得来，这一步是对的。")
      case .slip: Words(en: "A slip.", zh: "这一行有错误。")
      case .unreadable: Words(en: "Not readable.", zh: "无法读懂。")
      case .unscored: Self.wordsOnly
      }
    let saysAll = mark == .unscored || mark == .unreadable
    let said = remarks.map(\.words)
    return (saysAll && !said.isEmpty ? said : [words] + said).map(Reply.Line.words)
  }
}
