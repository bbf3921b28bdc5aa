import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes on the way back through hidden neurons.
extension Mistake {
  static let dropHiddenSlope = Mistake(
    "drop-hidden-slope", Words(en: "an activation slope on the path left out", zh: "漏了路径上一个激活函数的导数"),
    skill: .assembleHidden
  ) { subject in
    subject.hiddenScopes.map { layers in
      .exchange(.neuron(subject.neuron(ofLayer: layers.lowerBound))) { quantity in
        guard let neuron = quantity.deltaNeuron, layers.contains(subject.architecture.layer(ofNeuron: neuron)) else {
          return nil
        }
        return subject.leaf(.gradient(.out(neuron)))
      }
    } + subject.slopesLeftOut(ofOutputs: false)
  } question: { subject, _ in
    Words(
      en: "How many activation functions lie between \(subject.variable) and E?",
      zh: "从 \(subject.variable) 到 E 要经过几个激活函数？")
  }

  static let dropWeight = Mistake(
    "drop-weight", Words(en: "the weight on the way back left out", zh: "反向传播时漏了权重"), skill: .netByOutput
  ) { subject in
    subject.wayBack { _, _ in .number(1) }
  } question: { subject, focus in
    let (from, to) = subject.wayBackNames(at: focus)
    return Words(en: "How does \(from) reach \(to)?", zh: "\(from) 怎样到达 \(to)？")
  }

  static let activationForWeight = Mistake(
    "activation-for-weight", Words(en: "an output in place of the weight on the way back", zh: "反向传播时把权重写成了输出值"),
    skill: .netByOutput
  ) { subject in
    subject.wayBack { source, _ in subject.leaf(.out(source)) }
  } question: { subject, focus in
    let hidden = subject.hiddenNeuron(at: focus)
    let weight = subject.firstWeight(from: hidden)
    return Words(
      en: "What changes in this step: \(weight) or \(subject.text(.out(hidden)))?",
      zh: "这一步是谁在变：\(weight) 还是 \(subject.text(.out(hidden)))？")
  }

  static let updatedWeight = Mistake(
    "updated-weight", Words(en: "the new weight where the old one belongs", zh: "该用旧权重却用了新权重"), skill: .oldWeights
  ) { subject in
    subject.wayBack { source, neuron in
      let weight = subject.weight(from: source, to: neuron)
      return subject.held.contains(weight) ? nil : subject.leaf(.updated(weight))
    }
  } question: { subject, focus in
    let hidden = subject.hiddenNeuron(at: focus)
    let weight = subject.firstWeight(from: hidden)
    let out = subject.text(.out(subject.architecture.targets(ofNeuron: hidden).lowerBound))
    return Words(
      en: "Which \(weight) made this \(out): the old one or the new?", zh: "算出这个 \(out) 的是旧的 \(weight) 还是新的？")
  }

  static let wrongLayer = Mistake(
    "wrong-layer", Words(en: "a weight of another layer", zh: "用了另一层的权重"), skill: .netByOutput
  ) { subject in
    let widest = subject.architecture.blocks.dropLast().map(\.sourceCount).max() ?? 0
    return (0..<min(widest, 4)).flatMap { number in
      subject.wayBack { source, _ in
        let sources = subject.architecture.sources(ofNeuron: source)
        guard number < sources.count else { return nil }
        return subject.leaf(.parameter(subject.architecture.weight(from: sources.lowerBound + number, to: source)))
      }
    }
  } question: { subject, focus in
    let hidden = subject.architecture.neuronName(subject.hiddenNeuron(at: focus))
    return Words(en: "Which edge leaves \(hidden)?", zh: "离开 \(hidden) 的边是哪条？")
  }

  static let phantomPath = Mistake(
    "phantom-path", Words(en: "a path that there is not", zh: "多算了一条不存在的路径"), skill: .tracePath
  ) { subject in
    [
      .exchange(subject.parameterFocus) { quantity in
        guard let parameter = quantity.gradientParameter,
          case .edge(_, let neuron) = subject.architecture.place(ofParameter: parameter)
        else { return nil }
        let block = subject.architecture.block(ofNeuron: neuron)
        guard (2...16).contains(block.neuronCount) else { return nil }
        let deltas = (block.firstNeuron..<block.firstNeuron + block.neuronCount).map { subject.leaf(.delta($0)) }
        return .product([.sum(deltas), subject.leaf(.derivative(of: .net(neuron), by: .parameter(parameter)))])
      }
    ]
  } question: { subject, focus in
    let parameter = subject.parameter(at: focus)
    let neuron = subject.ends(ofParameter: parameter).neuron
    let other = subject.siblings(ofNeuron: neuron).first.map(subject.architecture.neuronName) ?? "h2"
    let name = subject.parameterName(parameter)
    return Words(en: "Does \(name) affect \(other)?", zh: "\(name) 影响 \(other) 吗？")
  }

  static let passesGradient = Mistake(
    "passes-gradient", Words(en: "a weight's gradient passed back in place of δ", zh: "往回传的是权重梯度而不是 δ"),
    skill: .deltaReuse
  ) { subject in
    let architecture = subject.architecture
    @Sendable func gradient(_ source: Int, _ neuron: Int) -> Expression {
      subject.leaf(.gradient(.parameter(subject.weight(from: source, to: neuron))))
    }
    let forms: [@Sendable (Int) -> Expression] = [
      { hidden in
        .joined(
          architecture.targets(ofNeuron: hidden).map {
            .product([gradient(hidden, $0), subject.leaf(.derivative(of: .net($0), by: .out(hidden)))])
          })
      },
      // One published course adds the gradients of the edges where Σδ·w belongs.
      { hidden in
        let block = architecture.block(ofNeuron: hidden)
        let layer = block.firstNeuron..<block.firstNeuron + block.neuronCount
        return .joined(architecture.targets(ofNeuron: hidden).flatMap { next in layer.map { gradient($0, next) } })
      },
    ]
    return subject.hiddenScopes.flatMap { layers in
      forms.map { form in
        .exchange(.neuron(subject.neuron(ofLayer: layers.lowerBound))) { quantity in
          guard let hidden = quantity.upstreamNeuron, subject.isOpen(hidden, layers) else { return nil }
          return form(hidden)
        }
      }
    }
  } question: { subject, focus in
    let hidden = subject.hiddenNeuron(at: focus)
    let next = subject.architecture.targets(ofNeuron: hidden).lowerBound
    let weight = subject.firstWeight(from: hidden)
    let name = subject.architecture.neuronName(next)
    return Words(
      en: "What is passed back: the error term of \(name) or the gradient of \(weight)?",
      zh: "往回传的是 \(name) 的误差项还是 \(weight) 的梯度？")
  }
}

extension Subject {
  /// ∂out/∂p without the neuron's own slope, where the way does not begin at the loss.
  func slopesLeftOut(ofOutputs: Bool) -> [Rewrite] {
    guard case .derivative(let dependent, _) = quantity, dependent != .loss else { return [] }
    return scopes.map { layers in
      .exchange(.neuron(neuron(ofLayer: layers.upperBound))) { quantity in
        guard case .derivative(of: .out(let neuron), by: let variable) = quantity, variable != .net(neuron),
          variable != .out(neuron), layers.contains(architecture.layer(ofNeuron: neuron)),
          architecture.isOutput(neuron) == ofOutputs
        else { return nil }
        return leaf(.derivative(of: .net(neuron), by: variable))
      }
    }
  }

  /// The hidden part of each scope.
  var hiddenScopes: [ClosedRange<Int>] {
    guard lastLayer > 0 else { return [] }
    var seen: Set<ClosedRange<Int>> = []
    return scopes.compactMap { scope in
      guard scope.lowerBound < lastLayer else { return nil }
      let hidden = scope.lowerBound...min(scope.upperBound, lastLayer - 1)
      return seen.insert(hidden).inserted ? hidden : nil
    }
  }

  /// Whether ∂E/∂out of a hidden neuron in these layers is found and not given.
  func isOpen(_ neuron: Int, _ layers: ClosedRange<Int>) -> Bool {
    let layer = architecture.layer(ofNeuron: neuron)
    return layers.contains(layer) && layer < min(lastLayer, firstGivenLayer)
  }

  /// Exchanges ∂net_m/∂out_n on the way back.
  func wayBack(_ form: @escaping @Sendable (Int, Int) -> Expression?) -> [Rewrite] {
    hiddenScopes.map { layers in
      .exchange(wayBackFocus(layers.lowerBound)) { quantity in
        guard let (source, neuron) = quantity.wayBack, layers.contains(architecture.layer(ofNeuron: source)) else {
          return nil
        }
        return form(source, neuron)
      }
    }
  }

  /// The edge that leaves the hidden neuron in question.
  private func wayBackFocus(_ layer: Int) -> Focus {
    if let (source, neuron) = quantity.wayBack { return .parameter(weight(from: source, to: neuron)) }
    let hidden = neuron(ofLayer: layer)
    return .parameter(weight(from: hidden, to: architecture.targets(ofNeuron: hidden).lowerBound))
  }

  /// The hidden neuron in focus, or where the edge in focus starts.
  func hiddenNeuron(at focus: Focus) -> Int {
    switch focus {
    case .neuron(let neuron) where !architecture.isOutput(neuron): return neuron
    case .parameter(let parameter):
      if let source = ends(ofParameter: parameter).source, source >= architecture.inputs.count {
        return source - architecture.inputs.count
      }
    default: break
    }
    return neuron(ofLayer: max(0, min(firstLayer, lastLayer - 1)))
  }

  func firstWeight(from hidden: Int) -> String {
    guard let next = architecture.targets(ofNeuron: hidden).first else { return "w" }
    return parameterName(weight(from: hidden, to: next))
  }

  func wayBackNames(at focus: Focus) -> (from: String, to: String) {
    let hidden = hiddenNeuron(at: focus)
    let next = architecture.targets(ofNeuron: hidden).first ?? architecture.firstOutput
    return (architecture.neuronName(hidden), architecture.neuronName(next))
  }
}
