import Diagnostics
import Networks
import Progress
import Training
import Tutor

/// A session's state, its events so far, and an outside that answers its effects.
struct StormWorld {
  let start: Start
  private(set) var state: State
  private(set) var events: [Event] = []
  private let run: TrainingRun?
  private var sample = 0
  private var kept = KeptProgress(now: 1_700_000_000_000)
  /// Whether a session's own end is over; nothing that it asks for is answered then.
  private var depth = 0

  /// More answers are kept for no one: a file of them is read at the beginning only.
  private static let maxAttempts = 500

  init(_ start: Start) {
    self.start = start
    state = State(start)
    let data = DataGenerator.xor.dataSet()
    run = TrainingRun(DataGenerator.xor.suggestedNetwork(), data: data)
  }

  /// What is on the screen, and whether a room sees it.
  var kind: String { state.activity.kind.rawValue + (state.presentation == nil ? "" : ", presented") }

  mutating func send(_ event: Event, _ random: inout RandomSource) {
    events.append(event)
    let effects = state.update(event)
    guard depth < 8 else { return }
    depth += 1
    for effect in effects {
      if let answer = answer(effect, &random) { send(answer, &random) }
    }
    depth -= 1
  }

  private mutating func answer(_ effect: Effect, _ random: inout RandomSource) -> Event? {
    switch effect {
    case .quit, .suspend, .redraw, .wake, .send, .give: return nil
    case .read(let name): return .read(name: name, bytes: StormEvents.file(&random))
    case .drawSeed: return .seed(UInt64.random(in: 1...999_999, using: &random))
    case .record(let attempt):
      if kept.attempts.count < Self.maxAttempts { kept.attempts.append(attempt) }
      return nil
    case .keepPlace(let lesson, let place):
      kept.places.removeAll { $0.lesson == lesson }
      kept.places.append(KeptPlace(lesson: lesson, place: place.text))
      return nil
    case .tellProgress: return .progress(kept)
    case .train(let epochs):
      run?.train(epochs: max(0, min(epochs, 3)))
      return status
    case .go(let epoch):
      run?.go(toEpoch: max(0, min(epoch, 200)))
      return status
    case .change(let change):
      if let run, let (_, settings) = try? change.applied(to: run.start, run.settings) { run.change(settings) }
      return status
    case .look(let sample):
      self.sample = sample
      return status
    case .derive: return run.map { .derivation(TrainingMoment($0, sample: sample)) }
    }
  }

  private var status: Event? { run.map { .trained(TrainingStatus($0, sample: sample)) } }
}
