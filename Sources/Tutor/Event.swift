package import Diagnostics
package import Lessons
package import Networks
package import Progress
package import Screen
package import Training

/// Everything that reaches the tutor from outside: keys, lines, the answers to its effects.
package enum Event: Equatable, Codable, Sendable {
  /// The program begins, with all that it begins with.
  case start(Start)
  case key(Key)
  /// A whole line, as typed in the plain mode.
  case line(String)
  /// A click on a node or an edge of the picture.
  case select(Quantity)
  /// A click on a stop's line in the overview.
  case goTo(stop: Int)
  /// The answer to `Effect.read`: the bytes, or why there are none.
  case read(name: String, bytes: [UInt8]?, reason: Words? = nil)
  /// What the clock says, in milliseconds from any beginning; comes before what happens then.
  case time(Int)
  /// What is kept of the learner: at the beginning, and as the answer to `Effect.tellProgress`.
  case progress(KeptProgress)
  /// Whether answers can be saved: why not, or nil once they can.
  case banner(Words?)
  /// A click on an entry of the menu.
  case choose(item: Int)
  /// What is new of the other screen of a presentation.
  case presented(PresentationNews)
  /// What is new of the room in which a student takes part.
  case attended(SeatNews)
  /// The answer to `Effect.drawSeed`.
  case seed(UInt64)
  /// The lesson at hand was changed by its author.
  case revised(LessonCatalogue.Entry)
  /// What the training run has come to, after an effect.
  case trained(TrainingStatus)
  /// The answer to `Effect.derive`.
  case derivation(TrainingMoment)
  /// What the state shows was printed: pages are not stayed on.
  case printed
}
