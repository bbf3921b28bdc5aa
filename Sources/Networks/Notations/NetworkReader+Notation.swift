import Diagnostics
import Formats

/// The letters of a network file: `"notation"` and `"names"`.
extension NetworkReader {
  mutating func lettered(_ network: Network, notation: JSONValue?, names: JSONValue?) -> Network {
    guard notation != nil || names != nil else { return network }
    var letters = Notation.netOut
    var places: [Notation.Kind: Range<Int>] = [:]
    if let notation {
      switch notation {
      case .string(let name, let range):
        guard let bundled = BundledNotations.notation(named: name) else {
          let nearest = Suggestion.nearest(to: name, in: BundledNotations.names)
          report(.unknownChoice(name, of: BundledNotations.names, nearest: nearest), at: range)
          return network
        }
        letters = bundled
      default:
        var reader = NotationReader()
        guard let read = reader.notation(from: notation), reader.faults.isEmpty else {
          add(reader.faults)
          return network
        }
        letters = read
        places = reader.places
      }
    }
    var renamedAt: [String: Range<Int>] = [:]
    if let names { readNames(names, of: network, into: &letters, places: &renamedAt) }
    let place = notation?.range ?? names?.range ?? 0..<0
    do throws(NotationClash) {
      return try network.lettered(in: letters)
    } catch {
      add([error.diagnostic(at: renamedAt[error.identity] ?? error.kind.flatMap { places[$0] } ?? place)])
      return network
    }
  }

  private mutating func readNames(
    _ value: JSONValue, of network: Network, into letters: inout Notation, places: inout [String: Range<Int>]
  ) {
    let architecture = network.architecture
    guard case .object(let members, _) = value else { return report(.notAnObject("names"), at: value.range) }
    for member in members {
      guard architecture.named(member.key) != nil else {
        let nearest = Suggestion.nearest(to: member.key, in: architecture.names())
        report(.unknownValue(member.key, nearest: nearest), at: member.keyRange)
        continue
      }
      guard let name = string(member.value, member.key) else { continue }
      guard let template = NameTemplate(name), template.blanks.isEmpty else {
        report(.unusableLetters(name), at: member.value.range)
        continue
      }
      if letters.renamed.updateValue(template, forKey: member.key) != nil {
        report(.duplicateMember(member.key), at: member.keyRange)
      }
      places[member.key] = member.value.range
    }
  }
}
