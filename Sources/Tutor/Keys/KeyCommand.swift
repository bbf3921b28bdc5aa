/// What a key asks for; which key that is, `Keymap` says.
package enum KeyCommand: String, CaseIterable, Codable, Sendable {
  // Moving.
  case next, back, enter, first, last
  case nextFactor, previousFactor, nextSection, previousSection, skip
  case pageForward, pageBack
  case mark, goToMark
  case search, searchNext, searchPrevious

  // Questions.
  case answer, hint, compare, predict

  // What is shown.
  case explain, showAll, switchForm, fold, overview, help, close

  // Numbers.
  case selectNext, selectPrevious, raise, lower, undo, redo

  // Elsewhere.
  case walk, practise, skills, nextLesson, previousLesson, commandLine, switchLanguage, leave
  case redraw, suspend

  // In front of a room.
  case dark, notes

  // Training.
  case run, farForward, farBack, faster, slower, nextSample, previousSample, nextPlot, previousPlot, derive
}
