package import Diagnostics

/// Help on commands.
extension BoardActivity {
  mutating func help(_ name: String, _ shared: Shared) {
    console.help(name, Reply(.answer, commands.map { .entry($0.usage, shared.summary(of: $0)) }), shared)
  }
}

extension Console {
  /// The page of keys and commands, which in the plain mode is the list of commands; or more about one command.
  mutating func help(_ name: String, _ list: Reply, _ shared: Shared) {
    let typed = name.first == ":" ? String(name.dropFirst()) : name
    if typed.isEmpty {
      page = .help(0)
      reply = list
    } else if let command = Command(named: typed) {
      reply = Reply(.answer, [.entry(command.usage, shared.summary(of: command))])
    } else {
      let nearest = Suggestion.nearest(to: typed, in: Command.allCases.map(\.rawValue))
      reply = .fault(
        Words(
          en: "There is no command '\(typed)'." + Suggestion.sentence(nearest).en,
          zh: "没有命令“\(typed)”。" + Suggestion.sentence(nearest).zh))
    }
  }

  /// The list of commands was on the page: it is not wanted again as an answer.
  mutating func leaveHelp(for other: Page) {
    page = other
    guard let lines = reply?.lines, lines.count > 1 else { return }
    let isList = lines.allSatisfy { if case .entry(let usage, _) = $0 { usage.first == ":" } else { false } }
    if isList { reply = nil }
  }
}

extension Shared {
  /// What a command does here, in one line.
  package func summary(of command: Command) -> Words {
    switch (command, leaving) {
    case (.quit, .toMenu): Words(en: "back to the menu", zh: "回到菜单")
    case (.quit, .toLesson): Words(en: "back to the lesson", zh: "回到课程")
    case (.quit, .toTraining): Words(en: "back to the training", zh: "回到训练")
    case (.quit, .toRoom): Words(en: "back to the class", zh: "回到课堂")
    default: command.summary
    }
  }
}
