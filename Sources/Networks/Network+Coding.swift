import Diagnostics
import Formats

/// A network in its file's form, and its numbers beside it, which in training may be no numbers any more.
extension Network: Codable {
  private enum CodingKeys: String, CodingKey { case file, numbers, weightDecay, momentum, lastSteps, reduction }

  private var numbers: [Double] { inputs + parameters + targets + [learningRate] }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .file)
    let numbers = try container.decode([Double].self, forKey: .numbers)
    do throws(NetworkFile.Faults) {
      self = try NetworkFile.parse(SourceText(text))
    } catch {
      let message = error.diagnostics.first?.message ?? Words(en: "no network", zh: "不是网络")
      throw JSONCoder.Fault(decoder.codingPath.map(\.stringValue) + ["file"], message)
    }
    guard numbers.count == self.numbers.count else {
      throw JSONCoder.Fault(
        decoder.codingPath.map(\.stringValue) + ["numbers"], Words(en: "too few or too many", zh: "数目不对"))
    }
    var rest = numbers[...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    inputs = take(inputs.count)
    parameters = take(parameters.count)
    targets = take(targets.count)
    learningRate = rest.first ?? learningRate
    weightDecay = try container.decode(Double.self, forKey: .weightDecay)
    momentum = try container.decode(Double.self, forKey: .momentum)
    reduction = try container.decode(BatchReduction.self, forKey: .reduction)
    let steps = try container.decode([Double].self, forKey: .lastSteps)
    if steps.count == parameters.count { lastSteps = steps }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    var finite = self
    func mend(_ values: [Double]) -> [Double] { values.map { $0.isFinite ? $0 : 0 } }
    finite.inputs = mend(inputs)
    finite.parameters = mend(parameters)
    finite.targets = mend(targets)
    if !learningRate.isFinite { finite.learningRate = 0 }
    (finite.weightDecay, finite.momentum, finite.lastSteps) = (0, 0, [])
    try container.encode(NetworkFile.json(finite).oneLine, forKey: .file)
    try container.encode(numbers, forKey: .numbers)
    try container.encode(weightDecay, forKey: .weightDecay)
    try container.encode(momentum, forKey: .momentum)
    try container.encode(lastSteps, forKey: .lastSteps)
    try container.encode(reduction, forKey: .reduction)
  }
}
