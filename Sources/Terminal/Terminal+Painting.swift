internal import CNcurses
internal import Diagnostics
package import Screen

extension Terminal {
  private typealias Window = UnsafeMutablePointer<WINDOW>

  /// Shows a grid: hands ncurses the cells that differ from what is shown, and ncurses sends the shortest bytes for them.
  ///
  /// The grid may have any size; what lies outside the screen is clipped, what it leaves free is blank.
  package func paint(_ grid: Grid) {
    guard isOpen, !hasEnded else { return }
    let window = curses_next_screen()
    if let shown, shown.size != grid.size { werase(window) }
    let former = shown?.size == grid.size ? shown : nil
    if shown == nil { wclear(window) }
    let columns = min(grid.size.columns, Int(getmaxx(window)))
    let rows = min(grid.size.rows, Int(getmaxy(window)))
    grid.forEachChange(from: former) { column, row, cell in
      if column < columns, row < rows { put(cell, column, row, isCut: column == columns - 1, window) }
    }
    placeCursor(grid.cursor, window)
    take()
    guard isTaken else { return }
    clearLarge(unless: grid.large.first)
    doupdate()
    flush()
    paintLarge(grid.large.first, after: former?.large.first)
    shown = grid
  }

  /// Sends what ncurses has written; an error means that the terminal is gone.
  func flush() {
    if !output.flush() { hasEnded = true }
  }

  private func put(_ cell: Cell, _ column: Int, _ row: Int, isCut: Bool, _ window: Window?) {
    let look = palette.look(of: cell.style)
    let base = wchar_t(bitPattern: cell.base)
    if (0x20..<0x7F).contains(base), cell.marks == .zero {
      add(base, cell.marks, look, column, row, window)
      return
    }
    let simple = cell.marks == .zero ? Unicode.Scalar(cell.base).flatMap { DisplayWidth.ofSimple($0) } : nil
    let width = simple ?? DisplayWidth.of(cell.text)
    // ncurses places by the C library's width; where that differs, all that follows would shift.
    if isUTF8, curses_width(base) == width, !(isCut && width > 1) {
      add(base, cell.marks, look, column, row, window)
      return
    }
    let substitute = wchar_t(UInt8(ascii: isCut && width > 1 ? " " : "?"))
    for offset in 0..<(isCut ? 1 : max(1, width)) {
      add(substitute, .zero, look, column + offset, row, window)
    }
  }

  private func add(
    _ base: wchar_t, _ marks: SIMD2<UInt16>, _ look: Palette.Look, _ column: Int, _ row: Int, _ window: Window?
  ) {
    var cell = cchar_t()
    let characters = (base, wchar_t(marks.x), wchar_t(marks.y), wchar_t(0))
    withUnsafeBytes(of: characters) { bytes in
      _ = setcchar(&cell, bytes.bindMemory(to: wchar_t.self).baseAddress, look.attributes, Int16(look.pair), nil)
    }
    // Unlike addch this neither moves the cursor nor wraps, so the last cell of the screen is like any other.
    mvwadd_wchnstr(window, Int32(row), Int32(column), &cell, 1)
  }

  private func placeCursor(_ cursor: Point?, _ window: Window?) {
    let place = cursor.flatMap { $0.row < getmaxy(window) && $0.column < getmaxx(window) ? $0 : nil }
    // A hidden cursor may stay where the drawing ends, which saves bytes.
    leaveok(window, place == nil && canHideCursor)
    if let place, place.column >= 0, place.row >= 0 {
      wmove(window, Int32(place.row), Int32(place.column))
    } else {
      wmove(window, getmaxy(window) - 1, 0)
    }
    if isCursorShown != (place != nil) { showCursor(place != nil) }
  }

  func showCursor(_ visible: Bool) {
    isCursorShown = visible
    curs_set(visible ? 1 : 0)
  }
}
