package import Diagnostics
package import Networks

/// The forms in which a network leaves for another program, by their names on the command line.
package enum FrameworkFormat: String, CaseIterable, Sendable {
  /// A program whose gradients autograd finds.
  case pytorch
  /// A program with the backward pass written out.
  case numpy
  /// A program whose gradients `jax.grad` finds.
  case jax
  /// Every quantity and its value.
  case csv
  /// A drawing for `dot`.
  case graphviz

  /// The whole file; comments are in the language given, names and numbers in neither.
  package func text(of network: Network, language: Language) -> String {
    switch self {
    case .pytorch: PyTorchProgram(network, language).text
    case .numpy: NumPyProgram(network, language).text
    case .jax: JAXProgram(network, language).text
    case .csv: ValueTable(network).text
    case .graphviz: GraphvizDrawing(network, language).text
    }
  }
}
