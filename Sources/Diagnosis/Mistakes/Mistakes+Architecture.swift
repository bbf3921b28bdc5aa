import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes that another architecture or loss brings: several outputs, cross-entropy.
extension Mistake {
  static let oneOutput = Mistake(
    "one-output", Words(en: "only one of several outputs", zh: "几个输出只算了一个"), skill: .multiOutput
  ) { subject in
    let farthest = subject.architecture.blocks.dropFirst().map(\.neuronCount).max() ?? 0
    var rewrites: [Rewrite] = subject.hiddenScopes.flatMap { layers in
      (0..<min(farthest, 16)).map { number in
        .exchange(.neuron(subject.neuron(ofLayer: layers.lowerBound))) { quantity in
          guard let hidden = quantity.upstreamNeuron, subject.isOpen(hidden, layers) else { return nil }
          let fed = subject.architecture.targets(ofNeuron: hidden)
          guard fed.count > 1, number < fed.count else { return nil }
          let next = fed.lowerBound + number
          return subject.step(.derivative(of: .net(next), by: .out(hidden)), delta: next)
        }
      }
    }
    if subject.architecture.outputCount > 1 {
      rewrites += (0..<min(subject.architecture.outputCount, 16)).map { output in
        .exchange(.loss) { $0 == .loss ? subject.leaf(.partialLoss(output)) : nil }
      }
    }
    return rewrites
  } question: { subject, focus in
    if subject.isForward { return Words(en: "How many outputs have a loss?", zh: "有损失的输出有几个？") }
    let hidden = subject.hiddenNeuron(at: focus)
    let name = subject.architecture.neuronName(hidden)
    let fed = subject.architecture.targets(ofNeuron: hidden).prefix(4).map(subject.architecture.neuronName)
    return Words(
      en: "Which of \(fed.joined(separator: ", ")) does \(name) reach?",
      zh: "\(fed.joined(separator: "、")) 中，\(name) 通向哪些？")
  }

  static let sumsFirst = Mistake(
    "sums-first", Words(en: "errors added before their weights", zh: "先把误差项相加，再乘权重"), skill: .multiOutput
  ) { subject in
    let farthest = subject.architecture.blocks.dropFirst().map(\.neuronCount).max() ?? 0
    return subject.hiddenScopes.flatMap { layers in
      (0..<min(farthest, 16)).map { number in
        .exchange(.neuron(subject.neuron(ofLayer: layers.lowerBound))) { quantity in
          guard let hidden = quantity.upstreamNeuron, subject.isOpen(hidden, layers) else { return nil }
          let fed = subject.architecture.targets(ofNeuron: hidden)
          guard fed.count > 1, number < fed.count else { return nil }
          return .product([
            .sum(fed.map { subject.leaf(.delta($0)) }),
            subject.leaf(.derivative(of: .net(fed.lowerBound + number), by: .out(hidden))),
          ])
        }
      }
    }
  } question: { subject, focus in
    let hidden = subject.hiddenNeuron(at: focus)
    let name = subject.architecture.neuronName(hidden)
    return Words(en: "Is it the same edge from \(name) to each of them?", zh: "\(name) 通向它们的是同一条边吗？")
  }

  /// Under squared error only where the loss or its slope itself is asked for: further on, cross-entropy's δ is the
  /// very same formula as a forgotten output slope, which is the nearer explanation.
  static let lossMismatch = Mistake(
    "loss-mismatch", Words(en: "the slope of another loss", zh: "用了另一种损失函数的导数"), skill: .swapLoss
  ) { subject in
    let architecture = subject.architecture
    let all = 0..<architecture.outputCount
    // The cross-entropy that goes with these outputs, or the squared error in its place.
    let outputs = architecture.activation(ofNeuron: architecture.firstOutput)
    guard let crossEntropy = Loss.allCases.first(where: { $0.function.activation == outputs }) else { return [] }
    let other: Loss = architecture.loss.isCrossEntropy ? .squaredError : crossEntropy
    let asksForSlope = subject.quantity.upstreamNeuron.map(architecture.isOutput) ?? false
    guard other == .squaredError || asksForSlope || subject.isForward else { return [] }
    return [
      .exchange(subject.outputFocus(all)) { quantity in
        if let output = subject.outputOfLossSlope(quantity, all) { return subject.lossSlope(output, other) }
        switch quantity {
        case .partialLoss(let output): return subject.lossOfOutput(output, other)
        case .loss where architecture.outputCount == 1: return subject.lossOfOutput(0, other)
        default: return nil
        }
      }
    ]
  } question: { subject, focus in
    if subject.isForward { return Words(en: "Which loss does this network have?", zh: "这个网络用的是哪种损失函数？") }
    let slope = subject.text(.gradient(.out(subject.outputNeuron(at: focus))))
    return Words(en: "Another loss: derive \(slope) anew.", zh: "损失函数换了，\(slope) 变了吗？重新推导它。")
  }
}
