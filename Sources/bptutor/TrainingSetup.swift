import Arguments
import Diagnostics
import Glibc
import JSON
import Networks
import Training

/// What the options of `train` ask for: a run, and how far it is to go.
struct TrainingSetup {
  let invocation: Invocation
  let data: DataSet
  /// Network, settings and epochs, before anything is resumed.
  let plan: TrainingPlan

  init(_ invocation: Invocation) throws(Failure) {
    self.invocation = invocation
    let seed = invocation.value(of: .seed).flatMap { UInt64($0) } ?? 1
    var plan: TrainingPlan
    let samples: DataSet?
    let wantsLayers = [.hidden, .activation, .loss].contains { invocation.has($0) }
    if invocation.has(.network), wantsLayers {
      throw .message(
        Words(
          en: "--hidden, --activation and --loss make a new network; --network names one",
          zh: "--hidden、--activation 和 --loss 用来新建网络，不能与 --network 同用"),
        help: Words(en: "leave out one or the other", zh: "请去掉其中一边"))
    }
    let name = invocation.value(of: .data)
    if invocation.has(.network) || name == nil && !wantsLayers {
      plan = TrainingPlan(of: try NetworkChoice.network(named: invocation.value(of: .network)))
      plan.settings.seed = seed
      samples = try name.map { (name) throws(Failure) in try Self.data(named: name, for: plan.network.architecture) }
    } else if let generator = name.flatMap(DataGenerator.init) {
      let made = generator.dataSet()
      plan = generator.plan(seed: seed)
      if wantsLayers { plan.network = try Self.layers(invocation, for: made, like: plan.network, seed) }
      samples = made
    } else {
      let made = try Self.fileAlone(name, invocation)
      guard var found = TrainingPlan(for: made, seed: seed) else { throw Self.tooLarge }
      if wantsLayers { found.network = try Self.layers(invocation, for: made, like: found.network, seed) }
      plan = found
      samples = made
    }
    do throws(Invocation.AssignmentFaults) {
      plan.network = try invocation.applyingNumbers(to: plan.network)
    } catch {
      throw .faults(error.diagnostics, in: SourceText(name: "--set", error.text))
    }
    plan.settings.held = plan.network.held
    plan.settings.learningRate = plan.network.learningRate
    plan.settings = Self.changed(plan.settings, invocation)
    plan.network.learningRate = plan.settings.learningRate
    data = samples ?? DataSet(of: plan.network)
    self.plan = plan
  }

  /// The run at its beginning, or where a file says that it stood, with what the options change.
  func run() throws(Failure) -> TrainingRun {
    if let name = invocation.value(of: .resume) {
      let run = try resumed(name)
      run.change(Self.changed(run.settings, invocation))
      return run
    }
    guard let run = TrainingRun(plan.network, data: data, settings: plan.settings) else {
      throw .message(WhatIf.Fault.dataDoesNotFit.message)
    }
    return run
  }

  /// How many epochs are to be trained now.
  var epochs: Int { invocation.value(of: .epochs).flatMap { Int($0) } ?? plan.epochs }

  private static func changed(_ old: TrainingSettings, _ invocation: Invocation) -> TrainingSettings {
    var settings = old
    if let rate = invocation.value(of: .eta).flatMap({ Double($0) }) { settings.learningRate = rate }
    if let momentum = invocation.value(of: .momentum).flatMap({ Double($0) }) { settings.momentum = momentum }
    if let seed = invocation.value(of: .seed).flatMap({ UInt64($0) }) { settings.seed = seed }
    switch invocation.value(of: .batch) {
    case "full"?: settings.setBatch(.full)
    case let count?: settings.setBatch(.samples(Int(count) ?? 1))
    case nil: break
    }
    return settings
  }

  private func resumed(_ name: String) throws(Failure) -> TrainingRun {
    let source: SourceText
    do throws(ReadableFile.Fault) {
      source = SourceText(name: name, utf8: try ReadableFile.read(name))
    } catch { throw error.failure() }
    var data: DataSet?
    // Large data sets stay in their own file; what they must fit stands in the run's.
    if let dataName = invocation.value(of: .data), let value = try? JSONValue.parse(source),
      let member = value["network"], let network = try? NetworkFile.read(member)
    {
      data = try Self.data(named: dataName, for: network.architecture)
    }
    do throws(TrainingFile.Faults) {
      return try TrainingFile.parse(source, data: data)
    } catch { throw .faults(error.diagnostics, in: source) }
  }

  // MARK: Samples

  private static func source(_ name: String) throws(Failure) -> SourceText {
    do throws(ReadableFile.Fault) {
      return SourceText(name: name, utf8: try ReadableFile.read(name))
    } catch {
      if let fault = error.size.flatMap(DataFile.fault(forSize:)) {
        throw .faults([fault], in: SourceText(name: name, ""))
      }
      throw .message(error.message, help: error.code == ENOENT ? help(for: name) : nil)
    }
  }

  private static func help(for name: String) -> Words {
    let names = DataGenerator.allCases.map(\.rawValue)
    if let nearest = Suggestion.nearest(to: name, in: names) {
      return Suggestion.didYouMean(nearest)
    }
    return Words(
      en: "name a data file (CSV or JSON), or one of \(names.joined(separator: ", "))",
      zh: "请写数据文件名（CSV 或 JSON），或以下之一：\(names.joined(separator: "、"))")
  }

  static let fittingNetwork = Words(en: "leave out --network: a fitting one is made", zh: "去掉 --network，程序会建一个合适的网络")

  /// The samples of a file or of a generator; `help` says what to do where they do not fit.
  static func data(
    named name: String, for architecture: Architecture, help: Words = fittingNetwork
  ) throws(Failure) -> DataSet {
    if let generator = DataGenerator(rawValue: name) {
      let data = generator.dataSet()
      guard data.fits(architecture) else {
        let (inputs, outputs) = (architecture.inputs.count, architecture.outputCount)
        throw .message(
          Words(
            en: "'\(name)' has 2 inputs and 1 target, the network \(inputs) and \(outputs)",
            zh: "“\(name)”有 2 个输入和 1 个目标值，网络有 \(inputs) 个和 \(outputs) 个"),
          help: help)
      }
      return data
    }
    let source = try source(name)
    do throws(DataFile.Faults) {
      return try DataFile.parse(source, for: architecture)
    } catch { throw .faults(error.diagnostics, in: source) }
  }

  /// Samples without a network: the last column is the target.
  private static func fileAlone(_ name: String?, _ invocation: Invocation) throws(Failure) -> DataSet {
    guard let name else {
      throw .message(
        Words(en: "a new network needs samples: --data FILE", zh: "新建网络需要样本：--data FILE"),
        help: Words(en: "for example --data xor", zh: "例如 --data xor"))
    }
    let source = try source(name)
    let columns = max(2, DataFile.columnCount(of: source) ?? 3)
    // Only sizes and names of inputs matter for reading.
    guard let shape = Network.layered([columns - 1, 1]) else { throw tooLarge }
    do throws(DataFile.Faults) {
      return try DataFile.parse(source, for: shape.architecture)
    } catch { throw .faults(error.diagnostics, in: source) }
  }

  private static func layers(
    _ invocation: Invocation, for data: DataSet, like network: Network, _ seed: UInt64
  ) throws(Failure) -> Network {
    let sizes = invocation.value(of: .hidden).map { $0.split(separator: ",").compactMap { Int($0) } }
    let hidden = sizes ?? network.architecture.layers.dropLast().map(\.neurons.count)
    let activation = invocation.value(of: .activation).flatMap(Activation.init(named:)) ?? .tanh
    let loss = invocation.value(of: .loss).flatMap(Loss.init(named:))
    guard var made = TrainingPlan(for: data, hidden: hidden, activation: activation, loss: loss, seed: seed)?.network
    else { throw tooLarge }
    // What suits the network that was tuned for these samples may be too bold for another.
    made.learningRate = min(network.learningRate, 0.1)
    return made
  }

  private static var tooLarge: Failure {
    .message(
      Words(en: "such a network would be too large", zh: "这样的网络太大"),
      help: Words(en: "take fewer or smaller layers", zh: "请减少层数或每层的神经元"))
  }
}
