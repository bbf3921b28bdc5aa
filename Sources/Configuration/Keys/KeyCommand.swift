/// What a key asks for, by its name in the configuration file.
///
/// Which key that is, `Keymap` says.
package enum KeyCommand: String, CaseIterable, Sendable {
  // Moving.
  case next, back, enter, first, last
  case nextFactor = "next-factor"
  case previousFactor = "previous-factor"
  case nextSection = "next-section"
  case previousSection = "previous-section"
  case skip
  case pageForward = "page-forward"
  case pageBack = "page-back"
  case mark
  case goToMark = "go-to-mark"
  case search
  case searchNext = "search-next"
  case searchPrevious = "search-previous"

  // Questions.
  case answer, hint, compare, predict

  // What is shown.
  case explain
  case showAll = "show-all"
  case switchForm = "switch-form"
  case fold
  case switchPicture = "switch-picture"
  case overview, help, close

  // Numbers.
  case selectNext = "select-next"
  case selectPrevious = "select-previous"
  case raise, lower, undo, redo

  // Elsewhere.
  case walk, practise, skills
  case nextLesson = "next-lesson"
  case previousLesson = "previous-lesson"
  case commandLine = "command-line"
  case switchLanguage = "switch-language"
  case leave, redraw, suspend

  // In front of a room.
  case dark, notes, tally, door, countdown, play, spotlight
  case spotlightBack = "spotlight-back"
  case enlarge

  // Training and replaying.
  case run
  case farForward = "far-forward"
  case farBack = "far-back"
  case faster, slower
  case nextSample = "next-sample"
  case previousSample = "previous-sample"
  case nextPlot = "next-plot"
  case previousPlot = "previous-plot"
  case derive
}

/// What a key asks for while a line is typed.
package enum LineCommand: String, CaseIterable, Sendable {
  case submit, cancel, hint, complete, older, newer
  case searchHistory = "search-history"

  // Moving the cursor.
  case left, right
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case wordLeft = "word-left"
  case wordRight = "word-right"

  // Deleting, and putting back what was cut.
  case deleteLeft = "delete-left"
  case deleteRight = "delete-right"
  case deleteWordLeft = "delete-word-left"
  case deleteWordRight = "delete-word-right"
  case deleteToStart = "delete-to-start"
  case deleteToEnd = "delete-to-end"
  case yank, transpose
}
