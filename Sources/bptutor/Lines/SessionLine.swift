import Diagnosis
import Formats
import Tutor

/// What came of a typed line, as a line of JSON (`walk --format json`).
struct SessionLine {
  /// nil for what is said at the beginning.
  let input: String?
  let lines: [String]
  let isDone: Bool
  /// Of the last quantity or formula that was asked for.
  let value: Double?
  /// Of the answer that the line was.
  let verdict: String?
  let place: Int
  let placeCount: Int

  init(_ input: String?, _ lines: [String], _ isDone: Bool, before: State, after: State) {
    (self.input, self.lines, self.isDone) = (input, lines.filter { !$0.isEmpty }, isDone)
    value = after.reply?.lines.reduce(nil) { if case .value(_, let value) = $1 { value } else { $0 } }
    let tries = after.asking?.tries ?? []
    verdict = tries.count > (before.asking?.tries.count ?? 0) ? tries.last?.verdict.kind.rawValue : nil
    (place, placeCount) = (after.walk.index + 1, after.walk.stops.count)
  }

  var json: JSONText {
    var members: [(key: String, value: JSONText)] = []
    if let input { members.append(("input", .string(input))) }
    members += [("done", .bool(isDone)), ("lines", .array(lines.map(JSONText.string)))]
    if let value { members.append(("value", .number(value))) }
    if let verdict { members.append(("verdict", .string(verdict))) }
    return .object(members + [("place", .number(Double(place))), ("of", .number(Double(placeCount)))])
  }

  /// What is said besides, such as that answers are not saved.
  static func notice(_ text: String) -> JSONText { .object([("notice", .string(text))]) }
}
