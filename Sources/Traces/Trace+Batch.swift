package import Expressions
import Networks

/// What the samples of a batch contribute, and their mean.
extension Trace {
  /// ∂E/∂(parameter) at each sample of the batch, in order; empty without a batch.
  package func shares(of parameter: Int) -> [(sample: Int, value: Double)] {
    zip(batch?.samples ?? [], batchPasses).map { ($0.number, $1.gradients[parameter]) }
  }

  /// The gradient that the update of a parameter uses.
  package func updatingGradient(of parameter: Int) -> Double {
    let shares = shares(of: parameter)
    if shares.isEmpty { return pass.gradients[parameter] }
    let sum = shares.reduce(0) { $0 + $1.value }
    return network.reduction == .sum ? sum : sum / Double(shares.count)
  }

  /// The mean over the batch as it is computed: `(0.2 + (−0.1))/2`, or the sum; nil without a batch.
  package func meanInNumbers(of parameter: Int) -> Expression? {
    meanExpression(isComplete: false) { place, _ in .number(batchPasses[place].gradients[parameter] + 0) }
  }

  /// As in `(∂E1/∂w5 + ∂E2/∂w5)/2`; nil without a batch.
  func mean(of parameter: Int, isComplete: Bool) -> Expression? {
    let name = name(.parameter(parameter))
    return meanExpression(isComplete: isComplete) { _, sample in
      .derivative(of: .symbol("E\(sample.number)"), by: name)
    }
  }

  private func meanExpression(isComplete: Bool, term: (Int, Batch.Sample) -> Expression) -> Expression? {
    guard let batch, !batch.samples.isEmpty else { return nil }
    let sum = Self.sum(of: batch.samples.count, isComplete: isComplete) { term($0, batch.samples[$0]) }
    return network.reduction == .sum ? sum : .quotient(sum, .number(Double(batch.samples.count)))
  }

  /// The value of a leaf of this derivation's formulas: a quantity, or a sample's gradient.
  package func value(ofLeaf name: String) -> Double? {
    if let quantity = architecture.quantity(named: name) { return pass.value(of: quantity) }
    guard let batch, name.hasPrefix("dE"), let slash = name.firstIndex(of: "/"),
      let number = Int(name[name.index(name.startIndex, offsetBy: 2)..<slash]),
      let place = batch.samples.firstIndex(where: { $0.number == number }),
      case .parameter(let parameter)? = architecture.quantity(named: String(name[slash...].dropFirst(2)))
    else { return nil }
    return batchPasses[place].gradients[parameter]
  }
}
