import Diagnostics
import Exports
import Expressions
import Formats
import Networks
import Testing
import Traces

@Suite struct TraceJSONTests {
  private static func parsed(_ trace: Trace) throws -> JSONValue {
    try JSONValue.parse(SourceText(TraceJSON.text(trace)))
  }

  private static func keys(_ value: JSONValue?) -> [String] {
    if case .object(let members, _)? = value { members.map(\.key) } else { [] }
  }

  private static func elements(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let elements, _)? = value { elements } else { [] }
  }

  /// A number, or one of the strings that stand for what JSON lacks.
  private static func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .number(let number, _, _)?: number
    case .string("NaN", _)?: .nan
    case .string("Infinity", _)?: .infinity
    case .string("-Infinity", _)?: -.infinity
    default: nil
    }
  }

  private static func string(_ value: JSONValue?) -> String? {
    if case .string(let text, _)? = value { text } else { nil }
  }

  @Test func keysOfTheFixedForm() throws {
    let json = try Self.parsed(Samples.lesson)
    #expect(
      Self.keys(json) == [
        "format", "version", "network", "values", "deltas", "gradients", "updated", "lossAfterUpdate", "steps",
      ])
    #expect(Self.string(json["format"]) == "bptutor-trace")
    #expect(Self.number(json["version"]) == 1)
    #expect(Self.keys(json["values"]) == ["net_h1", "out_h1", "net_h2", "out_h2", "net_O", "out_O", "E"])
    #expect(Self.keys(json["deltas"]) == ["h1", "h2", "O"])
    let parameters = ["w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2"]
    #expect(Self.keys(json["gradients"]) == parameters)
    #expect(Self.keys(json["updated"]) == parameters)
    for step in Self.elements(json["steps"]) {
      #expect(
        Self.keys(step) == [
          "id", "kind", "quantity", "for", "symbolic", "substituted", "value", "rule", "dependsOn", "reuses",
        ])
    }
    let network = try #require(json["network"])
    #expect(try NetworkFile.read(network) == BundledNetworks.default)
  }

  /// The numbers that the specification prints.
  @Test func numbersOfTheDerivation() throws {
    let json = try Self.parsed(Samples.lesson)
    let expected: [(String, String, Double)] = [
      ("values", "net_h1", -0.96), ("values", "out_h1", 0.27687819487561016), ("values", "net_h2", -1.55),
      ("values", "out_h2", 0.17508626816403985), ("values", "net_O", -0.7377913412844088),
      ("values", "out_O", 0.32348730529405545), ("values", "E", 0.16618344357855483),
      ("deltas", "O", -0.12616592250325084), ("gradients", "w5", -0.03493259287751622),
      ("gradients", "w6", -0.02208992054056765), ("gradients", "b2", -0.12616592250325084),
      ("gradients", "w1", 0.0010104207847705972), ("gradients", "w2", 0.0017682363733485449),
      ("gradients", "w3", 0.008746693818758155), ("gradients", "w4", 0.015306714182826768),
      ("gradients", "b1", 0.02439278650882188), ("updated", "w5", -0.07205392569798703),
      ("updated", "w1", 0.19919166337218353),
    ]
    for (group, name, value) in expected {
      let found = try #require(Self.number(json[group]?[name]))
      #expect((found - value).magnitude <= 1e-12 * value.magnitude, "\(group) \(name) is \(found)")
    }
    let after = try #require(Self.number(json["lossAfterUpdate"]))
    #expect((after - 0.15143361134765754).magnitude <= 1e-12)
  }

  /// The first steps, to the letter of the documented form.
  @Test func stepsOfTheDerivation() throws {
    let steps = Self.elements(try Self.parsed(Samples.lesson)["steps"])
    #expect(steps.count == 21)
    #expect(Self.string(steps[0]["kind"]) == "netInput")
    #expect(Self.string(steps[0]["symbolic"]) == "i1*w1 + i2*w2 + b1")
    #expect(Self.string(steps[0]["substituted"]) == "0.4*0.2 + 0.7*(-0.2) + (-0.9)")
    #expect(Self.number(steps[0]["value"]) == -0.96)
    #expect(steps[0]["rule"].map { if case .null = $0 { true } else { false } } == true)
    #expect(Self.string(steps[8]["quantity"]) == "dE/dout_O")
    #expect(Self.string(steps[8]["rule"]) == "power")
    #expect(Self.elements(steps[8]["for"]).map(Self.string) == ["dE/dw5"])
    #expect(Self.number(steps[13]["reuses"]) == 9)
    #expect(Self.elements(steps[18]["dependsOn"]).map(Self.number) == [14, 15, 16, 17, 18])
    #expect(Self.string(steps[20]["quantity"]) == "w1+")
  }

  @Test func severalOutputs() throws {
    let json = try Self.parsed(try Samples.mazur())
    #expect(Self.keys(json["values"]).suffix(3) == ["E_o1", "E_o2", "E"])
    #expect(Self.keys(json["deltas"]) == ["h1", "h2", "o1", "o2"])
    #expect(Self.number(json["updated"]?["b1"]) == 0.35)
  }

  /// Every formula is in ASCII and reads back: symbols at the pass and numbers alone come to the step's value.
  @Test func formulasReadBack() throws {
    for seed in 0..<60 as Range<UInt64> {
      let trace = Samples.random(seed)
      let architecture = trace.network.architecture
      for (json, step) in zip(Self.elements(try Self.parsed(trace)["steps"]), trace.steps) {
        let symbolic = try #require(Self.string(json["symbolic"]))
        let substituted = try #require(Self.string(json["substituted"]))
        #expect((symbolic + substituted).utf8.allSatisfy { $0 < 0x80 })
        // A path among several is a part of its quantity, which the chain's own value names.
        let value = try #require(Self.number(json["value"]))
        #expect(value == trace.value(of: step))
        let (read, error) = try Expression.parse(symbolic).evaluatedWithBound { name in
          architecture.quantity(named: name).map(trace.pass.value)
        }
        let (numbers, otherError) = try Expression.parse(substituted).evaluatedWithBound { _ in nil }
        #expect((read - value).magnitude <= 1e-12 * value.magnitude + 8 * error, "seed \(seed): \(symbolic)")
        #expect((numbers - value).magnitude <= 1e-12 * value.magnitude + 8 * otherError, "seed \(seed): \(substituted)")
      }
    }
  }

  /// What is not finite is a string as a value, and a formula that can be read inside of formulas.
  @Test func notFinite() throws {
    let json = try Self.parsed(Samples.saturated)
    let steps = Self.elements(json["steps"])
    let factor = try #require(steps.first { Self.string($0["quantity"]) == "dE/dout_n1x1" })
    #expect(Self.string(factor["value"]) == "-Infinity")
    let product = try #require(steps.first { Self.string($0["kind"]) == "product" })
    #expect(Self.number(product["value"]) == -0.9)
    let numbers = try Expression.parse(try #require(Self.string(product["substituted"])))
    #expect(try numbers.evaluated { _ in nil }.isNaN)
  }

  /// Long sums are complete here, though people are shown a shortened form.
  @Test func longSums() throws {
    let architecture = Architecture(
      inputs: (0..<40).map { "x\($0)" }, layers: [Layer(neurons: ["O"], activation: .sigmoid, bias: .shared)],
      loss: .squaredError)
    let trace = Trace(Network(name: "wide", architecture: architecture).randomized(seed: 1), named: ["dE/dw3"])
    let symbolic = Self.string(Self.elements(try Self.parsed(trace)["steps"])[0]["symbolic"]) ?? ""
    #expect(try Expression.parse(symbolic).leafNames.count == 81)
  }
}
