import Diagnostics
import Expressions
import Networks
import Traces

/// What `:diff` answers: a derivation line by line, each with its rule.
extension Trace {
  /// The most lines for the derivation of one formula.
  private static let maxDerivationLines = 12

  /// The derivation of an expression by a quantity.
  ///
  /// Throws where a name is unknown, or the expression holds what cannot be written out.
  func derivationLines(of expression: Expression, by variable: Quantity) throws(Diagnostic) -> [Reply.Line] {
    let architecture = network.architecture
    if let quantity = expression.leafName.flatMap(architecture.quantity(named:)), quantity != variable,
      depends(quantity, on: variable)
    {
      return chainLines(of: .derivative(of: quantity, by: variable)) + value(.derivative(of: quantity, by: variable))
    }
    let opened = try opening(expression)
    var lines: [Reply.Line] = opened == expression ? [] : [.equation(expression, opened)]
    let derivative = Expression.derivative(of: expression, by: architecture.name(of: variable))
    let total = totalDerivative(of: opened, by: variable)
    let result: Expression
    if total.terms.isEmpty {
      let derivation = opened.derived(by: architecture.name(of: variable))
      lines += derivation.lines(limit: Self.maxDerivationLines)
      result = derivation.value.simplified()
    } else {
      lines += totalLines(total, of: opened, derivative)
      result = closedForm(of: total)
    }
    lines.append(.equation(derivative, result))
    let number = try value(of: result)
    if result != .number(number) { lines.append(.value(derivative, number)) }
    return lines
  }

  // MARK: A formula

  /// The expression with derivatives and updated parameters carried out, so that it can be differentiated.
  private func opening(_ expression: Expression) throws(Diagnostic) -> Expression {
    let architecture = network.architecture
    let opened = carryingOut(expression).substituting { leaf in
      switch leaf.leafName.flatMap(architecture.quantity(named:)) {
      case .derivative?, .updated?: closedForm(of: leaf)
      default: nil
      }
    }
    for name in opened.leafNames {
      switch architecture.quantity(named: name) {
      case .derivative?, .updated?, .lossAfterUpdate?:
        throw Diagnostic(
          id: "diff.not-written-out", range: 0..<0,
          message: Words(en: "'\(name)' cannot be differentiated here", zh: "这里无法对“\(name)”求导"),
          help: Words(en: "use quantities of the forward pass", zh: "请使用前向传播中的量"))
      default: continue
      }
    }
    return opened
  }

  /// The chain rule over the quantities in a formula: first how it is put together, then each of its parts.
  private func totalLines(
    _ total: TotalDerivative, of expression: Expression, _ derivative: Expression
  ) -> [Reply.Line] {
    let architecture = network.architecture
    var sum = total.terms.map { term in
      Expression.product([
        .derivative(of: expression, by: architecture.name(of: term.quantity)),
        architecture.expression(of: term.inner),
      ])
    }
    if let direct = total.direct { sum.append(direct.value.simplified()) }
    var lines: [Reply.Line] = [.equation(derivative, Self.added(sum), note: Rule.chain.name)]
    for term in total.terms {
      lines += term.outer.lines(limit: Self.maxDerivationLines)
      let left = Expression.derivative(of: expression, by: architecture.name(of: term.quantity))
      lines.append(.equation(left, term.outer.value.simplified()))
    }
    for term in total.terms { lines += chainLines(of: term.inner) }
    return lines
  }

  private func closedForm(of total: TotalDerivative) -> Expression {
    let terms = total.terms.map { term in
      let inner = network.architecture.expression(of: term.inner)
      return Expression.product([term.outer.value.simplified(), closedForm(of: inner) ?? inner]).simplified()
    }
    return Self.added(terms + (total.direct.map { [$0.value.simplified()] } ?? []))
  }

  private static func added(_ terms: [Expression]) -> Expression { terms.count == 1 ? terms[0] : .sum(terms) }

  // MARK: A quantity

  private func value(_ derivative: Quantity) -> [Reply.Line] {
    [.value(network.architecture.expression(of: derivative), pass.value(of: derivative))]
  }

  /// The derivative of one quantity by another: the chain of local derivatives, and each of these with its rule.
  private func chainLines(of derivative: Quantity) -> [Reply.Line] {
    let architecture = network.architecture
    guard case .derivative(let dependent, let variable) = derivative else { return [] }
    let left = architecture.expression(of: derivative)
    guard let paths = localDerivatives(of: dependent, by: variable), let first = paths.first else {
      return [
        .words(
          Words(
            en: "There are too many paths to write out; :walk goes along them step by step.",
            zh: "路径太多，无法全部写出；可用 :walk 逐步推导。"))
      ]
    }
    if paths.count == 1, first.count == 1 { return localLines(of: dependent, by: variable) }
    let products = paths.map { path in
      path.count == 1 ? architecture.expression(of: path[0]) : .product(path.map(architecture.expression(of:)))
    }
    var lines: [Reply.Line] = [.equation(left, Self.added(products), note: Rule.chain.name)]
    var told: Set<Quantity> = []
    for factor in paths.joined() where told.insert(factor).inserted {
      let note = derivation(of: factor)?.principalRule.name
      lines.append(.equation(architecture.expression(of: factor), symbolic(ofFactor: factor), note: note))
    }
    if let closed = closedForm(of: left) { lines.append(.equation(left, closed)) }
    return lines
  }

  /// One local derivative: the definition, its derivation, the result.
  private func localLines(of dependent: Quantity, by variable: Quantity) -> [Reply.Line] {
    let architecture = network.architecture
    let definition = definition(of: dependent, keeping: variable)
    let factor: Quantity = .derivative(of: dependent, by: variable)
    return [.equation(architecture.expression(of: dependent), definition)]
      + definition.derived(by: architecture.name(of: variable)).lines(limit: Self.maxDerivationLines)
      + [.equation(architecture.expression(of: factor), symbolic(ofFactor: factor))]
  }
}
