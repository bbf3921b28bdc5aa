import Tutor

/// A place on the screen that can be clicked, and what that does.
struct Hit {
  let columns: Range<Int>
  let rows: Range<Int>
  let event: Event

  init(_ columns: Range<Int>, _ rows: Range<Int>, _ event: Event) {
    self.columns = columns
    self.rows = rows
    self.event = event
  }
}
