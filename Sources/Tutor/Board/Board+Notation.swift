import Diagnostics
import Networks

/// Quantities named as another course does; the numbers and the place stay.
extension Board {
  /// The notations that there are, the one at hand marked.
  var notationList: Reply {
    let now = architecture.notation
    let lines = BundledNotations.names.compactMap(BundledNotations.notation(named:)).map { notation in
      let mark = notation.name == now.name ? " ←" : ""
      return Words(
        en: "\(notation.name): \(notation.title.en)\(mark)", zh: "\(notation.name)：\(notation.title.zh)\(mark)")
    }
    let own =
      BundledNotations.names.contains(now.name)
      ? [] : [Words(en: "\(now.name): \(now.title.en) ←", zh: "\(now.name)：\(now.title.zh) ←")]
    let file = Words(
      en: "A course's own letters: :notation and the name of a file.", zh: "课程自己的记号：:notation 后面写文件名。")
    return Reply(.answer, (lines + own + [file]).map { .words($0) })
  }

  /// Takes other letters, with all that undo and `:reset` bring back; throws where two quantities would have one name.
  mutating func take(_ letters: Notation) throws(NotationClash) {
    let (network, first) = (try walk.network.lettered(in: letters), try original.lettered(in: letters))
    walk.setNetwork(network)
    original = first
    before = nil
    past = past.map { $0.lettered(in: letters) }
    future = future.map { $0.lettered(in: letters) }
    asking?.take(letters)
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

extension Board.Edit {
  /// The same edit in other letters, where its network can have them.
  fileprivate func lettered(in letters: Notation) -> Board.Edit {
    Board.Edit(
      network: (try? network.lettered(in: letters)) ?? network, goals: goals, form: form, samples: samples,
      index: index, original: (try? original.lettered(in: letters)) ?? original)
  }
}

extension Asking {
  /// Other numbers on which a like step is asked are about the same letters.
  fileprivate mutating func take(_ letters: Notation) {
    like = like.map { network in (try? network.lettered(in: letters)) ?? network }
  }
}
