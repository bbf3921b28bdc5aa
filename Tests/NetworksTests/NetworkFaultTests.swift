import Diagnostics
import Formats
import Networks
import Testing

/// Every fault of a network file, at its place: « and » mark it in the text.
@Suite struct NetworkFaultTests {
  /// A file of one input and one neuron, with parts exchanged.
  private static func file(
    head: String = "", inputs: String = #"["x"]"#, layers: String = #"[{"neurons": ["O"]}]"#,
    values: String = #"{"x": 1, "w1": 2, "b1": 3, "target": 0}"#, tail: String = ""
  ) -> String {
    "{\(head)\"inputs\": \(inputs),\n \"layers\": \(layers),\n \"values\": \(values)\(tail)}"
  }

  private static let cases: [(marked: String, id: String)] = [
    ("«[]»", "not-an-object"),
    (file(layers: "[«3»]"), "not-an-object"),
    (file(values: "«7»"), "not-an-object"),
    (file(head: #"«"learningrate"»: 1, "#), "unknown-member"),
    (file(layers: #"[{"neurons": ["O"], «"biass"»: "none"}]"#), "unknown-member"),
    (file(head: #""name": "a", «"name"»: "b", "#), "duplicate-member"),
    (file(values: #"{"x": 1, "w1": 2, "b1": 3, "target": 0, «"w1"»: 2}"#), "duplicate-member"),
    (#"«{»"layers": [{"neurons": ["O"]}], "values": {}}"#, "missing-member"),
    (#"«{»"inputs": ["x"], "values": {}}"#, "missing-member"),
    (#"«{»"inputs": ["x"], "layers": [{"neurons": ["O"]}]}"#, "missing-member"),
    (file(layers: #"[«{»"bias": "none"}]"#), "missing-member"),
    (file(head: #""name": «3», "#), "wrong-kind"),
    (file(inputs: #"«"x"»"#), "wrong-kind"),
    (file(inputs: "[«1»]"), "wrong-kind"),
    (file(layers: #"[{"neurons": ["O"], "bias": «true»}]"#), "wrong-kind"),
    (file(values: #"{"x": «"1"», "w1": 2, "b1": 3, "target": 0}"#), "wrong-kind"),
    (file(tail: #", "learningRate": «null»"#), "wrong-kind"),
    (file(tail: #", "held": «"w1"»"#), "wrong-kind"),
    (file(inputs: "«[]»"), "empty"),
    (file(layers: "«[]»"), "empty"),
    (file(layers: #"[{"neurons": «[]»}]"#), "empty"),
    (file(inputs: #"["x", «"i 1"»]"#), "unusable-name"),
    (file(inputs: #"[«"1x"»]"#), "unusable-name"),
    (file(inputs: #"[«""»]"#), "unusable-name"),
    (file(inputs: #"[«"权"»]"#), "unusable-name"),
    (file(inputs: #"[«"x\u001b[2J"»]"#), "unusable-name"),
    (file(inputs: #"[«"abcdefghijklmnopq"»]"#), "unusable-name"),
    (file(inputs: #"[«"target"»]"#), "reserved-name"),
    (file(inputs: #"[«"w5"»]"#), "reserved-name"),
    (file(inputs: #"[«"Tanh"»]"#), "reserved-name"),
    (file(inputs: #"["x", «"x"»]"#), "duplicate-name"),
    (file(layers: #"[{"neurons": ["x1", «"x1"»]}]"#), "duplicate-name"),
    (file(layers: #"[{"neurons": [«"x"»]}]"#), "duplicate-name"),
    (file(layers: #"[{"neurons": ["h"]}, {"neurons": ["O"]}, {"neurons": [«"h"»]}]"#), "cycle"),
    (file(layers: #"[{"neurons": ["O"], "activation": «"sigmod"»}]"#), "unknown-choice"),
    (file(layers: #"[{"neurons": ["O"], "bias": «"yes"»}]"#), "unknown-choice"),
    (file(head: #""loss": «"hinge"», "#), "unknown-choice"),
    (
      file(head: #""loss": «"cross-entropy"», "#, layers: #"[{"neurons": ["O"], "activation": "tanh"}]"#),
      "cross-entropy-needs-sigmoid"
    ),
    (
      file(head: #""loss": «"categorical-cross-entropy"», "#, layers: #"[{"neurons": ["O"]}]"#),
      "categorical-cross-entropy-needs-softmax"
    ),
    (file(layers: #"[{"neurons": ["O"], "activation": «["relu", "tanh"]»}]"#), "wrong-count"),
    (file(layers: #"[{"neurons": ["O"], "activation": [«"softmax"»]}]"#), "whole-layer-for-one"),
    (file(layers: #"[{"neurons": ["O"], "activation": «"softmax"»}]"#), "needs-several-neurons"),
    (
      file(layers: #"[{"neurons": ["a", "b"], "activation": «"softmax"»}, {"neurons": ["O"]}]"#), "only-in-last-layer"
    ),
    (file(layers: #"[{"neurons": ["O"], "slope": «0.1»}]"#), "slope-without-use"),
    (file(layers: #"[{"neurons": ["O"], "activation": "leaky-relu", "slope": «"x"»}]"#), "wrong-kind"),
    (file(head: #""thresholds": «1», "#), "wrong-kind"),
    (file(head: #""batch": «"median"», "#), "unknown-choice"),
    (file(head: #""lastSteps": «{"w1": 1}», "#), "steps-without-momentum"),
    (file(head: #""momentum": 0.9, "lastSteps": {«"w7"»: 1}, "#), "not-a-parameter"),
    (file(head: #""momentum": 0.9, "#, inputs: #"[«"mu"»]"#), "reserved-name"),
    (
      #"{"inputs": ["x"], "layers": [{"neurons": ["a", "b"], "activation": "softmax", "bias": "none"}], "#
        + #""loss": "categorical-cross-entropy", "values": {"x": 1, "w1": 1, "w2": 1, "target_a": «1», "target_b": 1}}"#,
      "targets-are-no-shares"
    ),
    (file(values: #"{"x": 1, "w1": 2, "b1": 3, "target": 0, «"w2"»: 5}"#), "unknown-value"),
    (file(values: #"{"x": 1, "w1": 2, "b1": 3, "target": 0, «"w01"»: 5}"#), "unknown-value"),
    (file(values: #"{"x": 1, "w1": 2, "b1": 3, "target": 0, «"out_O"»: 5}"#), "not-given"),
    (file(values: #"{"x": 1, "w1": 2, "b1": 3, "target": 0, «"dE/dw1"»: 5}"#), "not-given"),
    (file(values: #"{"x": 1, "w1": 2, "b1": 3, "target": 0, «"eta"»: 5}"#), "rate-among-values"),
    (file(values: #"{"x": «NaN», "w1": 2, "b1": 3, "target": 0}"#), "not-finite"),
    (file(values: #"{"x": 1, "w1": «-Infinity», "b1": 3, "target": 0}"#), "not-finite"),
    (file(values: #"{"x": 1, "w1": 2, "b1": «1e999», "target": 0}"#), "not-finite"),
    (file(tail: #", "learningRate": «Infinity»"#), "not-finite"),
    (file(values: #"{"x": «"NaN"», "w1": 2, "b1": 3, "target": 0}"#), "not-finite"),
    (file(values: #"{"x": 1, "w1": 2, "b1": 3, "target": «"-Infinity"»}"#), "not-finite"),
    (file(values: #"«{»"x": 1, "w1": 2}"#), "missing-values"),
    (file(tail: #", "held": [«"x"»]"#), "not-a-parameter"),
    (file(tail: #", "held": [«"w9"»]"#), "not-a-parameter"),
  ]

  /// Reads the text without its marks; the faults, and the marked UTF-8 ranges.
  private static func read(_ marked: String) -> (faults: [Diagnostic], ranges: [Range<Int>], source: SourceText) {
    var (text, ranges, start) = ("", [Range<Int>](), 0)
    for character in marked {
      switch character {
      case "«": start = text.utf8.count
      case "»": ranges.append(start..<text.utf8.count)
      default: text.append(character)
      }
    }
    let source = SourceText(name: "net.json", text)
    do {
      _ = try NetworkFile.parse(source)
      return ([], ranges, source)
    } catch { return (error.diagnostics, ranges, source) }
  }

  @Test(arguments: cases.indices)
  func atItsPlace(_ index: Int) {
    let (marked, id) = Self.cases[index]
    let (faults, ranges, _) = Self.read(marked)
    #expect(faults.map(\.id) == ["network." + id], "\(marked)")
    #expect(faults.map(\.range) == ranges, "\(marked)")
    for fault in faults {
      #expect(fault.message.en != fault.message.zh)
      #expect(!fault.message.en.hasSuffix(".") && !fault.message.zh.hasSuffix("。"))
    }
  }

  /// Every kind that a text of sensible size can provoke is in the list above.
  @Test func allKinds() {
    #expect(Set(Self.cases.map(\.id)).count == 26)
  }

  @Test func allAtOnceInTheOrderOfTheText() {
    let bare = Self.read(#"«{»"name": "x"}"#)
    #expect(bare.faults.map(\.id) == ["network.missing-member", "network.missing-member"])
    #expect(bare.faults.map(\.range) == bare.ranges + bare.ranges)

    let several = Self.read(
      """
      {
        "inputs": ["x"], «"lose"»: "squared-error",
        "layers": [{"neurons": ["O"], «"actvation"»: "tanh"}],
        "values": «{»"x": «"nan"», «"ww1"»: 2, "b1": 3, «"net_O"»: 0},
        "learningRate": «"fast"», "held": [«"b2"»]
      }
      """)
    #expect(several.faults.map(\.range) == several.ranges)
    #expect(
      several.faults.map(\.id) == [
        "network.unknown-member", "network.unknown-member", "network.missing-values", "network.not-finite",
        "network.unknown-value", "network.not-given", "network.wrong-kind", "network.not-a-parameter",
      ])
    #expect(
      several.source.report(Array(several.faults.prefix(2)), language: .en) == """
        net.json:2:20: error: 'lose' is not a field of a network file
            "inputs": ["x"], "lose": "squared-error",
                             ^~~~~~
        help: did you mean 'loss'?
        net.json:3:33: error: 'actvation' is not a field of a network file
            "layers": [{"neurons": ["O"], "actvation": "tanh"}],
                                          ^~~~~~~~~~~
        help: did you mean 'activation'?

        """)
    #expect(
      several.source.report([several.faults[4]], language: .zh) == """
        net.json:4:26: 错误：这个网络没有“ww1”
            "values": {"x": "nan", "ww1": 2, "b1": 3, "net_O": 0},
                                   ^~~~~
        提示：是不是想写“w1”？

        """)
    #expect(several.faults[2].message.en == "no value for w1, target")
  }

  /// Layers that cannot be read do not hide what else is wrong.
  @Test func allAtOnceWithoutLayers() {
    let several = Self.read(
      """
      {
        "inputs": ["x", «"x"»],
        "layers": [{"neurons": ["O", «"O"»], "activation": «"sigmod"»}],
        "values": {"x": «true»}, "learningRate": «"fast"»
      }
      """)
    #expect(several.faults.map(\.range) == several.ranges)
    #expect(
      several.faults.map(\.id) == [
        "network.duplicate-name", "network.duplicate-name", "network.unknown-choice", "network.wrong-kind",
        "network.wrong-kind",
      ])
  }

  @Test func faultsOfJSONItself() {
    #expect(Self.read("{«x»: 1}").faults.map(\.id) == ["json.expected-key"])
    let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    #expect(Self.read(deep).faults.map(\.id) == ["json.too-deep"])
    #expect(Self.read(#"{"inputs": \#(deep)}"#).faults.map(\.id) == ["json.too-deep"])
    #expect(Self.read("").faults.map(\.id) == ["json.empty"])
    #expect(Self.read(Self.file(values: #"{"x": «nan»}"#)).faults.map(\.id) == ["json.expected-value"])
  }

  @Test func limits() {
    func names(_ prefix: String, _ count: Int) -> String {
      "[" + (0..<count).map { "\"\(prefix)\($0)\"" }.joined(separator: ", ") + "]"
    }
    #expect(Self.read(Self.file(inputs: names("x", 4097))).faults.map(\.id) == ["network.too-many"])
    let wide = "[{\"neurons\": \(names("h", 1500))}, {\"neurons\": \(names("g", 1500))}]"
    #expect(Self.read(Self.file(layers: wide)).faults.map(\.id) == ["network.too-many"])
    let deep = "[" + (0..<257).map { "{\"neurons\": [\"h\($0)\"]}" }.joined(separator: ", ") + "]"
    #expect(Self.read(Self.file(layers: deep)).faults.map(\.id) == ["network.too-many"])
  }

  /// Whatever bytes come, the answer is a network or faults inside the text.
  @Test func fuzz() {
    var random = RandomSource(seed: 3)
    let whole = Array(NetworkFile.json(BundledNetworks.default).pretty.utf8)
    var faulty = 0
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
        }
      }
      do throws(NetworkFile.Faults) {
        _ = Pass(try NetworkFile.parse(SourceText(utf8: bytes)))
      } catch {
        faulty += 1
        #expect(!error.diagnostics.isEmpty)
        #expect(error.diagnostics.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count })
      }
    }
    #expect(faulty > 1_000 && faulty < 3_000)
  }
}
