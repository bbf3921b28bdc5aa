import Diagnostics
import Formats
import Networks

/// Reads a run out of JSON; goes on after a fault where it can.
struct TrainingReader {
  var faults: [Diagnostic] = []

  mutating func run(from value: JSONValue, data given: DataSet?) -> TrainingRun? {
    guard case .string(TrainingFile.format, _)? = value["format"] else {
      report(.notATrainingFile, at: value["format"]?.range ?? place(value))
      return nil
    }
    guard case .number(Double(TrainingFile.version), _, _)? = value["version"] else {
      report(.unknownVersion, at: value["version"]?.range ?? place(value))
      return nil
    }
    guard let network = network(value), let parts = data(value, network.architecture, given),
      let state = member("state", of: value).flatMap({ snapshot($0, network.architecture) }),
      let run = TrainingRun(
        network, data: parts.data, settings: state.settings, heldOut: parts.heldOut, holdOut: parts.holdOut)
    else { return nil }
    var edits: [TrainingSnapshot] = []
    if let list = member("edits", of: value) {
      guard case .array(let elements, _) = list else {
        report(.wrongMember("edits"), at: list.range)
        return nil
      }
      edits = elements.compactMap { snapshot($0, network.architecture) }
      guard edits.count == elements.count else { return nil }
    }
    let places = (edits + [state]).map { [$0.epoch, $0.batch] }
    guard edits.first.map({ $0.epoch == 0 && $0.batch == 0 }) ?? false,
      !zip(places, places.dropFirst()).contains(where: { $1.lexicographicallyPrecedes($0) })
    else {
      report(.wrongMember("edits"), at: value["edits"]?.range ?? place(value))
      return nil
    }
    guard let history = member("history", of: value),
      let losses = series(history, "loss", like: run.history.losses, upTo: state.epoch),
      let states = series(history, "states", like: run.history.states, upTo: state.epoch)
    else { return nil }
    guard state.batch < run.batchCount else {
      report(.wrongMember("batch"), at: value["state"]?["batch"]?.range ?? place(value))
      return nil
    }
    var recorded = run.history
    (recorded.losses, recorded.states) = (losses, states)
    if run.heldOut != nil, let heldOut = series(history, "heldOut", like: recorded.heldOutLosses, upTo: state.epoch) {
      recorded.heldOutLosses = heldOut
    } else {
      guard faults.isEmpty else { return nil }
      recorded.heldOutLosses.removeAll()
    }
    run.resume(state, edits: edits, history: recorded)
    return run
  }

  private mutating func network(_ value: JSONValue) -> Network? {
    guard let member = member("network", of: value) else { return nil }
    do throws(NetworkFile.Faults) {
      return try NetworkFile.read(member)
    } catch {
      faults += error.diagnostics
      return nil
    }
  }

  private mutating func snapshot(_ value: JSONValue, _ architecture: Architecture) -> TrainingSnapshot? {
    let count = architecture.parameterCount
    guard let epoch = count64("epoch", of: value), let batch = count64("batch", of: value),
      let settings = settings(value, architecture),
      let parameters = numbers("parameters", of: value, count: count),
      let velocities = numbers("velocities", of: value, count: count), let loss = number("loss", of: value),
      let watch = numbers("watch", of: value, count: DivergenceWatch.width)
    else { return nil }
    return TrainingSnapshot(
      epoch: epoch, batch: batch, settings: settings, parameters: parameters, velocities: velocities, loss: loss,
      watch: DivergenceWatch(watch[...]))
  }

  private mutating func settings(_ snapshot: JSONValue, _ architecture: Architecture) -> TrainingSettings? {
    guard let value = member("settings", of: snapshot), let rate = number("learningRate", of: value),
      let momentum = number("momentum", of: value), let heldNumbers = numbers("held", of: value)
    else { return nil }
    var settings = TrainingSettings(learningRate: rate, momentum: momentum)
    // Files of before these could be set have neither.
    if value["weightDecay"] != nil {
      guard let decay = number("weightDecay", of: value) else { return nil }
      settings.weightDecay = decay
    }
    switch value["reduction"] {
    case nil: break
    case .string(let text, _)?:
      guard let reduction = BatchReduction(rawValue: text) else { return wrong("reduction", of: value) }
      settings.reduction = reduction
    default: return wrong("reduction", of: value)
    }
    switch value["batch"] {
    case .string("full", _)?: settings.batch = .full
    case .number(let count, _, _)? where count >= 1 && count <= 0x1p31: settings.batch = .samples(Int(count))
    default: return wrong("batch", of: value)
    }
    guard case .bool(let isShuffled, _)? = value["shuffled"] else { return wrong("shuffled", of: value) }
    settings.isShuffled = isShuffled
    guard let seed = hexadecimal(value["seed"]) else { return wrong("seed", of: value) }
    settings.seed = seed
    for number in heldNumbers {
      guard let parameter = Int(exactly: number), (0..<architecture.parameterCount).contains(parameter) else {
        return wrong("held", of: value)
      }
      settings.held.insert(parameter)
    }
    switch value["mistake"] {
    case .null?, nil: break
    case .string(let text, _)?:
      guard let mistake = PlantedMistake(rawValue: text) else { return wrong("mistake", of: value) }
      settings.mistake = mistake
    default: return wrong("mistake", of: value)
    }
    return settings
  }

  private mutating func series(
    _ history: JSONValue, _ name: String, like empty: SampledSeries, upTo epoch: Int
  ) -> SampledSeries? {
    guard let value = member(name, of: history), let stride = count64("stride", of: value),
      let values = numbers("values", of: value)
    else { return nil }
    guard
      let series = SampledSeries(width: empty.width, capacity: empty.capacity, stride: stride, values: values),
      series.count == epoch / stride + 1
    else { return wrong(name, of: history) }
    return series
  }

  // MARK: Kinds of values

  mutating func member(_ name: String, of value: JSONValue) -> JSONValue? {
    value[name] ?? wrong(name, of: value)
  }

  private mutating func number(_ name: String, of value: JSONValue) -> Double? {
    guard let member = member(name, of: value) else { return nil }
    return number(member) ?? wrong(name, of: value)
  }

  mutating func numbers(_ name: String, of value: JSONValue, count: Int? = nil) -> [Double]? {
    guard case .array(let elements, _)? = member(name, of: value) else { return wrong(name, of: value) }
    let numbers = elements.compactMap(number)
    guard numbers.count == elements.count, numbers.count == count ?? numbers.count else {
      return wrong(name, of: value)
    }
    return numbers
  }

  mutating func count64(_ name: String, of value: JSONValue) -> Int? {
    guard let number = number(name, of: value) else { return nil }
    guard let count = Int(exactly: number), count >= 0, number < 0x1p53 else { return wrong(name, of: value) }
    return count
  }

  /// A number, or the word that stands for one that JSON lacks.
  func number(_ value: JSONValue) -> Double? {
    switch value {
    case .number(let number, _, _): number
    case .string("NaN", _): .nan
    case .string("Infinity", _): .infinity
    case .string("-Infinity", _): -.infinity
    default: nil
    }
  }

  func hexadecimal(_ value: JSONValue?) -> UInt64? {
    guard case .string(let text, _)? = value else { return nil }
    return UInt64(text, radix: 16)
  }

  func place(_ value: JSONValue) -> Range<Int> { value.range.lowerBound..<value.range.lowerBound + 1 }

  mutating func wrong<Value>(_ name: String, of value: JSONValue) -> Value? {
    let fault = TrainingFault.wrongMember(name).diagnostic(at: value[name]?.range ?? place(value))
    if faults.last != fault { faults.append(fault) }
    return nil
  }

  mutating func report(_ fault: TrainingFault, at range: Range<Int>) {
    faults.append(fault.diagnostic(at: range))
  }
}
