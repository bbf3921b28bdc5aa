import Diagnosis
import Diagnostics
import Expressions
package import Networks
import Traces

/// The chain of a gradient, built from tiles.
package struct ChainQuestion: QuestionKind {
  package let goal: Quantity
  /// Whether all paths are to be added, rather than any one of them built.
  package let isWhole: Bool
  /// How many tiles belong to no path.
  package let distractors: Int
  /// The order of the tiles.
  package let variant: Int

  func tiles(_ trace: Trace) -> Tiles? {
    isWhole
      ? Tiles(chainOf: goal, trace, distractors: distractors, variant: variant)
      : Tiles(pathOf: goal, trace, distractors: distractors, variant: variant)
  }

  func subjects(_ question: Question) -> [Quantity] { [goal] }

  func material(ofPart part: Int, _ question: Question) -> Material {
    tiles(question.trace).map(Material.tiles) ?? .none
  }

  /// The letter of a tile, or the first of a factor's name.
  func opens(with key: String, part: Int, _ question: Question) -> Bool {
    guard let count = question.tiles?.factors.count else { return false }
    return key == "d" || key == "∂" || key == key.lowercased() && Letter.place(key).map { $0 < count } == true
  }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words {
    let name = question.network.architecture.expression(of: goal).text(notation)
    return Words(
      en: "Which tiles make \(name)? Write their letters, from E on.", zh: "哪些拼块组成 \(name)？从 E 开始写字母。")
  }

  func label(ofPart part: Int, _ question: Question) -> Label { Label(Words(en: "tiles: ", zh: "拼块：")) }

  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    question.tiles?.judge(answer) ?? QuestionWords.unaskable
  }

  func help(toPart part: Int, _ question: Question) -> [Hint] {
    guard let tiles = question.tiles else { return [] }
    return question.opening + [
      Hint(rung: .answer, words: Words(en: "From E on:", zh: "从 E 开始："), formula: tiles.rightAnswer, focus: nil)
    ]
  }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? { question.tiles?.rightAnswer }

  func fullAnswer(toPart part: Int, _ question: Question) -> FullAnswer? {
    guard let tiles = question.tiles else { return nil }
    let paths = tiles.addsPaths ? tiles.paths : Array(tiles.paths.prefix(1))
    let sum = paths.map { $0.map(question.name).joined(separator: " · ") }.joined(separator: " + ")
    return FullAnswer(formula: "\(question.name(goal)) = \(sum)")
  }
}
