/// The days on which something was answered.
package struct PracticeDays: Equatable, Sendable {
  private var numbers: Set<Int64> = []

  package init() {}

  package init(_ attempts: some Sequence<Attempt>, offset: Int) {
    for attempt in attempts { record(attempt, offset: offset) }
  }

  /// What could not be read was an attempt all the same.
  package mutating func record(_ attempt: Attempt, offset: Int) {
    numbers.insert(CalendarDay(attempt.time, offset: offset).number)
  }

  package var count: Int { numbers.count }

  /// How many days in a row end on this one, or on the day before, where today nothing was answered yet.
  package func streak(at today: CalendarDay) -> Int {
    var day = numbers.contains(today.number) ? today.number : today.number.subtractingReportingOverflow(1).partialValue
    var count = 0
    while numbers.contains(day), day > .min {
      count += 1
      day -= 1
    }
    return count
  }
}
