package import Diagnosis
import Diagnostics
import Formats
package import Networks

/// A number as a program printed it.
package struct PrintedValue: Equatable, Sendable {
  package let value: Double
  /// Half a unit of the last digit that was printed.
  package let halfUnit: Double
  /// From the first digit that is not 0.
  package let digits: Int

  /// Reads `-0.0349`, `1e-05`, `nan`, `inf`, and what wraps a number: `[0.3]`, `tensor(0.3)`, `np.float64(0.3)`.
  init?(_ text: some StringProtocol) {
    var inner = Substring(text)
    for _ in 0..<4 {
      inner = inner.trimmed
      while let last = inner.last, ",;}".contains(last) { inner = inner.dropLast().trimmed }
      if inner.hasPrefix("["), inner.hasSuffix("]") { inner = inner.dropFirst().dropLast() }
      guard let opening = inner.firstIndex(of: "("), inner.hasSuffix(")") else { continue }
      // tensor(0.3, grad_fn=…)
      inner = inner[inner.index(after: opening)...].dropLast().prefix { $0 != "," }
    }
    inner = inner.trimmed
    switch inner.lowercased() {
    case "nan", "-nan", "+nan", "none", "null", "\"nan\"": self.init(.nan)
    case "inf", "+inf", "infinity", "1.#inf": self.init(.infinity)
    case "-inf", "-infinity": self.init(-.infinity)
    default:
      let plain = String(inner).replacing("−", with: "-")
      guard plain.utf8.first.map({ $0 < 0x3A }) ?? false, let value = Double(plain) else { return nil }
      self.init(value, written: plain)
    }
  }

  init(_ value: Double) { (self.value, halfUnit, digits) = (value, 0, 17) }

  private init(_ value: Double, written text: String) {
    var (digits, decimals, hasPoint) = (0, 0, false)
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    for character in mantissa {
      if character == "." { hasPoint = true }
      guard character.isNumber else { continue }
      if hasPoint { decimals += 1 }
      if digits > 0 || character != "0" { digits += 1 }
    }
    let exponent = Int(text.dropFirst(mantissa.count + 1)) ?? 0
    self.value = value
    self.digits = digits
    halfUnit = 0.5 * Self.power(ofTen: max(-330, min(300, exponent)) - decimals)
  }

  private static func power(ofTen exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

  /// Whether rounding the other number to the digits printed here makes this one.
  func agrees(with other: Double) -> Bool {
    (value - other).magnitude <= max(halfUnit * (1 + 1e-9), 1e-9 * other.magnitude)
  }
}

/// What a program printed about one network.
package struct PrintedValues: Sendable {
  package var values: [Quantity: PrintedValue] = [:]
  /// Names that mean nothing here, each once.
  package var unknown: [String] = []

  package init() {}

  /// Reads JSON objects and `name = value` lines, in any spelling that the engine reads.
  package init(_ text: String, _ checker: Checker) {
    for line in text.split(whereSeparator: \.isNewline).prefix(20_000) {
      let line = line.trimmed
      if line.hasPrefix("{") {
        if let object = try? JSONValue.parse(SourceText(String(line)), nonFinite: true) {
          read(object, prefix: [], checker)
        } else {
          // Python's own way of printing a dictionary.
          readList(line.dropFirst().drop { $0 == "}" }, checker)
        }
      } else {
        readList(line, checker)
      }
    }
  }

  private mutating func note(_ name: String) {
    if unknown.count < 20, !unknown.contains(name) { unknown.append(name) }
  }

  // MARK: Lines

  /// `a = 1, b = 2` or `a 1`.
  private mutating func readList(_ line: Substring, _ checker: Checker) {
    if readPair(line, checker) { return }
    let parts = line.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\t" || $0 == "|" })
    guard parts.count > 1 else { return }
    for part in parts { _ = readPair(part.trimmed, checker) }
  }

  private mutating func readPair(_ line: Substring, _ checker: Checker) -> Bool {
    let separators: [Character] = ["=", ":", ",", "\t", " "]
    for separator in separators {
      guard let last = line.lastIndex(of: separator), let first = line.firstIndex(of: separator) else { continue }
      // tensor(0.3, dtype=…) has a second one.
      guard
        let (place, value) = [last, first].lazy.compactMap({ place in
          PrintedValue(line[line.index(after: place)...]).map { (place, $0) }
        }).first
      else { continue }
      var name = line[..<place].trimmed
      while let last = name.last, "=:,".contains(last) { name = name.dropLast().trimmed }
      name = name.drop { "'\"{[ ".contains($0) }
      while let last = name.last, "'\"]".contains(last) { name = name.dropLast() }
      guard !name.isEmpty, name.utf8.count <= 100 else { continue }
      if let quantity = Self.quantity(String(name), checker) {
        values[quantity] = value
        return true
      }
      // "a = 1, b = 2" is looked at in parts before it is taken for one name.
      if !name.contains(where: { ",;|\t=".contains($0) }) {
        note(String(name))
        return true
      }
    }
    return false
  }

  /// A name in any notation, and in the ways that programs have to write one: `dE_dw5`, `grad_w5`, `new_w5`, `w5_new`.
  static func quantity(_ name: String, _ checker: Checker) -> Quantity? {
    if let quantity = try? checker.quantity(named: name) { return quantity }
    let plain = name.replacing(" ", with: "")
    for prefix in ["dE_d", "dEd", "grad_", "d_", "dL_d", "dL/d", "gradient_", "d"] where plain.hasPrefix(prefix) {
      if let inner = try? checker.quantity(named: String(plain.dropFirst(prefix.count))) {
        switch inner {
        case .parameter, .net, .out, .input: return .gradient(inner)
        default: break
        }
      }
    }
    if plain.hasSuffix("_grad"), case .parameter(let number)? = try? checker.quantity(named: String(plain.dropLast(5)))
    {
      return .gradient(.parameter(number))
    }
    for mark in ["_new", "new", "_updated", "'", "_plus", "+"] where plain.hasSuffix(mark) {
      if let updated = updated(String(plain.dropLast(mark.count)), checker) { return updated }
    }
    for mark in ["new_", "updated_", "new"] where plain.hasPrefix(mark) {
      if let updated = updated(String(plain.dropFirst(mark.count)), checker) { return updated }
    }
    for (prefix, full) in [("loss", "E"), ("error", "E"), ("E_total", "E"), ("Etotal", "E"), ("d_", "delta_")]
    where plain == prefix || full == "delta_" && plain.hasPrefix(prefix) {
      let name = full == "E" ? full : full + plain.dropFirst(prefix.count)
      if let quantity = try? checker.quantity(named: name) { return quantity }
    }
    return nil
  }

  private static func updated(_ name: String, _ checker: Checker) -> Quantity? {
    switch try? checker.quantity(named: name) {
    case .parameter(let parameter)?: .updated(parameter)
    case .loss?: .lossAfterUpdate
    default: nil
    }
  }

  // MARK: JSON

  private mutating func read(_ value: JSONValue, prefix path: [String], _ checker: Checker) {
    guard path.count < 6 else { return }
    switch value {
    case .object(let members, _):
      for member in members.prefix(20_000) { read(member.value, prefix: path + [member.key], checker) }
    case .array(let elements, _): readArray(elements, path, checker)
    case .number(_, let text, _): add(PrintedValue(text), path, checker)
    case .string(let text, _): add(PrintedValue(text), path, checker)
    case .null, .bool: break
    }
  }

  private mutating func add(_ value: PrintedValue?, _ path: [String], _ checker: Checker) {
    guard let value, let name = path.last else { return }
    if let group = path.dropLast().last, let quantity = Self.member(name, of: group, checker) {
      values[quantity] = value
    } else if let quantity = Self.quantity(name, checker) {
      values[quantity] = value
    } else {
      note(name)
    }
  }

  /// What a name means inside `"gradients": {…}` and its like, as `trace --format json` writes them.
  private static func member(_ name: String, of group: String, _ checker: Checker) -> Quantity? {
    let architecture = checker.network.architecture
    switch group.lowercased() {
    case "gradients", "grads", "grad", "gradient":
      guard let quantity = try? checker.quantity(named: name) else { return nil }
      if case .parameter = quantity { return .gradient(quantity) }
      return nil
    case "updated", "new", "after":
      return updated(name, checker)
    case "deltas", "delta": return architecture.neuron(named: name).map { .gradient(.net($0)) }
    case "nets", "net": return architecture.neuron(named: name).map { .net($0) }
    case "outs", "out", "outputs": return architecture.neuron(named: name).map { .out($0) }
    default: return nil
    }
  }

  /// A list of all parameters or neurons in order.
  private mutating func readArray(_ elements: [JSONValue], _ path: [String], _ checker: Checker) {
    let architecture = checker.network.architecture
    let make: ((Int) -> Quantity)? =
      switch path.last?.lowercased() {
      case "gradients"?, "grads"?, "gradient"?:
        elements.count == architecture.parameterCount
          ? { .gradient(.parameter($0)) } : nil
      case "updated"?, "new"?: elements.count == architecture.parameterCount ? { .updated($0) } : nil
      case "deltas"?, "delta"?: elements.count == architecture.neuronCount ? { .gradient(.net($0)) } : nil
      case "nets"?, "net"?: elements.count == architecture.neuronCount ? { .net($0) } : nil
      case "outs"?, "out"?: elements.count == architecture.neuronCount ? { .out($0) } : nil
      default: nil
      }
    guard let make else {
      // `"dE/dw5": [0.3]`
      if elements.count == 1, let only = elements.first { read(only, prefix: path, checker) }
      return
    }
    for (index, element) in elements.enumerated() {
      if case .number(_, let text, _) = element { values[make(index)] = PrintedValue(text) }
    }
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmed: Substring {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
