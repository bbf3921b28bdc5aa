import Screen
import Testing

@testable import Terminal

@Suite("Pastes")
struct PasteTests {
  private func keys(_ reads: String...) -> [Key] {
    var decoder = KeyDecoder()
    var result: [Key] = []
    for read in reads {
      decoder.append(Array(read.utf8))
      while let key = decoder.next() { result.append(key) }
    }
    return result
  }

  @Test("a paste is one piece of text, however it arrives")
  func whole() {
    #expect(keys("\u{1B}[200~qq 链\u{1B}[201~q") == [.paste("qq 链"), .character("q")])
    #expect(keys("\u{1B}[20", "0~q", "q\u{1B}", "[20", "1~q") == [.paste("qq"), .character("q")])
    #expect(keys("\u{1B}[200~\u{1B}[201~") == [.paste("")])
  }

  @Test("what is pasted cannot act: controls are shown, line ends become line feeds")
  func harmless() {
    #expect(
      keys("\u{1B}[200~a\u{1B}[31m\u{3}\u{1A}\u{9B}b\u{1B}[201~") == [.paste("a\u{FFFD}[31m\u{FFFD}\u{FFFD}\u{FFFD}b")])
    #expect(keys("\u{1B}[200~a\rb\r\nc\nd\u{1B}[201~") == [.paste("a\nb\nc\nd")])
    // Almost the end mark, and the end mark after half of itself.
    #expect(keys("\u{1B}[200~a\u{1B}[202~\u{1B}[20\u{1B}[201~") == [.paste("a\u{FFFD}[202~\u{FFFD}[20")])
  }

  @Test("a megabyte is capped, and no character is cut")
  func capped() {
    guard
      case .paste(let text) = keys("\u{1B}[200~" + String(repeating: "1234链", count: 150_000) + "\u{1B}[201~q").first
    else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count <= KeyDecoder.pasteLimit && text.utf8.count > KeyDecoder.pasteLimit - 8)
    #expect(!text.contains("\u{FFFD}"))
  }

  @Test("what comes after a pause still belongs to the paste, wherever it was cut")
  func paused() {
    var decoder = KeyDecoder()
    func arrive(_ bytes: some Sequence<UInt8>) -> Key? {
      decoder.append(bytes)
      return decoder.next()
    }
    #expect(arrive(Array("\u{1B}[200~w5".utf8) + [0xE9, 0x93]) == nil)
    #expect(decoder.waitLimit == 1_000)
    #expect(decoder.giveUpWaiting() == .paste("w5"))
    #expect(arrive([0xBE] + Array("\u{3}q\u{1B}[20".utf8)) == nil)
    #expect(decoder.waitLimit == 1_000)
    #expect(decoder.giveUpWaiting() == .paste("链\u{FFFD}q"))
    #expect(arrive(Array("1~q".utf8)) == .paste(""))
    #expect(decoder.next() == .character("q"))
  }

  @Test("a paste with pauses is capped as a whole")
  func cappedWithPauses() {
    var decoder = KeyDecoder()
    decoder.append(Array("\u{1B}[200~".utf8))
    var length = 0
    for _ in 0..<20 {
      decoder.append(repeatElement(UInt8(ascii: "7"), count: 1_000))
      #expect(decoder.next() == nil)
      if case .paste(let text)? = decoder.giveUpWaiting() { length += text.utf8.count }
    }
    #expect(length == KeyDecoder.pasteLimit)
  }

  @Test("a paste that is never ended ends after a long silence")
  func unended() {
    var decoder = KeyDecoder()
    decoder.append(Array("\u{1B}[200~abc".utf8))
    #expect(decoder.next() == nil)
    #expect(decoder.giveUpWaiting() == .paste("abc"))
    #expect(decoder.waitLimit == 30_000)
    #expect(decoder.giveUpWaiting() == nil)
    #expect(decoder.waitLimit == nil)
    decoder.append(Array("q".utf8))
    #expect(decoder.next() == .character("q"))
  }
}
