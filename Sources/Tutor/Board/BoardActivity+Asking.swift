import Diagnosis
import Diagnostics
import Exercises
import Networks
import Questions
package import Traces

/// Asking before revealing: questions, answers, hints.
extension State {
  /// The trace that the open question is about: the walk's, or one at other numbers.
  package var askedTrace: Trace {
    guard let other = asking?.like ?? asking?.exercise?.network, other != walk.network else { return walk.trace }
    var trace = walk.trace
    trace.setNetwork(other)
    return trace
  }

  // MARK: Opening

  /// Opens the question that fits the step at hand; where it is told already, that of the next step.
  mutating func ask(_ kind: Question.Kind?) {
    if drill != nil { return nextProblem() }
    if isInLesson { return }
    reply = nil
    var step = walk.step
    if walk.stop.stage == .value, kind == nil {
      walk.nextStep()
      step = walk.step
    }
    let fitting = walk.trace.question(about: step)
    let goal = step.goals.last ?? step.quantity
    switch kind {
    case nil: pose(fitting)
    case .value?: pose(Question(.value, step.quantity, step: step.id))
    case .chain?, .faded?, .bug?: pose(Question(kind ?? .value, goal))
    case .rule?:
      if walk.trace.rule(of: step) != nil, step.kind == .factor {
        pose(Question(.rule, step.quantity, step: step.id))
      } else {
        reply = .notice(Words(en: "Rules belong to factors; Tab goes to the next one.", zh: "法则属于因子，按 Tab 到下一个因子。"))
      }
    case .sign?, .paths?:
      if case .derivative(of: .loss, by: _) = goal, let kind {
        pose(Question(kind, goal, step: nil))
      } else {
        reply = .notice(Words(en: "That belongs to a gradient; ] goes to the next one.", zh: "这要在推导梯度时问，按 ] 到下一个梯度。"))
      }
    }
  }

  mutating func openQuestion(_ text: String) {
    switch text.lowercased() {
    case "", "value": ask(text.isEmpty ? nil : .value)
    case "sign": ask(.sign)
    case "rule": ask(.rule)
    case "paths": ask(.paths)
    default:
      guard let quantity = walk.network.architecture.quantity(spelled: text), walk.network[given: quantity] == nil
      else {
        reply = .fault(Words(en: "There is nothing to ask about '\(text)'.", zh: "“\(text)”没有可问的。"))
        return
      }
      pose(Question(.value, quantity, step: walk.foundAt(quantity)))
    }
  }

  /// Opens a question; one that was settled begins anew.
  private mutating func pose(_ question: Question) {
    var posed = Asking(question)
    if let asking, asking.task == posed.task { posed.again = asking.again + 1 }
    asking = posed
  }

  /// The line in which an answer is typed.
  mutating func openAnswer() {
    if asking == nil || asking?.isSettled == true { ask(nil) }
    guard let asking, !isPaused, !(isInLesson && asking.isSettled) else { return }
    prompt = Prompt(purpose: .answer, editor: LineEditor())
  }

  // MARK: Answering

  /// Takes a typed line for an answer, if that is what it is; nil if it is a command or something to evaluate.
  mutating func takeAsAnswer(_ text: String) -> [Effect]? {
    if text.first == ":" || text.first == "：" { return nil }
    if isInLesson { return takeAsLessonAnswer(text) }
    let architecture = walk.network.architecture
    if let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }),
      let quantity = architecture.quantity(spelled: Self.halfWidth(String(text[..<sign])))
    {
      // w5 = 0.4 changes w5; ∂E/∂w5 = 0.4 is an answer.
      guard walk.network[given: quantity] == nil else { return nil }
      let isOpen = asking?.valued == quantity
      if !isOpen || asking?.isSettled == true {
        pose(Question(.value, quantity, step: walk.foundAt(quantity)))
      }
      return answer(Self.trimmed(String(text[text.index(after: sign)...])))
    }
    if let asking, !asking.isSettled {
      if asksForHelp(text) { return hint() }
      let word = String(text.prefix { $0.isLetter })
      let isWord = word.count == text.count || text.dropFirst(word.count).first == " "
      if isWord, Command(named: word) != nil, asking.question?.kind == .value || word.count > 1 { return nil }
      return answer(text)
    }
    // A number on its own is an answer to the step at hand.
    let text = Self.halfWidth(text)
    guard text.allSatisfy({ $0.isNumber || ".-+−eE".contains($0) }), text.contains(where: \.isNumber),
      text.first != "e", text.first != "E"
    else { return nil }
    ask(.value)
    return answer(text)
  }

  /// The key that gives a hint means the same as a line, unless something is called so.
  func asksForHelp(_ text: String) -> Bool {
    text == "?" || text == "？" || text == "H" && walk.network.architecture.quantity(spelled: text) == nil
  }

  mutating func answer(_ typed: String) -> [Effect] {
    guard var asking, !isPaused else { return [] }
    // A question of a lesson that is settled stays as it was answered.
    if isInLesson, asking.isSettled { return [] }
    reply = nil
    var text = Self.trimmed(typed)
    if text.first == "=" || text.first == "＝" { text = Self.trimmed(String(text.dropFirst())) }
    let trace = askedTrace
    let verdict = asking.judge(text, trace, earlier: asking.like == nil ? earlier : [:])
    var effects = record(text, verdict, asking)
    asking.tries.append(Asking.Try(text: text, verdict: verdict, part: asking.part))
    asking.compares = false
    switch verdict.kind {
    case .unreadable: break
    case .unknown where verdict.isUnfinished && !asking.isGuess: break
    case .right, .followThrough:
      keep(text, asking)
      pass(&asking)
      self.asking = asking
      countProblem()
      if let step = asking.step { predicted.insert(step) }
    case .mistake, .unknown:
      keep(text, asking)
      if let step = asking.step { predicted.insert(step) }
      if presentation != nil {
        // The room goes on answering.
      } else if asking.isGuess {
        asking.isSettled = true
      } else if asking.note(now) {
        effects += pause(&asking)
      }
    }
    self.asking = asking
    noteEarlierValues()
    if asking.isSettled, asking.like == nil { reveal(asking) }
    return effects
  }

  /// Goes on to the next part of the question, or settles it.
  func pass(_ asking: inout Asking) {
    if asking.part + 1 < asking.partCount {
      asking.part += 1
      asking.rung = 0
    } else {
      asking.isSettled = true
    }
  }

  /// The learner's own number, for what follows from it.
  private mutating func keep(_ text: String, _ asking: Asking) {
    guard let quantity = asking.valued, asking.like == nil else { return }
    if let value = Checker(askedTrace.network).value(of: text) { earlier[quantity] = value }
  }

  /// Goes to where the walk tells what was answered.
  mutating func reveal(_ asking: Asking) {
    if isInLesson { return revealInLesson() }
    guard asking.valued != nil, let step = asking.step, step == walk.stop.step else { return }
    while walk.index + 1 < walk.stops.count, walk.stops[walk.index + 1].step == step { walk.move(by: 1) }
  }

  // MARK: Predicting

  mutating func setPredicting(_ text: String) {
    switch text.lowercased() {
    case "": predicts.toggle()
    case "on": predicts = true
    case "off": predicts = false
    default:
      reply = .fault(Words(en: "There is :predict on and :predict off.", zh: "可用 :predict on 和 :predict off。"))
      return
    }
    reply =
      predicts
      ? .notice(Words(en: "Nothing is shown now before you have predicted it.", zh: "现在先预测，后揭晓。"))
      : .notice(Words(en: "Everything is shown again without a prediction.", zh: "不再要求预测。"))
  }

  /// Whether the open question has to be tried before the walk goes on.
  package var holdsForPrediction: Bool {
    guard predicts, drill == nil, !isInLesson, let step = asking?.step else { return false }
    return !predicted.contains(step)
  }

  /// The last stop that may be shown before the learner has had a go, if the walk has gone beyond it.
  func firstUnpredicted(from start: Int) -> Int? {
    for index in start + 1...max(start + 1, walk.index) where index < walk.stops.count && index <= walk.index {
      let stop = walk.stops[index]
      let step = walk.trace[stop.step]
      if predicted.contains(stop.step) { continue }
      let reveals: Bool =
        switch step.kind {
        case .chain: false
        case .product where step.isShareOfQuantity: false
        case .factor: stop.stage >= .symbolic
        case .netInput, .output, .loss, .product, .sum, .update: stop.stage >= .substituted
        }
      if reveals { return index - 1 }
    }
    return nil
  }
}
