package import Configuration

/// A command line that was understood.
package struct Invocation: Equatable, Sendable {
  package var command: Subcommand
  /// Whether no command was written, and this one is meant where no one can choose from a menu.
  package var isImplied = false
  package var operands: [String]
  /// The values of the options that were given, in order; none for a switch.
  package var options: [Option: [String]]
  /// What the configuration file says where no option does.
  package var configuration = Configuration()

  package init(_ command: Subcommand, operands: [String] = [], options: [Option: [String]] = [:]) {
    self.command = command
    self.operands = operands
    self.options = options
  }

  /// Whether an option was given.
  package func has(_ option: Option) -> Bool { options[option] != nil }

  /// The value that counts: the last one given.
  package func value(of option: Option) -> String? { options[option]?.last }

  /// All values that an option was given, in order.
  package func values(of option: Option) -> [String] { options[option] ?? [] }
}

/// What a command line asks for.
package enum Request: Equatable, Sendable {
  case run(Invocation)
  /// Help about one command, or about all.
  case help(Subcommand?)
  case topic(HelpTopic)
  case version
}
