import Testing

@testable import Screen

/// Letters of blocks: each its own shape, all lines equally wide.
@Suite struct BlockLettersTests {
  private static let alphabet = "abcdefghijklmnopqrstuvwxyz0123456789.:/-[]"

  @Test(arguments: BlockLetters.Size.allCases, [false, true])
  func everyLetterHasAShapeOfItsOwn(_ size: BlockLetters.Size, _ isASCII: Bool) throws {
    var owners: [[String]: Character] = [:]
    for letter in Self.alphabet {
      let rows = try #require(BlockLetters.rows(String(letter), size, isASCII: isASCII))
      #expect(Set(rows.map(\.count)).count == 1 && rows.joined().contains { $0 != " " })
      #expect(owners[rows] == nil, "\(letter) looks like \(String(describing: owners[rows]))")
      #expect(!isASCII || rows.joined().allSatisfy(\.isASCII))
      owners[rows] = letter
    }
    #expect(BlockLetters.rows("房", size) == nil && BlockLetters.rows("A", size) == nil)
  }

  @Test func aLine() throws {
    let rows = try #require(BlockLetters.rows("2s", .single))
    #expect(rows == ["▀▀█    ", "▄▄█ ▄█▀", "█▄▄ ▄█▀", "       "])
  }
}
