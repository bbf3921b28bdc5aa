import Diagnostics
import Networks

/// `:notation`: the letters of another course, by the name of a notation of the program or of a file.
extension BoardActivity {
  /// Switches to a notation, asks for its file, or lists what there is.
  mutating func switchNotation(_ name: String, _ shared: inout Shared) -> [Request] {
    if name.isEmpty {
      reply = board.notationList
      return []
    }
    guard let letters = BundledNotations.notation(named: name) else {
      board.notationFile = name
      return [.outside(.read(name))]
    }
    take(letters, &shared) { $0.diagnostic(at: 0..<1).message }
    return []
  }

  /// The bytes of the file that was asked for, or why there are none.
  mutating func opened(_ name: String, _ bytes: [UInt8]?, _ reason: Words?, _ shared: inout Shared) {
    guard board.notationFile == name else { return board.opened(name, bytes, reason) }
    board.notationFile = nil
    guard let bytes else {
      reply = .fault(Self.noNotation(name, reason))
      return
    }
    let source = SourceText(name: name, utf8: bytes)
    do throws(NetworkFile.Faults) {
      let read = try NotationFile.parse(source)
      take(read.notation, &shared) { read.diagnostic($0).message }
    } catch {
      reply = .faults(error.diagnostics, in: source)
    }
  }

  private mutating func take(_ letters: Notation, _ shared: inout Shared, _ fault: (NotationClash) -> Words) {
    do throws(NotationClash) {
      try take(letters)
      shared.letters = letters
      reply = .notice(Words(en: "Now in these letters: \(letters.title.en).", zh: "已换用记号：\(letters.title.zh)。"))
    } catch {
      reply = .fault(fault(error))
    }
  }

  private static func noNotation(_ name: String, _ reason: Words?) -> Words {
    let names = BundledNotations.names
    if let nearest = Suggestion.nearest(to: name, in: names) {
      return Words(
        en: "There is no notation or file '\(name)'. Did you mean '\(nearest)'?",
        zh: "没有名为“\(name)”的记号或文件。是不是“\(nearest)”？")
    }
    let why = reason.map { Words(en: " (\($0.en))", zh: "（\($0.zh)）") } ?? Words("")
    return Words(
      en: "There is no notation or file '\(name)'\(why.en). There are \(names.joined(separator: ", ")).",
      zh: "没有名为“\(name)”的记号或文件\(why.zh)。可用：\(names.joined(separator: "、"))。")
  }
}

extension Activity {
  /// An activity that begins is in the letters that the learner chose, unless its network brings letters of its own.
  mutating func adopt(_ letters: Notation) {
    switch self {
    case .walk(var walk):
      guard walk.board.architecture.letters == nil else { return }
      try? walk.take(letters)
      self = .walk(walk)
    case .practice(var practice):
      try? practice.take(letters)
      self = .practice(practice)
    case .lesson(var lesson):
      try? lesson.take(letters)
      self = .lesson(lesson)
    case .menu, .training, .seat: break
    }
  }
}
