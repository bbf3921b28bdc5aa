/// The first word behind `bptutor`.
package enum Subcommand: String, CaseIterable, Sendable {
  case walk
  case trace
  case eval
  case check
  case practise
  case progress
  case lesson
  case present
  case join
  case replay
  case newLesson = "new-lesson"
  case lint
  case preview
  case schema
  case train
  case gradcheck
  case export
  case examine
  case worksheet
  case grade
  case install
  case uninstall
  case man
  case completions
  case help
}

/// Everything that may be behind two dashes; the raw value is how it is typed.
package enum Option: String, CaseIterable, Sendable {
  case network
  case set
  case random
  case notation
  case lang
  case lessons
  case plain
  case command
  case quiet
  case record
  case speed
  case spoken
  case ascii
  case color
  case noColor = "no-color"
  case theme
  case config
  case noConfig = "no-config"
  case format
  case output
  case jsonl
  case lines
  case exitCode = "exit-code"
  case merge
  case lesson
  case anonymous
  case reset
  case yes
  case epsilon
  case data
  case inputs
  case targets
  case classes
  case scale
  case holdOut = "hold-out"
  case epochs
  case batch
  case momentum
  case eta
  case seed
  case hidden
  case activation
  case loss
  case whatIf = "what-if"
  case plot
  case show
  case svg
  case history
  case save
  case resume
  case watch
  case published
  case shape
  case networks
  case template
  case timeout
  case fixed
  case students
  case key
  case points
  case feedback
  case notes
  case room
  case broker
  case big
  case name
  case port
  case answers
  case notesFile = "notes-file"
  case prefix
  case help
  case version

  /// The letter behind one dash that means the same.
  package var short: Character? {
    switch self {
    case .help: "h"
    case .version: "V"
    case .output: "o"
    case .format: "f"
    case .quiet: "q"
    case .command: "c"
    default: nil
    }
  }
}
