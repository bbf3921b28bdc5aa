import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
import Screen
import Traces

/// Turns a lesson's screens into the sections of a document.
struct LessonDocumentBuilder {
  typealias Block = LessonDocument.Block
  typealias Mathematics = LessonDocument.Mathematics

  private let lesson: Lesson
  private let base: Network
  private let hasAnswers: Bool
  private var questions = 0

  init(_ lesson: Lesson, base: Network, hasAnswers: Bool) {
    self.lesson = lesson
    self.base = base
    self.hasAnswers = hasAnswers
  }

  private var language: Language { lesson.language }

  mutating func section(_ screen: [Lesson.Element], number: Int) -> LessonDocument.Section {
    var section = LessonDocument.Section(number: number)
    for element in screen {
      switch element.content {
      case .prose(let block): section.blocks.append(.prose(block))
      case .pause: break
      case .note(let note): section.notes.append(Self.onOneLine(note))
      case .light(let quantities): section.blocks += picture(quantities)
      case .show(let show): section.blocks += blocks(show)
      case .plot(let plot): section.blocks.append(block(plot))
      case .ask(let ask): section.blocks.append(.task(task(ask)))
      case .attempt(let attempt): section.blocks.append(.task(task(attempt)))
      }
    }
    return section
  }

  // MARK: What is shown

  /// The network with the path of the first gradient that is lit, or else as it is.
  private func picture(_ quantities: [Quantity]) -> [Block] {
    let goal = quantities.first(where: Trace.isGoal)
    let architecture = base.architecture
    guard quantities.allSatisfy(architecture.has) else { return [] }
    return [.picture(NetworkPicture(Trace(base, goals: []), goal: goal, language: language))]
  }

  private func blocks(_ show: Show) -> [Block] {
    let network = show.setting.networks(from: base).first ?? base
    let architecture = network.architecture
    let trace = Trace(network, goals: [])
    let name = architecture.expression(of: show.step)
    var steps: [Mathematics] = []
    if Trace.isGoal(show.step) {
      let paths = trace.chainPaths(of: show.step)
      if !paths.isEmpty, paths.count <= 4 {
        steps.append(.equation([name, Self.sum(paths.map { $0.map(architecture.expression(of:)) })]))
        steps.append(.equation([name, Self.sum(paths.map { $0.map(trace.symbolic(ofFactor:)) })]))
      }
    } else if let form = trace.closedForm(of: name) {
      steps.append(.equation([name, form]))
    }
    if let form = trace.closedForm(of: name) { steps.append(.equation([name, trace.substituted(form)])) }
    let value = Expression.number(trace.pass.value(of: show.step))
    let goal = Trace.isGoal(show.step) ? show.step : nil
    let picture = NetworkPicture(trace, goal: goal, language: language)
    return (goal == nil ? [] : [.picture(picture)]) + [.derivation(.equation([name, value]), steps: steps)]
  }

  private static func sum(_ paths: [[Expression]]) -> Expression {
    let products = paths.map { $0.count == 1 ? $0[0] : Expression.product($0) }
    return products.count == 1 ? products[0] : .sum(products)
  }

  private func block(_ plot: Show.Plot) -> Block {
    let shown = ShownPlot(plot, from: base)
    let architecture = shown.network.architecture
    func name(_ quantity: Quantity) -> String { architecture.text(of: quantity, .unicode) }
    let sentences = shown.sentences(name) { Expression.number($0).text(.unicode, numberDigits: 6) }
    return .plot(shown.picture(Look(language: language), name), sentences: sentences.map { $0[language] })
  }

  // MARK: What is asked

  private mutating func task(_ ask: Ask) -> LessonDocument.Task {
    questions += 1
    let question = Question(ask, base: base, order: Question.roomOrder)
    var task = LessonDocument.Task(number: questions, prompt: Self.onOneLine(ask.prompt))
    task.material = given(ask, question) + material(ask, question)
    task.options = question.options(ofPart: 0).map { Self.onOneLine($0.text[language]) }
    switch ask.kind {
    case .number: task.room = 3
    case .expression, .faded: task.room = 2
    case .chain: task.room = 1
    case .text: task.room = 5
    case .sign:
      let isSlope = if case .derivative? = question.quantity { true } else { false }
      task.options = [
        isSlope ? LessonWords.rises : LessonWords.positive, isSlope ? LessonWords.falls : LessonWords.negative,
      ]
      .map { $0[language] }
    case .choice, .poll: break
    case .bug:
      task.isNumbered = true
      task.room = 1
      task.reasons = question.options(ofPart: 1).map { Self.onOneLine($0.text[language]) }
    }
    if hasAnswers { task.answer = answer(ask, question) }
    return task
  }

  private func answer(_ ask: Ask, _ question: Question) -> LessonDocument.Answer? {
    var answer = LessonDocument.Answer()
    switch ask.kind {
    case .poll, .text: return nil
    case .choice:
      answer.right = Set(question.rightOptions(ofPart: 0))
      answer.said = said(question.options(ofPart: 0), answer.right)
    case .bug(let derivation):
      answer.words = LessonWords.line(derivation.bug + 1)[language]
      answer.rightReasons = Set(question.rightOptions(ofPart: 1))
      answer.said = said(question.options(ofPart: 1), answer.rightReasons)
    case .sign(let formula):
      let value = question.value(of: formula)
      answer.right = value > 0 ? [0] : value < 0 ? [1] : []
      answer.formula = .equation([formula, .number(value)])
    case .number, .expression, .chain, .faded:
      for part in 0..<question.partCount {
        guard let full = question.answer(toPart: part) else { continue }
        if part == 0 { answer.words = full.words?[language] }
        let formula = full.formula.map { mathematics($0, question.network) }
        let steps = full.derivation.map { mathematics($0, question.network) }
        if answer.formula == nil, question.partCount == 1 {
          answer.formula = formula
          answer.steps += steps
        } else {
          answer.steps += [formula].compactMap { $0 }
        }
      }
    }
    return answer
  }

  private func said(_ options: [Option], _ right: Set<Int>) -> [String] {
    right.sorted().filter(options.indices.contains).compactMap { options[$0].say?[language] }.map(Self.onOneLine)
  }

  private mutating func task(_ attempt: Experiment) -> LessonDocument.Task {
    let network = attempt.setting.networks(from: base).first ?? base
    let architecture = network.architecture
    func name(_ quantity: Quantity) -> String { architecture.text(of: quantity, .unicode) }
    func number(_ value: Double) -> String { Expression.number(value).text(.unicode, numberDigits: 6) }
    let names = attempt.moved.map(name).joined(separator: LessonWords.comma[language])
    let move = LessonWords.move(names, number(attempt.range.lowerBound), number(attempt.range.upperBound))
    questions += 1
    var task = LessonDocument.Task(number: questions, prompt: attempt.prompt.map(Self.onOneLine) ?? move[language])
    if attempt.prompt != nil { task.material.append(.text(move[language])) }
    let goal = LessonWords.goal[language] + LessonWords.colon[language] + attempt.goal.words[language]
    task.material.append(.text(goal))
    task.room = 1
    if hasAnswers, let values = GoalSearch(attempt, from: base)?.values {
      var answer = LessonDocument.Answer()
      answer.steps = zip(attempt.moved, values).map {
        .equation([architecture.expression(of: $0), .number($1)])
      }
      task.answer = answer
    }
    return task
  }

  /// Authors break lines where their editors do; a paragraph has none.
  private static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: What a question brings along

  /// The numbers that are not the lesson's own.
  private func given(_ ask: Ask, _ question: Question) -> [Mathematics] {
    let (network, architecture) = (question.network, question.network.architecture)
    let quantities = network.givenQuantities + [.learningRate]
    let isOther = architecture != base.architecture
    if question.ground.samples.count > 1 {
      return question.ground.samples.enumerated().map { number, sample in
        let differing = quantities.filter { quantity in
          question.ground.samples.contains { $0[given: quantity] != network[given: quantity] }
        }
        return .labelled(LessonWords.sample(number + 1)[language], .list(values(differing, sample)))
      }
    }
    let changed = quantities.filter { isOther || network[given: $0] != base[given: $0] }
    if changed.isEmpty || changed.count > 40 { return [] }
    return [.labelled(LessonWords.here[language] + LessonWords.colon[language], .list(values(changed, network)))]
  }

  private func values(_ quantities: [Quantity], _ network: Network) -> [Mathematics] {
    quantities.compactMap { quantity in
      network[given: quantity].map {
        .equation([network.architecture.expression(of: quantity), .number($0)])
      }
    }
  }

  private func material(_ ask: Ask, _ question: Question) -> [Mathematics] {
    let architecture = question.network.architecture
    if let tiles = question.tiles {
      return [
        .list(tiles.factors.enumerated().map { .labelled("\($0 + 1) ", .equation([architecture.expression(of: $1)])) })
      ]
    }
    switch ask.kind {
    case .bug(let derivation): return derivation.lines.map { .equation([$0.left, $0.right]) }
    case .faded(let goal, let blank):
      let trace = Trace(question.network, goals: [])
      let paths = trace.chainPaths(of: goal)
      let name = architecture.expression(of: goal)
      let forms = paths.map { path in
        path.map { blank.contains($0) ? Expression.symbol("▢") : trace.symbolic(ofFactor: $0) }
      }
      return [
        .equation([name, Self.sum(paths.map { $0.map(architecture.expression(of:)) })]),
        .equation([name, Self.sum(forms)]),
      ]
    case .number, .expression, .sign, .choice, .chain, .poll, .text: return []
    }
  }

  /// An answer's formula read back, so that it can be set; text where it is none.
  private func mathematics(_ text: String, _ network: Network) -> Mathematics {
    let sides = text.split(separator: " = ").map { try? network.parse(String($0)) }
    let read = sides.compactMap { $0 }
    return read.count == sides.count && !read.isEmpty ? .equation(read) : .text(text)
  }
}
