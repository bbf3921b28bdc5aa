import Diagnostics
import Expressions
import Networks
import Questions
import Screen
import Traces
import Tutor

/// All numbers that a screen is about, in a few rows: what is given, the forward pass as far as it is known, and what was
/// found so far.
///
/// What is asked is marked by a question mark, what is given otherwise than before by a star.
struct StripView {
  /// The rows that it takes at 80×24: three of the network, one of what was found.
  static let usualRows = 4

  let state: State
  let type: Typesetter
  let trace: Trace
  let asked: Set<Quantity>
  /// What the answer is computed from, the nearest first.
  let needs: [Quantity]
  /// Given numbers in which the samples of the question differ: its own list shows them.
  let differing: Set<Quantity>

  init(_ state: State, _ type: Typesetter) {
    self.state = state
    self.type = type
    trace = state.askedTrace
    asked = Set(state.asked)
    needs = state.needs
    let samples = state.asking?.current.ground.samples ?? []
    differing = Set(
      (samples.first?.givenQuantities ?? []).prefix(samples.count > 1 ? .max : 0).filter { quantity in
        samples.contains { $0[given: quantity] != samples[0][given: quantity] }
      })
  }

  var architecture: Architecture { trace.network.architecture }

  /// The whole strip, in at most so many rows; what is needed least goes first.
  func rows(columns: Int, atMost limit: Int) -> [StyledRow] {
    guard limit > 0, columns >= 20 else { return [] }
    // In a few rows what is given comes first: the rest can be worked out.
    let wanted = foundRows(columns: columns, atMost: limit > Self.usualRows ? 2 : 1)
    let network = networkRows(columns: columns, atMost: max(1, limit - wanted.count))
    return network + wanted.prefix(max(0, limit - network.count))
  }

  // MARK: Cells

  typealias Part = StyledRow.Part

  /// A quantity's name and value, as in `w5 −0.1`.
  func cell(_ quantity: Quantity, digits: Int) -> [Part] {
    [(type.name(of: quantity) + " ", Style(.heading)), value(of: quantity, digits: digits)]
  }

  /// A neuron with its net input and its output value, as in `h1 −0.96 → 0.27688`.
  func cell(ofNeuron neuron: Int, digits: Int) -> [Part] {
    let name: Part = (type.label(ofNeuron: neuron) + " ", Style(.heading))
    let (net, out) = (value(of: .net(neuron), digits: digits), value(of: .out(neuron), digits: digits))
    // Where neither is known yet, that is said once.
    if net.text == out.text, net.style == Style(.faint) { return [name, net] }
    return [name, net, (" " + type.sign(.arrow) + " ", Style(.faint)), out]
  }

  func value(of quantity: Quantity, digits: Int) -> Part {
    if asked.contains(quantity) { return ("?", Style(.focus, bold: true)) }
    if differing.contains(quantity) { return (type[Self.bySample], Style(.faint)) }
    guard state.knows(quantity), !isMean(quantity) else { return (type[Phrases.notYet], Style(.faint)) }
    let hasChanged = state.hasChanged(quantity)
    let text = type.number(trace.pass.value(of: quantity), digits: digits) + (hasChanged ? "*" : "")
    return (text, Style(hasChanged ? .fresh : .plain, bold: hasChanged))
  }

  /// What is computed has no value of its own where there are several samples.
  private func isMean(_ quantity: Quantity) -> Bool { !differing.isEmpty && trace.network[given: quantity] == nil }

  private static let bySample = Words(en: "by sample", zh: "见样本")

  // MARK: Found

  /// What was found beside the forward pass: all of it where there is room, else what the answer is made of before the
  /// rest, and the newest before the older.
  func foundRows(columns: Int, atMost limit: Int) -> [StyledRow] {
    let findings = state.findings.filter { !asked.contains($0) && !isMean($0) }
    guard limit > 0, !findings.isEmpty else { return [] }
    let label: Part = (type[Self.found] + " ", Style(.heading, bold: true))
    let places = Dictionary(needs.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    let ranked = findings.enumerated().sorted { one, other in
      switch (places[one.element], places[other.element]) {
      case (let a?, let b?): a < b
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): one.offset > other.offset
      }
    }
    // What is needed may take a second row; the rest must do with what is left of the first.
    let neededCount = ranked.count { places[$0.element] != nil }
    for digits in [6, 5, 4] {
      for count in stride(from: ranked.count, through: 1, by: -1) {
        let kept = ranked.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
        let rows = StyledRow.flow([[label]] + kept.map { finding($0, digits: digits) }, columns: columns)
        if rows.count <= (count > neededCount ? 1 : limit) { return rows }
        // Fewer digits, before anything that is needed is left out.
        if count <= neededCount, digits > 4 { break }
      }
    }
    return []
  }

  /// All of it in a row each, the newest last, under a heading.
  func foundList() -> [StyledRow] {
    let findings = state.findings.filter { !asked.contains($0) && !isMean($0) }
    guard !findings.isEmpty else { return [] }
    let names = findings.map { type.line(architecture.expression(of: $0)) }
    let width = names.map { Screen.width(of: $0) }.max() ?? 0
    return [StyledRow(type[Self.foundSoFar], Style(.heading, bold: true))]
      + zip(findings, names).map { quantity, name in
        let padding = String(repeating: " ", count: width - Screen.width(of: name) + 2)
        var row = StyledRow("  " + name + padding, Style(.heading))
        row.parts.append(value(of: quantity, digits: 6))
        return row
      }
  }

  private func finding(_ quantity: Quantity, digits: Int) -> [Part] {
    [(type.line(architecture.expression(of: quantity)) + " ", Style(.heading)), value(of: quantity, digits: digits)]
  }

  private static let found = Words(en: "found", zh: "已求得")
  private static let foundSoFar = Words(en: "found so far", zh: "目前已求得")
}
