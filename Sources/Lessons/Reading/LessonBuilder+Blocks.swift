import Diagnostics
import Expressions
import Networks
import YAML

/// The blocks themselves, kind by kind.
extension LessonBuilder {
  /// What a block holds; nil if it is too faulty to be used.
  mutating func content(of block: CheckedDraft.Block, translation: CheckedDraft.Block?) -> Lesson.Content? {
    guard let kind = block.kind else { return nil }
    let fields = Fields(
      own: block.fields, other: translation?.fields ?? [:], range: block.fence, isReadable: block.isReadable)
    check(block, translation: translation, fields, kind)
    guard block.isReadable else { return nil }
    checkSkills(ofBlock: fields)
    checkTexts(fields)
    let scene = scene(fields)
    checkBraces(fields, scene)
    switch kind {
    case .show: return show(fields, scene).map(Lesson.Content.show)
    case .plot: return plot(fields, scene).map(Lesson.Content.plot)
    case .attempt: return attempt(block, fields, scene).map(Lesson.Content.attempt)
    case .number, .expression, .sign, .choice, .chain, .faded, .bug, .poll, .text:
      guard let question = question(kind, fields, scene) else { return nil }
      let named = skills(named: fields)
      let ask = Ask(
        id: block.key, prompt: text("prompt", fields) ?? "", kind: question, hints: texts("hints", fields),
        wrong: wrongAnswers(question, fields, scene), mode: mode(kind, fields),
        skills: named.isEmpty ? skills : named, setting: scene.setting,
        seconds: fields["seconds"]?.value.scalar.flatMap { Int($0.text) })
      noteWays(of: ask, fields)
      return .ask(ask)
    }
  }

  private mutating func question(_ kind: BlockKind, _ fields: Fields, _ scene: Scene) -> Ask.Kind? {
    switch kind {
    case .number: return number(fields, scene)
    case .expression: return formula(fields, scene)
    case .sign: return sign(fields, scene)
    case .choice:
      let options = options("options", FieldTable.option, fields, scene)
      return options.isEmpty ? nil : .choice(options)
    case .poll:
      let options = options("options", FieldTable.opinion, fields, scene)
      return options.isEmpty ? nil : .poll(options)
    case .text: return .text
    case .chain:
      guard let goal = goal("answer", fields, scene) else { return nil }
      let distractors = fields["distractors"]?.value.scalar.flatMap { Int($0.text) } ?? 3
      return .chain(goal, distractors: distractors)
    case .faded:
      guard let goal = goal("step", fields, scene) else { return nil }
      let blank = factors("blank", of: goal, fields, scene)
      return blank.isEmpty ? nil : .faded(goal, blank: blank)
    case .bug: return derivation(fields, scene).map(Ask.Kind.bug)
    case .show, .plot, .attempt: return nil
    }
  }

  // MARK: Texts

  func text(_ name: String, _ fields: Fields) -> String? { fields[name]?.value.scalar?.text }

  func texts(_ name: String, _ fields: Fields) -> [String] {
    fields[name]?.value.elements.compactMap { $0.scalar?.text } ?? []
  }

  /// What has no right answer is not scored.
  private func mode(_ kind: BlockKind, _ fields: Fields) -> Ask.Mode {
    kind.hasRightAnswer ? text("mode", fields).flatMap(Ask.Mode.init) ?? .practice : .guess
  }

  private mutating func checkTexts(_ fields: Fields) {
    for hint in fields.own["hints"]?.elements ?? [] {
      checkRows(hint, "hints", limit: Screenful.rowsOfFeedback, isOwn: true)
    }
    for name in ["options", "why", "wrong"] {
      for entry in fields.own[name]?.elements ?? [] {
        checkRows(entry["say"], "say", limit: Screenful.rowsOfFeedback, isOwn: true)
      }
    }
  }

  // MARK: Steps

  private mutating func show(_ fields: Fields, _ scene: Scene) -> Show? {
    guard let (value, isOwn) = fields["step"], let quantity = quantity(value, isOwn, scene) else { return nil }
    if scene.base[given: quantity] != nil {
      if isOwn { report(NameFault.notDerived(value.scalar?.text ?? ""), at: value.range) }
      return nil
    }
    let reveal = text("reveal", fields).flatMap(Show.Reveal.init) ?? .all
    let view = text("view", fields).flatMap(Show.View.init) ?? .factors
    return Show(
      step: quantity, after: after(quantity, fields, scene), view: view, reveal: reveal, setting: scene.setting)
  }

  private mutating func after(_ step: Quantity, _ fields: Fields, _ scene: Scene) -> [Quantity] {
    let architecture = scene.base.architecture
    var goals: [Quantity] = []
    for (quantity, range) in quantities("after", fields, scene) {
      if architecture.isGoal(quantity), quantity != step {
        goals.append(quantity)
      } else if fields["after"]?.isOwn == true {
        let name = architecture.name(of: quantity)
        report(quantity == step ? NameFault.afterItself(name) : NameFault.notAGradient(name), at: range)
      }
    }
    return goals
  }

  private mutating func goal(_ name: String, _ fields: Fields, _ scene: Scene) -> Quantity? {
    guard let (value, isOwn) = fields[name], let quantity = quantity(value, isOwn, scene) else { return nil }
    if scene.base.architecture.isGoal(quantity) { return quantity }
    if isOwn { report(NameFault.notAGradient(value.scalar?.text ?? ""), at: value.range) }
    return nil
  }

  private mutating func factors(
    _ name: String, of goal: Quantity, _ fields: Fields, _ scene: Scene
  ) -> [Quantity] {
    let architecture = scene.base.architecture
    var factors: [Quantity] = []
    for (quantity, range) in quantities(name, fields, scene) {
      if architecture.isFactor(quantity, of: goal) {
        factors.append(quantity)
      } else if fields[name]?.isOwn == true {
        report(NameFault.notAFactor(architecture.name(of: quantity), of: architecture.name(of: goal)), at: range)
      }
    }
    return factors
  }

  // MARK: Numbers to move

  private mutating func attempt(
    _ block: CheckedDraft.Block, _ fields: Fields, _ scene: Scene
  ) -> Experiment? {
    let watch = quantities("watch", fields, scene).map(\.0)
    guard let value = fields["range"]?.value, let (goalValue, goalIsOwn) = fields["goal"],
      let condition = condition(goalValue, goalIsOwn, scene)
    else { return nil }
    let ends = value.elements.compactMap { $0.scalar.flatMap { Double($0.text) } }
    guard ends.count == 2, ends[0] < ends[1], ends[0].isFinite, ends[1].isFinite, !scene.setting.assignments.isEmpty
    else { return nil }
    let named = skills(named: fields)
    let attempt = Experiment(
      id: block.key, prompt: text("prompt", fields), setting: scene.setting, range: ends[0]...ends[1], watch: watch,
      goal: condition, hints: texts("hints", fields), skills: named.isEmpty ? skills : named)
    checkStart(attempt, fields, scene)
    if context.isForAuthors, goalIsOwn, scene.isKnown,
      GoalSearch(attempt.drawn(seed: nil), from: scene.base)?.isSuccessful != true
    {
      report(QuestionFault.goalUnreachable, at: goalValue.range)
    }
    return attempt
  }

  private mutating func checkStart(_ attempt: Experiment, _ fields: Fields, _ scene: Scene) {
    guard let (value, isOwn) = fields["set"], isOwn, let pass = scene.passes.first else { return }
    for member in value.members {
      guard let quantity = scene.base.architecture.quantity(spelled: member.key), attempt.moved.contains(quantity),
        !attempt.range.contains(pass.value(of: quantity))
      else { continue }
      report(QuestionFault.startOutOfRange(member.key), at: member.value.range)
    }
  }
}
