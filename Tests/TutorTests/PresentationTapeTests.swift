import Configuration
import Diagnostics
import Networks
import Screen
import Testing

@testable import Tutor

/// What a presentation writes down is read again, whatever a crash has left of it.
@Suite struct PresentationTapeTests {
  private static let start = Start(.room(.walk, .projector), network: BundledNetworks.default)

  private static let events: [Event] = [
    .key(.pageDown), .time(7_000), .key("t"), .presented(.keys(["a", .paste("0.5 \n\u{1B}[31m"), .enter])),
    .presented(.resumed(began: 5_000)), .presented(.faults(2)), .key(.control("l")),
  ]

  private func text() throws -> String {
    var tape = PresentationTape(knowing: [])
    var text = try tape.begin("walk dE/dw5", Self.start, program: "0.1.0")
    for (number, event) in Self.events.enumerated() { text += try tape.line(event, at: number * 10) }
    return text
  }

  private func read(_ text: String) -> (tape: PresentationTape, events: [Event]) {
    var tape = PresentationTape(knowing: [])
    var events: [Event] = []
    for line in text.utf8.split(separator: 0x0A) {
      guard let event = try? tape.read(ArraySlice(line)) else { continue }
      events.append(event)
    }
    return (tape, events)
  }

  @Test func whatIsWrittenIsRead() throws {
    let (tape, events) = read(try text())
    #expect(tape.subject == "walk dE/dw5" && tape.start == Self.start && events == Self.events)
    #expect(tape.count == 7 && tape.time == 60 && !tape.isLeft)
    #expect(read(try text() + PresentationTape.leaving).tape.isLeft)
    // It goes on behind that.
    var further = read(try text() + PresentationTape.leaving).tape
    let line = try further.line(.key(.right), at: 5)
    #expect(line.contains(#""n": 8"#) || line.contains(#""n":8"#))
    #expect(!read(try text() + PresentationTape.leaving + line).tape.isLeft)
  }

  /// Cut off anywhere, everything before the cut is there; nothing traps.
  @Test func aCutLosesOnlyTheLastLine() throws {
    let whole = Array(try text().utf8)
    for length in stride(from: 0, to: whole.count, by: 7) {
      let part = String(decoding: whole[..<length], as: UTF8.self)
      let lines = part.utf8.count { $0 == 0x0A }
      let events = read(part).events
      #expect(events == Array(Self.events.prefix(events.count)) && events.count >= lines - 2)
    }
    for text in ["", "{", "null", #"{"subject": 3}"#, #"{"subject": "x"}"# + "\n{}", "\u{0}", "[1]\n[2]"] {
      #expect(read(text).events == [] && read(text).tape.start == nil)
    }
  }

  @Test func keysAreSentAsLines() throws {
    let keys: [Key] = ["a", .paste("x\ny"), .pageDown, .control("c"), .function(1), "。"]
    let line = try #require(PresentationTape.line(of: keys))
    #expect(line.count { $0 == "\n" } == 1)
    #expect(PresentationTape.keys(inLine: ArraySlice(line.utf8.dropLast())) == keys)
    for text in ["", "{}", "[3]", "[\"a\"", "null"] {
      #expect(PresentationTape.keys(inLine: ArraySlice(text.utf8)) == nil)
    }
  }
}
