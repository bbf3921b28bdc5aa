import Diagnostics
import Expressions
import Networks
import Screen
import Testing
import Traces
import Training

@testable import Tutor

/// Events one after the other, each with the whole state that is expected after it.
///
/// What an event changes is said by a closure that makes the same change to the state before it; whatever else is
/// different fails the test, and the failure names the fields.
struct Script {
  var state: State

  init(_ network: Network = BundledNetworks.default, language: Language = .en) {
    state = State(network: network, language: language)
  }

  init(_ state: State) { self.state = state }

  mutating func send(
    _ event: Event, effects expectedEffects: [Effect] = [], at place: SourceLocation = #_sourceLocation,
    changes: (inout State) -> Void = { _ in }
  ) {
    var expected = state
    changes(&expected)
    let effects = state.update(event)
    #expect(effects == expectedEffects, "effects of \(event)", sourceLocation: place)
    guard state != expected else { return }
    let differences = Self.differences(state, expected).joined(separator: "\n")
    Issue.record("after \(event)\n\(differences)", sourceLocation: place)
  }

  mutating func press(
    _ key: Key, effects: [Effect] = [], at place: SourceLocation = #_sourceLocation,
    changes: (inout State) -> Void = { _ in }
  ) {
    send(.key(key), effects: effects, at: place, changes: changes)
  }

  /// A key that types a character.
  mutating func press(
    _ character: String, effects: [Effect] = [], at place: SourceLocation = #_sourceLocation,
    changes: (inout State) -> Void = { _ in }
  ) {
    send(.key(.character(character)), effects: effects, at: place, changes: changes)
  }

  /// Events whose single steps are not looked at.
  @discardableResult
  mutating func arrange(_ events: Event...) -> [Effect] { events.flatMap { state.update($0) } }

  /// A line typed without a screen; what it answered.
  @discardableResult
  mutating func line(_ text: String) -> Reply? {
    _ = state.update(.line(text))
    return state.reply
  }

  /// Types into the prompt, key by key.
  mutating func type(_ text: String) {
    for character in text { _ = state.update(.key(.character(String(character)))) }
  }

  /// The fields in which two states differ, each with both values.
  static func differences(_ one: State, _ other: State) -> [String] {
    guard one != other else { return [] }
    var found: [String] = []
    for (part, otherPart) in zip(parts(of: one), parts(of: other)) {
      for (field, otherField) in zip(fields(of: part), fields(of: otherPart)) {
        let (got, wanted) = (summary(field.value), summary(otherField.value))
        if got != wanted { found.append("\(field.label ?? "?"): \(got)\n  instead of \(wanted)") }
      }
    }
    return found.isEmpty ? ["states differ in what has no description"] : found
  }

  private static func parts(of state: State) -> [Any] { [state.shared, state.board, state.board.console, state] }

  private static func fields(of value: Any) -> [Mirror.Child] { Array(Mirror(reflecting: value).children) }

  /// As much of a value as tells two apart; networks and passes are too long to print.
  private static func summary(_ value: Any) -> String {
    switch value {
    case let walk as Walk:
      let goals = walk.trace.goals.map { walk.network.architecture.name(of: $0) }
      return "place \(walk.index) of \(walk.stops.count), goals \(goals), " + summary(walk.network)
    case let network as Network:
      return "\(network.name) \(network.inputs) \(network.parameters) \(network.targets) \(network.learningRate)"
    case let pass as Pass: return summary(pass.network)
    case let edits as [Board.Edit]:
      return edits.map { "\(summary($0.network)) at \($0.index)" }.joined(separator: "; ")
    case let reply as Reply: return "\(reply.kind) \(reply.text())"
    default:
      let mirror = Mirror(reflecting: value)
      guard mirror.displayStyle == .optional, let wrapped = mirror.children.first?.value else {
        return String(describing: value)
      }
      return summary(wrapped)
    }
  }
}

extension Reply {
  /// The answer as plain text, a line each, for a test to read.
  func text(_ language: Language = .en) -> String {
    lines.map { line in
      switch line {
      case .words(let words), .text(let words): return words[language]
      case .equation(let left, let right, let note):
        return left.text(.ascii) + " = " + right.text(.ascii) + (note.map { " [\($0[language])]" } ?? "")
      case .value(let left, let value): return left.text(.ascii) + " = " + DecimalText.significant(value)
      case .formula(let formula): return formula
      case .errorCurve(let check): return "curve of \(check.points.count) points"
      case .entry(let usage, let words): return usage + " " + words[language]
      }
    }.joined(separator: "\n")
  }
}
