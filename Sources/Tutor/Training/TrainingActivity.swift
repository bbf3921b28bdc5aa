import Diagnostics
import Networks
import Screen
package import Training

/// A training run that is watched: it can be stopped at any epoch, looked into, changed, and taken back.
///
/// The run itself lives outside; what it came to arrives as `TrainingStatus`. While nothing runs nothing happens.
package struct TrainingActivity: Equatable, Sendable, Conversing {
  package internal(set) var console = Console()
  /// For people: the samples' name.
  package let title: String
  /// What the run has come to; nil until the first report.
  package internal(set) var status: TrainingStatus?
  package internal(set) var isRunning = false
  /// The epoch where it stops by itself.
  package internal(set) var end: Int
  /// Epochs from one picture to the next.
  package internal(set) var pace: Int
  /// What is drawn beside the loss.
  package internal(set) var side: Side
  /// When the next epochs are due, in milliseconds; nil while nothing runs.
  var due: Int?
  /// Whether it runs as soon as there is a report.
  private var begins: Bool
  /// How many epochs are added when it goes on behind its end.
  private let length: Int

  /// A picture beside the loss.
  package enum Side: String, CaseIterable, Codable, Sendable {
    case boundary, weights, gradients
    /// What is confused with what, as a table; what was mistaken and what the first layer looks for, as pictures.
    case confusion, pictures
  }

  /// Milliseconds from one picture to the next.
  package static let tick = 50
  /// A run is shown in about so many pictures, unless it is made faster or slower.
  private static let pictures = 160
  static let maxEpoch = 1 << 40

  init(title: String, from epoch: Int, epochs: Int, side: Side, begins: Bool) {
    self.title = title
    self.side = side
    self.begins = begins
    length = max(1, min(epochs, Self.maxEpoch))
    end = max(0, min(epoch, Self.maxEpoch)) + length
    pace = max(1, length / Self.pictures)
  }

  mutating func update(_ event: Event, _ shared: inout Shared) -> [Request] {
    switch event {
    case .trained(let status): return arrived(status, shared.now)
    case .time:
      guard let due, due <= shared.now, isRunning, let status else { return [] }
      self.due = nil
      return [.outside(.train(max(1, min(pace, end - status.epoch))))]
    case .key(let key):
      guard prompt != nil else { return press(key, shared) }
      switch console.type(key, shared, nil) {
      case .done, .hint: return []
      case .common: return common(key, shared.keymap)
      case .line(_, let text): return submit(text.filter { $0 != " " })
      }
    // The walk at this moment, which is on top until it is left.
    case .derivation(let moment): return [.open(.walk(WalkActivity(Board(moment), origin: .training)))]
    case .line(let line): return submit(line.filter { $0 != " " })
    case .start, .select, .goTo, .read, .progress, .banner, .choose, .presented, .seed, .revised, .printed, .attended:
      return []
    }
  }

  private mutating func arrived(_ status: TrainingStatus, _ now: Int) -> [Request] {
    let isStuck = isRunning && self.status?.epoch == status.epoch
    self.status = status
    if begins {
      begins = false
      return run(now)
    }
    if isRunning, status.divergence != nil || isStuck || status.epoch >= end { isRunning = false }
    return isRunning ? wait(Self.tick, now) : []
  }

  /// Goes on; behind the end, for the same number of epochs again.
  mutating func run(_ now: Int) -> [Request] {
    guard let status else { return [] }
    if status.epoch >= end { end = status.epoch + length }
    isRunning = true
    return wait(0, now)
  }

  /// The walk was left: its sample is the one at hand.
  func resume(from activity: Activity) -> [Effect] {
    guard case .walk(let walk) = activity, let samples = walk.board.samples else { return [] }
    return [.look(sample: samples.shown)]
  }

  private mutating func wait(_ delay: Int, _ now: Int) -> [Request] {
    due = now + delay
    return [.wake(delay)]
  }
}
