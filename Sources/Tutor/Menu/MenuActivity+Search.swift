import Diagnostics
import Expressions
package import Lessons
import Networks
import Progress
import Skills
import Traces

/// Searching in the menu: lessons by their names and skills, their screens by what they say, steps of the walk.
extension MenuActivity {
  /// Searches for what a line says, or shows all entries again.
  mutating func find(_ line: LineEditor?, _ shared: Shared) {
    found = line.map { self.found($0.text, shared) } ?? []
    search = line
    selected = 0
  }

  /// Of screens and of steps each, more than this are not listed.
  private static let maxFound = 100

  /// All lessons while nothing is asked for; of names either language counts, of what a screen says the one at hand.
  private func found(_ text: String, _ shared: Shared) -> [Item] {
    let wanted = SearchText(text)
    if wanted.isEmpty { return shared.library.map { .lesson($0.id) } }
    func fits(_ texts: [String]) -> Bool { texts.contains { SearchText($0).contains(wanted) } }
    let lessons = shared.library.filter { entry in
      let titles = Array(entry.summary.titles.values)
      let skills = entry.outline.skills.flatMap { [$0.rawValue, $0.name.en, $0.name.zh] }
      return fits([entry.id, entry.stem] + titles + skills)
    }
    let screens = shared.library.lazy.flatMap { entry in
      entry.searchTexts(in: shared.language).enumerated().lazy
        .filter { $0.element.contains { $0.contains(wanted) } }
        .map { Item.screen(lesson: entry.id, $0.offset) }
    }
    let trace = walk.trace
    let steps = trace.steps.lazy.filter { step in
      let title = trace.title(of: step, .ascii)
      return fits([trace.network.architecture.name(of: step.quantity), title.en, title.zh])
    }
    return lessons.map { .lesson($0.id) } + screens.prefix(Self.maxFound)
      + steps.prefix(Self.maxFound).map { .step($0.id) }
  }

  /// The part of a screen in which what is searched for is.
  package func foundText(
    _ lesson: String, screen: Int, _ shared: Shared
  ) -> (text: SearchText, hit: Range<Int>)? {
    guard let search, let entry = shared.library.first(where: { $0.id == lesson }) else { return nil }
    let (wanted, screens) = (SearchText(search.text), entry.searchTexts(in: shared.language))
    guard screens.indices.contains(screen), let text = screens[screen].first(where: { $0.contains(wanted) }) else {
      return nil
    }
    return text.range(of: wanted).map { (text, $0) }
  }
}
