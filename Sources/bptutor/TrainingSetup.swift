import Arguments
import Diagnostics
import Formats
import Networks
import Training

/// What the options of `train` ask for: a run, and how far it is to go.
struct TrainingSetup {
  let invocation: Invocation
  let data: DataSet
  /// Network, settings and epochs, before anything is resumed.
  let plan: TrainingPlan

  /// Samples that are kept out of training.
  private let heldOut: DataSet?
  private let holdOut: HoldOut?

  init(_ invocation: Invocation) throws(Failure) {
    self.invocation = invocation
    let seed = invocation.value(of: .seed).flatMap { UInt64($0) } ?? 1
    var plan: TrainingPlan
    var samples: DataSet?
    let wantsLayers = [.hidden, .activation, .loss].contains { invocation.has($0) }
    if invocation.has(.network), wantsLayers {
      throw .message(
        Words(
          en: "--hidden, --activation and --loss make a new network; --network names one",
          zh: "--hidden、--activation 和 --loss 用来新建网络，不能与 --network 同用"),
        help: Words(en: "leave out one or the other", zh: "请去掉其中一边"))
    }
    let name = invocation.value(of: .data)
    if name == nil, let option = Self.dataOptions.first(where: { invocation.has($0) }) {
      let flag = "--" + option.rawValue
      throw .message(
        Words(en: "\(flag) needs samples: --data FILE", zh: "\(flag) 需要样本：--data FILE"),
        help: Words(en: "for example --data iris.csv", zh: "例如 --data iris.csv"))
    }
    let selection = TrainingSamples.selection(invocation)
    if invocation.has(.network) || name == nil && !wantsLayers {
      plan = TrainingPlan(of: try NetworkChoice.network(named: invocation.value(of: .network)))
      plan.settings.seed = seed
      samples = try name.map { (name) throws(Failure) in
        try TrainingSamples.data(named: name, for: plan.network.architecture, choosing: selection)
      }
    } else {
      guard let name else {
        throw .message(
          Words(en: "a new network needs samples: --data FILE", zh: "新建网络需要样本：--data FILE"),
          help: Words(en: "for example --data xor", zh: "例如 --data xor"))
      }
      let made = try TrainingSamples.data(named: name, for: nil, choosing: selection)
      let known = BuiltInData(rawValue: name)?.plan(seed: seed)
      guard var found = known ?? TrainingPlan(for: made, seed: seed) else { throw Self.tooLarge }
      if wantsLayers { found.network = try Self.layers(invocation, for: made, like: found.network, seed) }
      plan = found
      samples = made
    }
    holdOut = invocation.value(of: .holdOut).flatMap { HoldOut($0, seed: seed) }
    var parts = (training: samples, heldOut: DataSet?.none)
    if let holdOut, let samples {
      guard let split = holdOut.split(samples) else {
        throw .message(
          Words(
            en: "of \(samples.count) samples, --hold-out must leave at least one on each side",
            zh: "共 \(samples.count) 个样本，--hold-out 之后两边至少各要有一个"),
          help: Words(en: "for example --hold-out 20%", zh: "例如 --hold-out 20%"))
      }
      parts = (split.training, split.heldOut)
    }
    // Measured on what is trained on alone: nothing of what is held out may leak into training.
    if let kind = invocation.value(of: .scale).flatMap(Scaling.Kind.init), let training = parts.training {
      let scaling = Scaling(kind, fitting: training)
      parts = (scaling.applied(to: training), parts.heldOut.flatMap { scaling.applied(to: $0) })
    }
    samples = parts.training
    heldOut = parts.heldOut
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

  /// The run at its beginning, or where a file says that it was, with what the options change.
  func run() throws(Failure) -> TrainingRun {
    if let name = invocation.value(of: .resume) {
      if let option = [Option.scale, .holdOut].first(where: { invocation.has($0) }) {
        let flag = "--" + option.rawValue
        throw .message(
          Words(en: "\(flag) is for the beginning of a run, not for --resume", zh: "\(flag) 用于训练开始时，不能与 --resume 同用"),
          help: Words(
            en: "leave it out: a saved run knows how its samples were scaled and which were held out",
            zh: "请去掉它：保存的训练过程记得样本如何缩放、留出了哪些"))
      }
      let run = try resumed(name)
      run.change(Self.changed(run.settings, invocation))
      return run
    }
    guard
      let run = TrainingRun(plan.network, data: data, settings: plan.settings, heldOut: heldOut, holdOut: holdOut)
    else {
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
    // Large data sets stay in their own file; what they must fit is in the run's.
    if let dataName = invocation.value(of: .data), let value = try? JSONValue.parse(source),
      let member = value["network"], let network = try? NetworkFile.read(member)
    {
      data = try TrainingSamples.data(
        named: dataName, for: network.architecture, choosing: TrainingSamples.selection(invocation))
    }
    do throws(TrainingFile.Faults) {
      return try TrainingFile.parse(source, data: data)
    } catch { throw .faults(error.diagnostics, in: source) }
  }

  /// What says how samples are read.
  private static let dataOptions: [Option] = [.inputs, .targets, .classes, .scale, .holdOut]

  /// The samples of a file, or those that come with the program; `help` says what to do where they do not fit.
  static func data(
    named name: String, for architecture: Architecture, help: Words = TrainingSamples.fittingNetwork
  ) throws(Failure) -> DataSet {
    try TrainingSamples.data(named: name, for: architecture, help: help)
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
