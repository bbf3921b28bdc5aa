import CEdit
import Formats
import Glibc
import Networks
import Terminal
import Tutor

/// Lines typed at a terminal, with libedit's keys, history and completion by Tab.
///
/// The callbacks of libedit find this object again by a pointer that is not retained; so it must outlive the reading.
final class EditedLines: LineSource {
  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let prompt: UnsafeMutablePointer<CChar>
  private let terminal = LineTerminal()
  /// Bytes of a character that is not complete.
  private var begun: [UInt8] = []
  /// Where lines are kept for the next session, beside the learner's progress; nil where there is no such place.
  private let historyPath = StateLocation.path.flatMap { path in
    path.lastIndex(of: "/").map { String(path[...$0]) + "line-history" }
  }
  /// What Tab completes to.
  var architecture: Architecture
  /// What is said to Ctrl-C where there is no line to take away.
  var interruptHint = ""
  /// Whether Ctrl-C was the last key, at a line without anything.
  private var isInterrupted = false

  /// nil where libedit cannot work on this terminal.
  init?(prompt: String, architecture: Architecture) {
    guard let editor = bptutor_edit_start("bptutor") else { return nil }
    guard let history = history_init() else {
      el_end(editor)
      return nil
    }
    guard let text = strdup(prompt) else {
      history_end(history)
      el_end(editor)
      return nil
    }
    self.editor = editor
    self.history = history
    self.prompt = text
    self.architecture = architecture
    bptutor_edit_set_history(editor, history, 500)
    if let path = historyPath, Self.isUsable(path) { bptutor_edit_load(history, path.systemName) }
    bptutor_edit_set_data(editor, Unmanaged.passUnretained(self).toOpaque())
    bptutor_edit_set_reader(editor) { editor, character in
      guard let lines = EditedLines.owner(of: editor), let character else { return -1 }
      return lines.read(into: character)
    }
    bptutor_edit_set_prompt(editor) { EditedLines.owner(of: $0)?.prompt }
    bptutor_edit_set_interrupt(editor) { editor, _ in
      EditedLines.owner(of: editor)?.interrupt() ?? UInt8(CC_ERROR)
    }
    bptutor_edit_set_completion(editor) { editor, _ in
      EditedLines.owner(of: editor)?.complete() ?? UInt8(CC_ERROR)
    }
  }

  deinit {
    if let path = historyPath { bptutor_edit_save(history, path.systemName) }
    el_end(editor)
    history_end(history)
    free(prompt)
  }

  /// Whether a file of history can be one of ours, which are small.
  private static func isUsable(_ path: String) -> Bool {
    var status = stat()
    return stat(path.systemName, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size <= 1 << 22
  }

  private static func owner(of editor: OpaquePointer?) -> EditedLines? {
    guard let editor, let data = bptutor_edit_data(editor) else { return nil }
    return Unmanaged<EditedLines>.fromOpaque(data).takeUnretainedValue()
  }

  func next() -> TypedLine? {
    terminal.open()
    defer { terminal.close() }
    var count: Int32 = 0
    guard let bytes = el_gets(editor, &count), count > 0 else { return nil }
    let line = UnsafeBufferPointer(start: bytes, count: Int(count)).map { UInt8(bitPattern: $0) }
    let text = line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...]
    if text.count > PipedLines.longest { return .tooLong }
    guard let typed = String(validating: text, as: UTF8.self) else { return .notUTF8 }
    if typed.contains(where: { !$0.isWhitespace }) { bptutor_edit_remember(history, typed) }
    return .text(typed)
  }

  /// The next character for libedit; bytes that are none are passed over.
  private func read(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      switch terminal.next() {
      case .end: return 0
      case .disturbed: bptutor_edit_refresh(editor)
      case .byte(let byte):
        if byte != 3 { isInterrupted = false }
        // Anything but the rest of a character begins another.
        if byte & 0xC0 != 0x80 || begun.count == 4 { begun.removeAll() }
        begun.append(byte)
        guard let whole = String(validating: begun, as: UTF8.self)?.unicodeScalars.first,
          whole.isASCII || CharacterEncoding.isUTF8
        else { continue }
        character.pointee = wchar_t(bitPattern: whole.value)
        begun.removeAll()
        return 1
      }
    }
  }

  /// What Ctrl-C does: takes the line away; pressed twice where there is none, it leaves.
  private func interrupt() -> UInt8 {
    guard let line = el_line(editor)?.pointee, let start = line.buffer, let end = line.lastchar,
      let cursor = line.cursor
    else { return UInt8(CC_ERROR) }
    if end > start {
      el_cursor(editor, Int32(clamping: end - cursor))
      el_deletestr(editor, Int32(clamping: end - start))
      return UInt8(CC_REFRESH)
    }
    if isInterrupted {
      try? Output.standard.write("\n")
      terminal.interrupt()
    }
    isInterrupted = true
    try? Output.standard.write("\n" + interruptHint + "\n")
    return UInt8(CC_REDISPLAY)
  }

  /// What Tab does: completes what is sure, and lists the rest.
  private func complete() -> UInt8 {
    guard let line = el_line(editor)?.pointee, let start = line.buffer, let cursor = line.cursor else {
      return UInt8(CC_ERROR)
    }
    let bytes = UnsafeBufferPointer(start: start, count: max(0, cursor - start)).map { UInt8(bitPattern: $0) }
    guard let completion = Completion(before: String(decoding: bytes, as: UTF8.self), architecture: architecture) else {
      return UInt8(CC_REFRESH_BEEP)
    }
    el_deletestr(editor, Int32(completion.replaced))
    guard el_insertstr(editor, completion.text) == 0 || completion.text.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    guard !completion.choices.isEmpty else { return UInt8(CC_REFRESH) }
    // Written below the line; the line is painted anew after it.
    try? Output.standard.write("\n" + completion.choices.joined(separator: "  ") + "\n")
    return UInt8(CC_REDISPLAY)
  }
}
