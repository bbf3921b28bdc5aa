/// The first word behind `bptutor`.
package enum Subcommand: String, CaseIterable, Sendable {
  case walk
  case trace
  case eval
  case check
  case practise
  case progress
  case gradcheck
  case export
  case man
  case completions
  case help
}

/// Everything that may stand behind two dashes; the raw value is how it is typed.
package enum Option: String, CaseIterable, Sendable {
  case network
  case set
  case random
  case lang
  case plain
  case ascii
  case noColor = "no-color"
  case format
  case output
  case jsonl
  case merge
  case reset
  case yes
  case help
  case version
}
