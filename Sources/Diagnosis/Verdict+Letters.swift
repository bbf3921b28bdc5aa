import Diagnostics
import Expressions
import Networks
import Skills

extension Verdict {
  /// The verdict in the letters of a network's notation.
  ///
  /// A δ whose only mistake is its sign was taken for ∂E/∂net: that is said, since in the next book it would be right.
  func lettered(_ architecture: Architecture, isSignOfDelta delta: Quantity?) -> Verdict {
    var words = feedback
    if mistakes == ["sign-flip"], case .derivative(_, by: .net(let neuron))? = delta {
      let own = architecture.deltaSymbol(neuron).text(.unicode)
      let gradient = architecture.text(of: .gradient(.net(neuron)), .unicode)
      words = Words(
        en: "Here \(own) = −\(gradient), so it has the other sign than the gradient. Which sign is that?",
        zh: "这里 \(own) = −\(gradient)，与梯度的符号相反。那么它是正还是负？")
    }
    return Verdict(
      kind, mistakes: mistakes, feedback: architecture.lettered(words), focus: focus, fault: fault,
      shortfall: shortfall, asked: asked)
  }
}
