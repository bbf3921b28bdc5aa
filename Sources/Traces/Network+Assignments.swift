package import Diagnostics
import Expressions
package import Networks

extension Network {
  /// What is wrong with a list of assignments, in the order of the text.
  package struct AssignmentFaults: Error, Equatable, Sendable {
    package let diagnostics: [Diagnostic]
  }

  /// The network with other given values: `w5=0.4`, `w5=0.4,i1=1`, `i1 = 1/3 eta=0.5`.
  ///
  /// A value is a number or an expression over this network's quantities. Throws every fault at once.
  package func assigning(_ text: String) throws(AssignmentFaults) -> Network {
    var changed = self
    var faults: [Diagnostic] = []
    let trace = Trace(self, goals: [])
    let assignments = Assignment.split(text)
    if assignments.isEmpty {
      let start = text.utf8.count
      faults.append(Self.missingAssignment(at: 0..<start))
    }
    for assignment in assignments {
      do throws(Diagnostic) {
        let (quantity, value) = try trace.read(assignment)
        changed[given: quantity] = value
      } catch {
        faults.append(error)
      }
    }
    if faults.isEmpty, let place = assignments.last?.name.range,
      let fault = changed.faultOfTargets(since: self, at: place)
    {
      faults.append(fault)
    }
    if !faults.isEmpty { throw AssignmentFaults(diagnostics: faults) }
    return changed
  }

  /// That targets were set which are no shares of one whole, where the loss needs such; what to set instead.
  private func faultOfTargets(since old: Network, at place: Range<Int>) -> Diagnostic? {
    guard architecture.hasCollapsingLoss, targets != old.targets else { return nil }
    let sum = targets.reduce(0, +)
    guard (sum - 1).magnitude > 1e-6 else { return nil }
    // The class that was set last is meant.
    let meant = targets.indices.last { targets[$0] != old.targets[$0] && targets[$0] > 0 } ?? 0
    let whole = targets.indices.map { architecture.name(of: .target($0)) + ($0 == meant ? "=1" : "=0") }
    let (text, number) = (whole.joined(separator: ","), DecimalText.significant(sum, digits: 6))
    return Diagnostic(
      id: "assignment.targets", range: place,
      message: Words(
        en: "the targets of categorical cross-entropy must add up to 1, not \(number)",
        zh: "多分类交叉熵的各目标值之和应为 1，而不是 \(number)"),
      help: Words(en: "set them together, for example \(text)", zh: "请一起设定，例如 \(text)"))
  }

  fileprivate static func missingAssignment(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      id: "assignment.expected", range: range,
      message: Words(en: "NAME=VALUE was expected", zh: "这里应写成 名称=数值"),
      help: Words(en: "for example w5=0.4", zh: "例如 w5=0.4"))
  }
}

extension Trace {
  fileprivate func read(_ assignment: Assignment) throws(Diagnostic) -> (Quantity, Double) {
    let architecture = network.architecture
    guard !assignment.name.text.isEmpty, let value = assignment.value else {
      throw Network.missingAssignment(at: assignment.name.range)
    }
    let quantity = try given(assignment.name)
    let number: Double
    do throws(Diagnostic) {
      number = try self.value(of: network.parse(value.text))
    } catch {
      let start = value.range.lowerBound
      throw Diagnostic(
        id: error.id, range: start + error.range.lowerBound..<start + error.range.upperBound, message: error.message,
        help: error.help)
    }
    guard number.isFinite else {
      let name = architecture.name(of: quantity)
      throw Diagnostic(
        id: "assignment.not-finite", range: value.range,
        message: Words(en: "'\(name)' must be a finite number", zh: "“\(name)”必须是有限的数"))
    }
    return (quantity, number)
  }

  private func given(_ name: Assignment.Part) throws(Diagnostic) -> Quantity {
    let architecture = network.architecture
    guard let quantity = architecture.quantity(spelled: name.text) else {
      let nearest = Suggestion.nearest(to: name.text, in: givenNames)
      throw Diagnostic(
        id: "assignment.unknown-name", range: name.range,
        message: Words(en: "this network has no '\(name.text)'", zh: "这个网络没有“\(name.text)”"),
        help: Suggestion.didYouMean(nearest))
    }
    guard network[given: quantity] != nil else {
      throw Diagnostic(
        id: "assignment.not-given", range: name.range,
        message: Words(en: "'\(name.text)' is computed, so it cannot be set", zh: "“\(name.text)”是算出来的，不能直接设定"),
        help: Words(en: "set inputs, weights, biases, targets or eta", zh: "可设定输入、权重、偏置、目标值或 eta"))
    }
    return quantity
  }

  private var givenNames: [String] {
    (network.givenQuantities.prefix(2_000) + [.learningRate]).map(network.architecture.name(of:))
  }
}

/// One `name = value` with its places in the text.
private struct Assignment {
  struct Part {
    let text: String
    let range: Range<Int>
  }

  let name: Part
  /// nil where there is no `=` behind the name.
  let value: Part?

  /// The text in between two `=` is a value and then the next name, which is its last word.
  static func split(_ text: String) -> [Assignment] {
    let bytes = Array(text.utf8)
    var signs = bytes.indices.filter { bytes[$0] == UInt8(ascii: "=") }
    if signs.isEmpty {
      let whole = part(bytes, 0..<bytes.count)
      return whole.text.isEmpty ? [] : [Assignment(name: whole, value: nil)]
    }
    signs.append(bytes.count)
    var assignments: [Assignment] = []
    var name = part(bytes, 0..<signs[0])
    for (sign, next) in zip(signs, signs.dropFirst()) {
      let isLast = next == bytes.count
      let between = part(bytes, sign + 1..<next)
      let cut = isLast ? between.range.upperBound : lastWord(bytes, between.range)
      let value = part(bytes, between.range.lowerBound..<max(cut, between.range.lowerBound))
      assignments.append(Assignment(name: name, value: value))
      name = part(bytes, cut..<between.range.upperBound)
    }
    return assignments
  }

  /// Where the last word of a range begins.
  private static func lastWord(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var start = range.upperBound
    while start > range.lowerBound, !isSeparator(bytes[start - 1]) { start -= 1 }
    return start
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  /// A range without separators at its ends.
  private static func part(_ bytes: [UInt8], _ range: Range<Int>) -> Part {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSeparator(bytes[start]) { start += 1 }
    while end > start, isSeparator(bytes[end - 1]) { end -= 1 }
    return Part(text: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end)
  }
}
