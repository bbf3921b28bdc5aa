import Diagnostics
import Exercises
import Expressions
import Lessons
import Networks
import Questions
import Screen
import Traces

/// What a lesson's question brings along: tiles, somebody's lines, a derivation with blanks, samples.
struct ExerciseView {
  let exercise: Exercise
  let type: Typesetter

  /// Asked once the wrong line is found.
  static let why = Words(en: "And why is it wrong?", zh: "错在哪里？")

  private var architecture: Architecture { exercise.network.architecture }

  private func name(_ quantity: Quantity) -> String { type.line(architecture.expression(of: quantity)) }

  /// What stands before the cursor while the answer is typed.
  func label(part: Int) -> String {
    switch exercise.ask.kind {
    case .number(let answer, _), .expression(let answer, _):
      let isShort = answer.leafName != nil
      return (isShort ? type.line(answer) + " " : "") + "= "
    case .sign:
      let isSlope = if case .derivative? = exercise.quantity { true } else { false }
      return type[
        isSlope ? Words(en: "rise or fall: ", zh: "升或降：") : Words(en: "positive or negative: ", zh: "正或负：")]
    case .choice, .poll: return type[Words(en: "number: ", zh: "编号：")]
    case .text: return "> "
    case .chain: return type[Words(en: "tiles: ", zh: "拼块：")]
    case .faded: return exercise.quantity(ofPart: part).map { name($0) + " = " } ?? "= "
    case .bug: return type[part == 0 ? Words(en: "line: ", zh: "行号：") : Words(en: "number: ", zh: "编号：")]
    }
  }

  /// The same as rows of a screen.
  func rows(part: Int, columns: Int) -> [TextRow] {
    if let tiles = exercise.tiles { return tileRows(tiles.factors.map(name), columns) }
    let isDone = { (number: Int) in
      if case .bug(let derivation) = exercise.ask.kind { part > 0 && number == derivation.bug } else { false }
    }
    return lines(part: part).enumerated().flatMap { number, line in
      type.wrap(line, columns: columns - 2).map { text in
        TextRow(text: "  " + text, style: isDone(number) ? Style(.bad, bold: true) : Style())
      }
    }
  }

  /// One line each, for reading aloud.
  func lines(part: Int) -> [String] {
    if let tiles = exercise.tiles { return tiles.factors.enumerated().map { "\($0 + 1)  " + name($1) } }
    switch exercise.ask.kind {
    case .bug(let derivation):
      return derivation.lines.enumerated().map { number, line in
        "\(number + 1)  \(type.line(line.left)) = \(type.line(line.right))"
      }
    case .faded(let goal, let blank): return faded(goal, blank, part)
    case .number: return exercise.samples.count > 1 ? samples : []
    case .expression, .sign, .choice, .chain, .poll, .text: return []
    }
  }

  /// Tiles in columns, as many as fit.
  private func tileRows(_ names: [String], _ columns: Int) -> [TextRow] {
    let texts = names.enumerated().map { number, name in (number < 9 ? " " : "") + "\(number + 1)  \(name)" }
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

  private func faded(_ goal: Quantity, _ blank: [Quantity], _ part: Int) -> [String] {
    let trace = Trace(exercise.network, goals: [])
    let paths = trace.chainPaths(of: goal)
    let (dot, plus) = (type.sign(.times), " + ")
    let names = paths.map { $0.map(name).joined(separator: dot) }.joined(separator: plus)
    let forms = paths.map { path in
      path.enumerated().map { place, factor -> String in
        if let number = blank.firstIndex(of: factor), number >= part {
          return box(number, of: blank.count, isNext: number == part)
        }
        return type.factor(trace.symbolic(ofFactor: factor), isFirst: place == 0)
      }.joined(separator: dot)
    }.joined(separator: plus)
    return ["\(name(goal)) = \(names)", "\(String(repeating: " ", count: Screen.width(of: name(goal)))) = \(forms)"]
  }

  private func box(_ number: Int, of count: Int, isNext: Bool) -> String {
    let box = type.sign(.blank)
    return count == 1 ? box : isNext ? type.sign(.pointer) + box : box
  }

  // MARK: Samples

  /// The given numbers in which the samples differ, a line for each sample.
  private var samples: [String] {
    let all = exercise.samples
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
