import Glibc
import Networks

/// A network computed as a textbook would, with dual numbers and no care for saturation; shares nothing with the plan.
struct PlainNetwork {
  let network: Network

  /// Net inputs, outputs and E; `nudged` is the parameter whose derivative is wanted.
  func run(nudging nudged: Int? = nil) -> (nets: [Dual], outs: [Dual], loss: Dual) {
    let parameters = network.parameters.enumerated().map { Dual(value: $1, slope: $0 == nudged ? 1 : 0) }
    var sources = network.inputs.map { Dual(value: $0) }
    var (nets, outs): ([Dual], [Dual]) = ([], [])
    var weight = 0
    var bias = network.architecture.weightCount
    for layer in network.architecture.layers {
      var own: [Dual] = []
      for (place, _) in layer.neurons.enumerated() {
        var net = Dual(value: 0)
        for source in sources {
          net = net + parameters[weight] * source
          weight += 1
        }
        if layer.bias != .none {
          let number = layer.bias == .each ? bias + place : bias
          net = network.architecture.conventions.hasThresholds ? net - parameters[number] : net + parameters[number]
        }
        own.append(net)
      }
      switch layer.bias {
      case .shared: bias += 1
      case .each: bias += layer.neurons.count
      case .none: break
      }
      nets += own
      if layer.activation == .softmax {
        let powers = own.map(Dual.exp)
        let sum = powers.reduce(Dual(value: 0), +)
        sources = powers.map { $0 / sum }
      } else {
        sources = own.enumerated().map { Self.output($1, layer.activation(of: $0)) }
      }
      outs += sources
    }
    return (nets, outs, loss(sources))
  }

  static func output(_ x: Dual, _ activation: Activation) -> Dual {
    let (zero, one) = (Dual(value: 0), Dual(value: 1))
    let sigmoid = one / (one + Dual.exp(zero - x))
    switch activation.name {
    case "sigmoid": return sigmoid
    case "tanh": return (Dual.exp(x) - Dual.exp(zero - x)) / (Dual.exp(x) + Dual.exp(zero - x))
    case "relu": return x.value > 0 ? x : zero
    case "leaky-relu": return x.value > 0 ? x : Dual(value: activation.slope) * x
    case "identity": return x
    case "softplus": return Dual.ln(one + Dual.exp(x))
    case "elu": return x.value > 0 ? x : Dual.exp(x) - one
    case "silu": return x * sigmoid
    case "gelu":
      return x * Dual(value: 0.5) * (one + Dual.erf(x / Dual(value: 2.0.squareRoot())))
    default: return Dual(value: .nan)
    }
  }

  private func loss(_ outs: [Dual]) -> Dual {
    var sum = Dual(value: 0)
    let one = Dual(value: 1)
    for (out, number) in zip(outs, network.targets) {
      let target = Dual(value: number)
      let square = (target - out) * (target - out)
      switch network.architecture.loss.rawValue {
      case "squared-error": sum = sum + Dual(value: 0.5) * square
      case "sum-of-squares": sum = sum + square
      case "mean-squared-error": sum = sum + square / Dual(value: Double(outs.count))
      case "cross-entropy": sum = sum - target * Dual.ln(out) - (one - target) * Dual.ln(one - out)
      case "categorical-cross-entropy": sum = sum - target * Dual.ln(out)
      default: return Dual(value: .nan)
      }
    }
    return sum
  }
}
