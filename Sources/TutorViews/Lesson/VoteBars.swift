import Diagnostics
import Screen
import Tutor

/// The hands that were counted for the options of a question, as bars beside them: the first count, and the one after the
/// discussion.
struct VoteBars {
  private let ballot: Ballot
  private let type: Typesetter
  private let columns: Int
  /// Where the bars begin, behind the longest option; nil where they are below the options.
  private let start: Int?
  /// What the options are called where they have no words of their own.
  private let names: [String]

  /// So many columns a bar has at most.
  private static let widest = 14

  /// nil where no hands were counted.
  init?(_ state: State, _ type: Typesetter, _ asking: Asking, _ options: [String], columns: Int) {
    guard let ballot = state.ballot else { return nil }
    (self.ballot, self.type, self.columns) = (ballot, type, columns)
    let widest = options.map { 5 + Screen.width(of: $0) }.max() ?? 0
    start = widest + 3 + Self.width(ballot) <= columns ? widest + 3 : nil
    let count = ballot.rounds.first?.count ?? 0
    names = asking.isAboutSign && count == 2 ? ["+", type.formula("−")] : (0..<count).map { "\($0 + 1)" }
  }

  /// The columns of all rounds, with a number behind each bar.
  private static func width(_ ballot: Ballot) -> Int { ballot.rounds.count * (widest + 7) }

  /// Which bars are the first and which the second count; nothing where there is but one.
  var heading: [TextRow] {
    guard ballot.rounds.count > 1 else { return [] }
    let first = type[Words(en: "first count", zh: "第一次")]
    let gap = String(repeating: " ", count: max(1, Self.widest + 7 - Screen.width(of: first)))
    let second = type[Words(en: "after discussion", zh: "讨论后")]
    return [TextRow(text: String(repeating: " ", count: start ?? 5) + first + gap + second, style: Style(.faint))]
  }

  /// Puts the bars of an option, from 0, beside the row that it ends with, or below it.
  func add(toOption option: Int, _ rows: inout [TextRow]) {
    guard let last = rows.last, let bars = text(ofOption: option) else { return }
    let width = Screen.width(of: last.text)
    if let start, width < start {
      rows[rows.count - 1].text = last.text + String(repeating: " ", count: start - width) + bars
    } else {
      rows.append(TextRow(text: "     " + bars, style: last.style))
    }
  }

  /// The bars alone, where options have no rows.
  var rows: [TextRow] {
    names.indices.compactMap { option in
      text(ofOption: option).map { TextRow(text: "  \(names[option])  " + $0) }
    }
  }

  /// The bars of all rounds; both are drawn by the largest share of either, so that they can be compared.
  private func text(ofOption option: Int) -> String? {
    guard ballot.rounds.allSatisfy({ $0.indices.contains(option) }) else { return nil }
    let shares = ballot.rounds.map { round in
      let all = Double(max(1, round.reduce(0, +)))
      return round.map { Double($0) / all }
    }
    let largest = max(shares.flatMap { $0 }.max() ?? 0, 1e-9)
    let texts = zip(ballot.rounds, shares).map { round, shares -> String in
      let length = Int((shares[option] / largest * Double(Self.widest)).rounded())
      let filled = round[option] > 0 ? max(1, length) : 0
      let bar = String(repeating: type.sign(.full), count: filled) + (filled > 0 ? " " : "") + "\(round[option])"
      return bar + String(repeating: " ", count: max(1, Self.widest + 7 - Screen.width(of: bar)))
    }
    return texts.joined(separator: "").droppingBlanksAtEnd
  }
}

extension String {
  fileprivate var droppingBlanksAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
