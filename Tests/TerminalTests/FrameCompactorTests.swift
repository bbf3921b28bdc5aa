import Testing

@testable import Terminal
@testable import TerminalTesting

/// Fewer bytes for the same screen.
@Suite struct FrameCompactorTests {
  private func compacted(_ text: String) -> String {
    var compactor = FrameCompactor()
    return String(decoding: compactor.compact(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    // Bold in a coloured bar, as ncurses says it.
    (
      "\u{1B}[38;5;255m\u{1B}[48;5;238m a\u{1B}(B\u{1B}[0;1m\u{1B}[38;5;255m\u{1B}[48;5;238mb\u{1B}(B\u{1B}[m\u{1B}[38;5;255m\u{1B}[48;5;238mc",
      "\u{1B}[48;5;238m \u{1B}[38;5;255ma\u{1B}(B\u{1B}[1mb\u{1B}[22mc"
    ),
    // All rows scroll at first, however many the window has; then those that ncurses names.
    ("\u{1B}[1;24ra\u{1B}[5;9rb", "\u{1B}[ra\u{1B}[5;9rb"),
    // Blanks show no colour of text, and keep a ground and a line.
    ("\u{1B}[31ma\u{1B}[m \u{1B}[31mb", "\u{1B}[31ma b"),
    ("\u{1B}[41ma\u{1B}[m b", "\u{1B}[41ma\u{1B}[m b"),
    ("\u{1B}[4ma\u{1B}[m b", "\u{1B}[4ma\u{1B}[m b"),
    ("a\u{1B}[31;4m b", "a\u{1B}[4;31m b"),
    // What erases takes the ground along.
    ("\u{1B}[1;44ma\u{1B}[m\u{1B}[K", "\u{1B}[1;44ma\u{1B}[49m\u{1B}[K"),
    // Movement needs no attributes.
    ("\u{1B}[1ma\u{1B}[m\u{1B}[5;7H\u{1B}[1mb", "\u{1B}[1ma\u{1B}[5;7Hb"),
    // Only what is not understood is left alone, and all after it.
    ("\u{1B}[38;2;1;2;3ma\u{1B}[m\u{1B}[m", "\u{1B}[38;2;1;2;3ma\u{1B}[m\u{1B}[m"),
    ("\u{1B}[", "\u{1B}["), ("\u{1B}", "\u{1B}"), ("\u{1B}[?25l\r\n", "\u{1B}[?25l\r\n"), ("", ""),
  ])
  func examples(_ frame: String, _ expected: String) {
    #expect(compacted(frame) == expected)
  }

  @Test func attributesLastFromFrameToFrame() {
    var compactor = FrameCompactor()
    #expect(compactor.compact(Array("\u{1B}[1ma\u{1B}[m".utf8)) == Array("\u{1B}[1ma".utf8))
    #expect(compactor.compact(Array("\u{1B}[1mb".utf8)) == Array("b".utf8))
    #expect(compactor.settle() == Array("\u{1B}[m".utf8))
    #expect(compactor.compact(Array("c".utf8)) == Array("\u{1B}[1mc".utf8))
  }

  /// Two emulators, one with the bytes as they were: every character looks the same, and every blank as far as one can see.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func anyFrameLooksTheSame(seed: UInt64) {
    var random = SplitMix(seed)
    var compactor = FrameCompactor()
    let (plain, compact) = (VirtualTerminal(columns: 12, rows: 4), VirtualTerminal(columns: 12, rows: 4))
    var (before, after) = (0, 0)
    for _ in 0..<8 {
      let frame = (0..<random.below(60)).map { _ in Self.piece(&random) }.joined().utf8
      let less = compactor.compact(Array(frame))
      plain.feed(Array(frame))
      compact.feed(less)
      (before, after) = (before + frame.count, after + less.count)
      for row in 0..<4 {
        for column in 0..<12 {
          #expect(Self.visible(plain.cell(column, row)) == Self.visible(compact.cell(column, row)))
        }
      }
    }
    #expect(after < before)
  }

  private static func visible(_ cell: ScreenCell) -> ScreenCell {
    // Without text it is the right half of a character, or what is left of one.
    guard cell.text == " " || cell.text.isEmpty, !cell.isUnderlined, !cell.isReversed else { return cell }
    var seen = cell
    (seen.isBold, seen.foreground) = (false, nil)
    return seen
  }

  private static func piece(_ random: inout SplitMix) -> String {
    switch random.below(12) {
    case 0...2: ["a", "∂E", "  ", " x ", "链", "─"][random.below(6)]
    case 3: "\u{1B}(B\u{1B}[m"
    case 4: "\u{1B}[\(1 + random.below(4));\(1 + random.below(12))H"
    case 5:
      ["\u{1B}[K", "\u{1B}[1K", "\u{1B}[3X", "\u{1B}[2P", "\u{1B}[2@", "\u{1B}[J", "\u{1B}[L", "\u{1B}[M"][
        random.below(8)]
    case 6: "\u{1B}[0;\([1, 2, 4, 7][random.below(4)])m"
    case 7: "\u{1B}[\([22, 24, 27, 39, 49][random.below(5)])m"
    case 8: "\u{1B}[38;5;\(random.below(256))m"
    case 9: "\u{1B}[48;5;\(random.below(256))m"
    case 10: "\u{1B}[\(30 + random.below(8));\(100 + random.below(8))m"
    default: "\u{1B}[\([1, 4, 7][random.below(3)])m"
    }
  }
}

/// Sebastiano Vigna's SplitMix64: the same numbers in every run.
private struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
