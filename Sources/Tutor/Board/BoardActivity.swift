import Diagnosis
import Diagnostics
import Networks
import Questions
import Skills
import Traces

/// An activity at a board: the walk, a lesson, practice.
///
/// What differs between them are the requirements; what they share is in the extensions.
protocol BoardActivity: Conversing, Equatable, Sendable {
  var board: Board { get set }

  /// Whether it is shown to a room: nothing holds, nothing counts.
  var isForRoom: Bool { get }

  // MARK: Moving

  /// Moves in the walk, or goes on to what comes next here.
  mutating func move(_ shared: Shared, _ motion: (inout Walk) -> Bool)
  /// Where an empty line leads.
  mutating func goOn(_ shared: inout Shared) -> [Request]
  /// To an entry of the overview.
  mutating func go(toEntry number: Int, _ shared: Shared)
  /// The entries of the overview, and the one at hand, from 1.
  var overview: (count: Int, current: Int) { get }

  // MARK: Questions

  /// Opens a question of a kind, or the one that fits the step at hand.
  mutating func ask(_ sort: Question.Sort?, _ shared: Shared)
  /// Takes a typed line for an answer; nil if it is a command or something to evaluate.
  mutating func takeAsAnswer(_ text: String, _ shared: inout Shared) -> [Request]?
  /// The next rung of the ladder.
  mutating func hint(_ shared: inout Shared) -> [Request]
  /// Gives the answer to a room instead of a hint; nil where no room is asked.
  mutating func answerForRoom(_ shared: inout Shared) -> [Request]?
  /// Why there is no further hint.
  func noMoreHelp(_ asking: Asking) -> Words
  /// After an answer or a change of numbers: what can follow from the learner's own numbers.
  mutating func noteEarlierValues()
  /// Goes to where the walk says what was answered.
  mutating func reveal(_ asking: Asking)
  /// A question was settled by an answer.
  mutating func noteSolved(_ asking: Asking)

  // MARK: Keeping

  /// The lesson that a question belongs to.
  var recordedLesson: String? { get }
  /// What a question about a step is about.
  func skill(of question: Question) -> Skill
  /// What the end of the lesson says about an answer.
  mutating func noteOutcome(_ verdict: Verdict, _ asking: Asking)

  // MARK: Looking up

  /// Says that it has to wait, where a test question is open that was not left open on purpose.
  mutating func refusesInTest() -> Bool
  /// Keeps with other questions that are open how much was looked up of them: whether there is one, and what the activity
  /// beneath is to be reported.
  mutating func noteElsewhere(_ lookup: Lookup) -> (isNoted: Bool, requests: [Request])

  // MARK: Letters

  /// Takes other letters for everything that is shown; throws where two quantities would have one name.
  mutating func take(_ letters: Notation) throws(NotationClash)

  // MARK: Commands

  /// The commands that mean something on the screen at hand.
  var commands: [Command] { get }
  /// What a command means only here; nil where it means the same everywhere.
  mutating func runHere(_ command: Command, _ rest: String, _ shared: inout Shared) -> [Request]?
}

extension BoardActivity {
  var console: Console {
    get { board.console }
    set { board.console = newValue }
  }

  mutating func take(_ letters: Notation) throws(NotationClash) { try board.take(letters) }

  var isForRoom: Bool { false }
  var recordedLesson: String? { nil }
  var commands: [Command] { Command.allCases }

  func skill(of question: Question) -> Skill { question.skill }
  mutating func noteOutcome(_ verdict: Verdict, _ asking: Asking) {}
  mutating func noteSolved(_ asking: Asking) {}
  mutating func noteEarlierValues() {}
  mutating func answerForRoom(_ shared: inout Shared) -> [Request]? { nil }
  mutating func refusesInTest() -> Bool { false }
  mutating func noteElsewhere(_ lookup: Lookup) -> (isNoted: Bool, requests: [Request]) { (false, []) }
  mutating func hint(_ shared: inout Shared) -> [Request] { giveHint(&shared) }

  var overview: (count: Int, current: Int) { (board.walk.trace.steps.count, board.walk.stop.step) }

  mutating func goOn(_ shared: inout Shared) -> [Request] {
    move(shared) { $0.move(by: 1) }
    return []
  }

  mutating func go(toEntry number: Int, _ shared: Shared) {
    move(shared) { $0.go(to: $0.firstStop(of: number)) || true }
  }

  mutating func reveal(_ asking: Asking) {
    guard asking.valued != nil, let step = asking.step, step == board.walk.stop.step else { return }
    let stops = board.walk.stops
    while board.walk.index + 1 < stops.count, stops[board.walk.index + 1].step == step {
      board.walk.jump(to: board.walk.index + 1)
    }
  }
}
