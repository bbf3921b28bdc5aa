/// Every activation function, in the order in which they are listed; a new one is its file and its entry here.
package enum ActivationRegistry {
  package static let functions: [any ActivationFunction.Type] = [
    Sigmoid.self, Tanh.self, ReLU.self, LeakyReLU.self, Identity.self, Softplus.self, ELU.self, SiLU.self, GELU.self,
    Softmax.self,
  ]

  /// The names in files.
  package static let names = functions.map { $0.name }
  /// The names of those that any layer may have.
  package static let namesOfAnyLayer = functions.filter { !$0.takesWholeLayer }.map { $0.name }
  /// Every word that means a function, in lower case.
  package static let words = Set(functions.flatMap { [$0.name] + $0.aliases })
}

extension Activation {
  /// Every function with its own slope.
  package static let allCases = ActivationRegistry.functions.map { Activation($0) }
}
