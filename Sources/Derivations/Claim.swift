import Diagnosis
import Diagnostics
import Expressions
import Networks

/// A statement that was understood: what it is about, and what it says of it.
struct Claim {
  struct Part {
    let source: Statement.Part
    /// The text to be judged: with a sign before it where δ has the other one here.
    var answer: String
    /// nil where it cannot be read, or is left out.
    var expression: Expression?
    let fault: Diagnostic?
    /// The number that it is, be it typed or calculated; nil of a formula with names.
    var number: WrittenNumber?

    /// `0.4·0.2 + …` with every number in it, and something to work out.
    var isCalculation: Bool { number != nil && number?.significantDigits == nil }

    init(_ source: Statement.Part, expression: Expression?, fault: Diagnostic?, number: WrittenNumber?) {
      (self.source, self.expression, self.fault, self.number) = (source, expression, fault, number)
      answer = source.text
    }

    /// What it says of a quantity with the other sign.
    var negated: Claim.Part {
      guard let expression else { return self }
      var part = self
      part.answer = "-(\(source.text))"
      part.expression = .negation(expression)
      part.number = number == nil ? nil : WrittenNumber(.negation(expression), text: source.text)
      return part
    }
  }

  let quantity: Quantity?
  /// The left side where it is no quantity.
  let left: Expression?
  let parts: [Part]
  let range: Range<Int>
  /// The learner's own value, the last number of the chain.
  let ownValue: Double?
  /// Whether that is the right value, as far as it was rounded.
  let isOwnValueRight: Bool
}

extension SheetMarker {
  mutating func read(_ statements: [Statement]) {
    for statement in statements {
      var links = statement.links.map(part)
      guard let leftText = statement.left else {
        goOn(with: links, statement.range)
        continue
      }
      let left = part(leftText)
      var quantity = self.quantity(leftText.text)
      if quantity == nil, left.fault != nil {
        claims.append(claim(nil, nil, [left], statement.range))
        continue
      }
      if quantity == nil {
        // 0.2769 = out_h1
        if left.number != nil, let other = named(links) {
          quantity = other
          links.insert(left, at: 0)
        } else if let expression = left.expression {
          quantity = meaning(of: expression, leftText.text)
          // The formula is a part of what is said about it, so that a wrong value is known for what it is.
          if quantity != nil { links.insert(left, at: 0) }
        }
      }
      // δ of some notations is −∂E/∂net.
      if quantity != nil, (try? checker.asked(leftText.text))?.isNegated == true { links = links.map(\.negated) }
      if case .parameter(let parameter)? = quantity { quantity = old(or: parameter, links) }
      claims.append(claim(quantity, quantity == nil ? left.expression : nil, links, statement.range))
    }
  }

  /// The first of a chain's links that is a quantity.
  private func named(_ links: [Claim.Part]) -> Quantity? {
    for link in links {
      if let found = quantity(link.source.text) { return found }
    }
    return nil
  }

  /// A line that begins with `=` belongs to the statement before.
  private mutating func goOn(with links: [Claim.Part], _ range: Range<Int>) {
    guard let last = claims.last else {
      let missing = Diagnostic(
        id: "sheet.no-left-side", range: 0..<1,
        message: Words(en: "nothing is to the left of '='", zh: "等号左边没有内容"),
        help: Words(en: "name the quantity: net_h1 = …", zh: "请写出所求的量：net_h1 = …"))
      let parts = links.prefix(1).map { Claim.Part($0.source, expression: nil, fault: missing, number: nil) }
      claims.append(claim(nil, nil, Array(parts), range))
      return
    }
    claims[claims.count - 1] = claim(
      last.quantity, last.left, last.parts + links, last.range.lowerBound..<range.upperBound)
  }

  private func claim(_ quantity: Quantity?, _ left: Expression?, _ parts: [Claim.Part], _ range: Range<Int>) -> Claim {
    let last = parts.last { $0.number != nil }
    var isRight = true
    if let quantity, let last { isRight = isRightAsFarAsItGoes(last, quantity) }
    return Claim(
      quantity: quantity, left: left, parts: parts, range: range,
      ownValue: quantity == nil ? nil : last?.number?.value, isOwnValueRight: isRight)
  }

  private func part(_ source: Statement.Part) -> Claim.Part {
    if source.isElided { return Claim.Part(source, expression: nil, fault: nil, number: nil) }
    do {
      let expression = try checker.read(source.text)
      let number = WrittenNumber(expression, text: source.text)
      return Claim.Part(source, expression: expression, fault: nil, number: number)
    } catch {
      return Claim.Part(source, expression: nil, fault: error, number: nil)
    }
  }

  /// How people mark an updated parameter besides `w5+`.
  private static let updateMarks = [
    "_new", "_neu", "^{new}", "^new", "^{\\text{new}}", "^{\\mathrm{new}}", "^{(new)}", "_{new}", "^{*}", "^*", "'",
    "^{'}", "^{\\prime}", "^{t+1}", "^{(t+1)}", "^{(1)}", "(new)", "(t+1)",
  ]

  func quantity(_ text: String) -> Quantity? {
    if let quantity = try? checker.quantity(named: text) { return quantity }
    for mark in Self.updateMarks where text.hasSuffix(mark) {
      let name = text.dropLast(mark.count).filter { $0 != " " }
      if case .parameter(let parameter)? = try? checker.quantity(named: String(name)) { return .updated(parameter) }
    }
    return nil
  }

  /// A formula on the left that is some quantity's, as `out_O(1 - out_O)` is ∂out_O/∂net_O's.
  private func meaning(of expression: Expression, _ text: String) -> Quantity? {
    let architecture = checker.network.architecture
    guard !expression.leafNames.isEmpty, architecture.neuronCount + architecture.parameterCount <= 60 else {
      return nil
    }
    let neurons = 0..<architecture.neuronCount
    let candidates: [Quantity] =
      neurons.flatMap {
        [.net($0), .out($0), .derivative(of: .out($0), by: .net($0)), .gradient(.out($0)), .gradient(.net($0))]
      } + [.loss] + (0..<architecture.parameterCount).map { .gradient(.parameter($0)) }
    guard let value = checker.value(of: expression, following: [:]) else { return nil }
    return candidates.first { candidate in
      let right = checker.pass.value(of: candidate)
      return (right - value).magnitude <= 1e-9 * value.magnitude
        && checker.check(candidate, answer: text).kind == .right
    }
  }

  /// `w5 = w5 - …` finds the updated weight; `w5 = -0.1` only says what is given.
  private func old(or parameter: Int, _ links: [Claim.Part]) -> Quantity {
    guard links.count == 1, let number = links[0].number, !links[0].isCalculation,
      let given = checker.network[given: .parameter(parameter)]
    else { return links.isEmpty ? .parameter(parameter) : .updated(parameter) }
    return number.value.magnitude == given.magnitude ? .parameter(parameter) : .updated(parameter)
  }

  /// Whether a number agrees with the right value in the digits that it has.
  func isRightAsFarAsItGoes(_ part: Claim.Part, _ quantity: Quantity) -> Bool {
    let verdict = checker.check(quantity, answer: part.answer)
    return verdict.kind == .right || verdict.isUnfinished
  }
}
