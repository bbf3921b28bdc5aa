import Diagnostics
import YAML

/// Where answers lead: `goto` on an option.
extension LessonBuilder {
  /// An answer that leads to a block.
  struct Way {
    let from: String
    let target: String
    /// Where the file says so; nil where the translation does.
    let place: Range<Int>?
  }

  mutating func noteWays(of ask: Ask, _ fields: Fields) {
    for index in ask.options.indices {
      guard let (value, isOwn) = fields.entry(index, of: "options")["goto"], let target = value.scalar else { continue }
      ways.append(Way(from: ask.id, target: target.text, place: isOwn ? target.range : nil))
    }
  }

  /// Every target exists, and from every screen some answer leads on to the end.
  mutating func checkWays(of lesson: Lesson) {
    guard !ways.isEmpty else { return }
    let screens = lesson.screens
    let ids = lesson.elements.compactMap(\.id)
    for way in ways where !ids.contains(way.target) {
      guard let place = way.place else { continue }
      report(NameFault.unknownBlock(way.target, nearest: Suggestion.nearest(to: way.target, in: ids)), at: place)
    }
    var leadsOn = Array(repeating: false, count: screens.count) + [true]
    let exits = screens.indices.map { lesson.exits(ofScreen: $0, screens) }
    var isChanging = true
    while isChanging {
      isChanging = false
      for screen in screens.indices.reversed() where !leadsOn[screen] && exits[screen].contains(where: { leadsOn[$0] })
      {
        leadsOn[screen] = true
        isChanging = true
      }
    }
    for way in ways {
      guard let place = way.place, let screen = lesson.screen(ofID: way.target), !leadsOn[screen] else { continue }
      report(NameFault.trap(way.target), at: place)
    }
  }
}

extension Lesson {
  /// The screen with the block of that id, from 0.
  package func screen(ofID id: String) -> Int? { screens.firstIndex { $0.contains { $0.id == id } } }

  /// The screens that the answers of a screen lead to; one behind the last is the end.
  fileprivate func exits(ofScreen number: Int, _ screens: [[Element]]) -> Set<Int> {
    guard case .ask(let ask)? = screens[number].last?.content, !ask.options.isEmpty else { return [number + 1] }
    var exits: Set<Int> = []
    for option in ask.options {
      if let target = option.goto {
        if let screen = screens.firstIndex(where: { $0.contains { $0.id == target } }) { exits.insert(screen) }
      } else if option.right != .never || ask.mode == .guess {
        exits.insert(number + 1)
      }
    }
    return exits
  }
}

extension Ask {
  /// What there is to choose from as the answer; nothing where it is typed.
  package var options: [Option] {
    switch kind {
    case .choice(let options), .poll(let options): options
    case .number, .expression, .sign, .chain, .faded, .bug, .text: []
    }
  }
}
