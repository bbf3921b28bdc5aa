import Diagnostics

/// Reads a command line by the table.
///
/// `--name value` and `--name=value`; options may stand anywhere, before the command too; `--` ends them. What begins
/// with one dash is an operand where the command takes formulas, or where it looks like a number.
package struct ArgumentParser {
  private var command: CommandEntry?
  private var operands: [String] = []
  private var given: [(entry: OptionEntry, value: String?)] = []

  /// Reads the words behind the program's name; throws the first fault.
  package static func parse(_ arguments: [String]) throws(UsageFault) -> Request {
    var parser = ArgumentParser()
    try parser.read(arguments)
    return try parser.request()
  }

  private mutating func read(_ arguments: [String]) throws(UsageFault) {
    var index = 0
    var isEnded = false
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if isEnded {
        try add(operand: argument)
      } else if argument == "--" {
        isEnded = true
      } else if let option = Self.option(short: argument) {
        var value: String?
        if try entry(named: option.rawValue).value != nil, index < arguments.count,
          !Self.looksLikeOption(arguments[index])
        {
          value = arguments[index]
          index += 1
        }
        try add(option: option.rawValue, value: value)
      } else if argument.hasPrefix("--") {
        let text = argument.dropFirst(2)
        let name = String(text.prefix { $0 != "=" })
        var value = name.count < text.count ? String(text.dropFirst(name.count + 1)) : nil
        if value == nil, try entry(named: name).value != nil, index < arguments.count,
          !Self.looksLikeOption(arguments[index])
        {
          value = arguments[index]
          index += 1
        }
        try add(option: name, value: value)
      } else if argument.hasPrefix("-"), argument != "-", !isOperand(argument) {
        throw .unknownOption(argument, command: command?.command, nearest: nil)
      } else {
        try add(operand: argument)
      }
    }
  }

  /// The option of `-o`.
  private static func option(short argument: String) -> Option? {
    guard argument.count == 2, argument.first == "-" else { return nil }
    return Option.allCases.first { $0.short == argument.last }
  }

  private static func looksLikeOption(_ text: String) -> Bool {
    text.hasPrefix("--") && text.dropFirst(2).first.map { $0.isLetter } ?? true
  }

  /// Whether a word with one dash in front is meant as a formula or a number.
  private func isOperand(_ argument: String) -> Bool {
    if let kind = command?.operands?.kind, kind == .expression || kind == .answer { return true }
    return argument.dropFirst().first.map { $0.isNumber || $0 == "." } ?? false
  }

  private mutating func add(operand: String) throws(UsageFault) {
    if command == nil {
      command = try Self.command(named: operand)
    } else if operands.isEmpty, let variant = CommandTable.variant(of: command, operand) {
      command = variant
      operands.append(operand)
    } else {
      operands.append(operand)
    }
  }

  private mutating func add(option name: String, value: String?) throws(UsageFault) {
    let entry = try entry(named: name)
    switch (entry.value, value) {
    case (nil, let value?): throw .unexpectedValue(entry.option, value)
    case (let kind?, nil) where kind.isOptional: given.append((entry, nil))
    case (let kind?, nil): throw .missingValue(entry.option, kind)
    case (let kind?, ""): throw .missingValue(entry.option, kind)
    default: given.append((entry, value))
    }
  }

  /// Commands as others spell them.
  private static let spellings = ["practice": "practise"]

  private static func command(named name: String) throws(UsageFault) -> CommandEntry {
    let known = spellings[name] ?? name
    if let entry = CommandTable.commands.first(where: { $0.name == known }) { return entry }
    throw .unknownCommand(name, nearest: Suggestion.nearest(to: name, in: CommandTable.commands.map(\.name)))
  }

  /// The command's own option of that name, else a common one, else another command's, for a better fault later.
  private func entry(named name: String) throws(UsageFault) -> OptionEntry {
    let known = (command?.options ?? []) + CommandTable.common
    if let entry = (known + CommandTable.commands.flatMap(\.options)).first(where: { $0.option.rawValue == name }) {
      return entry
    }
    let nearest = Suggestion.nearest(to: name, in: known.map(\.option.rawValue))
    throw .unknownOption("--" + name, command: command?.command, nearest: nearest.map { "--" + $0 })
  }

  // MARK: Checking the whole

  private func request() throws(UsageFault) -> Request {
    // At a terminal the menu opens; where no one can choose, the program's main job.
    let command = if let chosen = self.command { chosen } else { try Self.command(named: Subcommand.walk.rawValue) }
    var options: [Option: [String]] = [:]
    for (found, value) in given {
      let known = command.options + CommandTable.common
      guard let entry = known.first(where: { $0.option == found.option }) else {
        throw .foreignOption(found.option, command: command.command, owners: Self.owners(of: found.option))
      }
      if let value, let kind = entry.value { try check(value, kind, of: entry.option) }
      options[entry.option, default: []] += value.map { [$0] } ?? []
    }
    if options[.help] != nil { return .help(self.command?.command) }
    if options[.version] != nil { return .version }
    try checkOperands(of: command)
    if command.command == .help {
      if let topic = operands.first.flatMap(HelpTopic.init) { return .topic(topic) }
      return .help(operands.first.flatMap(Subcommand.init))
    }
    var invocation = Invocation(command.command, operands: operands, options: options)
    invocation.isImplied = self.command == nil
    return .run(invocation)
  }

  private static func owners(of option: Option) -> [Subcommand] {
    CommandTable.commands.filter { $0.options.contains { $0.option == option } }.map(\.command)
  }

  private func check(_ value: String, _ kind: ValueKind, of option: Option) throws(UsageFault) {
    if kind == .seed, UInt64(value) == nil { throw .notASeed(value) }
    if !kind.accepts(value) { throw .unusableValue(option, value, kind) }
    guard !kind.choices.isEmpty, !kind.choices.contains(value) else { return }
    throw .unknownChoice(
      option, value, kind.choices, nearest: Suggestion.nearest(to: value, in: kind.choices))
  }

  private func checkOperands(of command: CommandEntry) throws(UsageFault) {
    guard let allowed = command.operands else {
      if let extra = operands.first { throw .unexpectedOperand(extra, command: command.command) }
      return
    }
    if operands.count < allowed.count.lowerBound { throw .missingOperand(allowed.kind, command: command.command) }
    if operands.count > allowed.count.upperBound {
      throw .unexpectedOperand(operands[allowed.count.upperBound], command: command.command)
    }
    guard !allowed.kind.choices.isEmpty else { return }
    for operand in operands where !allowed.kind.acceptsChoice(operand) {
      let nearest = Suggestion.nearest(to: operand, in: allowed.kind.choices)
      if allowed.kind == .command { throw .unknownCommand(operand, nearest: nearest) }
      throw .unknownOperand(operand, allowed.kind.choices, command: command.command, nearest: nearest)
    }
  }
}
