import Diagnostics
import Expressions
import Networks
import Questions
import Screen

/// What a question brings along: tiles, someone's lines, a derivation with blanks, samples.
struct MaterialView {
  let question: Question
  let part: Int
  let type: Typesetter

  private func name(_ quantity: Quantity) -> String {
    type.line(question.network.architecture.expression(of: quantity))
  }

  /// As rows of a screen.
  func rows(columns: Int) -> [TextRow] {
    let material = question.material(ofPart: part)
    if case .tiles(let tiles) = material { return tileRows(tiles.factors.map(name), columns) }
    if case .lines(let lines, let found) = material { return lineRows(lines, found, columns) }
    return lines(material).flatMap { line in
      type.wrap(line, columns: columns - 2).map { TextRow(text: "  " + $0) }
    }
  }

  /// Someone's lines behind their numbers; what does not fit goes on below its own line.
  private func lineRows(_ lines: [WrongLineQuestion.Line], _ found: Int?, _ columns: Int) -> [TextRow] {
    lines.enumerated().flatMap { number, line in
      let label = "  \(number + 1)  "
      let room = columns - label.count
      return type.wrap(self.line(line), columns: room).enumerated().map { place, text in
        TextRow(
          text: (place == 0 ? label : String(repeating: " ", count: label.count)) + text,
          style: number == found ? Style(.bad, bold: true) : Style())
      }
    }
  }

  /// One line each, for reading aloud.
  var lines: [String] { lines(question.material(ofPart: part)) }

  private func lines(_ material: Material) -> [String] {
    switch material {
    case .none: []
    case .tiles(let tiles): tiles.factors.enumerated().map { Letter.text($0) + "  " + name($1) }
    case .lines(let lines, _): lines.enumerated().map { "\($0 + 1)  " + line($1) }
    case .blanks(let blanks): self.blanks(blanks)
    case .samples(let samples): self.samples(samples)
    }
  }

  private func line(_ line: WrongLineQuestion.Line) -> String {
    let form = type.line(line.right)
    let value = line.value.map { type.number($0, digits: 4) }
    return "\(type.line(line.left)) = \(form)" + (value.map { $0 == form ? "" : " = \($0)" } ?? "")
  }

  /// Tiles in columns, as many as fit.
  private func tileRows(_ names: [String], _ columns: Int) -> [TextRow] {
    let texts = names.enumerated().map { number, name in (number < 26 ? " " : "") + "\(Letter.text(number))  \(name)" }
    let width = (texts.map { Screen.width(of: $0) }.max() ?? 1) + 4
    let perRow = max(1, min(5, (columns - 2) / width))
    return stride(from: 0, to: texts.count, by: perRow).map { first in
      let row = texts[first..<min(first + perRow, texts.count)].map { text in
        text + String(repeating: " ", count: max(0, width - Screen.width(of: text)))
      }
      return TextRow(text: " " + row.joined())
    }
  }

  // MARK: Blanks

  private func blanks(_ blanks: Material.Blanks) -> [String] {
    let (dot, plus) = (type.sign(.times), " + ")
    let names = blanks.paths.map { $0.map { name($0.quantity) }.joined(separator: dot) }.joined(separator: plus)
    let forms = blanks.paths.map { path in
      path.enumerated().map { place, factor in
        factor.form.map { type.factor($0, isFirst: place == 0) } ?? box(of: blanks.count, isNext: factor.isAsked)
      }.joined(separator: dot)
    }.joined(separator: plus)
    let goal = name(blanks.goal)
    return ["\(goal) = \(names)", "\(String(repeating: " ", count: Screen.width(of: goal))) = \(forms)"]
  }

  private func box(of count: Int, isNext: Bool) -> String {
    let box = type.sign(.blank)
    return count == 1 ? box : isNext ? type.sign(.pointer) + box : box
  }

  // MARK: Samples

  /// The given numbers in which the samples differ, a line for each sample.
  private func samples(_ all: [Network]) -> [String] {
    guard let first = all.first else { return [] }
    let differing = first.givenQuantities.filter { quantity in
      all.contains { $0[given: quantity] != first[given: quantity] }
    }
    return all.enumerated().map { number, sample in
      let values = differing.map { "\(name($0)) = \(type.number(sample[given: $0] ?? .nan))" }
      let label = Words(en: "sample \(number + 1): ", zh: "样本 \(number + 1)：")
      return type[label] + values.joined(separator: type[Words(en: ", ", zh: "，")])
    }
  }
}
