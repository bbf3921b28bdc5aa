import Diagnostics
import Expressions
package import Networks

/// What Tab makes of a line: names of commands, quantities and gradients.
package struct Completion: Equatable {
  /// How many characters before the cursor are exchanged.
  package let replaced: Int
  /// What takes their place; as much as all choices have in common.
  package let text: String
  /// What fits, if it is more than one.
  package let choices: [String]

  /// More than this are not listed.
  private static let maxChoices = 40

  /// nil where nothing fits, or nothing is left to do.
  package init?(before text: String, architecture: Architecture) {
    if text.hasSuffix("\\partial") {
      self.init(replaced: 8, text: "∂", choices: [])
      return
    }
    let whole = String(text.reversed().prefix { Self.isPart($0) }.reversed())
    // A stroke belongs to a name only in a derivative.
    let isDerivative = whole.first.map { "d∂".contains($0) } ?? false
    let word = isDerivative ? whole : String(whole.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
    let head = text.dropLast(word.count)
    let isFirst = head.allSatisfy { $0 == " " || $0 == ":" || $0 == "：" }
    var known = Self.quantities(architecture, for: word)
    if isFirst { known = Command.allCases.map { $0.rawValue + " " } + known }
    if word.isEmpty && !isFirst { known = [] }
    let typed = String(word.map { $0 == "∂" ? "d" : $0 })
    let fitting = known.filter { $0.hasPrefix(typed) && $0 != typed }
    guard let first = fitting.first else { return nil }
    let common = fitting.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let isUnique = fitting.count == 1
    let choices = isUnique ? [] : fitting.prefix(Self.maxChoices).map { String($0.prefix { $0 != " " }) }
    self.init(replaced: word.count, text: common.count >= typed.count ? common : word, choices: choices)
  }

  private init(replaced: Int, text: String, choices: [String]) {
    self.replaced = replaced
    self.text = text
    self.choices = choices
  }

  private static func quantities(_ architecture: Architecture, for word: String) -> [String] {
    let identities = architecture.names()
    let names = identities + identities.compactMap { architecture.letters?.written($0)?.text(.ascii) }
    let parameters = (0..<min(200, architecture.parameterCount)).map { architecture.name(of: .parameter($0)) }
    let nodes = (0..<min(200, architecture.neuronCount)).flatMap { neuron in
      [Quantity.net(neuron), .out(neuron)].map(architecture.name(of:))
    }
    let gradients = (parameters + architecture.inputs.prefix(200) + nodes).map { "dE/d\($0)" }
    let slopes = (0..<min(200, architecture.neuronCount)).map { neuron in
      "d\(architecture.name(of: .out(neuron)))/d\(architecture.name(of: .net(neuron)))"
    }
    let functions = Function.writtenNames.filter { $0.utf8.allSatisfy { $0 < 0x80 } && $0.count > 1 }
    return names + gradients + slopes + parameters.map { $0 + "+" } + functions.map { $0 + "(" }
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || "_/∂".contains(character)
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
