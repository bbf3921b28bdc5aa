package import Diagnostics
import Expressions
package import Lessons
package import Networks
import Screen
import Traces

/// A lesson as a document: what it says, shows and asks, screen by screen, the notation still open.
///
/// One builder makes it; HTML, slides, LaTeX and Markdown are writers of it. Text in it is raw: each writer escapes for
/// its own format.
package struct LessonDocument {
  package let title: String
  package let language: Language
  /// The lesson's network at its own numbers, as a picture.
  let picture: NetworkPicture
  /// The names of its quantities in the lesson's notation.
  let letters: NameTable?
  /// Significant digits of every number that people read.
  static let digits = 6
  package private(set) var sections: [Section] = []

  /// A screen of the lesson.
  package struct Section {
    /// From 1.
    let number: Int
    var blocks: [Block] = []
    /// For the presenter only.
    var notes: [String] = []
  }

  enum Block {
    case prose(Prose.Block)
    /// The network, with what is lit in it.
    case picture(NetworkPicture)
    case plot(LinePlot, sentences: [String])
    case derivation(Mathematics, steps: [Mathematics])
    case task(Task)
  }

  /// A question, or numbers to move.
  struct Task {
    /// From 1; nil for what is not counted.
    let number: Int?
    let prompt: String
    /// What it brings along: given numbers, tiles, someone's lines.
    var material: [Mathematics] = []
    var isNumbered = false
    var options: [String] = []
    /// Reasons to choose from once the wrong line is found.
    var reasons: [String] = []
    /// Lines to write the answer on.
    var room = 0
    /// nil without answers, and where nothing is right or wrong.
    var answer: Answer?
  }

  struct Answer {
    var words: String?
    var formula: Mathematics?
    var steps: [Mathematics] = []
    /// Of options and reasons those that are right, from 0.
    var right: Set<Int> = []
    var rightReasons: Set<Int> = []
    /// What is said to a learner who gives it.
    var said: [String] = []
  }

  /// A line of mathematics: sides of an equation, or text where it is none.
  enum Mathematics {
    case equation([Expression])
    /// Words, then such a line.
    indirect case labelled(String, Mathematics)
    /// Lines one behind the other: given values.
    case list([Mathematics])
    case text(String)
  }

  /// The lesson on the numbers of `base`, its author's own ones drawn by the seed.
  ///
  /// Without answers there is room for them. Cost: that of finding the answers.
  package init(_ lesson: Lesson, base: Network, seed: UInt64? = nil, hasAnswers: Bool) {
    let drawn = lesson.drawn(seed: seed)
    title = lesson.title
    language = lesson.language
    picture = NetworkPicture(Trace(base, goals: []), goal: nil, language: lesson.language)
    letters = lesson.network.architecture.letters
    var builder = LessonDocumentBuilder(drawn, base: base, hasAnswers: hasAnswers)
    for (index, screen) in drawn.screens.enumerated() {
      let section = builder.section(screen, number: index + 1)
      if !section.blocks.isEmpty || !section.notes.isEmpty { sections.append(section) }
    }
  }
}

extension LessonDocument {
  /// Mathematics that is on lines of its own.
  enum Display {
    /// left = right = right …, a row for each equals sign.
    case chain(Expression, [Expression])
    case line(Mathematics)
  }

  /// Equations that follow each other and have the same left side are one chain; what says nothing new is left out.
  static func displays(_ lines: [Mathematics]) -> [Display] {
    var displays: [Display] = []
    for line in lines {
      guard case .equation(let sides) = line, let left = sides.first, sides.count > 1 else {
        displays.append(.line(line))
        continue
      }
      if case .chain(left, let known)? = displays.last {
        displays[displays.count - 1] = .chain(
          left, known + sides.dropFirst().filter { $0 != left && !known.contains($0) })
      } else {
        displays.append(.chain(left, sides.dropFirst().filter { $0 != left }))
      }
    }
    return displays
  }
}
