import ScreenTesting
import Testing

@testable import Classroom

/// The colors of the phone's page, light and dark, as WCAG measures them.
@Suite struct PageColorsTests {
  private let page = RoomPage.html(RoomCode("f3k9-qa") ?? .random())

  enum Scheme: CaseIterable { case light, dark }

  /// The page's own names for its colors, by scheme.
  private func colors(_ scheme: Scheme) throws -> [String: RGB] {
    let blocks = page.matches(of: /:root \{([^}]*)\}/).map(\.output.1)
    #expect(blocks.count == 2)
    let dark = try #require(page.firstRange(of: "prefers-color-scheme: dark"))
    let block = try #require(scheme == .light ? blocks.first : blocks.last)
    #expect((block.startIndex > dark.lowerBound) == (scheme == .dark))
    var colors: [String: RGB] = [:]
    for match in block.matches(of: /--([a-z]+): #([0-9a-f]+)/) {
      let digits = match.output.2.count == 3 ? match.output.2.map { "\($0)\($0)" }.joined() : String(match.output.2)
      colors[String(match.output.1)] = RGB(try #require(Int(digits, radix: 16)))
    }
    return colors
  }

  /// Which color is written on which, as the page's rules have it.
  private static let texts = [
    ("ink", "back"), ("ink", "field"), ("faint", "back"), ("lit", "back"), ("good", "back"), ("bad", "back"),
    ("back", "lit"),
  ]

  @Test(arguments: Scheme.allCases) func everyTextIsReadable(_ scheme: Scheme) throws {
    let colors = try colors(scheme)
    #expect(Set(colors.keys) == ["back", "ink", "faint", "line", "lit", "good", "bad", "field"])
    for (text, ground) in Self.texts {
      let (above, below) = (try #require(colors[text]), try #require(colors[ground]))
      let contrast = above.contrast(to: below)
      #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
    }
  }

  /// A button that cannot be pressed yet is paler, its text still readable.
  @Test(arguments: Scheme.allCases) func soIsWhatWaits(_ scheme: Scheme) throws {
    let colors = try colors(scheme)
    let opacity = try #require(page.firstMatch(of: /button:disabled \{ opacity: (\.[0-9]+)/)?.output.1)
    let share = Double("0\(opacity)") ?? 0
    let back = try #require(colors["back"])
    for (text, ground) in [("ink", "field"), ("back", "lit")] {
      let (above, below) = (try #require(colors[text]), try #require(colors[ground]))
      let contrast = above.over(back, share).contrast(to: below.over(back, share))
      #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
    }
  }

  /// The edge of a button or a field is seen (WCAG 2.2, 1.4.11), and so is the lit path beside the others.
  @Test(arguments: Scheme.allCases) func edgesAreSeen(_ scheme: Scheme) throws {
    let colors = try colors(scheme)
    for name in ["line", "lit"] {
      let (edge, back) = (try #require(colors[name]), try #require(colors["back"]))
      let contrast = edge.contrast(to: back)
      #expect(contrast >= 3, "\(name): \(contrast)")
    }
  }
}
