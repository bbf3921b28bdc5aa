import Diagnostics
import LessonTesting
package import Lessons
import Networks
import Screen
import Traces
import Tutor
import TutorViews

/// Random sessions of every activity, an event at a time, as a person without a plan and a hostile room would make them.
package struct Storm {
  /// What did not hold, and in which session.
  package struct Fault: Error, Equatable, Sendable {
    package let what: String
    package let session: Int
    package let event: Int
  }

  /// How often each thing was done.
  package struct Tally: Equatable, Sendable {
    package var events = 0
    package var sessions = 0
    package var frames = 0
    package var undos = 0
    package var replays = 0
    /// Bytes of recordings.
    package var recorded = 0
    /// Events by the activity that they met, and those in front of a room.
    package var activities: [String: Int] = [:]
  }

  package private(set) var tally = Tally()
  /// The text of the last session's recording.
  package private(set) var recording = ""
  private var random: RandomSource
  private let library: [LessonCatalogue.Entry]
  private let limit: Int

  /// `limit` is how many events a session has.
  package init(seed: UInt64, library: [LessonCatalogue.Entry], limit: Int) {
    random = RandomSource(seed: seed)
    self.library = library + SampleLessons.all
    self.limit = limit
  }

  /// One session, recorded; throws the first thing that does not hold.
  ///
  /// `milliseconds` is how much time passes between events on average.
  package mutating func session(milliseconds: Int = 900, _ watch: (Tally) -> Void = { _ in }) throws {
    let start = StormStart.random(tally.sessions, library, &random)
    var world = StormWorld(start)
    tally.sessions += 1
    var clock = 0
    for number in 0..<limit {
      clock += Int.random(in: 0...2 * milliseconds, using: &random)
      world.send(.time(clock), &random)
      let event = StormEvents.random(world.state, library, &random)
      world.send(event, &random)
      tally.events += 1
      tally.activities[world.kind, default: 0] += 1
      if number % 16 == 0 { try draw(world.state, number) }
      if number % 50 == 0 { try undo(world.state, number) }
      watch(tally)
    }
    try replay(world)
  }

  // MARK: What holds

  private mutating func draw(_ state: State, _ number: Int) throws(Fault) {
    let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)]
    let any = Size(columns: Int.random(in: 1...220, using: &random), rows: Int.random(in: 1...70, using: &random))
    let size = sizes.randomElement(using: &random).flatMap { Bool.random(using: &random) ? $0 : nil } ?? any
    guard View.render(state, size).size == size else { throw fault("a screen of another size", number) }
    tally.frames += 1
  }

  /// As many undos as there were edits lead back to the same numbers, gradients and place.
  private mutating func undo(_ state: State, _ number: Int) throws(Fault) {
    // Rounds of training that are under way end with an edit of their own.
    guard case .walk = state.activity.kind, state.presentation == nil, state.descent == nil else { return }
    var edited = state
    let given = state.walk.network.givenQuantities
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard let quantity = given.randomElement(using: &random) else { return }
      let name = state.walk.network.architecture.name(of: quantity)
      let value = (random.next(in: -2...2) * 1000).rounded() / 1000
      let before = edited.walk.network
      // What is no number is unequal to itself.
      guard before == before else { return }
      edited.replay(.line(":set \(name)=\(value)"))
      guard edited.walk.network != before else { continue }
      edited.replay(.line(":undo"))
      guard edited.walk.network == before else { throw fault("undo of \(name)=\(value) leaves other numbers", number) }
      guard edited.walk.trace.goals == state.walk.trace.goals, edited.walk.index == state.walk.index else {
        let places = "\(state.walk.index) to \(edited.walk.index) of \(edited.walk.stops.count)"
        throw fault("undo of \(name)=\(value) leads elsewhere: \(places)", number)
      }
      edited.replay(.line(":redo"))
      edited.replay(.line(":undo"))
      guard edited.walk.network == before else { throw fault("redo and undo lead elsewhere", number) }
      tally.undos += 1
    }
  }

  /// The session as text, read again, comes to the same state.
  private mutating func replay(_ world: StormWorld) throws {
    let size = Size(columns: 80, rows: 24)
    var lines = [try Recording.header(world.start, size, program: "storm", knowing: library)]
    for (index, event) in world.events.enumerated() {
      lines.append(try Recording.line(index + 1, at: index, event, knowing: library))
    }
    lines.append(Recording.footer(world.events.count + 1, at: world.events.count, world.state))
    recording = lines.joined(separator: "\n") + "\n"
    tally.recorded += recording.utf8.count
    let read: Recording
    do throws(RecordingFault) {
      read = try Recording(reading: Array(recording.utf8), knowing: library)
    } catch {
      throw fault("its recording cannot be read: \(error.message.en)", world.events.count)
    }
    guard read.isFaithful == true else { throw fault("its recording leads elsewhere", world.events.count) }
    tally.replays += 1
  }

  private func fault(_ what: String, _ event: Int) -> Fault {
    Fault(what: what, session: tally.sessions, event: event)
  }
}
