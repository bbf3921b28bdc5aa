import Screen
import Testing

@testable import Terminal

@Suite("Decoding keys")
struct KeyDecoderTests {
  /// The keys of bytes that come in one read; at the end the rest is given up.
  private func keys(_ bytes: [UInt8], isUTF8: Bool = true) -> [Key] {
    var decoder = KeyDecoder()
    decoder.isUTF8 = isUTF8
    return keys(of: [bytes], &decoder)
  }

  private func keys(of reads: [[UInt8]], _ decoder: inout KeyDecoder) -> [Key] {
    var result: [Key] = []
    for read in reads {
      decoder.append(read)
      while let key = decoder.next() { result.append(key) }
    }
    if decoder.waitLimit != nil, let last = decoder.giveUpWaiting() { result.append(last) }
    return result
  }

  private static let known: [(String, [Key])] = [
    ("a", [.character("a")]), ("∂", [.character("∂")]), ("链式", [.character("链"), .character("式")]),
    ("𝜕", [.character("𝜕")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
    ("\u{8}", [.backspace]), ("\u{12}", [.control("r")]), ("\u{1A}", [.control("z")]), ("\u{0}", [.control("@")]),
    ("\u{1F}", [.control("_")]), ("\u{1B}", [.escape]), ("\u{1B}x", [.meta("x")]), ("\u{1B}∂", [.meta("∂")]),
    ("\u{1B}\u{7F}", [.control("w")]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}[", [.meta("[")]),
    ("\u{1B}O", [.meta("O")]), ("\u{1B}\r", [.escape, .enter]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", [.up, .down, .right, .left]),
    ("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", [.home, .end, .home, .end]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", [.insert, .delete, .pageUp, .pageDown]), ("\u{1B}[Z", [.backTab]),
    ("\u{1B}OP\u{1B}[11~\u{1B}[[A", [.function(1), .function(1), .function(1)]),
    ("\u{1B}OS\u{1B}[15~\u{1B}[24~", [.function(4), .function(5), .function(12)]),
    ("\u{1B}[1;5C\u{1B}[1;5D\u{1B}[1;3C", [.meta("f"), .meta("b"), .meta("f")]), ("\u{1B}[1;2A", [.up]),
    ("\u{1B}[1;2P", [.function(1)]), ("\u{1B}[3;5~", [.delete]), ("\u{1B}OM\u{1B}Oq", [.enter, .character("1")]),
    ("\u{1B}[<0;11;6M", [.click(Point(column: 10, row: 5))]), ("\u{1B}[<0;11;6m", []), ("\u{1B}[<64;1;1M", [.wheelUp]),
    ("\u{1B}[<65;1;1M", [.wheelDown]), ("\u{1B}[<2;1;1M\u{1B}[<35;1;1M", []),
    ("\u{1B}[<0;0;99999999999999999999M", [.click(Point(column: 0, row: 9998))]),
    // Nothing that we know: swallowed whole, what follows counts.
    ("\u{1B}[?1;2cq", [.character("q")]), ("\u{1B}[27;5;9~q", [.character("q")]),
    ("\u{1B}[I\u{1B}[Oq", [.character("q")]),
    ("\u{1B}[M !!q", [.character("q")]), ("\u{1B}[12\u{3}", [.control("c")]),
    ("\u{1B}[99999999999999999999~q", [.character("q")]), ("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}q", [.character("q")]),
    ("\u{1B}]11;rgb:ff/ff/ff\u{1B}\\q", [.character("q")]), ("\u{1B}]", [.meta("]")]),
    ("\u{1B}]11;rgb\u{1B}[A", [.up]), ("\u{1B}]1\u{3}", [.control("c")]),
  ]

  @Test("every form of every key", arguments: known)
  func decodes(bytes: String, expected: [Key]) {
    #expect(keys(Array(bytes.utf8)) == expected)
  }

  @Test("however the bytes are cut, the keys are the same", arguments: known)
  func split(bytes: String, expected: [Key]) {
    let bytes = Array(bytes.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      #expect(keys(of: [Array(bytes[..<cut]), Array(bytes[cut...])], &decoder) == expected, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    #expect(keys(of: bytes.map { [$0] }, &decoder) == expected, "byte by byte")
  }

  @Test("an ESC waits for 100 ms, nothing else makes anybody wait")
  func waiting() {
    var decoder = KeyDecoder()
    #expect(decoder.waitLimit == nil)
    decoder.append([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.waitLimit == 100)
    #expect(decoder.giveUpWaiting() == .escape)
    #expect(decoder.waitLimit == nil)
    decoder.append(Array("a".utf8))
    #expect(decoder.next() == .character("a"))
    #expect(decoder.waitLimit == nil)
  }

  @Test("text that is not UTF-8 gives no keys and stops none")
  func invalid() {
    let ab: [Key] = [.character("a"), .character("b")]
    for bytes: [UInt8] in [
      [0x80], [0xC0, 0x80], [0xFF], [0xE9], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x88],
    ] {
      #expect(keys([0x61] + bytes + [0x62]) == ab, "\(bytes)")
    }
    // Characters that nobody types.
    for text in ["\u{9B}", "\u{202E}", "\u{200B}", "\u{E000}"] { #expect(keys(Array("a\(text)b".utf8)) == ab) }
  }

  @Test("in another encoding than UTF-8 only ASCII counts")
  func otherEncoding() {
    #expect(keys([0x61, 0xE9, 0xC3, 0xA9, 0x62], isUTF8: false) == [.character("a"), .character("b")])
  }

  @Test("a terminal's own sequences come first")
  func ownSequences() {
    var decoder = KeyDecoder()
    decoder.ownSequences = [(Array("\u{1B}[28~".utf8), .function(1))]
    #expect(keys(of: [Array("\u{1B}[2".utf8), Array("8~q".utf8)], &decoder) == [.function(1), .character("q")])
  }

  @Test("no bytes trap or hang, and none waits for ever")
  func random() {
    var generator = SystemRandomNumberGenerator()
    let alphabet: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x30, 0x32, 0x39, 0x7E, 0x4D, 0x6D, 0xE2, 0x88, 0x82, 0x41, 0x00, 0xFF,
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      var decoder = KeyDecoder()
      decoder.append(bytes)
      var found = 0
      while decoder.next() != nil { found += 1 }
      while decoder.waitLimit != nil { _ = decoder.giveUpWaiting() }
      #expect(found <= bytes.count && !decoder.hasBytes, "\(bytes)")
    }
  }
}
