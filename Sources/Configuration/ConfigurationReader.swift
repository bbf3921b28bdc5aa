package import Diagnostics
import Screen
import YAML

/// Reads a configuration file; what is wrong is reported at its place and left out, the rest holds.
package struct ConfigurationReader {
  private var configuration = Configuration()
  private var faults: [Diagnostic] = []
  private var changes: [(change: KeyChange, range: Range<Int>)] = []
  private let surroundings: Surroundings

  /// What only the outside knows of the values.
  package struct Surroundings {
    /// The path of a folder of lessons, or why it cannot be used.
    package var folder: (String) -> (path: String, fault: Words?)
    /// The name or path of a notation, or why it cannot be used.
    package var notation: (String) -> (name: String, fault: Words?)

    package init(
      folder: @escaping (String) -> (path: String, fault: Words?) = { ($0, nil) },
      notation: @escaping (String) -> (name: String, fault: Words?) = { ($0, nil) }
    ) {
      (self.folder, self.notation) = (folder, notation)
    }
  }

  private init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// What a file sets, and all that is wrong with it; the cost is linear in its text.
  package static func read(
    _ source: SourceText, in surroundings: Surroundings = Surroundings()
  ) -> (configuration: Configuration, faults: [Diagnostic]) {
    var reader = ConfigurationReader(surroundings)
    reader.read(source)
    return (reader.configuration, reader.faults.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private mutating func read(_ source: SourceText) {
    guard String(validating: source.utf8, as: UTF8.self) != nil else { return report(.notUTF8, at: 0..<0) }
    let members: [YAMLValue.Member]
    do throws(Diagnostic) {
      members = try YAMLReader.members(of: source, in: 0..<source.utf8.count, prefix: "config")
    } catch {
      return faults.append(error)
    }
    for member in unique(members) {
      guard let field = ConfigurationField(rawValue: member.key) else {
        let nearest = Suggestion.nearest(to: member.key, in: ConfigurationField.allCases.map(\.rawValue))
        report(.unknownField(member.key, nearest: nearest), at: member.keyRange)
        continue
      }
      read(member.value, field)
    }
    let (_, keyFaults) = Keymap.standard.applying(changes.map(\.change))
    for fault in keyFaults { report(.key(fault.fault), at: changes[fault.change].range) }
    let refused = Set(keyFaults.map(\.change))
    configuration.keys = changes.indices.filter { !refused.contains($0) }.map { changes[$0].change }
  }

  private mutating func read(_ value: YAMLValue, _ field: ConfigurationField) {
    switch field {
    case .language: configuration.language = choice(value, field).flatMap(Language.init)
    case .theme: configuration.theme = choice(value, field).flatMap(Theme.Name.init)
    case .color: configuration.color = choice(value, field).flatMap(ColorChoice.init)
    case .ascii: configuration.isASCII = choice(value, field) == "true"
    case .plain: configuration.isPlain = choice(value, field) == "true"
    case .notation:
      guard let scalar = text(value, field.rawValue) else { return }
      let (name, fault) = surroundings.notation(scalar.text)
      if let fault { return report(.unusable(fault), at: scalar.range) }
      configuration.notation = name
    case .lessons:
      for scalar in texts(value, field.rawValue) {
        let (path, fault) = surroundings.folder(scalar.text)
        if let fault { report(.unusable(fault), at: scalar.range) } else { configuration.lessons.append(path) }
      }
    case .keys: readKeys(value)
    }
  }

  private mutating func readKeys(_ value: YAMLValue) {
    guard case .mapping(let contexts, _) = value else { return report(.notAMapping("keys"), at: value.range) }
    for member in unique(contexts) {
      guard let context = Keymap.Context(rawValue: member.key) else {
        let nearest = Suggestion.nearest(to: member.key, in: Keymap.Context.allCases.map(\.rawValue))
        report(.unknownContext(member.key, nearest: nearest), at: member.keyRange)
        continue
      }
      guard case .mapping(let commands, _) = member.value else {
        report(.notAMapping(member.key), at: member.value.range)
        continue
      }
      for command in unique(commands) {
        let before = faults.count
        let keys = texts(command.value, command.key).compactMap { key($0) }
        guard faults.count == before else { continue }
        changes.append((KeyChange(context, command.key, keys), command.keyRange))
      }
    }
  }

  private mutating func key(_ scalar: YAMLValue.Scalar) -> Key? {
    if let key = Key(named: scalar.text) { return key }
    report(.unknownKey(scalar.text, nearest: Suggestion.nearest(to: scalar.text, in: Key.knownNames)), at: scalar.range)
    return nil
  }

  // MARK: Values

  private mutating func choice(_ value: YAMLValue, _ field: ConfigurationField) -> String? {
    guard let scalar = text(value, field.rawValue), let choices = field.choices else { return nil }
    if choices.contains(scalar.text) { return scalar.text }
    report(
      .unknownChoice(
        scalar.text, field: field.rawValue, choices, nearest: Suggestion.nearest(to: scalar.text, in: choices)),
      at: scalar.range)
    return nil
  }

  private mutating func text(_ value: YAMLValue, _ name: String) -> YAMLValue.Scalar? {
    if let scalar = value.scalar, !scalar.text.isEmpty { return scalar }
    report(.notText(name), at: value.range)
    return nil
  }

  /// One value, or a list of them.
  private mutating func texts(_ value: YAMLValue, _ name: String) -> [YAMLValue.Scalar] {
    switch value {
    case .scalar(let scalar): return scalar.text.isEmpty ? [] : [scalar]
    case .mapping:
      report(.notAList(name), at: value.range)
      return []
    case .list(let elements, _): return elements.compactMap { text($0, name) }
    }
  }

  /// The first of each name; the others are reported.
  private mutating func unique(_ members: [YAMLValue.Member]) -> [YAMLValue.Member] {
    var names: Set<String> = []
    return members.filter { member in
      if names.insert(member.key).inserted { return true }
      report(.duplicate(member.key), at: member.keyRange)
      return false
    }
  }

  private mutating func report(_ fault: ConfigurationFault, at range: Range<Int>) {
    faults.append(fault.diagnostic(at: range))
  }
}
