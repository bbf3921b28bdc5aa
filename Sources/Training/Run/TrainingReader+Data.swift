import Formats
import Networks

extension TrainingReader {
  /// What a run trains on, and what it does not.
  struct Parts {
    var data: DataSet
    var heldOut: DataSet?
    var holdOut: HoldOut?
  }

  /// The samples in the file, or those given, drawn and scaled as the run's were.
  mutating func data(_ value: JSONValue, _ architecture: Architecture, _ given: DataSet?) -> Parts? {
    guard let member = member("data", of: value) else { return nil }
    var scaling: Scaling?
    if let value = member["scaling"] { scaling = self.scaling(value) }
    var holdOut: HoldOut?
    if let value = member["holdOut"] { holdOut = self.holdOut(value) }
    guard faults.isEmpty else { return nil }
    var parts: Parts
    if member["samples"] != nil {
      guard let data = samples(member, architecture) else { return nil }
      parts = Parts(data: data, holdOut: holdOut)
      parts.data.scaling = scaling
      if let list = member["heldOut"] {
        guard let heldOut = samples(list, architecture) else { return nil }
        parts.heldOut = heldOut
        parts.heldOut?.scaling = scaling
      }
    } else {
      guard let given else {
        report(.dataNeeded, at: member.range.lowerBound..<member.range.lowerBound + 1)
        return nil
      }
      parts = Parts(data: given, holdOut: holdOut)
      if let split = holdOut?.split(given) { (parts.data, parts.heldOut) = (split.training, split.heldOut) }
      if let scaling {
        parts.data = scaling.applied(to: parts.data) ?? parts.data
        parts.heldOut = parts.heldOut.flatMap { scaling.applied(to: $0) }
      }
    }
    guard parts.data.fits(architecture), hexadecimal(member["fingerprint"]) == parts.data.fingerprint else {
      report(.otherData, at: member["fingerprint"]?.range ?? place(member))
      return nil
    }
    return parts
  }

  private mutating func samples(_ member: JSONValue, _ architecture: Architecture) -> DataSet? {
    guard let samples = self.member("samples", of: member) else { return nil }
    var list = FaultList()
    let columns = DataColumns(architecture)
    let values = JSONDataReader.samples(samples, columns, &list)
    faults += list.all
    guard list.isEmpty else { return nil }
    var data = DataSet(
      name: "", inputCount: columns.inputCount, targetCount: columns.targetCount, values: values)
    if case .string(let text, _)? = member["name"] { data.name = text }
    data.inputNames = strings(member["inputNames"], count: columns.inputCount)
    data.classes = strings(member["classes"], count: columns.targetCount == 1 ? 2 : columns.targetCount)
    return data
  }

  /// Names for people: where they do not fit there are none.
  private func strings(_ value: JSONValue?, count: Int) -> [String] {
    guard case .array(let elements, _)? = value, elements.count == count else { return [] }
    let names = elements.compactMap { if case .string(let text, _) = $0 { text } else { nil as String? } }
    return names.count == count ? names : []
  }

  private mutating func scaling(_ value: JSONValue) -> Scaling? {
    guard let offsets = numbers("offsets", of: value), let widths = numbers("widths", of: value) else { return nil }
    guard case .string(let name, _)? = value["kind"], let kind = Scaling.Kind(rawValue: name),
      let scaling = Scaling(kind, offsets: offsets, widths: widths)
    else { return wrong("kind", of: value) }
    return scaling
  }

  private mutating func holdOut(_ value: JSONValue) -> HoldOut? {
    guard let seed = hexadecimal(value["seed"]) else { return wrong("seed", of: value) }
    switch (value["share"], value["count"]) {
    case (.number(let share, _, _)?, nil) where share > 0 && share < 1: return HoldOut(.share(share), seed: seed)
    case (nil, .number(let count, _, _)?) where count >= 1 && count <= 0x1p31:
      return HoldOut(.count(Int(count)), seed: seed)
    default: return wrong("holdOut", of: value)
    }
  }
}
