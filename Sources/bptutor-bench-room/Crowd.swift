import CBaseline
import Glibc

/// All students, and the presenter's terminal, in one loop.
final class Crowd {
  let students: [Student]
  private var chunk = [UInt8](repeating: 0, count: 1 << 17)
  /// The presenter's terminal, whose output is taken away.
  var terminal: Int32 = -1

  init(_ count: Int, _ room: Student.Room) { students = (0..<count).map { Student($0, room) } }

  /// Connects those that are not connected.
  private func connect() {
    for student in students where student.descriptor < 0 { if !student.connect() { return } }
  }

  /// Lets everything happen until a condition holds; false where it does not within so many milliseconds.
  func run(atMost limit: Int, until isDone: () -> Bool) -> Bool {
    let end = session_now() + limit * 1_000_000
    while session_now() < end {
      if isDone() { return true }
      connect()
      var places = students.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
      places.append(pollfd(fd: terminal, events: Int16(POLLIN), revents: 0))
      guard poll(&places, nfds_t(places.count), 2) > 0 else { continue }
      let now = session_now()
      for (student, place) in zip(students, places) where place.revents != 0 {
        if !student.receive(&chunk, at: now) { student.drop() }
      }
      if places[students.count].revents != 0, read(terminal, &chunk, chunk.count) <= 0 { terminal = -1 }
    }
    return isDone()
  }
}
