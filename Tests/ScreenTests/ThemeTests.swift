import Glibc
import ScreenTesting
import Testing

@testable import Screen

@Suite("Themes")
struct ThemeTests {
  private static let all = Theme.Name.allCases
  private static let depths: [ColorDepth] = [.few, .indexed, .direct]
  private static let roles = Role.allCases.filter { $0 != .dark }

  /// What the grounds of terminals are: black and white, VS Code's, One Dark's, Catppuccin's, Solarized's.
  private static func samples(_ ground: Theme.Ground) -> [RGB] {
    switch ground {
    case .black: [RGB(0x00_00_00)]
    case .white: [RGB(0xFF_FF_FF)]
    case .dark: [0x10_10_18, 0x1E_1E_1E, 0x28_2C_34, 0x1E_1E_2E, 0x00_2B_36].map(RGB.init)
    case .light: [0xFD_F6_E3, 0xEF_F1_F5, 0xFA_FA_FA].map(RGB.init)
    }
  }

  /// Every role against the ground that it is on, its own or any that the theme supposes.
  @Test(arguments: all, depths)
  func contrast(_ name: Theme.Name, _ depth: ColorDepth) throws {
    let theme = Theme.named(name)
    let least = theme.name == .contrast ? 7 : 4.5
    for role in Self.roles {
      guard let ink = theme.ink(of: role, depth) else { continue }
      let grounds = ink.ground.map { [RGB($0)] } ?? theme.grounds.flatMap(Self.samples)
      for ground in grounds {
        let contrast = RGB(ink.text).contrast(to: ground)
        #expect(contrast >= least, "\(role): \(contrast) on \(ground)")
      }
    }
    if theme.grounds.isEmpty {
      for role in Self.roles { #expect(theme.ink(of: role, depth)?.ground != nil) }
    }
  }

  /// Right and wrong, by their ink or their ground, as people without cones for green or red see them.
  @Test(arguments: all, depths)
  func rightAndWrong(_ name: Theme.Name, _ depth: ColorDepth) throws {
    let theme = Theme.named(name)
    let good = try #require(theme.ink(of: .good, depth)), bad = try #require(theme.ink(of: .bad, depth))
    // Differences of 1 to 2 can just be seen.
    let least = name == .colorBlind ? 30.0 : 15
    for vision in Vision.allCases {
      func difference(_ first: Color, _ second: Color) -> Double {
        RGB(first).seen(with: vision).difference(to: RGB(second).seen(with: vision))
      }
      var differences = [difference(good.text, bad.text)]
      if let first = good.ground, let second = bad.ground { differences.append(difference(first, second)) }
      #expect(try #require(differences.max()) >= least, "\(vision)")
    }
  }

  /// No two roles look the same, color and attributes together.
  @Test(arguments: all, depths)
  func rolesDiffer(_ name: Theme.Name, _ depth: ColorDepth) {
    let coloring = Coloring(.named(name), depth)
    var looks: [String: Role] = [:]
    for role in Self.roles {
      let look = "\(String(describing: coloring.ink(of: role))) \(coloring.attributes(of: Style(role)).rawValue)"
      #expect(looks[look] == nil, "\(role) looks like \(String(describing: looks[look]))")
      looks[look] = role
    }
  }

  /// Without colors every role but the plain one is seen by its attributes; a map is seen by its shades.
  @Test func withoutColor() {
    let coloring = Coloring(.named(.auto), .none)
    for role in Self.roles where role != .plain && role != .dark && role != .map {
      #expect(coloring.ink(of: role) == nil && coloring.attributes(of: Style(role)) != [])
    }
  }

  // MARK: The ruler

  /// WCAG 2.2 gives 4.54 to 1 for #767676 on white.
  @Test func knownContrasts() {
    #expect(abs(RGB(0x76_76_76).contrast(to: RGB(0xFF_FF_FF)) - 4.54) < 0.005)
    #expect(RGB(0x00_00_00).contrast(to: RGB(0xFF_FF_FF)) == 21)
  }

  /// Pairs 1, 7 and 17 of Sharma, Wu and Dalal 2005, The CIEDE2000 Color-Difference Formula, table 1.
  @Test(arguments: [
    (Lab(l: 50, a: 2.6772, b: -79.7751), Lab(l: 50, a: 0, b: -82.7485), 2.0425),
    (Lab(l: 50, a: 0, b: 0), Lab(l: 50, a: -1, b: 2), 2.3669),
    (Lab(l: 50, a: 2.5, b: 0), Lab(l: 73, a: 25, b: -18), 27.1492),
  ])
  func knownDifferences(_ first: Lab, _ second: Lab, _ expected: Double) {
    #expect(abs(first.difference(to: second) - expected) < 0.0001)
  }

  /// The cube and the ramp of grey as xterm's 256colres.h has them.
  @Test func palette() {
    #expect(Color(16).direct == 0 && Color(231).direct == 0xFF_FF_FF && Color(214).direct == 0xFF_AF_00)
    #expect(Color(232).direct == 0x08_08_08 && Color(255).direct == 0xEE_EE_EE && Color(67).direct == 0x5F_87_AF)
  }
}
