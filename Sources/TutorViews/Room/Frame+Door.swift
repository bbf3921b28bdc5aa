import Classroom
import Diagnostics
import Screen
import Tutor

/// Where students come in, on the projector; and what the presenter has to know of the room.
extension Frame {
  /// Address, code and QR code, as large as they go.
  mutating func drawDoor(_ room: RoomState) {
    let door = room.door
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<1, Style(.bar))
    grid.write(
      " bptutor" + type.sign(.dot) + type[Words(en: "take part", zh: "加入课堂")], at: 0, 0, Style(.bar, bold: true))
    var rows: [(text: String, style: Style)] = []
    let picture = type.notation == .unicode ? door.picture : []
    if let address = door.address {
      rows.append((type[Words(en: "On a phone, open", zh: "用手机打开")], Style(.faint)))
      rows.append((address, Style(.lit, bold: true)))
      rows.append(("", Style()))
    }
    rows.append((type[Words(en: "Code: ", zh: "房间码：")] + spaced(door.code.text), Style(.focus, bold: true)))
    if let place = door.place {
      rows.append((type[Words(en: "In a terminal:", zh: "在终端里输入")], Style(.faint)))
      rows += type.wrap("bptutor join \(place)", columns: max(20, size.columns - (door.picture.isEmpty ? 4 : 40)))
        .map { ($0, Style(.plain)) }
    }
    rows.append((type[here(room)], Style(.plain)))
    if let trouble = trouble(room) { rows.append((type[trouble], Style(.bad))) }
    let bottom = size.rows - 1
    let begin = Words(en: "any key: begin", zh: "按任意键开始")
    let hint = type[state.presentation?.asks.map { words(of: $0) } ?? begin]
    grid.write(hint, at: 1, bottom, Style(.faint), width: size.columns - 2)
    if picture.isEmpty, let large = largeRows(door, besides: rows.count) {
      rows.insert(contentsOf: large + [("", Style())], at: door.address == nil ? 0 : 2)
    }
    let (wide, high) = (picture.map { Screen.width(of: $0) }.max() ?? 0, picture.count)
    let widest = rows.map { Screen.width(of: $0.text) }.max() ?? 0
    let fitsBeside = wide > 0 && high + 2 <= bottom && wide + widest + 7 <= size.columns
    let fitsAbove = wide > 0 && !fitsBeside && high + rows.count + 3 <= bottom && wide <= size.columns
    var top = max(2, (bottom - rows.count) / 2)
    var left = max(1, (size.columns - widest) / 2)
    if fitsBeside {
      let start = max(1, (size.columns - wide - widest - 4) / 2)
      drawCode(picture, left: start, top: max(1, (bottom - high + 1) / 2))
      left = start + wide + 4
    } else if fitsAbove {
      drawCode(picture, left: (size.columns - wide) / 2, top: 2)
      top = 2 + high + 1
    }
    for (number, row) in rows.enumerated() where top + number < bottom {
      grid.write(row.text, at: left, top + number, row.style, width: max(0, size.columns - left))
    }
  }

  /// The address without its scheme, or the code alone, in letters as large as the screen has room for.
  private func largeRows(_ door: RoomDoor, besides count: Int) -> [(text: String, style: Style)]? {
    let address = door.address.map { $0.replacing("http://", with: "") } ?? door.code.text
    let cut = address.firstIndex(of: "/") ?? address.endIndex
    for letters in BlockLetters.Size.allCases {
      for lines in [[address], [String(address[..<cut]), String(address[cut...])].filter { !$0.isEmpty }] {
        let rows = lines.compactMap { BlockLetters.rows($0, letters, isASCII: type.notation == .ascii) }
        let widest = rows.joined().map { Screen.width(of: $0) }.max() ?? 0
        let high = rows.map(\.count).reduce(rows.count, +)
        guard rows.count == lines.count, widest + 2 <= size.columns, count + high + 4 <= size.rows else { continue }
        return Array(rows.joined(separator: [""])).map { ($0, Style(.lit, bold: true)) }
      }
    }
    return nil
  }

  /// As qrencode has made it: on a dark screen the blocks are what is white on paper.
  private mutating func drawCode(_ picture: [String], left: Int, top: Int) {
    for (number, row) in picture.enumerated() { grid.write(row, at: left, top + number, Style(.plain)) }
  }

  /// Letters that can be read one by one.
  private func spaced(_ code: String) -> String { code.map(String.init).joined(separator: " ") }

  private func here(_ room: RoomState) -> Words {
    room.here == 1
      ? Words(en: "1 student is here", zh: "已有 1 人加入")
      : Words(en: "\(room.here) students are here", zh: "已有 \(room.here) 人加入")
  }

  private func trouble(_ room: RoomState) -> Words? {
    switch room.link {
    case .connected: nil
    case .connecting: Words(en: "Connecting to the broker …", zh: "正在连接消息服务器……")
    case .lost: Words(en: "The broker is gone; answers are sent again once it is back.", zh: "消息服务器已断开，恢复后答案会重新发送。")
    }
  }

  // MARK: The presenter's own screen

  /// The room, the vote, and what is advised; nothing where the room only watches.
  func roomRows(_ columns: Int) -> [StyledRow] {
    guard let room = state.room else { return [] }
    var line = type[
      Words(en: "Room \(room.door.code.text): \(room.here) here", zh: "房间 \(room.door.code.text)：\(room.here) 人")]
    let comma = type[Words(en: ", ", zh: "，")]
    if room.late > 0 { line += comma + type[Words(en: "\(room.late) answers came late", zh: "\(room.late) 个答案迟到")] }
    if room.refused > 0 {
      line += comma + type[Words(en: "\(room.refused) messages refused", zh: "拒收 \(room.refused) 条消息")]
    }
    var rows = StyledRow.wrap(line, columns: columns, Style(.heading))
    if let trouble = trouble(room) { rows += StyledRow.wrap(type[trouble], columns: columns, Style(.bad)) }
    guard let asking = state.asking else { return rows }
    rows += QuestionView(state: state, type: type).voteRows(asking, columns).map { StyledRow($0) }
    guard let put = state.put else {
      if asking.isSettled { return rows }
      let words = Words(en: "t puts this question to the room.", zh: "按 t 就这道题投票。")
      return rows + StyledRow.wrap(type[words], columns: columns, Style(.faint))
    }
    if !put.vote.isOpen, put.vote.round == 1, !asking.isSettled, let advice = put.advice {
      rows += StyledRow.wrap(type[RoomWords.advice(advice)], columns: columns, Style(.lit))
    }
    if put.optionCount > 0, let bars = optionRows(put) { rows += bars }
    return rows + namedRows(put, columns)
  }

  /// Who gave a name, once the vote is closed: those who were wrong come first.
  private func namedRows(_ put: RoomState.Put, _ columns: Int) -> [StyledRow] {
    guard !put.vote.isOpen else { return [] }
    let named = put.vote.named(inRound: put.vote.round)
    let (right, others) = (named.filter { $0.judgment.kind == .right }, named.filter { $0.judgment.kind != .right })
    func text(_ all: [(name: String, text: String, judgment: Judgment)], _ sign: Sign) -> String {
      all.prefix(Self.maxNamed).map { "\(type.sign(sign)) \(String($0.name.prefix(20)))" }.joined(separator: "  ")
    }
    return (others.isEmpty ? [] : StyledRow.wrap(text(others, .wrong), columns: columns, Style(.bad)))
      + (right.isEmpty ? [] : StyledRow.wrap(text(right, .right), columns: columns, Style(.good)))
  }

  private static let maxNamed = 60

  /// The options by their names, with the hands of each round.
  private func optionRows(_ put: RoomState.Put) -> [StyledRow]? {
    let rounds = state.shownRounds
    guard !rounds.isEmpty, let asking = state.asking else { return nil }
    let names = RoomScreen.choices(of: asking.current, part: asking.part).map { $0.text[type.language] }
    return (0..<put.optionCount).map { option in
      let counts = rounds.map { $0.options.indices.contains(option) ? "\($0.options[option])" : "0" }
      let name = names.indices.contains(option) ? type.formula(names[option]) : "\(option + 1)"
      return StyledRow("  " + counts.joined(separator: " " + type.sign(.arrow) + " ") + "  " + name)
    }
  }
}
