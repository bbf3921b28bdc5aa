package import Diagnostics

/// A day of the learner's own calendar, counted from 1970-01-01.
package struct CalendarDay: Hashable, Comparable, Sendable {
  package let number: Int64

  /// The day of a moment in milliseconds since 1970, where the clocks are `offset` seconds ahead of UTC.
  package init(_ time: Int64, offset: Int) {
    let seconds = Int64(max(-Self.maxOffset, min(offset, Self.maxOffset)))
    let local = time.addingReportingOverflow(seconds * 1_000)
    let moment = local.overflow ? time : local.partialValue
    // Before 1970 division would round up.
    let (days, rest) = moment.quotientAndRemainder(dividingBy: ReviewSchedule.day)
    number = rest < 0 ? days - 1 : days
  }

  /// No clock is further from UTC than this.
  private static let maxOffset = 86_400

  package static func < (one: CalendarDay, other: CalendarDay) -> Bool { one.number < other.number }

  /// How many days another day is later.
  package func days(to other: CalendarDay) -> Int64 { other.number.subtractingReportingOverflow(number).partialValue }

  /// Its name in the week.
  package var weekday: Words {
    // The first of January 1970 was a Thursday.
    let place = Int((number % 7 + 7 + 4) % 7)
    return Self.weekdays[place]
  }

  private static let weekdays = [
    Words(en: "Sunday", zh: "周日"), Words(en: "Monday", zh: "周一"), Words(en: "Tuesday", zh: "周二"),
    Words(en: "Wednesday", zh: "周三"), Words(en: "Thursday", zh: "周四"), Words(en: "Friday", zh: "周五"),
    Words(en: "Saturday", zh: "周六"),
  ]
}
