package import Diagnostics
import Expressions
package import Networks

extension Show {
  /// A curve beside what the lesson says, on the numbers at hand.
  package struct Plot: Equatable, Sendable {
    /// What is drawn.
    package enum Kind: Equatable, Sendable {
      /// A neuron's activation with its net input and the tangent there.
      case activation(neuron: Int)
      /// E over a given quantity, with its value at hand.
      case loss(over: Quantity)
      /// E after each of so many updates of every parameter; `eta` is nil for the network's learning rate.
      case training(rounds: Int, eta: Double?)
    }

    package let kind: Kind
    /// How far it goes along the horizontal axis; nil for what suits the numbers.
    package let range: ClosedRange<Double>?
    package internal(set) var setting: Setting

    package init(_ kind: Kind, range: ClosedRange<Double>? = nil, setting: Setting = Setting()) {
      (self.kind, self.range, self.setting) = (kind, range, setting)
    }

    /// The kinds by the names that a lesson gives them.
    static let names = ["activation", "loss", "training"]
    static let maxRounds = 2_000

    /// What is to be seen, in words.
    package func title(_ architecture: Architecture) -> Words {
      func name(_ quantity: Quantity) -> String { architecture.expression(of: quantity).text(.unicode) }
      switch kind {
      case .activation(let neuron):
        let (out, net) = (name(.out(neuron)), name(.net(neuron)))
        let function = architecture.activation(ofNeuron: neuron).name
        return Words(en: "\(out) over \(net) (\(function))", zh: "\(out) 随 \(net) 的变化（\(function)）")
      case .loss(let quantity):
        return Words(en: "E over \(name(quantity))", zh: "E 随 \(name(quantity)) 的变化")
      case .training(let rounds, let eta):
        let rate = eta.map { ", η = " + DecimalText.shortest($0) } ?? ""
        return Words(en: "E over \(rounds) updates\(rate)", zh: "\(rounds) 次更新中的 E\(rate.replacing(", ", with: "，"))")
      }
    }
  }
}
