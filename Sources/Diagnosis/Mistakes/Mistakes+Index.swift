import Diagnostics
import Expressions
import Networks
import Skills

/// The right kind of thing with the wrong index.
extension Mistake {
  static let indexSlip = Mistake(
    "index-slip", Words(en: "the index of another weight or neuron", zh: "下标写成了另一个权重或神经元的"), skill: .transferIndex
  ) { subject in
    subject.otherSources(areInputs: true) + subject.otherWeights + subject.otherDeltas + subject.otherForward
      + subject.otherTargets
  } question: { subject, focus in
    switch subject.quantity {
    case .net(let neuron):
      let name = subject.architecture.neuronName(neuron)
      return Words(
        en: "Each edge that ends at \(name): where does it start, and which weight is on it?",
        zh: "通向 \(name) 的每条边从哪里出发，上面是哪个权重？")
    case .out(let neuron):
      let name = subject.architecture.neuronName(neuron)
      return Words(en: "Trace what enters \(name).", zh: "找出进入 \(name) 的量。")
    case .partialLoss, .loss:
      let (out, _) = subject.outputNames(at: focus)
      return Words(en: "Which target belongs to \(out)?", zh: "\(out) 对应哪个目标值？")
    default:
      let name = subject.parameterName(at: focus)
      return Words(en: "Trace \(name)'s two ends.", zh: "找出 \(name) 两端的节点。")
    }
  }
}

extension Subject {
  /// Another edge on the way back: from a sibling to the same neuron, or to another neuron from the same.
  fileprivate var otherWeights: [Rewrite] {
    let widest = architecture.blocks.dropFirst().map(\.sourceCount).max() ?? 0
    let farthest = architecture.blocks.dropFirst().map(\.neuronCount).max() ?? 0
    let fromSibling = (1..<max(1, widest)).prefix(4).flatMap { step in
      wayBack { source, neuron in
        let siblings = siblings(ofNeuron: source)
        return siblings.count < step ? nil : leaf(.parameter(weight(from: siblings[step - 1], to: neuron)))
      }
    }
    let toSibling = (1..<max(1, farthest)).prefix(4).flatMap { step in
      wayBack { source, neuron in
        let siblings = siblings(ofNeuron: neuron)
        return siblings.count < step ? nil : leaf(.parameter(weight(from: source, to: siblings[step - 1])))
      }
    }
    return fromSibling + toSibling
  }

  /// δ of a sibling in a weight's gradient.
  fileprivate var otherDeltas: [Rewrite] {
    let widest = architecture.blocks.map(\.neuronCount).max() ?? 0
    return (1..<max(1, widest)).prefix(4).map { step in
      .exchange(parameterFocus) { quantity in
        guard let parameter = quantity.gradientParameter,
          case .edge(_, let neuron) = architecture.place(ofParameter: parameter)
        else { return nil }
        let siblings = siblings(ofNeuron: neuron)
        guard siblings.count >= step else { return nil }
        return .product([
          leaf(.delta(siblings[step - 1])), leaf(.derivative(of: .net(neuron), by: .parameter(parameter))),
        ])
      }
    }
  }

  /// Forward: the weights of another neuron, the weights counted along the sources, a sibling's net.
  fileprivate var otherForward: [Rewrite] {
    guard isForward else { return [] }
    let focus = Focus.neuron(neuronAsked)
    let widest = architecture.blocks.map(\.neuronCount).max() ?? 0
    var rewrites: [Rewrite] = (1..<max(1, widest)).prefix(4).flatMap { step -> [Rewrite] in
      [
        .addition(focus) { quantity, line in
          guard case .net(let neuron) = quantity, siblings(ofNeuron: neuron).count >= step else { return nil }
          let other = siblings(ofNeuron: neuron)[step - 1]
          return exchangingWeights(in: line, of: neuron) { architecture.weight(from: $0, to: other) }
        },
        .addition(focus) { quantity, line in
          guard case .out(let neuron) = quantity, siblings(ofNeuron: neuron).count >= step else { return nil }
          let (own, other) = (leaf(.net(neuron)), leaf(.net(siblings(ofNeuron: neuron)[step - 1])))
          // In a softmax layer both are in the line.
          let isWhole = architecture.takesWholeLayer(neuron)
          return line.substituting { $0 == own ? other : isWhole && $0 == other ? own : nil }
        },
      ]
    }
    rewrites.append(
      .addition(focus) { quantity, line in
        guard case .net(let neuron) = quantity else { return nil }
        let block = architecture.block(ofNeuron: neuron)
        return exchangingWeights(in: line, of: neuron) { source in
          block.firstWeight + (source - block.firstSource) * block.neuronCount + neuron - block.firstNeuron
        }
      })
    // The weights of one neuron in the wrong order.
    rewrites.append(
      .addition(focus) { quantity, line in
        guard case .net(let neuron) = quantity else { return nil }
        let sources = architecture.sources(ofNeuron: neuron)
        return exchangingWeights(in: line, of: neuron) { source in
          architecture.weight(from: sources.upperBound - 1 - (source - sources.lowerBound), to: neuron)
        }
      })
    return rewrites
  }

  /// Another output's target.
  fileprivate var otherTargets: [Rewrite] {
    (1..<max(1, architecture.outputCount)).prefix(3).map { step in
      .addition(.neuron(architecture.firstOutput)) { quantity, line in
        let all = 0..<architecture.outputCount
        var output = outputOfLossSlope(quantity, all)
        if case .partialLoss(let number) = quantity { output = number }
        guard let output else { return nil }
        let other = leaf(.target((output + step) % architecture.outputCount))
        return line.substituting { $0 == leaf(.target(output)) ? other : nil }
      }
    }
  }

  private func exchangingWeights(in line: Expression, of neuron: Int, by other: (Int) -> Int) -> Expression {
    let sources = architecture.sources(ofNeuron: neuron)
    guard sources.count <= 64 else { return line }
    let names = sources.map { source in
      (
        architecture.name(of: .parameter(architecture.weight(from: source, to: neuron))),
        leaf(.parameter(other(source)))
      )
    }
    let exchanged = Dictionary(names, uniquingKeysWith: { first, _ in first })
    return line.substituting { $0.leafName.flatMap { exchanged[$0] } }
  }
}
