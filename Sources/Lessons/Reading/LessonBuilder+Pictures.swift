import Diagnostics
import Networks
import YAML

/// What a lesson lights in the picture, and the curves that it shows.
extension LessonBuilder {
  /// What a block lights, in its own network's names.
  mutating func light(of block: CheckedDraft.Block, translation: CheckedDraft.Block?) -> [Quantity] {
    let fields = Fields(
      own: block.fields, other: translation?.fields ?? [:], range: block.fence, isReadable: block.isReadable)
    guard let (value, isOwn) = fields["light"] else { return [] }
    // The network was looked up, and reported, with the block.
    let base = fields["network"]?.value.scalar.flatMap { resolve($0, isOwn: false) } ?? network
    return lit(value, isOwn, Scene(base: base, isKnown: hasNetwork, setting: Setting()))
  }

  /// What a comment lights, in the lesson's names.
  mutating func lit(_ value: YAMLValue) -> [Quantity] {
    lit(value, true, Scene(base: network, isKnown: hasNetwork, setting: Setting()))
  }

  private mutating func lit(_ value: YAMLValue, _ isOwn: Bool, _ scene: Scene) -> [Quantity] {
    var found: [Quantity] = []
    for element in value.elements {
      if let quantity = quantity(element, isOwn, scene) { found.append(quantity) }
    }
    return found
  }

  // MARK: Curves

  mutating func plot(_ fields: Fields, _ scene: Scene) -> Show.Plot? {
    let ends = fields["range"]?.value.elements.compactMap { $0.scalar.flatMap { Double($0.text) } } ?? []
    let range = ends.count == 2 && ends[0] < ends[1] ? ends[0]...ends[1] : nil
    let kind: Show.Plot.Kind
    switch text("of", fields) {
    case "activation":
      refuse(["over", "rounds", "eta"], fields, of: "activation")
      guard let neuron = neuron(fields, scene) else { return nil }
      kind = .activation(neuron: neuron)
    case "loss":
      refuse(["neuron", "rounds", "eta"], fields, of: "loss")
      guard let (value, isOwn) = fields["over"] else {
        if fields.isReadable, isFirst { report(FieldFault.missingField("over"), at: fields.range) }
        return nil
      }
      guard let quantity = quantity(value, isOwn, scene) else { return nil }
      guard scene.base[given: quantity] != nil else {
        if isOwn { report(NameFault.notGiven(value.scalar?.text ?? ""), at: value.range) }
        return nil
      }
      kind = .loss(over: quantity)
    case "training":
      refuse(["neuron", "over", "range"], fields, of: "training")
      let rounds = text("rounds", fields).flatMap { Int($0) } ?? 100
      guard (1...Show.Plot.maxRounds).contains(rounds) else { return nil }
      kind = .training(
        rounds: rounds, eta: text("eta", fields).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil })
    default: return nil
    }
    return Show.Plot(kind, range: range, setting: scene.setting)
  }

  private mutating func neuron(_ fields: Fields, _ scene: Scene) -> Int? {
    let architecture = scene.base.architecture
    guard let (value, isOwn) = fields["neuron"], let name = value.scalar else { return architecture.firstOutput }
    if let neuron = architecture.neuron(named: name.text) { return neuron }
    switch architecture.quantity(spelled: name.text) {
    case .net(let neuron), .out(let neuron): return neuron
    default: break
    }
    if isOwn, scene.isKnown {
      let names = (0..<min(200, architecture.neuronCount)).map(architecture.neuronName)
      report(NameFault.unknownNeuron(name.text, nearest: Suggestion.nearest(to: name.text, in: names)), at: name.range)
    }
    return nil
  }

  /// Fields that mean nothing to that kind of curve.
  private mutating func refuse(_ names: [String], _ fields: Fields, of kind: String) {
    for name in names {
      if let value = fields.own[name] { report(FieldFault.idleField(name, kind), at: value.range) }
    }
  }
}
