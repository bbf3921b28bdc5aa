package import Diagnosis
package import Skills

/// What share of its points an answer earns.
package struct Rubric: Equatable, Sendable {
  package var right = 1.0
  package var followThrough = 1.0
  /// A mistake that is known by name.
  package var mistake = 0.0
  /// What is wrong in no known way.
  package var unknown = 0.0
  package var unreadable = 0.0
  /// By the ids of the catalogue, before `mistake`.
  package var mistakes: [MistakeID: Double] = [:]

  package init() {}

  /// A rubric that cannot be read: the line, from 1, and what is wrong there.
  package struct Fault: Error, Equatable, Sendable {
    package let line: Int
    package let text: String
  }

  /// Reads `follow-through: 1`, `mistake: 0.25`, `half: 0.5` (a mistake's id), one a line; `#` begins a remark.
  package init(_ text: String) throws(Fault) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      let parts = content.split(separator: ":", maxSplits: 1).map { part in
        String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      }
      if parts.count == 1, parts[0] == "mistakes" { continue }
      if parts.count == 1, content.hasSuffix(":") || parts[0].isEmpty { continue }
      guard parts.count == 2, let share = Double(parts[1]), (0...1).contains(share) else {
        throw Fault(line: index + 1, text: String(line.prefix(60)))
      }
      switch parts[0] {
      case "right": right = share
      case "follow-through": followThrough = share
      case "mistake": mistake = share
      case "unknown": unknown = share
      case "unreadable": unreadable = share
      case let id where Catalogue.mistake(MistakeID(id)) != nil: mistakes[MistakeID(id)] = share
      default: throw Fault(line: index + 1, text: String(line.prefix(60)))
      }
    }
  }

  /// The share of its points that an answer earns, from 0 to 1.
  package func share(of verdict: Verdict) -> Double {
    switch verdict.kind {
    case .right: return right
    case .followThrough: return followThrough
    case .mistake:
      // Of several that fit, the one that costs least.
      let known = verdict.mistakes.map { id in id.parts.map { mistakes[$0] ?? mistake }.min() ?? mistake }
      return known.max() ?? mistake
    case .unknown: return unknown
    case .unreadable: return unreadable
    }
  }
}
