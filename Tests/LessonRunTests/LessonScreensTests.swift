import Diagnosis
import Diagnostics
import Expressions
import LessonTesting
import Lessons
import Networks
import Screen
import Testing

@testable import Tutor
@testable import TutorViews

/// The screens of lessons, those that come with the program among them.
struct LessonScreensTests {
  private static let lessons: [LessonCatalogue.Entry] = {
    var context = LessonContext()
    context.networkFiles = Curriculum.networks
    return LessonCatalogue(Curriculum.lessons, context: context).entries + SampleLessons.all
  }()

  private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "？", "！", "）", "”"]

  @Test func thereAreLessons() { #expect(Self.lessons.count > 20) }

  /// At 80×24 everything that a screen says and asks is on it at once.
  @Test(arguments: Language.allCases) func everythingIsOnTheScreen(_ language: Language) throws {
    for entry in Self.lessons {
      var state = try #require(LessonSolver.begin(entry, language))
      let count = try #require(state.lesson?.screens.count)
      for screen in 0..<count {
        state.go(toScreen: screen)
        let view = try #require(LessonView(state, Typesetter(state)))
        let lines = View.render(state, Size(columns: 80, rows: 24)).lines
        for row in view.prose(columns: 76) + view.task(columns: 76) where !row.text.isEmpty {
          let text = row.text.trimmed
          #expect(lines.contains { $0.contains(text) }, "\(entry.id) \(language) screen \(screen + 1): \(text)")
        }
      }
    }
  }

  /// No line begins with what belongs to the end of the line before.
  @Test func punctuationStaysBehindItsWord() throws {
    for entry in Self.lessons {
      var state = try #require(LessonSolver.begin(entry, .zh))
      let count = try #require(state.lesson?.screens.count)
      for screen in 0..<count {
        state.go(toScreen: screen)
        let view = try #require(LessonView(state, Typesetter(state)))
        for row in view.prose(columns: 60) + view.task(columns: 60) {
          let first = row.text.first { $0 != " " }
          #expect(first.map { Self.closing.contains($0) } != true, "\(entry.id): \(row.text)")
        }
      }
    }
  }

  /// Whatever was answered and however large the screen is, nothing is cut in the middle of a character, and the same
  /// state draws the same screen.
  @Test(arguments: Language.allCases) func anySizeWillDo(_ language: Language) throws {
    var random = RandomSource(seed: 11)
    for entry in SampleLessons.all {
      var state = try #require(LessonSolver.begin(entry, language))
      for round in 0..<200 {
        _ = state.update(.time(round * 400))
        _ = state.update(Self.events[Int(random.next() % UInt64(Self.events.count))])
        let size = Size(columns: 20 + Int(random.next() % 180), rows: 5 + Int(random.next() % 55))
        let grid = View.render(state, size)
        #expect(grid == View.render(state, size))
        for line in grid.lines { #expect(Screen.width(of: line) <= size.columns) }
        state.notation = random.next() & 1 == 0 ? .unicode : .ascii
      }
    }
  }

  private static let events: [Event] =
    ["s", "s", "s", "H", "a", "c", "w", "o", "?", "v", "e", "+", "-", "u", "1", "2", "3", "]", "g", "G"].map {
      .key(.character($0))
    } + [
      .key(.right), .key(.right), .key(.right), .key(.left), .key(.enter), .key(.escape), .key(.escape), .key(.tab),
      .key(.backTab), .line("0.2769"), .line("-0.96"), .line("1 2"), .line("lang zh"), .line("lang en"),
      .line("set w5=1"), .line("out_h1"), .line(":lesson"), .select(.parameter(4)), .goTo(stop: 3), .seed(5),
    ]
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
