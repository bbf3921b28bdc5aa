import Diagnostics
import Expressions
import Networks
import Screen
import Traces

extension State {
  /// Runs a typed line: a command, an assignment, or anything to evaluate.
  mutating func submit(_ line: String) -> [Effect] {
    let text = Self.trimmed(line)
    if text.isEmpty {
      move { $0.move(by: 1) }
      return []
    }
    remember(text)
    if let effects = takeAsAnswer(text) { return effects }
    let hasColon = text.first == ":" || text.first == "："
    let body = hasColon ? Self.trimmed(String(text.dropFirst())) : text
    let word = String(body.prefix { $0.isLetter || $0 == "?" })
    let rest = Self.trimmed(String(body.dropFirst(word.count)))
    let isQuantity = !hasColon && isKnown(body)
    // What follows a name without a colon may make a formula of it, as in w(1 - w), but not `diff (1 - w)^2 by w`.
    let isApart = body.dropFirst(word.count).first == " " && rest.first == "("
    let isFormula = !hasColon && !isApart && rest.first.map { "+-*/^=(_".contains($0) } ?? false
    if let command = Command(named: word), !isQuantity, !isFormula { return run(command, rest) }
    if let number = Int(body), hasColon { return run(.goto, "\(number)") }
    if Self.isAssignment(body) { return run(.set, body) }
    if rest.isEmpty, !word.isEmpty, hasColon ? !isKnown(body) : (try? walk.network.parse(body)) == nil {
      reply = .fault(unknownCommand(word))
      return []
    }
    evaluate(body, typed: body)
    return []
  }

  private mutating func run(_ command: Command, _ rest: String) -> [Effect] {
    switch command {
    case .next: move { $0.move(by: Int(rest) ?? 1) }
    case .back: move { $0.move(by: -(Int(rest) ?? 1)) }
    case .first: move { $0.go(to: 0) || true }
    case .last: move { $0.go(to: .max) || true }
    case .goto:
      if let number = Int(rest) {
        move { $0.go(to: number - 1) || true }
      } else {
        reply = .fault(Words(en: "Which place? For example :goto 20", zh: "跳到第几处？例如 :goto 20"))
      }
    case .factor: move { $0.nextStep() }
    case .skip: move { $0.skipReveals() }
    case .ask: openQuestion(rest)
    case .hint: return hint()
    case .predict: setPredicting(rest)
    case .compare: compare()
    case .walk: walkGradient(rest)
    case .set: set(rest)
    case .diff: differentiate(rest)
    case .why: explainRule()
    case .values: listValues()
    case .reset: reset()
    case .random:
      if rest.isEmpty { return [.drawSeed] }
      if let seed = UInt64(rest) {
        randomize(seed)
      } else {
        reply = .fault(Words(en: "A seed is a whole number, such as :random 7", zh: "种子是非负整数，例如 :random 7"))
      }
    case .network: return openNetwork(rest)
    case .undo: undoEdit()
    case .redo: redoEdit()
    case .find:
      if !rest.isEmpty { searched = rest }
      search(forward: true)
    case .overview: page = .overview(walk.stop.step)
    case .lang: switchLanguage(rest)
    case .help: help(rest)
    case .quit: return [.quit]
    }
    return []
  }

  // MARK: Changing things

  private mutating func set(_ text: String) {
    do throws(Network.AssignmentFaults) {
      let changed = try walk.network.assigning(text)
      if changed == walk.network {
        reply = .notice(Words(en: "That is its value already.", zh: "它已经是这个值。"))
      } else {
        edit(changed)
        let architecture = walk.network.architecture
        let quantities = (walk.network.givenQuantities + [.learningRate]).filter { hasChanged($0) }
        reply = Reply(
          .notice,
          quantities.prefix(6).map { quantity in
            .value(architecture.expression(of: quantity), walk.trace.pass.value(of: quantity))
          })
      }
    } catch {
      reply = .faults(error.diagnostics, in: SourceText(text))
    }
  }

  private mutating func reset() {
    if original == walk.network {
      reply = .notice(Words(en: "The numbers are the first ones already.", zh: "已经是最初的数值。"))
    } else {
      edit(original)
      reply = .notice(Words(en: "The first numbers are back.", zh: "已恢复最初的数值。"))
    }
  }

  mutating func randomize(_ seed: UInt64) {
    edit(walk.network.randomized(seed: seed))
    reply = .notice(Words(en: "Fresh numbers: seed \(seed) brings them again.", zh: "已换一组数值，种子 \(seed) 可再次得到它们。"))
  }

  private mutating func openNetwork(_ name: String) -> [Effect] {
    if name.isEmpty {
      reply = Reply(
        .answer,
        [
          .words(
            Words(en: "These networks come with the program; a file's name opens that file.", zh: "以下网络随程序提供；也可写文件名。")),
          .words(Words(BundledNetworks.names.joined(separator: "  "))),
        ])
      return []
    }
    guard let network = BundledNetworks.network(named: name) else { return [.read(name)] }
    open(network)
    announceNetwork()
    return []
  }

  /// The bytes of a network file have come, or none.
  mutating func opened(_ name: String, _ bytes: [UInt8]?, _ reason: Words?) {
    guard let bytes else {
      let nearest = Suggestion.nearest(to: name, in: BundledNetworks.names)
      reply = .fault(
        nearest.map {
          Words(
            en: "There is no network or file '\(name)'. Did you mean '\($0)'?", zh: "没有名为“\(name)”的网络或文件。是不是“\($0)”？")
        }
          ?? Words(
            en: "The file '\(name)' cannot be read" + (reason.map { ": \($0.en)." } ?? "."),
            zh: "无法读取文件“\(name)”" + (reason.map { "：\($0.zh)。" } ?? "。")))
      return
    }
    let source = SourceText(name: name, utf8: bytes)
    do throws(NetworkFile.Faults) {
      open(try NetworkFile.parse(source))
      announceNetwork()
    } catch {
      reply = .faults(error.diagnostics, in: source)
    }
  }

  private mutating func announceNetwork() {
    let name = walk.network.name
    reply = .notice(Words(en: "This is the network \(name).", zh: "已打开网络 \(name)。"))
  }

  private mutating func switchLanguage(_ name: String) {
    switch name.lowercased() {
    case "": language = language == .en ? .zh : .en
    case "en", "english": language = .en
    case "zh", "cn", "中文", "chinese": language = .zh
    default: reply = .fault(Words(en: "There is :lang en and :lang zh.", zh: "可用 :lang en 和 :lang zh。"))
    }
  }

  private mutating func walkGradient(_ text: String) {
    // Walking ends a practice, on the network that it had.
    if drill != nil {
      drill = nil
      asking = nil
    }
    let names = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard !names.isEmpty else {
      reply = .fault(Words(en: "Which gradient? For example :walk dE/dw3", zh: "推导哪个梯度？例如 :walk dE/dw3"))
      return
    }
    let architecture = walk.network.architecture
    for name in names.reversed() {
      // A bare parameter means its gradient.
      let quantity = architecture.quantity(spelled: name)
      if let goal = quantity, Trace.isGoal(goal) {
        walk.show(goal)
      } else if let quantity, Trace.isGoal(.gradient(quantity)) {
        walk.show(.gradient(quantity))
      } else {
        let gradients = (0..<min(200, architecture.parameterCount)).map {
          "dE/d\(architecture.name(of: .parameter($0)))"
        }
        let nearest = Suggestion.nearest(to: name, in: gradients)
        reply = .fault(
          Words(
            en: "'\(name)' is not a gradient of E." + (nearest.map { " Did you mean '\($0)'?" } ?? ""),
            zh: "“\(name)”不是 E 的梯度。" + (nearest.map { "是不是“\($0)”？" } ?? "")))
        return
      }
    }
    before = nil
  }

  // MARK: Small things

  private func isKnown(_ name: String) -> Bool { walk.network.architecture.quantity(named: name) != nil }

  private func unknownCommand(_ word: String) -> Words {
    let names = Command.allCases.map(\.rawValue) + walk.network.architecture.names()
    guard let nearest = Suggestion.nearest(to: word, in: names) else {
      return Words(
        en: "'\(word)' is no command and no quantity. :help lists all commands.", zh: "没有“\(word)”这个命令或量。:help 列出全部命令。")
    }
    return Words(
      en: "'\(word)' is no command and no quantity. Did you mean '\(nearest)'?",
      zh: "没有“\(word)”这个命令或量。是不是“\(nearest)”？")
  }

  /// `w5 = 0.4` without `set`; `==`, `<=` and formulas are none.
  private static func isAssignment(_ text: String) -> Bool {
    guard let sign = text.firstIndex(of: "=") else { return false }
    let name = trimmed(String(text[..<sign]))
    return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && !text[text.index(after: sign)...].hasPrefix("=")
  }

  static func trimmed(_ text: String) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
    return String(text[start..<max(start, end)])
  }
}
