import Diagnostics
import Networks

/// Quantities named as another course does; the numbers and the place stay.
extension Board {
  mutating func switchNotation(_ name: String) {
    let now = walk.network.architecture.notation
    if name.isEmpty {
      let lines = BundledNotations.names.compactMap(BundledNotations.notation(named:)).map { notation in
        let mark = notation.name == now.name ? " ←" : ""
        return Words(
          en: "\(notation.name): \(notation.title.en)\(mark)", zh: "\(notation.name)：\(notation.title.zh)\(mark)")
      }
      reply = Reply(.answer, lines.map { .words($0) })
      return
    }
    guard let notation = BundledNotations.notation(named: name) else {
      let nearest = Suggestion.nearest(to: name, in: BundledNotations.names)
      let names = BundledNotations.names
      reply = .fault(
        nearest.map {
          Words(en: "There is no notation '\(name)'. Did you mean '\($0)'?", zh: "没有名为“\(name)”的记号。是不是“\($0)”？")
        }
          ?? Words(
            en: "There is no notation '\(name)'. There are \(names.joined(separator: ", ")).",
            zh: "没有名为“\(name)”的记号。可用：\(names.joined(separator: "、"))。"))
      return
    }
    do throws(NotationClash) {
      let (network, first) = (try walk.network.lettered(in: notation), try original.lettered(in: notation))
      walk.setNetwork(network)
      original = first
      before = nil
      reply = .notice(Words(en: "Now in these letters: \(notation.title.en).", zh: "已换用记号：\(notation.title.zh)。"))
    } catch {
      let fault = error.diagnostic(at: 0..<name.utf8.count)
      reply = .fault(fault.message)
    }
  }

  /// Another network in the letters at hand, where it brings none of its own.
  func keepingLetters(_ network: Network) -> Network {
    guard network.architecture.letters == nil, var notation = walk.network.architecture.letters?.notation else {
      return network
    }
    notation.renamed = [:]
    return (try? network.lettered(in: notation)) ?? network
  }
}
