/// When a mastered skill is looked at again: a day later, then three, then seven.
package struct ReviewSchedule: Equatable, Sendable {
  /// Reviews passed so far.
  package private(set) var passed = 0
  /// When it was mastered or last reviewed, in milliseconds since 1970.
  private var last: Int64

  init(masteredAt time: Int64) { last = time }

  static let day: Int64 = 86_400_000
  private static let days: [Int64] = [1, 3, 7]

  /// When the next one is due; nil after the last.
  package var dueTime: Int64? {
    passed < Self.days.count ? last.addingReportingOverflow(Self.days[passed] * Self.day).partialValue : nil
  }

  func isDue(at time: Int64) -> Bool {
    guard let dueTime else { return false }
    // What was mastered more than a day in the future was dated by a clock that was wrong; better seen once too often.
    return time >= dueTime || last > time.addingReportingOverflow(Self.day).partialValue
  }

  mutating func pass(at time: Int64) {
    passed += 1
    last = time
  }
}
