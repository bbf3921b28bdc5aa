import Lessons
import Networks
import Questions
import Training

@testable import Tutor

/// The fields of the board, for expected states.
extension State {
  var searched: String {
    get { board.searched }
    set { board.searched = newValue }
  }
  var marks: [String: Int] {
    get { board.marks }
    set { board.marks = newValue }
  }
  var past: [Board.Edit] {
    get { board.past }
    set { board.past = newValue }
  }
  var future: [Board.Edit] {
    get { board.future }
    set { board.future = newValue }
  }
  var original: Network { board.original }
  var pending: Console.Pending {
    get { board.pending }
    set { board.pending = newValue }
  }
  var answered: Set<String> {
    get { shared.answered }
    set { shared.answered = newValue }
  }

  mutating func edit(_ network: Network) { board.edit(network) }
  mutating func open(_ network: Network) { board.open(network) }
  mutating func undo() -> Bool { board.undo() }
  mutating func redo() -> Bool { board.redo() }
  mutating func begin(with data: DataSet) { board.begin(with: data) }
  mutating func begin(with data: DataSet, sample: Int, nextBatch: [Int], settings: TrainingSettings) {
    board.begin(with: data, sample: sample, nextBatch: nextBatch, settings: settings)
  }
  mutating func use(_ data: DataSet) -> Bool { board.use(data) }

  mutating func practise(_ generator: ProblemGenerator) {
    activity = .practice(PracticeActivity(generator, .fixed, shared))
  }

  mutating func openMenu(_ library: [LessonCatalogue.Entry]) {
    var start = Start(.menu, network: walk.network, language: language, notation: notation)
    start.library = library
    self = State(start)
  }
}
