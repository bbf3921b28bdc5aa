import Classroom
import Diagnosis
import Diagnostics
import Screen
import Skills
import Tutor

/// Votes of a typed question: how many were right, made each mistake, and came to each value, round beside round.
struct VoteRows {
  let rounds: [Distribution]
  let type: Typesetter

  /// More mistakes than these are left out; they are the rarest.
  private static let maxMistakes = 4
  /// More values than these are left out as well.
  private static let maxValues = 4
  private static let widest = 14

  /// A label with a count for each round.
  private struct Line {
    let label: String
    let counts: [Int]
    let role: Role
  }

  /// The rows, the right answers first.
  func rows(columns: Int) -> [TextRow] {
    let (lines, values) = (lines, values)
    let all = lines + values
    let widest = all.map { Screen.width(of: $0.label) }.max() ?? 0
    let room = max(8, columns - 2 - rounds.count * (Self.widest + 7))
    let start = min(widest, room) + 2
    let byValue =
      values.isEmpty ? [] : [TextRow(text: "  " + type[Words(en: "by value", zh: "按数值")], style: Style(.faint))]
    return heading(start) + lines.flatMap { rows(of: $0, room, start) } + byValue
      + values.flatMap { rows(of: $0, room, start) }
  }

  /// A label that is too long goes on below: two mistakes may begin with the same words.
  private func rows(of line: Line, _ room: Int, _ start: Int) -> [TextRow] {
    let bars = zip(line.counts, rounds).map { count, round -> String in
      let length = Int((Double(count) / Double(max(1, round.answered)) * Double(Self.widest)).rounded())
      let filled = count > 0 ? max(1, length) : 0
      let bar = String(repeating: type.sign(.full), count: filled) + (filled > 0 ? " " : "") + "\(count)"
      return bar + String(repeating: " ", count: max(1, Self.widest + 7 - Screen.width(of: bar)))
    }
    let labels = type.wrap(line.label, columns: room)
    let first = labels.first ?? ""
    let gap = String(repeating: " ", count: max(1, start - Screen.width(of: first)))
    return [TextRow(text: "  " + first + gap + bars.joined(), style: Style(line.role))]
      + labels.dropFirst().map { TextRow(text: "  " + $0, style: Style(line.role)) }
  }

  /// The values that most came to in either round, where there are several.
  private var values: [Line] {
    let known = Distribution.values(ofRounds: rounds)
    guard known.count > 1 else { return [] }
    return known.prefix(Self.maxValues).map { value in
      let mark = value.isRight ? " " + type.sign(.right) : ""
      return Line(
        label: value.text.replacing("-", with: type.formula("−")) + mark, counts: value.counts,
        role: value.isRight ? .good : .plain)
    }
  }

  private func heading(_ start: Int) -> [TextRow] {
    guard rounds.count > 1 else { return [] }
    let first = type[Words(en: "first vote", zh: "第一次")]
    let gap = String(repeating: " ", count: max(1, Self.widest + 7 - Screen.width(of: first)))
    let second = type[Words(en: "after discussion", zh: "讨论后")]
    return [TextRow(text: String(repeating: " ", count: start + 2) + first + gap + second, style: Style(.faint))]
  }

  private var lines: [Line] {
    var lines = [Line(label: type[Words(en: "right", zh: "正确")], counts: rounds.map(\.right), role: .good)]
    let ids = Set(rounds.flatMap(\.mistakes).map(\.name))
    let counted = ids.map { id in (id, rounds.map { $0.mistakes.first { $0.name == id }?.count ?? 0 }) }
    let frequent = counted.sorted { ($1.1.max() ?? 0, $0.0) < ($0.1.max() ?? 0, $1.0) }
    for (id, counts) in frequent.prefix(Self.maxMistakes) {
      lines.append(Line(label: type[RoomWords.mistake(id)], counts: counts, role: .bad))
    }
    let rest = frequent.dropFirst(Self.maxMistakes)
    let others = rounds.indices.map { round in rounds[round].other + rest.reduce(0) { $0 + $1.1[round] } }
    if others.contains(where: { $0 > 0 }) {
      lines.append(Line(label: type[Words(en: "another mistake", zh: "其他错误")], counts: others, role: .bad))
    }
    let unreadable = rounds.map(\.unreadable)
    if unreadable.contains(where: { $0 > 0 }) {
      lines.append(Line(label: type[Words(en: "not readable", zh: "无法识别")], counts: unreadable, role: .faint))
    }
    return lines
  }
}

/// Words about a room that takes part.
enum RoomWords {
  /// What a mistake is called; two made together are both named.
  static func mistake(_ id: String) -> Words {
    let names = MistakeID(id).parts.map { Catalogue.mistake($0)?.name ?? Words($0.rawValue) }
    return Words(en: names.map(\.en).joined(separator: " + "), zh: names.map(\.zh).joined(separator: "、"))
  }

  /// What peer instruction advises after a first vote.
  static func advice(_ advice: Advice) -> Words {
    switch advice {
    case .explain: Words(en: "Few are right: explain, then ask once more (t).", zh: "答对的人少：先讲解，再按 t 重新投票。")
    case .discuss:
      Words(en: "Let them convince their neighbors, then vote again (t).", zh: "请同学互相讨论、说服对方，再按 t 重新投票。")
    case .goOn: Words(en: "Most are right: show the answer and go on.", zh: "多数答对：揭晓答案，继续讲。")
    }
  }
}
