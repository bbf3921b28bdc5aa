import Diagnostics
import YAML

/// Ids and requirements over all lessons: each id once, every requirement known, and no circle.
struct RequirementCheck {
  /// For each draft.
  private(set) var faults: [[Diagnostic]]

  /// `groups` holds the drafts that are one lesson in several languages.
  init(_ drafts: [CheckedDraft], groups: [[Int]], others: [String]) {
    faults = Array(repeating: [], count: drafts.count)
    var owner: [String: Int] = [:]
    var ids: [String] = []
    for group in groups {
      let named = group.compactMap { index in drafts[index].frontMatter?["id"]?.scalar.map { (index, $0) } }
      for (number, (index, id)) in named.enumerated() {
        if let other = owner[id.text], !group.contains(other), number == 0 {
          let name = drafts[other].source.name ?? id.text
          faults[index].append(NameFault.duplicateLesson(id.text, other: name).diagnostic(at: id.range))
        }
      }
      // A lesson whose front matter cannot be read is not to make others' requirements unknown.
      let fallback = group.first.flatMap { Lesson.FileName(drafts[$0].source.name ?? "")?.stem }
      let id = named.first?.1.text ?? fallback.map { String($0.drop { $0.isNumber || $0 == "-" }) } ?? ""
      ids.append(id)
      for index in group where owner[id] == nil { owner[id] = index }
    }
    let known = Set(ids + others)
    var edges: [String: [(to: String, draft: Int, range: Range<Int>)]] = [:]
    for (group, id) in zip(groups, ids) {
      for index in group {
        for case .scalar(let name) in drafts[index].frontMatter?["requires"]?.elements ?? [] {
          if !known.contains(name.text), FieldReader.isIdentifier(name.text) {
            let nearest = Suggestion.nearest(to: name.text, in: known.sorted())
            faults[index].append(NameFault.unknownLesson(name.text, nearest: nearest).diagnostic(at: name.range))
          } else if !(edges[id] ?? []).contains(where: { $0.to == name.text }) {
            edges[id, default: []].append((name.text, index, name.range))
          }
        }
      }
    }
    findCycles(ids, edges)
  }

  /// Depth first, with a stack of its own; the edge that closes a circle is where it is reported.
  private mutating func findCycles(_ ids: [String], _ edges: [String: [(to: String, draft: Int, range: Range<Int>)]]) {
    var done: Set<String> = []
    for start in ids where !done.contains(start) {
      var path = [start]
      var next = [0]
      while let id = path.last {
        let outgoing = edges[id] ?? []
        guard next[next.count - 1] < outgoing.count else {
          done.insert(id)
          path.removeLast()
          next.removeLast()
          continue
        }
        let edge = outgoing[next[next.count - 1]]
        next[next.count - 1] += 1
        if let index = path.firstIndex(of: edge.to) {
          let circle = Array(path[index...]) + [edge.to]
          faults[edge.draft].append(NameFault.cycle(circle).diagnostic(at: edge.range))
        } else if !done.contains(edge.to) {
          path.append(edge.to)
          next.append(0)
        }
      }
    }
  }
}
