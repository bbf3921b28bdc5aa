import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes with softmax, whose outputs all depend on every net input of the layer.
extension Mistake {
  static let softmaxDiagonal = Mistake(
    "softmax-diagonal", Words(en: "softmax as if each output had its own net only", zh: "只算了 softmax 自己那一项的导数"),
    skill: .outputSlope
  ) { subject in
    guard subject.architecture.takesWholeLayer(subject.architecture.firstOutput) else { return [] }
    return [
      .exchange(subject.softmaxFocus) { quantity in
        guard case .derivative(of: .out(let out), by: .net(let net)) = quantity, out != net,
          subject.architecture.takesWholeLayer(out), subject.architecture.neurons(behindOut: out).contains(net)
        else { return nil }
        return .number(0)
      }
    ]
  } question: { subject, focus in
    let neuron = subject.outputNeuron(at: focus)
    let other = subject.siblings(ofNeuron: neuron).first ?? neuron
    let (net, out) = (subject.text(.net(neuron)), subject.text(.out(other)))
    return Words(en: "Raise \(net): does \(out) stay?", zh: "增大 \(net)，\(out) 会不变吗？")
  }

  static let softmaxSlope = Mistake(
    "softmax-slope", Words(en: "softmax's slope counted twice", zh: "softmax 的导数算了两次"), skill: .deltaReuse
  ) { subject in
    let architecture = subject.architecture
    guard architecture.hasCollapsingLoss else { return [] }
    return [
      .exchange(subject.softmaxFocus) { quantity in
        guard let neuron = quantity.deltaNeuron, architecture.isOutput(neuron) else { return nil }
        let target = subject.leaf(.target(neuron - architecture.firstOutput))
        return .product([.difference(subject.leaf(.out(neuron)), target), subject.leaf(.slope(neuron))])
      }
    ]
  } question: { subject, focus in
    let neuron = subject.outputNeuron(at: focus)
    let (delta, slope) = (subject.text(.delta(neuron)), subject.text(.slope(neuron)))
    return Words(en: "Is \(slope) in \(delta) already?", zh: "\(delta) 里是否已经含有 \(slope)？")
  }
}

extension Subject {
  /// The output in question.
  fileprivate var softmaxFocus: Focus {
    switch quantity {
    case .derivative(of: .out, by: .net(let net)) where architecture.isOutput(net): .neuron(net)
    default: .neuron(neuron(ofLayer: lastLayer))
    }
  }
}
