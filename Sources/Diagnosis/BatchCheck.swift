import Diagnostics
import Expressions
package import Networks

/// A value over several samples, their mean, and how learners miss it: a gradient, a step with the mean gradient, a loss.
package struct BatchCheck {
  /// A wrong result and what is asked about it.
  private struct Slip {
    let value: Double
    let mistake: Mistake
    let question: Words
  }

  package let mean: Double
  private let scale: Scale
  private let slips: [Slip]
  private let name: String

  /// `samples` are the same network with the inputs and targets of each sample.
  package init(_ samples: [Network], parameter: Int) {
    self.init(samples, .gradient(.parameter(parameter)))
  }

  /// Of an update, one step with the mean gradient.
  package init(_ samples: [Network], _ quantity: Quantity) {
    let passes = samples.map { Pass($0) }
    let count = Double(max(1, samples.count))
    let values = passes.map { $0.value(of: quantity) }
    let mean = values.reduce(0, +) / count
    self.mean = mean
    name = samples.first.map { $0.architecture.expression(of: quantity).text(.unicode) } ?? ""
    let before: Double? =
      if case .updated(let parameter) = quantity { samples.first?.parameters[parameter] } else { nil }
    scale = Scale(of: mean, from: before)
    var slips =
      values.count > 1 ? values.prefix(64).map { Slip(value: $0, mistake: .staleValue, question: Self.oneSample) } : []
    if let before, let rate = samples.first?.learningRate {
      // The step with the sum of the gradients, then steps that go wrong by themselves.
      let step = mean - before
      slips += [
        Slip(value: before + count * step, mistake: .batch, question: Self.sumOrMean),
        Self.slip(.ascent, before - step), Self.slip(.noRate, rate == 0 ? .nan : before + step / rate),
        Self.slip(.stepOnly, step), Self.slip(.stepOnly, -step), Self.slip(.stepOnly, rate == 0 ? .nan : -step / rate),
      ]
    } else {
      slips.append(Slip(value: count * mean, mistake: .batch, question: Self.sumOrMean))
    }
    if let parameter = quantity.gradientParameter ?? quantity.updatedParameter {
      let gradients = [
        Self.atAveragedSample(samples, parameter), Self.ofAveragedValues(passes, parameter),
        Self.updatingBetween(samples, parameter),
      ]
      let rate = samples.first?.learningRate ?? 0
      slips += gradients.map { gradient in
        Slip(
          value: before.map { $0 - rate * gradient } ?? gradient, mistake: .batch,
          question: Mistake.batch.question(Subject.any, .loss))
      }
    }
    self.slips = slips
  }

  private static let sumOrMean = Words(
    en: "Is it the sum over the samples or their mean that is asked for?", zh: "要求的是各样本之和，还是平均值？")
  private static let oneSample = Words(
    en: "That is the value for one sample. What are the others?", zh: "这是其中一个样本的值。其他样本呢？")

  private static func slip(_ mistake: Mistake, _ value: Double) -> Slip {
    Slip(value: value, mistake: mistake, question: mistake.question(Subject.any, .loss))
  }

  /// Judges an answer to the mean over the samples.
  package func check(_ answer: String) -> Verdict {
    let number: WrittenNumber
    do { number = try WrittenNumber(read: answer) } catch { return .unreadable(error, in: answer) }
    let isRight = scale.agrees(number, mean) && scale.resolves(number, mean)
    let fitting = slips.first { slip in
      slip.value.isFinite && scale.agrees(number, slip.value) && scale.resolves(number, slip.value)
        && (slip.value - mean).magnitude > 1e-9 * scale.size(of: mean)
    }
    if isRight || scale.isClose(number, mean) && fitting == nil {
      return Verdict(
        .right,
        feedback: Words(en: "Each sample has its own; their mean is the batch's.", zh: "每个样本各有其值，取平均即小批量的值。"))
    }
    if scale.agrees(number, mean), number.significantDigits ?? 17 >= 2 || number.isFirstDigit(of: mean) {
      let digits = scale.digitsNeeded(for: mean)
      return Verdict(.unknown, feedback: Feedback.tooFewDigits(digits), shortfall: .digits(digits))
    }
    if let slip = fitting ?? slips.first(where: { $0.value.isFinite && scale.isClose(number, $0.value) }) {
      return Verdict(.mistake, mistakes: [slip.mistake.id], feedback: slip.question)
    }
    return Verdict(
      .unknown, feedback: Words(en: "Find \(name) for each sample first.", zh: "先对每个样本求 \(name)。"))
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
