import Diagnostics
import Expressions
import Networks
import Screen
import Testing
import Tutor
import TutorViews

/// Screens that were looked at stay as they are, in every size, language and notation.
struct GoldenScreensTests {
  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)]

  @Test(arguments: GoldenStates.all.map(\.name))
  func screens(_ name: String) throws {
    let example = try #require(GoldenStates.all.first { $0.name == name })
    GoldenFile(name).check(Self.sections(example.state, sizes: Self.sizes))
  }

  /// A screen that is too small says so, whatever is on it.
  @Test func smallScreen() throws {
    let example = try #require(GoldenStates.all.first)
    let sizes = [Size(columns: 20, rows: 5)]
    let sections = Self.sections(example.state, sizes: sizes)
    GoldenFile("too-small").check(sections)
    for other in GoldenStates.all where other.network().architecture.parameterCount < 1_000 {
      #expect(Self.sections(other.state, sizes: sizes).map(\.lines) == sections.map(\.lines), "\(other.name)")
    }
  }

  private static func sections(_ state: State, sizes: [Size]) -> [(heading: String, lines: [String])] {
    var sections: [(heading: String, lines: [String])] = []
    for size in sizes {
      for language in [Language.en, .zh] {
        for notation in [TextStyle.unicode, .ascii] {
          var state = state
          state.language = language
          state.notation = notation
          let heading = "\(size.columns)×\(size.rows) \(language) \(notation.rawValue)"
          sections.append((heading, GoldenText(View.render(state, size)).lines))
        }
      }
    }
    return sections
  }
}
