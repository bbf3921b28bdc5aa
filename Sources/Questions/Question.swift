import Diagnosis
package import Diagnostics
package import Expressions
package import Lessons
package import Networks
import Traces

/// What a learner is asked, and on which numbers.
///
/// The walk, practice and lessons make questions in different ways; judging, help and labels are the same for all.
package struct Question: Equatable, Sendable {
  package let kind: Kind
  /// What of the network is asked for, where the answer is about one of its quantities: then the catalogue knows its mistakes.
  package let quantity: Quantity?
  /// The step of the walk that answers it; nil where the walk has none.
  package let step: Int?
  /// What a lesson's author says about it; nil for questions that the program makes up.
  package let ask: Ask?
  package let ground: Ground
  /// What shuffles options and tiles; nil keeps the author's order.
  package let order: UInt64?

  package init(
    _ kind: Kind, _ quantity: Quantity?, on ground: Ground, step: Int? = nil, ask: Ask? = nil, order: UInt64? = nil
  ) {
    self.kind = kind
    self.quantity = quantity
    self.ground = ground
    self.step = step
    self.ask = ask
    self.order = order
  }

  /// The order in which a room and handouts see options.
  package static let roomOrder: UInt64 = 1

  /// What an option of a part is called: a letter, or for opinions, which a room counts by digits, a number.
  package func optionName(_ place: Int) -> String { isPoll ? "\(place + 1) " : Letter.text(place) + ")" }

  // MARK: Numbers

  package var network: Network { ground.network }

  var trace: Trace { ground.trace }

  /// Whether it brings its numbers along, and does not follow those of the walk.
  package var hasOwnNumbers: Bool { ask != nil }

  /// The same question on other numbers.
  package func on(_ ground: Ground) -> Question {
    Question(kind, quantity, on: ground, step: step, ask: ask, order: order)
  }

  /// The same on random numbers, its author's own among them; the same seed makes the same ones.
  package func randomized(seed: UInt64) -> Question { redrawn(seed: seed) ?? on(ground.randomized(seed: seed)) }

  /// The value of a formula here, the mean over the samples.
  package func value(of expression: Expression) -> Double { ground.value(of: expression) }

  // MARK: What is asked

  /// Whether the same is asked, on whatever numbers.
  package func asksTheSame(as other: Question) -> Bool {
    kind == other.kind && quantity == other.quantity && step == other.step && ask == other.ask
  }

  /// How the question is meant; those that no author asks are practice.
  package var mode: Ask.Mode { ask?.mode ?? .practice }

  /// A prediction: answered before what it predicts is shown.
  package var isGuess: Bool { mode == .guess }

  /// How many answers it takes one after the other: a blank each, or the wrong line and then the reason.
  package var partCount: Int { kind.matter.partCount }

  /// What a part asks for, where that is a quantity.
  package func quantity(ofPart part: Int) -> Quantity? { kind.matter.quantity(ofPart: part, self) }

  /// Whether a value or a formula is typed, and not a choice made.
  package var wantsValue: Bool { kind.matter.wantsValue }

  /// Whether a key is the first of an answer that is typed, whatever else it means: of a formula or a name that is asked
  /// for, of a list of tiles.
  package func opensAnswer(with key: String, part: Int) -> Bool {
    key.count == 1 && kind.matter.opens(with: key, part: part, self)
  }

  /// Whether a key is the first of a formula that could be the answer, or lead to the number that is asked for.
  package func mayCompute(with key: String) -> Bool {
    wantsValue && key.count == 1 && network.architecture.beginsFormula(with: key)
  }

  /// Whether a formula is as good an answer as a number.
  package var takesFormulas: Bool {
    switch kind {
    case .value(let value): value.form == .any
    case .formula, .blanks: true
    case .sign, .choice, .count, .chain, .wrongLine, .poll, .words: false
    }
  }

  /// Whether other numbers make another question, so that after the answer was given a similar one can be asked.
  package var dependsOnNumbers: Bool { kind.matter.dependsOnNumbers }

  /// What is chosen among in a part; none where the answer is typed.
  package func options(ofPart part: Int) -> [Option] { kind.matter.options(ofPart: part) }

  /// Whether an answer names an option, or is a list of tiles.
  package func isChosen(by answer: String, part: Int) -> Bool {
    option(chosenBy: answer, part: part) != nil || tiles?.reads(answer) == true
  }

  /// The option that an answer chooses; nil where nothing is chosen.
  package func option(chosenBy answer: String, part: Int) -> Option? {
    let options = options(ofPart: part)
    return options.chosen(by: answer).map { options[$0] }
  }

  /// The options that are right on these numbers, from 0.
  package func rightOptions(ofPart part: Int) -> [Int] {
    let pass = Pass(network)
    return options(ofPart: part).enumerated().filter { $0.element.right.holds(at: pass) }.map(\.offset)
  }

  /// How many answers there are to choose from; nil where it is typed.
  package func choiceCount(ofPart part: Int) -> Int? { kind.matter.choiceCount(ofPart: part) }

  /// Everything of the network that the question is about: what must not be seen before it is answered.
  package var subjects: [Quantity] { kind.matter.subjects(self) }

  /// Whether the question makes sense on these numbers.
  package var isSuitable: Bool { kind.matter.isSuitable(self) }

  /// What it brings along beside its words.
  package func material(ofPart part: Int) -> Material { kind.matter.material(ofPart: part, self) }

  /// The tiles of a chain; nil for other questions.
  package var tiles: Tiles? { if case .tiles(let tiles) = material(ofPart: 0) { tiles } else { nil } }

  // MARK: In words

  /// The question in words, in the names of this network.
  package func prompt(_ notation: TextStyle) -> Words {
    ask.map { Words($0.prompt) } ?? kind.matter.prompt(self, notation)
  }

  /// What comes before the cursor while the answer is typed.
  package func label(ofPart part: Int) -> Label { kind.matter.label(ofPart: part, self) }
}
