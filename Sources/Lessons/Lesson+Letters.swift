package import Networks

extension Lesson {
  /// The lesson in other letters.
  ///
  /// A block whose network has letters of its own, other than the lesson's, is about those and keeps them; so does a network
  /// in which two quantities would have one name.
  package func lettered(in letters: Notation) -> Lesson {
    let own = network.architecture.notation
    func lettered(_ network: Network) -> Network {
      network.architecture.letters != nil && network.architecture.notation != own
        ? network : (try? network.lettered(in: letters)) ?? network
    }
    var lesson = self
    lesson.network = (try? network.lettered(in: letters)) ?? network
    for number in lesson.elements.indices {
      switch lesson.elements[number].content {
      case .show(var show):
        show.setting.network = show.setting.network.map(lettered)
        lesson.elements[number].content = .show(show)
      case .ask(var ask):
        ask.setting.network = ask.setting.network.map(lettered)
        for place in ask.undrawn.indices {
          ask.undrawn[place].setting.network = ask.undrawn[place].setting.network.map(lettered)
        }
        lesson.elements[number].content = .ask(ask)
      case .attempt(var attempt):
        attempt.setting.network = attempt.setting.network.map(lettered)
        lesson.elements[number].content = .attempt(attempt)
      case .plot(var plot):
        plot.setting.network = plot.setting.network.map(lettered)
        lesson.elements[number].content = .plot(plot)
      case .prose, .pause, .note, .light: break
      }
    }
    return lesson
  }
}
