import Diagnostics
import Expressions
import Networks
import Screen
import Testing
@testable import Tutor
import TutorViews

/// Screens that were looked at stay as they are, in every size, language and notation.
struct GoldenScreensTests {
  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)]

  @Test(arguments: GoldenStates.all.map(\.name))
  func screens(_ name: String) throws {
    let example = try #require(GoldenStates.all.first { $0.name == name })
    GoldenFile(name).check(Self.sections(example.state, sizes: Self.sizes))
  }

  /// Lessons are in a language from their beginning.
  @Test(arguments: GoldenLessons.all.keys.sorted())
  func lessons(_ name: String) throws {
    let keys = try #require(GoldenLessons.all[name])
    try check(name) { GoldenLessons.state($0, keys) }
  }

  @Test(arguments: GoldenLessons.presented.keys.sorted())
  func presentations(_ name: String) throws {
    let example = try #require(GoldenLessons.presented[name])
    try check(name) { GoldenLessons.presentation($0, example) }
  }

  /// The menu, whose lessons and skills are named in the language of its beginning.
  @Test(arguments: GoldenHome.all.keys.sorted())
  func menu(_ name: String) {
    #expect(GoldenHome.state(.en, name).library.count == 9)
    GoldenFile(name).check(Self.sections(sizes: Self.sizes) { GoldenHome.state($0, name) })
  }

  @Test func preview() throws { try check("preview-notes", GoldenLessons.preview) }

  /// Screens of states that could not be made are no screens, in either language.
  private func check(_ name: String, _ state: (Language) -> State?) throws {
    let states = try Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, try #require(state($0))) })
    GoldenFile(name).check(
      Self.sections(sizes: Self.sizes) { states[$0] ?? State(network: BundledNetworks.default, language: $0) })
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

  /// The English screen of each size in Unicode as a whole; of the others what is not like it, and of Chinese in ASCII
  /// what does not follow from the language and from the notation alone.
  private static func sections(_ state: State, sizes: [Size]) -> [(heading: String, lines: [String])] {
    sections(sizes: sizes) { language in
      var state = state
      state.language = language
      return state
    }
  }

  private static func sections(
    sizes: [Size], _ state: (Language) -> State
  ) -> [(heading: String, lines: [String])] {
    var sections: [(heading: String, lines: [String])] = []
    for size in sizes {
      func screen(_ language: Language, _ notation: TextStyle) -> GoldenText {
        var state = state(language)
        state.notation = notation
        return GoldenText(View.render(state, size))
      }
      let first = screen(.en, .unicode)
      let (ascii, chinese) = (screen(.en, .ascii), screen(.zh, .unicode))
      let both = screen(.zh, .ascii).written(expecting: first.expecting(ascii, and: chinese))
      let name = "\(size.columns)×\(size.rows)"
      sections += [
        ("\(name) en unicode", first.written()), ("\(name) en ascii", ascii.written(expecting: first)),
        ("\(name) zh unicode", chinese.written(expecting: first)), ("\(name) zh ascii", both),
      ]
    }
    return sections
  }
}
