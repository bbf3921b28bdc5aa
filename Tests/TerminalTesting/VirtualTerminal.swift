import CVTerm

/// A terminal emulator, libvterm: bytes of a program in, a screen and the keys' bytes out.
final class VirtualTerminal {
  private let terminal: OpaquePointer
  private let properties: UnsafeMutablePointer<vterm_properties>
  private(set) var columns: Int
  private(set) var rows: Int

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = Self.bounded(columns, rows)
    terminal = vterm_new(Int32(self.rows), Int32(self.columns))
    vterm_set_utf8(terminal, 1)
    properties = .allocate(capacity: 1)
    properties.initialize(to: vterm_properties())
    vterm_watch_properties(terminal, properties)
    vterm_screen_enable_altscreen(vterm_obtain_screen(terminal), 1)
    vterm_screen_reset(vterm_obtain_screen(terminal), 1)
  }

  deinit {
    vterm_free(terminal)
    properties.deallocate()
  }

  /// libvterm crashes on a wide character in a single column, and a hundred million cells are too many for it.
  private static func bounded(_ columns: Int, _ rows: Int) -> (Int, Int) {
    (max(2, min(columns, 2000)), max(1, min(rows, 1000)))
  }

  func feed(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(terminal, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    vterm_screen_flush_damage(vterm_obtain_screen(terminal))
  }

  func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = Self.bounded(columns, rows)
    vterm_set_size(terminal, Int32(self.rows), Int32(self.columns))
  }

  /// What the terminal has to say: keys that were pressed, answers to questions.
  func takeOutput() -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 1024)
    while true {
      let count = vterm_output_read(terminal, &buffer, buffer.count)
      if count == 0 { return result }
      result += buffer.prefix(count).map { UInt8(bitPattern: $0) }
    }
  }

  func press(_ key: VTermKey, _ modifier: VTermModifier = VTERM_MOD_NONE) {
    vterm_keyboard_key(terminal, key, modifier)
  }

  func type(_ scalar: Unicode.Scalar, _ modifier: VTermModifier = VTERM_MOD_NONE) {
    vterm_keyboard_unichar(terminal, scalar.value, modifier)
  }

  /// A press and a release of a button at a place; 4 and 5 are the wheel.
  func click(button: Int, column: Int, row: Int) {
    vterm_mouse_move(terminal, Int32(row), Int32(column), VTERM_MOD_NONE)
    vterm_mouse_button(terminal, Int32(button), true, VTERM_MOD_NONE)
    if button < 4 { vterm_mouse_button(terminal, Int32(button), false, VTERM_MOD_NONE) }
  }

  var isOnAlternateScreen: Bool { properties.pointee.is_alternate != 0 }
  var isCursorVisible: Bool { properties.pointee.is_cursor_visible != 0 }
  var isMouseReported: Bool { properties.pointee.mouse != 0 }

  /// Whether a paste would be marked as one.
  var isPasteMarked: Bool {
    let waiting = takeOutput()
    vterm_keyboard_start_paste(terminal)
    let marks = !takeOutput().isEmpty
    precondition(waiting.isEmpty, "output is taken after every key")
    return marks
  }

  var cursor: (column: Int, row: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.col), Int(position.row))
  }

  func cell(_ column: Int, _ row: Int) -> ScreenCell {
    ScreenCell(vterm_cell_at(terminal, Int32(column), Int32(row)))
  }
}
