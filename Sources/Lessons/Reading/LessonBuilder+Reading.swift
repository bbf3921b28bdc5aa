import Diagnostics
import Expressions
import Networks
import YAML

/// Fields that name quantities, read over the block's network.
extension LessonBuilder {
  mutating func scene(_ fields: Fields) -> Scene {
    var base = network
    var isKnown = hasNetwork
    var other: Network?
    if let (value, isOwn) = fields["network"], let name = value.scalar {
      other = resolve(name, isOwn: isOwn)
      isKnown = other != nil
      base = other ?? base
    }
    let plain = Scene(
      base: base, isKnown: isKnown, setting: Setting(variables: variables(fields, base, isKnown: isKnown)))
    var assignments: [Setting.Assignment] = []
    if let (value, isOwn) = fields["set"] { assignments = self.assignments(value, isOwn, plain) }
    var samples: [[Setting.Assignment]] = []
    if let (value, isOwn) = fields["samples"] {
      samples = value.elements.map { self.assignments($0, isOwn, plain) }
    }
    return Scene(
      base: base, isKnown: isKnown,
      setting: Setting(
        network: other, assignments: assignments, samples: samples, variables: plain.setting.variables))
  }

  /// The author's own numbers that a block may name: its own, and those of the lesson.
  private mutating func variables(_ fields: Fields, _ base: Network, isKnown: Bool) -> [Variable] {
    let own = ownNumbers(fields, base, isKnown: isKnown)
    return variables.filter { known in !own.contains { $0.name == known.name } } + own
  }

  /// What `let` defines; a name that means something already is a fault.
  mutating func ownNumbers(_ fields: Fields, _ base: Network, isKnown: Bool) -> [Variable] {
    guard let (value, isOwn) = fields["let"] else { return [] }
    var numbers: [Variable] = []
    for member in value.members {
      guard Variable.isName(member.key), let variable = Variable(member) else { continue }
      let isTaken =
        base.architecture.quantity(spelled: member.key) != nil || ["e", "pi"].contains(member.key)
        || Function.writtenNames.contains(member.key)
      if isTaken, isOwn, isKnown { report(NameFault.takenName(member.key), at: member.keyRange) }
      if numbers.contains(where: { $0.name == variable.name }) {
        if isOwn { report(FieldFault.duplicateField(member.key), at: member.keyRange) }
      } else if !isTaken {
        numbers.append(variable)
      }
    }
    return numbers
  }

  private mutating func assignments(_ value: YAMLValue, _ isOwn: Bool, _ scene: Scene) -> [Setting.Assignment] {
    var assignments: [Setting.Assignment] = []
    let architecture = scene.base.architecture
    for member in value.members {
      guard let quantity = architecture.quantity(spelled: member.key) else {
        if isOwn, scene.isKnown { report(unknown(member.key, architecture), at: member.keyRange) }
        continue
      }
      guard scene.base[given: quantity] != nil else {
        if isOwn { report(NameFault.notGiven(member.key), at: member.keyRange) }
        continue
      }
      if assignments.contains(where: { $0.quantity == quantity }) {
        if isOwn { report(FieldFault.duplicateField(member.key), at: member.keyRange) }
        continue
      }
      guard let expression = expression(member.value, isOwn, scene) else { continue }
      if isOwn, scene.isKnown, !scene.isFinite(expression) {
        report(QuestionFault.notFinite(member.value.scalar?.text ?? member.key), at: member.value.range)
      }
      assignments.append(Setting.Assignment(quantity: quantity, value: expression))
    }
    return assignments
  }

  /// A formula; its faults are shown inside the field.
  mutating func expression(_ value: YAMLValue?, _ isOwn: Bool, _ scene: Scene) -> Expression? {
    guard case .scalar(let scalar)? = value, scalar.text.contains(where: { !$0.isWhitespace }) else { return nil }
    return expression(scalar.text, at: scalar, 0, isOwn, scene)
  }

  /// A part of a field that is a formula, and where in the field it begins.
  mutating func expression(
    _ text: String, at scalar: YAMLValue.Scalar, _ start: Int, _ isOwn: Bool, _ scene: Scene
  ) -> Expression? {
    do throws(Diagnostic) {
      return try scene.base.parse(text, also: scene.setting.variables.map(\.name))
    } catch {
      let isUnknown = ["expression.unknown-name", "network.no-such-derivative"].contains(error.id)
      if isOwn, scene.isKnown || !isUnknown {
        let place = scalar.place(of: start + error.range.lowerBound..<start + error.range.upperBound)
        faults.append(Diagnostic(id: error.id, range: place, message: error.message, help: error.help))
      }
      return nil
    }
  }

  mutating func quantity(_ value: YAMLValue?, _ isOwn: Bool, _ scene: Scene) -> Quantity? {
    guard case .scalar(let scalar)? = value, scalar.text.contains(where: { !$0.isWhitespace }) else { return nil }
    if let quantity = scene.base.architecture.quantity(spelled: scalar.text) { return quantity }
    if isOwn, scene.isKnown { report(unknown(scalar.text, scene.base.architecture), at: scalar.range) }
    return nil
  }

  mutating func quantities(_ name: String, _ fields: Fields, _ scene: Scene) -> [(Quantity, Range<Int>)] {
    guard let (value, isOwn) = fields[name] else { return [] }
    var found: [(Quantity, Range<Int>)] = []
    for element in value.elements {
      if let quantity = quantity(element, isOwn, scene) { found.append((quantity, element.range)) }
    }
    return found
  }

  private func unknown(_ name: String, _ architecture: Architecture) -> any LessonFault {
    let parameters = (0..<min(200, architecture.parameterCount)).map {
      architecture.name(of: .gradient(.parameter($0)))
    }
    return NameFault.unknownQuantity(name, nearest: Suggestion.nearest(to: name, in: architecture.names() + parameters))
  }

  /// `E < 0.15`, or several joined by `and`.
  mutating func condition(_ value: YAMLValue?, _ isOwn: Bool, _ scene: Scene) -> Condition? {
    guard case .scalar(let scalar)? = value, scalar.text.contains(where: { !$0.isWhitespace }) else { return nil }
    var comparisons: [Condition.Comparison] = []
    for part in Comparisons.split(scalar.text) {
      guard let relation = part.relation else {
        if isOwn { report(QuestionFault.malformedCondition, at: scalar.place(of: part.left.range)) }
        return nil
      }
      guard let left = expression(part.left.text, at: scalar, part.left.range.lowerBound, isOwn, scene),
        let right = expression(part.right.text, at: scalar, part.right.range.lowerBound, isOwn, scene)
      else { return nil }
      comparisons.append(Condition.Comparison(left: left, relation: relation, right: right))
    }
    return Condition(comparisons: comparisons, text: scalar.text)
  }

  mutating func truth(_ value: YAMLValue?, _ isOwn: Bool, _ scene: Scene) -> Truth {
    switch value?.scalar?.text {
    case nil, "false", "no": .never
    case "true", "yes": .always
    default: condition(value, isOwn, scene).map(Truth.when) ?? .never
    }
  }
}
