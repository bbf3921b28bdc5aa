import Classroom
import Configuration
import Diagnostics
import Networks
import Screen
import Tutor

/// A student's place in a room: the presenter's screen, drawn by the student's own engine, and the vote.
extension Frame {
  mutating func drawSeat() {
    guard let seat = state.seat else { return }
    drawSeatBar(seat)
    let view = SeatView(activity: seat, type: type)
    drawStrip([], left: lessonLeft, columns: size.columns - 3)
    let columns = textColumns
    guard seat.seat.screen != nil else { return drawRows(arrival(seat), from: 0) }
    let (prose, task, said) = (view.prose(columns: columns), view.task(columns: columns), view.said(columns: columns))
    switch seat.place?.view {
    case nil, .none?: drawRows(joined([prose, task, said]), from: 0)
    case .picture?: drawSeatPicture(prose, task, said)
    case .step?, .reward?:
      let rows = joined([prose, task, said])
      let gap = rows.isEmpty ? 0 : 1
      guard lessonRows - rows.count - gap >= Self.rowsOfStep else { return drawSeatPicture(prose, task, said) }
      drawRows(rows, from: 0)
      drawStep(from: rows.isEmpty ? 1 : firstRow + rows.count + gap, boardRows: size.rows < 30 ? 11 : 13)
    }
  }

  /// Chain, board and a heading; where there is more room the picture is above them.
  private static let rowsOfStep = 12

  /// The picture between the words and the question, where it leaves both their room.
  private mutating func drawSeatPicture(_ prose: [StyledRow], _ task: [StyledRow], _ said: [StyledRow]) {
    let parts = [prose, task, said]
    let room = min(size.columns - 4, 100)
    let free = lessonRows - parts.reduce(0) { $0 + $1.count } - parts.count { !$0.isEmpty }
    let height = PictureLayout.rows(
      state.walk.network.architecture, columns: room, usual: 9 + max(0, size.rows - 24) * 2 / 5, most: free,
      state.notation)
    guard height >= 7, size.columns >= 60 else { return drawRows(joined(parts), from: 0) }
    drawRows(prose, from: 0)
    let top = prose.count + (prose.isEmpty ? 0 : 1)
    drawPicture(left: lessonLeft, top: firstRow + top, Size(columns: room, rows: height))
    drawRows(joined([task, said]), from: top + height + 1)
  }

  /// Before anything was heard of the presenter.
  private func arrival(_ seat: SeatActivity) -> [StyledRow] {
    let words: Words =
      switch seat.link {
      case .connecting: Words(en: "Looking for the room …", zh: "正在寻找房间……")
      case .connected: Words(en: "You are in. The presenter has not begun yet.", zh: "已加入，讲课还没有开始。")
      case .lost: SeatWords.isTried
      }
    return StyledRow.wrap(type.formula(type[words]), columns: textColumns, Style(.heading))
  }

  private mutating func drawSeatBar(_ seat: SeatActivity) {
    let style = Style(.bar)
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<1, style)
    let link: Words =
      switch seat.link {
      case .connecting: Words(en: "connecting", zh: "正在连接")
      case .connected: Words(en: "connected", zh: "已连接")
      case .lost: Words(en: "no connection", zh: "连接中断")
      }
    let right =
      type[Words(en: "room \(seat.code.text)", zh: "房间 \(seat.code.text)")] + type.sign(.dot) + type[link] + " "
    let room = size.columns - Screen.width(of: right) - 1
    let title = seat.seat.screen.map { type.sign(.dot) + type.formula($0.title[type.language]) } ?? ""
    grid.write(" bptutor" + title, at: 0, 0, Style(.bar, bold: true), width: max(0, room))
    grid.write(
      right, at: size.columns - Screen.width(of: right), 0, seat.link == .lost ? Style(.bad, bold: true) : style)
  }

  /// All that the screen says, scrolled.
  mutating func drawSeatText(_ scrolled: Int) {
    guard let seat = state.seat else { return }
    drawSeatBar(seat)
    let (view, columns) = (SeatView(activity: seat, type: type), textColumns)
    let rows = joined([view.prose(columns: columns), view.task(columns: columns), view.said(columns: columns)])
    let first = max(0, min(scrolled, rows.count - lessonRows))
    for (number, row) in rows.dropFirst(first).prefix(lessonRows).enumerated() {
      row.draw(on: &grid, at: lessonLeft, firstRow + number, width: drawnColumns)
    }
  }

  func seatHints() -> [(String, Words)] {
    func key(_ command: KeyCommand, _ en: String, _ zh: String) -> (String, Words) {
      hint(command, .seat, Words(en: en, zh: zh))
    }
    var answer: [(String, Words)] = []
    if let seat = state.seat, seat.isOpen, let asked = seat.seat.asked {
      let words = Words(en: "answer", zh: "作答")
      answer = [
        asked.options.isEmpty
          ? hint(.answer, .seat, words) : ("a-\(SeatWords.letter(asked.options.count - 1))", words)
      ]
    }
    return answer + [
      key(.walk, "look around", "自己查看"), key(.showAll, "all", "全文"), key(.switchLanguage, "中文", "English"),
      key(.help, "help", "帮助"), key(.leave, "leave", "离开"),
    ]
  }
}
