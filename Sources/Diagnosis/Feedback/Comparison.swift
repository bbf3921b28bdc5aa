package import Expressions
package import Networks

/// A learner's own derivation beside the right one, line by line.
package struct Comparison: Sendable {
  /// One quantity: how the learner has it, and how it is.
  package struct Line: Equatable, Sendable {
    package let item: Item
    /// nil where only one of the two needs the line.
    package let right: Expression?
    package let own: Expression?
    /// What the line comes to, given the lines before it.
    package let rightValue: Double
    package let ownValue: Double
  }

  package let lines: [Line]
  /// The first line in which they differ in what is written; nil where the difference is rounding.
  package let firstDifference: Int?

  /// Cost: the lines of both derivations.
  package init(_ own: Working, at pass: Pass, limit: Int = 200) {
    let right = Working(own.subject)
    let (ownLines, rightLines) = (own.lines(limit: limit), right.lines(limit: limit))
    var items = rightLines.map(\.item)
    // Lines that only the learner has are before the first that uses them.
    for (index, line) in ownLines.enumerated() where !items.contains(line.item) {
      let next = ownLines[(index + 1)...].lazy.compactMap { items.firstIndex(of: $0.item) }.first
      items.insert(line.item, at: next ?? items.count)
    }
    let (rightForms, ownForms) = (Self.forms(rightLines), Self.forms(ownLines))
    let (rightValues, ownValues) = (right.values(of: rightLines, at: pass), own.values(of: ownLines, at: pass))
    lines = items.map { item in
      Line(
        item: item, right: rightForms[item], own: ownForms[item], rightValue: rightValues[item] ?? .nan,
        ownValue: ownValues[item] ?? .nan)
    }
    firstDifference = lines.firstIndex { line in
      guard let right = line.right, let own = line.own else { return false }
      return right != own
    }
  }

  private static func forms(_ lines: [WorkingLine]) -> [Item: Expression] {
    Dictionary(lines.map { ($0.item, $0.expression) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Working {
  /// What each line comes to, at the values of a pass.
  ///
  /// Lines must be in the order of `lines()`.
  func values(of lines: [WorkingLine], at pass: Pass) -> [Item: Double] {
    values(of: lines, given: pass.value(of:))
  }

  func values(of lines: [WorkingLine], given: (Quantity) -> Double) -> [Item: Double] {
    var values: [Item: Double] = [:]
    for line in lines {
      let value = try? line.expression.evaluated { name in
        guard let item = subject.architecture.item(named: name) else { return nil }
        if let known = values[item] { return known }
        if case .now(let quantity) = item { return given(quantity) }
        return nil
      }
      let isLast = line.item == .now(subject.quantity)
      values[line.item] = value.map { isLast ? $0 : rounding?.applied(to: $0) ?? $0 }
    }
    return values
  }
}
