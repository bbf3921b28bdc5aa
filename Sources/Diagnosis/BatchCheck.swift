import Diagnostics
package import Networks

/// A gradient over several samples: the mean of the samples' gradients, and how learners miss it.
package struct BatchCheck {
  package let mean: Double
  private let slips: [Double]
  private let name: String

  /// `samples` are the same network with the inputs and targets of each sample.
  package init(_ samples: [Network], parameter: Int) {
    let passes = samples.map { Pass($0) }
    let count = Double(samples.count)
    let gradients = passes.map { $0.gradients[parameter] }
    mean = gradients.reduce(0, +) / count
    name = samples.first?.architecture.name(of: .parameter(parameter)) ?? ""
    slips = [
      gradients.reduce(0, +), Self.atAveragedSample(samples, parameter), Self.ofAveragedValues(passes, parameter),
      Self.updatingBetween(samples, parameter),
    ]
  }

  /// Judges an answer to the mean over the samples.
  package func check(_ answer: String) -> Verdict {
    let number: WrittenNumber
    do { number = try WrittenNumber(read: answer) } catch { return .unreadable(error, in: answer) }
    let isEnough = (number.significantDigits ?? 17) >= Checker.enoughDigits
    func fits(_ value: Double) -> Bool {
      number.isWithin(Checker.tolerance, of: value) || isEnough && number.agreesInEveryDigit(with: value)
    }
    if fits(mean) {
      return Verdict(
        .right,
        feedback: Words(en: "Each sample has its own gradient; their mean is the batch's.", zh: "每个样本各有梯度，取平均即小批量的梯度。"))
    }
    if slips.contains(where: fits) {
      return Verdict(
        .mistake, mistakes: [Mistake.batch.id], feedback: Mistake.batch.question(Subject.any, .loss))
    }
    return Verdict(
      .unknown, feedback: Words(en: "Find ∂E/∂\(name) for each sample first.", zh: "先对每个样本求 ∂E/∂\(name)。"))
  }

  /// The gradient for the mean input and the mean target.
  private static func atAveragedSample(_ samples: [Network], _ parameter: Int) -> Double {
    guard var average = samples.first else { return .nan }
    let count = Double(samples.count)
    for index in average.inputs.indices { average.inputs[index] = samples.reduce(0) { $0 + $1.inputs[index] } / count }
    for index in average.targets.indices {
      average.targets[index] = samples.reduce(0) { $0 + $1.targets[index] } / count
    }
    return Pass(average).gradients[parameter]
  }

  /// The derivation done once, with the mean of every input, net, out and target.
  private static func ofAveragedValues(_ passes: [Pass], _ parameter: Int) -> Double {
    guard let first = passes.first else { return .nan }
    let working = Working(Subject(.gradient(.parameter(parameter)), of: first.network))
    let count = Double(passes.count)
    let values = working.values(of: working.lines(limit: 2_000)) { quantity in
      passes.reduce(0) { $0 + $1.value(of: quantity) } / count
    }
    return values[.now(working.subject.quantity)] ?? .nan
  }

  /// Every sample's gradient taken after the update by the sample before.
  private static func updatingBetween(_ samples: [Network], _ parameter: Int) -> Double {
    guard var network = samples.first else { return .nan }
    var sum = 0.0
    for sample in samples {
      (network.inputs, network.targets) = (sample.inputs, sample.targets)
      let pass = Pass(network)
      sum += pass.gradients[parameter]
      network.parameters = pass.updatedParameters
    }
    return sum / Double(samples.count)
  }
}
