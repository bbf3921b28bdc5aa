package import Expressions
import Networks

/// A derivation as someone worked it out: the right one, or one with mistakes in it, line by line.
package struct Working: Sendable {
  package let subject: Subject
  let rewrites: [Rewrite]

  /// Without mistakes.
  package init(_ subject: Subject) {
    self.init(subject, rewrites: [])
  }

  init(_ subject: Subject, rewrites: [Rewrite]) {
    self.subject = subject
    self.rewrites = rewrites.sorted { $0.kind.rawValue < $1.kind.rawValue }
  }

  var rounding: Rounding? { rewrites.lazy.compactMap(\.rounding).first }

  /// What a line says; nil for what is given.
  ///
  /// Forward values are given unless the question is about one of them.
  func definition(of item: Item) -> Expression? {
    guard expands(item), var line = subject.definition(of: item) else { return nil }
    for rewrite in rewrites {
      if let changed = rewrite.change(item, line) { line = changed }
    }
    return line
  }

  private func expands(_ item: Item) -> Bool {
    switch item {
    case .afterUpdate: true
    case .now(subject.quantity): true
    case .now(.net), .now(.out), .now(.partialLoss), .now(.loss):
      subject.opensForward && (subject.isForward || rounding != nil)
    case .now: true
    }
  }

  /// The lines in an order in which each uses only earlier ones; at most `limit` of them, the last for certain.
  package func lines(limit: Int = 400) -> [WorkingLine] {
    var lines: [WorkingLine] = []
    var seen: Set<Item> = []
    collect(.now(subject.quantity), into: &lines, seen: &seen, limit: limit)
    return lines
  }

  private func collect(_ item: Item, into lines: inout [WorkingLine], seen: inout Set<Item>, limit: Int) {
    guard seen.count < limit, seen.insert(item).inserted, let expression = definition(of: item) else { return }
    for name in expression.leafNames {
      guard let part = subject.architecture.item(named: name) else { continue }
      collect(part, into: &lines, seen: &seen, limit: limit)
    }
    lines.append(WorkingLine(item: item, expression: expression))
  }

  /// The last line with every line put into it, over given values only; nil if that has more than `nodes` nodes.
  package func closedForm(nodes: Int = 2_000) -> Expression? {
    var budget = nodes
    let form = expanded(.now(subject.quantity), depth: 0, budget: &budget)
    return budget >= 0 ? form : nil
  }

  private func expanded(_ item: Item, depth: Int, budget: inout Int) -> Expression {
    guard budget >= 0, depth < 200, let definition = definition(of: item) else {
      return .symbol(subject.architecture.name(of: item))
    }
    return definition.substituting { part in
      budget -= 1
      guard budget >= 0 else { return part }
      guard let name = part.leafName, let inner = subject.architecture.item(named: name) else { return nil }
      let expanded = expanded(inner, depth: depth + 1, budget: &budget)
      // A given derivative stays a leaf that can be read again.
      return expanded == .symbol(name) ? part : expanded
    }
  }
}

/// One line of a working: what is found, and from what.
package struct WorkingLine: Hashable, Sendable {
  package let item: Item
  package let expression: Expression
}
