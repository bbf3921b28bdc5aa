import Diagnostics
package import Formats
package import Networks
import Skills
import Traces

/// `check --jsonl`: one JSON object in, one out.
///
/// In: `{"network": {…} or absent, "quantity": "dE/dw1", "answer": "…"}`, and where the learner's own values of other
/// quantities are known, `"earlier": {"dE/dout_O": "-0.58"}` for follow-through. The network's numbers can be drawn,
/// `"random": 7`, and set, `"set": {"w5": 0.4}` or `"set": "w5=0.4,i1=1"`; an `"id"` comes back as it is, and so does what is not known here. A gradient may be asked for over several
/// samples, `"samples": [{"i1": 0.4, "target": 0.9}, …]`, as their mean, or as a central difference with a step,
/// `"epsilon": 0.001`. `"notation"` names the letters of quantity and answer. Out: verdict, mistakes and feedback.
/// What a line says depends on that line alone; networks and tables are kept only so that the next line is fast.
package final class CheckLine {
  private static let members = [
    "id", "network", "random", "set", "quantity", "answer", "earlier", "samples", "epsilon", "notation",
  ]
  /// Samples of one line at most.
  private static let maxSamples = 10_000
  /// Networks and architectures that are kept at most.
  private static let maxNetworks = 256
  private static let maxArchitectures = 32

  private struct Key: Hashable {
    let architecture: Architecture
    let held: Set<Int>
  }

  private let defaultNetwork: Network
  private var checkers: [[UInt8]: Checker] = [:]
  private var knowledge: [Key: Knowledge] = [:]

  /// `network` is asked about by lines that bring none.
  package init(network: Network = BundledNetworks.default) {
    defaultNetwork = network
  }

  /// The answer to a line, without a line feed; `number` is said where something is wrong with the record.
  package func respond(to line: String, number: Int? = nil) -> String {
    let source = SourceText(line)
    var record: JSONValue?
    do throws(Diagnostic) {
      let value = try JSONValue.parse(source)
      record = value
      return Self.json(try verdict(on: value, in: source), of: value).oneLine
    } catch {
      return Self.json(.unreadable(error, in: line).atLine(number), of: record).oneLine
    }
  }

  /// What a line of output says itself.
  private static let answered: Set<String> = ["verdict", "mistakes", "feedback"]

  /// A verdict in the form of `check --jsonl`, with the record's own id before it, and behind it what nothing was made of.
  package static func json(_ verdict: Verdict, of record: JSONValue? = nil) -> JSONText {
    var others: [(key: String, value: JSONText)] = []
    if case .object(let all, _)? = record {
      others = all.filter { !members.contains($0.key) && !answered.contains($0.key) }.map { ($0.key, echo($0.value)) }
    }
    return .object(
      (record?["id"].map { [("id", echo($0))] } ?? []) + [
        ("verdict", .string(verdict.kind.rawValue)),
        ("mistakes", .array(verdict.mistakes.map { JSONText.string($0.rawValue) })),
        (
          "feedback",
          .object([("en", .string(verdict.feedback.en)), ("zh", .string(verdict.feedback.zh))])
        ),
      ] + others)
  }

  /// A value as it came.
  private static func echo(_ value: JSONValue) -> JSONText {
    switch value {
    case .string(let text, _): .string(text)
    case .number(_, let text, _): .digits(text)
    case .null: .null
    case .bool(let value, _): .bool(value)
    case .array(let values, _): .array(values.map(echo))
    case .object(let members, _): .object(members.map { ($0.key, echo($0.value)) })
    }
  }

  private func verdict(on value: JSONValue, in source: SourceText) throws(Diagnostic) -> Verdict {
    guard case .object(let members, _) = value else { throw CheckLineFault.notAnObject.diagnostic(at: value.range) }
    // What is not known is the grader's own, unless it is what is missing, misspelled.
    for member in members where !Self.members.contains(member.key) {
      let missing = ["quantity", "answer"].filter { value[$0] == nil }
      guard let nearest = Suggestion.nearest(to: member.key, in: missing) else { continue }
      throw CheckLineFault.unknownMember(member.key, nearest: nearest).diagnostic(at: member.keyRange)
    }
    let checker = try checker(for: value, in: source)
    let name = try text("quantity", of: value)
    let answer = try text("answer", of: value, takesNumbers: true)
    let asked: AskedQuantity
    do throws(Diagnostic) { asked = try checker.asked(name) } catch {
      throw error.moved(to: value["quantity"]?.range)
    }
    if let verdict = try verdict(on: value, asked.quantity, answer, checker) { return verdict }
    let earlier = try earlierValues(value["earlier"], checker)
    return checker.check(asked, answer: answer, earlier: earlier)
  }

  /// On a gradient over several samples, or by a difference; nil where the line asks for neither.
  private func verdict(
    on line: JSONValue, _ quantity: Quantity, _ answer: String, _ checker: Checker
  ) throws(Diagnostic) -> Verdict? {
    guard let wanted = line["samples"] ?? line["epsilon"] else { return nil }
    for other in ["epsilon", "earlier"] {
      if line["samples"] != nil || other == "earlier", let value = line[other] {
        throw CheckLineFault.notTogether(line["samples"] == nil ? "epsilon" : "samples", other).diagnostic(
          at: value.range)
      }
    }
    guard let parameter = quantity.gradientParameter else {
      throw CheckLineFault.notAGradient(try text("quantity", of: line)).diagnostic(at: wanted.range)
    }
    guard line["samples"] == nil else {
      return BatchCheck(try samples(wanted, checker.network), parameter: parameter).check(answer)
    }
    guard case .number(let step, _, _) = wanted, DifferenceCheck.isUsable(step) else {
      throw CheckLineFault.notAStep.diagnostic(at: wanted.range)
    }
    return DifferenceCheck(checker.network, parameter: parameter, step: step).check(answer)
  }

  /// The network once for each sample; what a sample does not give is the network's own.
  private func samples(_ value: JSONValue, _ network: Network) throws(Diagnostic) -> [Network] {
    guard case .array(let elements, _) = value, !elements.isEmpty, elements.count <= Self.maxSamples else {
      throw CheckLineFault.notSamples(most: Self.maxSamples).diagnostic(at: value.range)
    }
    var networks: [Network] = []
    for element in elements {
      guard case .object(let members, _) = element else {
        throw CheckLineFault.notSamples(most: Self.maxSamples).diagnostic(at: element.range)
      }
      var sample = network
      for member in members {
        guard let quantity = network.architecture.quantity(named: member.key), quantity.isOfSample else {
          throw CheckLineFault.notOfSample(member.key).diagnostic(at: member.keyRange)
        }
        guard case .number(let number, _, _) = member.value, number.isFinite else {
          throw CheckLineFault.notSamples(most: Self.maxSamples).diagnostic(at: member.value.range)
        }
        sample[given: quantity] = number
      }
      networks.append(sample)
    }
    return networks
  }

  private func text(_ name: String, of value: JSONValue, takesNumbers: Bool = false) throws(Diagnostic) -> String {
    switch value[name] {
    case .string(let text, _)?: return text
    case .number(_, let text, _)? where takesNumbers: return text
    case nil:
      throw CheckLineFault.missingMember(name).diagnostic(at: value.range.lowerBound..<value.range.lowerBound + 1)
    case let other?: throw CheckLineFault.notText(name).diagnostic(at: other.range)
    }
  }

  private func earlierValues(_ value: JSONValue?, _ checker: Checker) throws(Diagnostic) -> [Quantity: Double] {
    guard let value else { return [:] }
    guard case .object(let members, _) = value else { throw CheckLineFault.notEarlier.diagnostic(at: value.range) }
    var earlier: [Quantity: Double] = [:]
    for member in members {
      guard let quantity = try? checker.quantity(named: member.key) else {
        throw CheckLineFault.unknownEarlier(member.key).diagnostic(at: member.keyRange)
      }
      let written = try text(member.key, of: value, takesNumbers: true)
      guard let number = checker.value(of: written) else {
        throw CheckLineFault.notEarlier.diagnostic(at: member.value.range)
      }
      earlier[quantity] = number
    }
    return earlier
  }

  private func lettered(_ network: Network, _ value: JSONValue) throws(Diagnostic) -> Network {
    guard case .string(let name, let range) = value else {
      throw CheckLineFault.notText("notation").diagnostic(at: value.range)
    }
    guard let notation = BundledNotations.notation(named: name) else {
      let nearest = Suggestion.nearest(to: name, in: BundledNotations.names)
      throw CheckLineFault.unknownNotation(name, nearest: nearest).diagnostic(at: range)
    }
    do throws(NotationClash) { return try network.lettered(in: notation) } catch {
      throw error.diagnostic(at: range)
    }
  }

  /// The checker of a record's network, found again by the very bytes of its text.
  private func checker(for record: JSONValue, in source: SourceText) throws(Diagnostic) -> Checker {
    var bytes: [UInt8] = []
    for name in ["network", "random", "set", "notation"] {
      bytes.append(0)
      if let value = record[name] { bytes += Array(source.utf8[value.range]) }
    }
    if let known = checkers[bytes] { return known }
    var network: Network
    switch record["network"] {
    case nil, .null?: network = defaultNetwork
    case let value?:
      do { network = try NetworkFile.read(value) } catch {
        throw error.diagnostics.first ?? CheckLineFault.notAnObject.diagnostic(at: value.range)
      }
    }
    if let random = record["random"] {
      guard case .number(let seed, _, _) = random, let seed = UInt64(exactly: seed) else {
        throw CheckLineFault.notASeed.diagnostic(at: random.range)
      }
      network = network.randomized(seed: seed)
    }
    if let set = record["set"] { network = try assigning(set, to: network) }
    if let notation = record["notation"] { network = try lettered(network, notation) }
    let key = Key(architecture: network.architecture, held: network.held)
    if knowledge.count >= Self.maxArchitectures, knowledge[key] == nil {
      knowledge = [:]
      checkers = [:]
    }
    if checkers.count >= Self.maxNetworks { checkers = [:] }
    let shared = knowledge[key] ?? Knowledge(network.architecture, held: network.held)
    knowledge[key] = shared
    let checker = Checker(network, knowledge: shared)
    checkers[bytes] = checker
    return checker
  }
}

extension CheckLine {
  /// `{"w5": 0.4}` or `"w5=0.4,i1=1"`.
  private func assigning(_ value: JSONValue, to network: Network) throws(Diagnostic) -> Network {
    switch value {
    case .string(let text, _): return try assigning(text, at: value.range, to: network)
    case .object(let members, _):
      var changed = network
      for member in members {
        switch member.value {
        case .number(_, let text, _), .string(let text, _):
          changed = try assigning(member.key + "=" + text, at: member.keyRange, to: changed)
        case .null, .bool, .array, .object: throw CheckLineFault.notASetting.diagnostic(at: member.value.range)
        }
      }
      return changed
    case .null: return network
    case .bool, .number, .array: throw CheckLineFault.notASetting.diagnostic(at: value.range)
    }
  }

  private func assigning(_ text: String, at range: Range<Int>, to network: Network) throws(Diagnostic) -> Network {
    do throws(Network.AssignmentFaults) { return try network.assigning(text) } catch {
      guard let fault = error.diagnostics.first else { throw CheckLineFault.notASetting.diagnostic(at: range) }
      throw fault.moved(to: range)
    }
  }
}

extension Diagnostic {
  /// What was found in a text of its own, at the place in the record that has the text.
  fileprivate func moved(to place: Range<Int>?) -> Diagnostic {
    Diagnostic(id: id, range: place ?? range, message: message, help: help)
  }
}

extension Verdict {
  /// With the number of the line in front of what is wrong with it.
  fileprivate func atLine(_ number: Int?) -> Verdict {
    guard let number else { return self }
    return Verdict(
      kind, feedback: Words(en: "line \(number), \(feedback.en)", zh: "第 \(number) 行，\(feedback.zh)"), fault: fault)
  }
}

extension Quantity {
  /// Whether every sample has its own.
  fileprivate var isOfSample: Bool {
    switch self {
    case .input, .target: true
    default: false
    }
  }
}
