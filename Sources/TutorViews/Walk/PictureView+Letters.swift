import Expressions
import Networks
import Screen
import Traces
import Tutor

/// What the picture calls what its boxes hold: the notation's letter alone, since the box says of which neuron.
extension PictureView {
  /// `net`, or z, I, α.
  func letter(of quantity: Quantity) -> String {
    guard architecture.letters != nil else {
      if case .net = quantity { return "net" }
      return "out"
    }
    return letter(ofIdentity: architecture.name(of: quantity))
  }

  /// `δ`, or Err, e, g.
  func letter(ofDelta neuron: Int) -> String {
    guard architecture.letters != nil else { return type.sign(.delta) }
    return letter(ofIdentity: "delta_" + architecture.neuronName(neuron))
  }

  private func letter(ofIdentity identity: String) -> String {
    guard var name = architecture.letters?.written(identity) else { return identity }
    (name.below, name.above) = (nil, nil)
    return name.text(type.notation)
  }

  /// `target`, which beside its output needs no index; or y₁, T₅.
  func name(ofTarget output: Int) -> String {
    architecture.letters == nil ? "target" : type.name(of: .target(output))
  }

  /// The value of a neuron's δ, with the sign that the notation gives it.
  func value(ofDelta neuron: Int, columns: Int) -> String {
    let gradient: Quantity = .gradient(.net(neuron))
    guard architecture.negatesDelta, state.walk.knows(gradient) else { return value(of: gradient, columns: columns) }
    let value = -state.walk.trace.pass.value(of: gradient)
    return type.number(value, columns: columns, isMarked: state.hasChanged(gradient))
  }
}
