import Diagnostics

/// What lies over an activity: a line being typed, a page, the last answer.
package struct Console: Equatable, Sendable {
  package internal(set) var page = Page.walk
  /// The line being typed; nil while keys are commands.
  package internal(set) var prompt: Prompt?
  /// The character of the key that led here, where it could have begun an answer; for the next key.
  var begun: String?
  /// What the last command answered; nil once one moves on.
  package internal(set) var reply: Reply?
  var pending = Pending.none

  /// What fills the screen.
  package enum Page: Equatable, Sendable {
    /// The activity itself.
    case walk
    /// Scrolled down by so many lines.
    case help(Int)
    /// The list of all steps, one of them chosen.
    case overview(Int)
    /// The whole of an answer that is longer than its place in the walk, scrolled down by so many lines.
    case answer(Int)
    /// The derivation that the learner writes.
    case sheet
  }

  /// A line being typed, and what for.
  package struct Prompt: Equatable, Sendable {
    /// What the line is for.
    package enum Purpose: Equatable, Sendable { case command, search, answer, sheet }
    package internal(set) var purpose: Purpose
    package internal(set) var editor: LineEditor
    /// The line of the history that is shown, counted back from the newest; 0 is the line itself.
    var recalled = 0
    /// The line as it was before the history was looked through.
    var draft = ""
    /// What lines of the history are searched for; nil while none is.
    var wanted: String?
    /// What Tab offers when several names fit.
    package internal(set) var choices: [String] = []
  }

  /// Keys that wait for another one.
  enum Pending: Equatable, Sendable {
    case none
    /// Digits before `G`.
    case count(Int)
    case setMark
    case goToMark
  }
}

/// What has a console.
protocol Conversing {
  var console: Console { get set }
}

extension Conversing {
  var page: Console.Page {
    get { console.page }
    set { console.page = newValue }
  }
  var prompt: Console.Prompt? {
    get { console.prompt }
    set { console.prompt = newValue }
  }
  var reply: Reply? {
    get { console.reply }
    set { console.reply = newValue }
  }
  var pending: Console.Pending {
    get { console.pending }
    set { console.pending = newValue }
  }

  mutating func notice(_ words: Words) { reply = .notice(words) }
}
