import Diagnostics
import Formats
import Testing

@Suite struct JSONTests {
  @Test func valuesKnowTheirPlaces() throws {
    let text = #"{"a": [1, -2.5e3], "权": "x\n\u00e9\ud83d\ude00", "a": null, "t": true}"#
    let value = try JSONValue.parse(SourceText(text))
    guard case .object(let members, let range) = value else {
      Issue.record("not an object")
      return
    }
    #expect(range == 0..<text.utf8.count)
    #expect(members.map(\.key) == ["a", "权", "a", "t"])
    #expect(members[0].keyRange == 1..<4)
    #expect(
      members[0].value == .array([.number(1, text: "1", 7..<8), .number(-2500, text: "-2.5e3", 10..<16)], 6..<17))
    #expect(value["权"] == .string("x\né😀", members[1].value.range))
    #expect(value["a"] == members[0].value)
    #expect(value["none"] == nil)
  }

  /// « and » mark the place of the fault.
  @Test(arguments: [
    ("«»", "empty"), ("  «»", "empty"), ("[1, «x»]", "expected-value"), ("[1«,» ]", "trailing-comma"),
    (#"{"a": 1«,»}"#, "trailing-comma"), ("[1 «2»]", "expected-comma"), ("«[»1", "unclosed"), ("«{»", "unclosed"),
    (#"{"a" «1»}"#, "expected-colon"), ("{«a»: 1}", "expected-key"), ("{«'»a': 1}", "single-quotes"),
    ("[«'»a']", "single-quotes"), ("«01»", "invalid-number"), ("«0x10»", "invalid-number"), ("«1.»", "invalid-number"),
    ("«-»", "invalid-number"), ("«+»1", "invalid-number"), ("«.»5", "invalid-number"), ("«1e»", "invalid-number"),
    ("«-Infinity»", "invalid-number"), ("«NaN»", "expected-value"), ("«truee»", "expected-value"),
    ("«1e999»", "number-too-large"), ("1 «2»", "trailing-text"), ("«\"abc»", "unclosed-string"),
    ("«\"ab»\nc\"", "unclosed-string"), ("\"a«\t»\"", "control-character"), (#""«\x»""#, "invalid-escape"),
    (#""«\u»12g4""#, "invalid-escape"), (#""«\ud800»""#, "lone-surrogate"), (#""«\ud800»\u0041""#, "lone-surrogate"),
    ("«/»/ c\n1", "comment"), ("«权»", "expected-value"), ("«\u{7F}»", "expected-value"),
  ])
  func saysWhere(_ marked: String, id: String) throws {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let before = marked.prefix { $0 != "«" }.utf8.count
    let inside = marked.drop { $0 != "«" }.dropFirst().prefix { $0 != "»" }.utf8.count
    let fault = try #require(throws: Diagnostic.self) { try JSONValue.parse(SourceText(text)) }
    #expect(fault.id == "json." + id)
    #expect(fault.range == before..<before + inside)
  }

  /// For readers that tell each of them: words that are no JSON, at their places, and still no other words.
  @Test func numbersThatAreNotFiniteOnRequest() throws {
    let value = try JSONValue.parse(SourceText("[NaN, -Infinity, Infinity, 1e999, 2]"), nonFinite: true)
    guard case .array(let elements, _) = value else {
      Issue.record("no array")
      return
    }
    let numbers = elements.compactMap { if case .number(let number, _, _) = $0 { number } else { nil } }
    #expect(numbers.count == 5 && numbers[0].isNaN && numbers[1...] == [-.infinity, .infinity, .infinity, 2])
    #expect(elements.map(\.range) == [1..<4, 6..<15, 17..<25, 27..<32, 34..<35])
    for text in ["nan", "NaNs", "-NaN", "+Infinity", "inf", "Infinity1", "{NaN: 1}"] {
      #expect(throws: Diagnostic.self, "\(text)") { try JSONValue.parse(SourceText(text), nonFinite: true) }
    }
  }

  @Test func limits() throws {
    func id(_ utf8: [UInt8]) -> String? {
      do throws(Diagnostic) {
        _ = try JSONValue.parse(SourceText(utf8: utf8))
        return nil
      } catch { return error.id }
    }
    #expect(id(Array(repeating: 0x5B, count: 600) + Array(repeating: 0x5D, count: 600)) == "json.too-deep")
    #expect(id(Array(repeating: 0x5B, count: 256) + Array(repeating: 0x5D, count: 256)) == nil)
    #expect(id(Array(repeating: 0x20, count: 16 * 1024 * 1024 + 1)) == "json.too-large")
    #expect(id([0x22, 0x61, 0xFF, 0x22]) == "json.invalid-utf8")
    #expect(id([0x22, 0xED, 0xA0, 0x80, 0x22]) == "json.invalid-utf8")
    #expect(id([0xEF, 0xBB, 0xBF, 0x31]) == nil)
  }

  @Test func writes() {
    let value = JSONText.object([
      ("name", .string("a\"\\\n\u{1B}\u{202E}é\u{10FFFF}")),
      (
        "numbers",
        .array([.number(1), .number(0.1), .number(-1e-7), .number(.nan), .number(-.infinity), .number(1e300)])
      ),
      ("empty", .array([])), ("nothing", .object([])), ("flag", .bool(true)), ("null", .null),
    ])
    #expect(
      value.oneLine == #"{"name": "a\"\\\n\u001b\u202eé"# + "\u{10FFFF}"
        + #"", "numbers": [1, 0.1, -1e-07, "NaN", "-Infinity", 1e+300], "empty": [], "nothing": {}, "flag": true, "null": null}"#
    )
    #expect(
      JSONText.object([("a", .array([.number(1), .number(2)])), ("b", .object([]))]).pretty == """
        {
          "a": [
            1,
            2
          ],
          "b": {}
        }
        """)
  }

  /// What is written reads back as the same value, whatever it is.
  @Test func roundTrip() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let value = random(depth: 4, using: &generator)
      #expect(try plain(JSONValue.parse(SourceText(value.oneLine))) == value)
      #expect(try plain(JSONValue.parse(SourceText(value.pretty))) == value)
    }
  }

  @Test func fuzz() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<20_000 {
      var bytes = Array(random(depth: 3, using: &generator).oneLine.utf8)
      for _ in 0..<3 where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      do throws(Diagnostic) {
        _ = try JSONValue.parse(SourceText(utf8: bytes))
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count)
        #expect(error.range.lowerBound <= error.range.upperBound)
      }
    }
  }

  private func random(depth: Int, using generator: inout SeededGenerator) -> JSONText {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &generator) {
    case 0: .null
    case 1: .bool(Bool.random(using: &generator))
    case 2: .number(Double.random(in: -1e6...1e6, using: &generator))
    case 3: .string(String(decoding: (0..<6).map { _ in UInt8.random(in: 0...255, using: &generator) }, as: UTF8.self))
    case 4, 5: .array((0..<3).map { _ in random(depth: depth - 1, using: &generator) })
    default: .object((0..<3).map { ("k\($0)", random(depth: depth - 1, using: &generator)) })
    }
  }

  private func plain(_ value: JSONValue) -> JSONText {
    switch value {
    case .null: .null
    case .bool(let value, _): .bool(value)
    case .number(let value, _, _): .number(value)
    case .string(let text, _): .string(text)
    case .array(let elements, _): .array(elements.map(plain))
    case .object(let members, _): .object(members.map { ($0.key, plain($0.value)) })
    }
  }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
