/// One learner of a class, with all answers that are known.
package struct ClassMember: Equatable, Sendable {
  package internal(set) var name: String
  package internal(set) var attempts: [Attempt]

  package init(name: String, attempts: [Attempt]) {
    self.name = name
    self.attempts = attempts
  }
}

/// The learners of a class, gathered from files in which the same one may come more than once.
///
/// Two files are one learner's where they say so by name, or where half of the answers in the shorter one are in the other
/// too, to the millisecond: a progress file and its export, or an older export.
package struct ClassRoll: Equatable, Sendable {
  private struct Entry: Equatable, Sendable {
    var member: ClassMember
    /// Whether the name was given, and is not only the file's.
    var isNamed: Bool
    let path: String
  }

  private var entries: [Entry] = []
  private var owners: [Attempt: Int] = [:]
  /// Files whose learner had come before.
  package private(set) var repeated: [String] = []

  package init() {}

  /// Adds what a file holds of one learner.
  ///
  /// `name` is nil where none was given. Cost: linear in the answers.
  package mutating func add(_ attempts: [Attempt], name: String?, path: String) {
    if let place = place(of: attempts, name) {
      repeated.append(path)
      if let name, !entries[place].isNamed {
        entries[place].member.name = name
        entries[place].isNamed = true
      }
      let new = attempts.filter { owners[$0] != place }
      guard !new.isEmpty else { return }
      for attempt in new { owners[attempt] = place }
      // What came from another file belongs where its time puts it; equal times stay as they were.
      let all = entries[place].member.attempts + new
      entries[place].member.attempts = all.enumerated().sorted {
        ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
      }.map(\.element)
      return
    }
    for attempt in attempts where owners[attempt] == nil { owners[attempt] = entries.count }
    entries.append(
      Entry(member: ClassMember(name: name ?? "", attempts: attempts), isNamed: name != nil, path: path))
  }

  private func place(of attempts: [Attempt], _ name: String?) -> Int? {
    if let name, let place = entries.firstIndex(where: { $0.isNamed && $0.member.name == name }) { return place }
    var shared: [Int: Int] = [:]
    for attempt in Set(attempts) {
      if let owner = owners[attempt] { shared[owner, default: 0] += 1 }
    }
    let best = shared.filter { !(name != nil && entries[$0.key].isNamed) }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best else { return nil }
    let shorter = min(Set(attempts).count, Set(entries[best.key].member.attempts).count)
    return 2 * best.value >= shorter ? best.key : nil
  }

  /// By the names that were given, else by those of the files: as much of the path as tells them apart.
  package var members: [ClassMember] {
    let stems = entries.map { Self.stem($0.path) }
    let folders = entries.map { Self.folder($0.path) }
    var names = entries.indices.map { index -> String in
      if entries[index].isNamed { return entries[index].member.name }
      if stems.count(where: { $0 == stems[index] }) == 1 { return stems[index] }
      let folder = folders[index]
      if folders.count(where: { $0 == folder }) == 1, !folder.isEmpty { return folder }
      return folder.isEmpty ? stems[index] : "\(folder)/\(stems[index])"
    }
    var used: [String: Int] = [:]
    for index in names.indices {
      used[names[index], default: 0] += 1
      if let count = used[names[index]], count > 1 { names[index] += " (\(count))" }
    }
    return zip(entries, names).map { ClassMember(name: $1, attempts: $0.member.attempts) }
  }

  private static func parts(_ path: String) -> [Substring] { path.split(separator: "/") }

  private static func stem(_ path: String) -> String {
    let file = parts(path).last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return String(file) }
    return String(file[..<dot])
  }

  private static func folder(_ path: String) -> String { String(parts(path).dropLast().last ?? "") }
}
