import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes about what comes back along an edge: the error term of the next neuron.
extension Mistake {
  static let outForDelta = Mistake(
    "out-for-delta", Words(en: "an output in place of δ", zh: "把 δ 写成了输出值"), skill: .deltaReuse
  ) { subject in
    let architecture = subject.architecture
    var rewrites: [Rewrite] = subject.hiddenScopes.map { layers in
      .exchange(.neuron(subject.neuron(ofLayer: layers.lowerBound))) { quantity in
        guard let hidden = quantity.upstreamNeuron, subject.isOpen(hidden, layers) else { return nil }
        return .joined(
          architecture.targets(ofNeuron: hidden).map {
            .product([subject.leaf(.out($0)), subject.leaf(.derivative(of: .net($0), by: .out(hidden)))])
          })
      }
    }
    rewrites.append(
      .exchange(subject.parameterFocus) { quantity in
        guard let parameter = quantity.gradientParameter,
          case .edge(_, let neuron) = architecture.place(ofParameter: parameter)
        else { return nil }
        return .product([
          subject.leaf(.out(neuron)), subject.leaf(.derivative(of: .net(neuron), by: .parameter(parameter))),
        ])
      })
    return rewrites
  } question: { _, _ in
    Words(
      en: "What comes back along the edge: an output or an error term?", zh: "沿这条边传回来的是输出值还是误差项？")
  }

  /// Of a bias it is `bias-output-error`.
  static let sameDelta = Mistake(
    "same-delta", Words(en: "one δ for all layers", zh: "各层用了同一个 δ"), skill: .deltaReuse
  ) { subject in
    let architecture = subject.architecture
    if let parameter = subject.parameter, subject.ends(ofParameter: parameter).source == nil { return [] }
    guard !subject.hiddenScopes.isEmpty, subject.quantity != .lossAfterUpdate else { return [] }
    return (architecture.firstOutput..<architecture.neuronCount).prefix(4).flatMap { output -> [Rewrite] in
      let delta = subject.leaf(.delta(output))
      return [
        .exchange(.neuron(subject.neuron(ofLayer: subject.firstLayer))) { quantity in
          quantity.deltaNeuron.flatMap { architecture.isOutput($0) ? nil : delta }
        },
        .exchange(subject.parameterFocus) { quantity in
          guard let parameter = quantity.gradientParameter,
            case .edge(_, let neuron) = architecture.place(ofParameter: parameter), !architecture.isOutput(neuron)
          else { return nil }
          return delta
        },
      ]
    }
  } question: { subject, focus in
    let hidden = subject.architecture.neuronName(subject.hiddenNeuron(at: focus))
    let output = subject.architecture.neuronName(subject.architecture.firstOutput)
    return Words(
      en: "Does the net input of \(hidden) move E as fast as that of \(output)?",
      zh: "\(hidden) 的净输入与 \(output) 的净输入对 E 的影响一样大吗？")
  }

  static let splitByWeight = Mistake(
    "split-by-weight", Words(en: "the error shared out by weight", zh: "按权重比例分摊了误差"), skill: .netByOutput
  ) { subject in
    let architecture = subject.architecture
    let forms: [@Sendable (Int) -> Quantity] = [{ .gradient(.out($0)) }, { .delta($0) }]
    return subject.hiddenScopes.flatMap { layers in
      forms.map { error in
        .exchange(.neuron(subject.neuron(ofLayer: layers.lowerBound))) { quantity in
          guard let hidden = quantity.upstreamNeuron, subject.isOpen(hidden, layers) else { return nil }
          let inputs = architecture.inputs.count
          return .joined(
            architecture.targets(ofNeuron: hidden).map { next in
              let sources = architecture.sources(ofNeuron: next).prefix(16)
              let weights = sources.map { subject.leaf(.parameter(architecture.weight(from: $0, to: next))) }
              let own = subject.leaf(.parameter(architecture.weight(from: hidden + inputs, to: next)))
              return .product([subject.leaf(error(next)), .quotient(own, .joined(weights))])
            })
        }
      }
    }
  } question: { subject, focus in
    let hidden = subject.hiddenNeuron(at: focus)
    let out = subject.text(.out(hidden))
    return Words(
      en: "Nudge \(out): what multiplies it on this edge?", zh: "稍微改变 \(out)，这条边上与它相乘的是什么？")
  }

  static let pathMean = Mistake(
    "path-mean", Words(en: "paths averaged, not added", zh: "多条路径取了平均而不是相加"), skill: .multiOutput
  ) { subject in
    let architecture = subject.architecture
    return subject.hiddenScopes.map { layers in
      .addition(.neuron(subject.neuron(ofLayer: layers.lowerBound))) { quantity, line in
        guard let hidden = quantity.upstreamNeuron, subject.isOpen(hidden, layers),
          case let count = architecture.targets(ofNeuron: hidden).count, count > 1
        else { return nil }
        return .quotient(line, .number(Double(count)))
      }
    }
  } question: { _, _ in
    Words(en: "Do paths add or average?", zh: "路径之间是相加还是取平均？")
  }

  /// E taken for target² − out², in the loss and in its slope; `out` alone is not named so, since who writes it may have
  /// meant the output itself.
  static let squareDifference = Mistake(
    "square-difference", Words(en: "squared before subtracting", zh: "先平方后相减"), skill: .loss
  ) { subject in
    let architecture = subject.architecture
    guard architecture.loss != .crossEntropy else { return [] }
    var rewrites: [Rewrite] = []
    for outputs in subject.outputScopes {
      let focus = subject.outputFocus(outputs)
      rewrites += [2.0, -2, -1].map { factor in
        .exchange(focus) { quantity in
          subject.outputOfLossSlope(quantity, outputs).map { output in
            .product([.number(factor), subject.leaf(.out(architecture.firstOutput + output))])
          }
        }
      }
    }
    rewrites += [false, true].map { isTurned in
      .addition(subject.outputFocus(0..<architecture.outputCount)) { quantity, line in
        switch quantity {
        case .partialLoss, .loss, .lossAfterUpdate:
          line.substituting { part in
            guard case .power(.sum(let terms), let two) = part, two == .number(2), terms.count == 2,
              case .negation(let other) = terms[1]
            else { return nil }
            let squares = Expression.difference(.power(terms[0], two), .power(other, two))
            return isTurned ? .negation(squares) : squares
          }
        default: nil
        }
      }
    }
    return rewrites
  } question: { _, _ in
    Words(en: "Which comes first: subtracting or squaring?", zh: "先相减还是先平方？")
  }
}
