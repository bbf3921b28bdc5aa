import Diagnostics
import Formats
import Testing

/// `Codable` values to JSON and back, without Foundation.
@Suite struct JSONCoderTests {
  private enum Shape: Codable, Equatable {
    case point
    case circle(Double)
    case named(name: String, sides: [Int]?)
    indirect case pair(Shape, Shape)
  }

  private struct Everything: Codable, Equatable {
    var flag = true
    var text = "a\u{202E}\n\"∂E"
    var small = Int8.min
    var large = UInt64.max
    var time = Int64.min
    var numbers: [Double] = [0.1, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity]
    var missing: Int?
    var present: Int? = 3
    var byName = ["b": 1, "a": 2]
    var byNumber = [7: "x", -1: "y"]
    var byShape: [String: [Shape]] = ["": [.point, .circle(.zero), .named(name: "", sides: nil)]]
    var set: Set<String> = ["q", "w", "e", "r", "t"]
    var shape = Shape.pair(.pair(.point, .circle(1)), .named(name: "n", sides: [1, 2]))
    var nested: [[[Bool?]]] = [[[true, nil], []], []]
  }

  private func read<T: Codable>(_ type: T.Type, _ text: String) throws -> T {
    try JSONCoder.decode(type, from: try JSONValue.parse(SourceText(text)))
  }

  @Test func everythingComesBack() throws {
    let value = Everything()
    let text = try JSONCoder.encode(value).oneLine
    let back = try read(Everything.self, text)
    #expect(back == value)
    #expect(back.numbers.map(\.bitPattern) == value.numbers.map(\.bitPattern))
    #expect(try JSONCoder.encode(back).oneLine == text)
  }

  @Test func notANumberIsOne() throws {
    let text = try JSONCoder.encode([Double.nan]).oneLine
    #expect(try read([Double].self, text).first?.isNaN == true)
  }

  /// The same text whatever the order of a set or a dictionary in memory.
  @Test func theTextIsSorted() throws {
    #expect(try JSONCoder.encode(["b": 1, "a": 2]).oneLine == "{\"a\": 2, \"b\": 1}")
    #expect(try JSONCoder.encode(Set([3, 1, 2])).oneLine == "[1, 2, 3]")
    #expect(try JSONCoder.encode(Shape.circle(2)).oneLine == "{\"circle\": {\"_0\": 2}}")
  }

  @Test(arguments: [
    ("[]", []), ("{\"flag\": 1}", ["flag"]), ("{\"flag\": true}", []), ("{\"flag\": true, \"flag\": true}", []),
    ("{\"flag\": true, \"text\": \"\", \"small\": 128}", ["small"]),
    ("{\"flag\": true, \"text\": \"\", \"small\": 0.5}", ["small"]), ("{\"flag\": true, \"text\": 3}", ["text"]),
    (
      "{\"flag\": true, \"text\": \"\", \"small\": 1, \"large\": 2, \"time\": 3, \"numbers\": [0.5, \"1\"]}",
      ["numbers", "1"]
    ),
  ])
  func whatDoesNotFitIsRefused(_ text: String, _ path: [String]) throws {
    let value = try JSONValue.parse(SourceText(text))
    do {
      _ = try JSONCoder.decode(Everything.self, from: value)
      Issue.record("read")
    } catch let fault as JSONCoder.Fault {
      #expect(fault.path == path && !fault.reason.en.isEmpty && !fault.reason.zh.isEmpty)
    }
  }
}
