import Classroom
import Diagnostics
import Networks
import Questions
import Screen
import Skills
import Training

/// What the value of an option or an operand is.
package enum ValueKind: Hashable, Sendable {
  case network
  case assignments
  case seed
  /// The name of a notation, or its file.
  case notation
  case language
  /// The name of a theme.
  case theme
  case file
  case folder
  /// A lesson that is not there yet.
  case lessonName
  /// A file or a folder.
  case path
  case gradient
  case expression
  /// A quantity, then an answer.
  case answer
  case skill
  case command
  /// The id of a lesson, or a file.
  case lessonOrFile
  case choice([String])
  /// Samples: a file, or the name of a set that is made.
  case data([String])
  /// Any finite number.
  case number(example: String)
  /// A whole number from 1 on, or one of these words.
  case count(or: [String], example: String)
  /// Sizes of layers, with commas.
  case sizes
  /// Columns of a table, by number or name, with commas.
  case columns
  /// A part of the samples: `20%`, `0.2`, or so many.
  case share
  /// Some of these words, with commas.
  case words([String])
  /// One thing that is different.
  case change
  case quantities
  /// A program to run, and its arguments.
  case program
  /// Shapes of networks, with commas.
  case shapes
  /// A list of exercises, or a lesson.
  case exercises
  /// Lines of a session, with semicolons between them.
  case commands
  /// The code of a room, which may be left out.
  case roomCode
  /// A room, with where it is.
  case roomAddress
  /// What a student is called.
  case studentName
  /// The address of a broker.
  case broker

  /// How it is written in a synopsis.
  package var placeholder: String {
    switch self {
    case .network: "FILE|NAME"
    case .notation: "NAME|FILE"
    case .assignments: "NAME=VALUE,…"
    case .seed: "SEED"
    case .file: "FILE"
    case .lessonName, .theme: "NAME"
    case .folder: "DIR"
    case .path: "PATH"
    case .gradient: "GRADIENT"
    case .expression: "EXPR"
    case .answer: "QUANTITY ANSWER"
    case .skill: "SKILL"
    case .command: "COMMAND|TOPIC"
    case .lessonOrFile: "LESSON|FILE"
    case .language, .choice: choices.joined(separator: "|")
    case .data(let names): "FILE|" + names.joined(separator: "|")
    case .number: "NUMBER"
    case .count(let words, _): (["N"] + words).joined(separator: "|")
    case .sizes: "N,…"
    case .columns: "COLUMN,…"
    case .share: "SHARE"
    case .words: "NAME,…"
    case .change: "NAME=VALUE"
    case .quantities: "QUANTITY,…"
    case .program: "COMMAND"
    case .shapes: "N-N-N,…"
    case .exercises: "LESSON|EXERCISES"
    case .commands: "COMMANDS"
    case .roomCode: "[CODE]"
    case .roomAddress: "CODE[@HOST[:PORT]]"
    case .studentName: "NAME"
    case .broker: "mqtt[s]://HOST[:PORT]"
    }
  }

  /// Whether several are written with commas between them, each one of what is offered.
  var isList: Bool {
    switch self {
    case .words, .assignments: true
    default: false
    }
  }

  /// Whether the option may come without a value.
  var isOptional: Bool { self == .roomCode }

  /// A value that can be given.
  package var example: String {
    switch self {
    case .network: "mazur-2-2-2"
    case .notation: "z-a"
    case .assignments: "w5=0.4,i1=1"
    case .seed: "7"
    case .file: "trace.txt"
    case .lessonName: "my-lesson"
    case .folder: "lessons"
    case .path: "lessons"
    case .gradient: "dE/dw5"
    case .expression: "net_O"
    case .answer: "dE/dw5"
    case .skill: "dout-dnet"
    case .lessonOrFile: "anna.json"
    case .command, .language, .theme, .choice: choices.last ?? ""
    case .data(let names): names.last ?? ""
    case .number(let example), .count(_, let example): example
    case .sizes: "8,8"
    case .columns: "1-4"
    case .share: "20%"
    case .words(let words): words.prefix(2).joined(separator: ",")
    case .change: "eta=2"
    case .quantities: "w5,out_O"
    case .program: "python3"
    case .shapes: "2-2-1,2-2-2"
    case .exercises: "week3.yaml"
    case .commands: "'next; dE/dw5'"
    case .roomCode: "autumn-7"
    case .roomAddress: "f3k9qa@192.0.2.7:8080"
    case .studentName: "042"
    case .broker: "mqtts://mqtt.example.org"
    }
  }

  /// All values where they can be listed.
  package var choices: [String] {
    switch self {
    case .language: Language.allCases.map(\.rawValue)
    case .theme: Theme.Name.allCases.map(\.rawValue)
    case .command: Subcommand.allCases.map(\.rawValue) + HelpTopic.allCases.map(\.rawValue)
    case .skill: Skill.practised.map(\.rawValue)
    case .choice(let choices): choices
    default: []
    }
  }

  /// Whether one of the choices is meant: a skill may be called by its name.
  func acceptsChoice(_ value: String) -> Bool {
    if case .skill = self, let skill = Skill(named: value) { return Skill.practised.contains(skill) }
    return choices.contains(value)
  }

  /// What a shell offers: the choices, or the names that come with the program.
  package var offered: [String] {
    switch self {
    case .network: BundledNetworks.names
    case .notation: BundledNotations.names
    case .gradient: Self.gradients(of: BundledNetworks.default.architecture)
    case .expression, .answer:
      BundledNetworks.default.architecture.names() + Self.gradients(of: BundledNetworks.default.architecture)
    case .data(let names): names
    case .words(let words): words
    case .count(let words, _): words
    case .assignments: Self.givens.map { $0 + "=" }
    case .change: Self.changes.flatMap { name, values in (values.isEmpty ? [""] : values).map { "\(name)=\($0)" } }
    default: choices
    }
  }

  /// The names that `--set` gives numbers.
  static var givens: [String] {
    let network = BundledNetworks.default
    return (network.givenQuantities + [.learningRate]).map(network.architecture.name)
  }

  /// What `--what-if` can change, with the values that can be listed.
  static var changes: [(name: String, values: [String])] {
    [
      ("eta", []), ("momentum", []), ("batch", []), ("seed", []), ("activation", ActivationRegistry.namesOfAnyLayer),
      ("mistake", PlantedMistake.allCases.map(\.rawValue)),
    ]
  }

  /// Whether a value can be read as what it is meant to be; choices are looked at elsewhere.
  package func accepts(_ value: String) -> Bool {
    switch self {
    case .number: Double(value)?.isFinite ?? false
    case .count(let words, _): words.contains(value) || Int(value).map { $0 > 0 } ?? false
    case .sizes: Self.parts(value).allSatisfy { Int($0).map { $0 > 0 } ?? false }
    case .share: Self.isShare(value)
    case .roomCode: RoomCode(value) != nil
    case .studentName: RoomAnswer.isName(value)
    case .broker: BrokerAddress(value) != nil
    case .words(let words): Self.parts(value).allSatisfy { words.contains(String($0)) }
    default: true
    }
  }

  /// A whole number from 1 on, a part of 1, or a percentage.
  private static func isShare(_ value: String) -> Bool {
    if value.hasSuffix("%") || value.hasSuffix("％") {
      return Double(value.dropLast()).map { $0 > 0 && $0 < 100 } ?? false
    }
    return Int(value).map { $0 > 0 } ?? Double(value).map { $0 > 0 && $0 < 1 } ?? false
  }

  private static func parts(_ list: String) -> [Substring] {
    list.split(separator: ",", omittingEmptySubsequences: false)
  }

  /// Whether the names of files fit as well.
  package var takesFiles: Bool {
    if case .data = self { return true }
    return [.network, .notation, .file, .path, .lessonOrFile, .folder, .program, .exercises].contains(self)
  }

  /// Whether the id of a lesson fits, one's own too, which only the program knows when it is asked.
  package var takesLessons: Bool { self == .lessonOrFile || self == .exercises }

  private static func gradients(of architecture: Architecture) -> [String] {
    (0..<architecture.parameterCount).map { architecture.name(of: .gradient(.parameter($0))) }
  }
}
