package import Diagnostics
package import Networks

extension WhatIf {
  /// What can be changed, as it is typed.
  package static let forms = [
    "eta=…", "momentum=…", "batch=…", "seed=…", "activation=…", "activation1=…", "w1=…", "mistake=…",
  ]

  /// Reads `eta=2`, `momentum=0.9`, `batch=4` or `full`, `seed=7`, `activation=tanh` (hidden layers), `activation2=relu`
  /// (the second layer), `mistake=sign-flip`, or parameters: `w5=0.3,b1=0`.
  package static func parse(_ text: String, for architecture: Architecture) throws(Diagnostic) -> WhatIf {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw fault("form", in: text, Words(en: "this says not what is changed to what", zh: "没有写明把什么改成什么"))
    }
    let value = parts[1]
    switch parts[0] {
    case "eta", "η": return .learningRate(try number(value, in: text))
    case "momentum": return .momentum(try number(value, in: text))
    case "batch":
      if value == "full" { return .batch(.full) }
      guard let count = Int(value), count > 0 else { throw notANumber(value, in: text) }
      return .batch(.samples(count))
    case "seed":
      guard let seed = UInt64(value) else { throw notANumber(value, in: text) }
      return .seed(seed)
    case "mistake":
      guard let mistake = PlantedMistake(rawValue: value) else {
        throw unknown(value, among: PlantedMistake.allCases.map(\.rawValue), in: text)
      }
      return .mistake(mistake)
    case let name where name.hasPrefix("activation"):
      guard let activation = Activation(named: value) else {
        throw unknown(value, among: ActivationRegistry.namesOfAnyLayer, in: text)
      }
      if name == "activation" { return .hiddenActivation(activation) }
      guard let layer = Int(name.dropFirst("activation".count)), architecture.layers.indices.contains(layer - 1) else {
        let count = architecture.layers.count
        throw fault(
          "no-such-layer", in: text,
          Words(en: "the network has layers 1 to \(count)", zh: "这个网络有第 1 到第 \(count) 层"))
      }
      return .activation(layer: layer - 1, activation)
    default: return try parameters(text, architecture)
    }
  }

  private static func parameters(_ text: String, _ architecture: Architecture) throws(Diagnostic) -> WhatIf {
    var values: [Int: Double] = [:]
    for assignment in text.split(separator: ",") {
      let parts = assignment.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, case .parameter(let parameter)? = architecture.quantity(spelled: String(parts[0])) else {
        let name = String(parts.first ?? "")
        let known =
          ["eta", "momentum", "batch", "seed", "activation", "mistake"]
          + (0..<min(200, architecture.parameterCount)).map { architecture.name(of: .parameter($0)) }
        throw fault(
          "unknown-name", in: text, Words(en: "'\(name)' cannot be changed", zh: "“\(name)”不能改变"),
          nearest: Suggestion.nearest(to: name, in: known))
      }
      values[parameter] = try number(String(parts[1]), in: text)
    }
    return .parameters(values)
  }

  private static func number(_ value: String, in text: String) throws(Diagnostic) -> Double {
    guard let number = Double(value), number.isFinite else { throw notANumber(value, in: text) }
    return number
  }

  private static func notANumber(_ value: String, in text: String) -> Diagnostic {
    fault("not-a-number", in: text, Words(en: "'\(value)' is not a number for this", zh: "“\(value)”不是这里可用的数"))
  }

  private static func unknown(_ value: String, among known: [String], in text: String) -> Diagnostic {
    fault(
      "unknown-choice", in: text,
      Words(
        en: "'\(value)' is none of \(known.joined(separator: ", "))",
        zh: "“\(value)”不是以下之一：\(known.joined(separator: "、"))"
      ),
      nearest: Suggestion.nearest(to: value, in: known))
  }

  private static func fault(_ id: String, in text: String, _ message: Words, nearest: String? = nil) -> Diagnostic {
    let help =
      Suggestion.didYouMean(nearest)
      ?? Words(en: "write one of: \(forms.joined(separator: " "))", zh: "可写：\(forms.joined(separator: " "))")
    return Diagnostic(id: "what-if." + id, range: 0..<text.utf8.count, message: message, help: help)
  }
}
