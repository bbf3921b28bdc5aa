package import Diagnostics
package import Networks
package import Skills

/// What a lesson may refer to beside its own file.
package struct LessonContext: Sendable {
  /// The network files, by path: the lesson's folder, a slash, and the name.
  package var networkFiles: [String: SourceText]
  /// The ids of the catalogue of mistakes; none means that any will do.
  package var mistakes: [MistakeID]
  /// Lessons that may be required though they are not among the files.
  package var otherLessons: [String]
  /// The letters of lessons that ask for none of their own.
  package var notation: Notation?
  /// Whether goals are tried to be reached and texts to be fitted on their screens, which costs more than all the rest.
  package var isForAuthors = true

  package init(
    networkFiles: [String: SourceText] = [:], mistakes: [MistakeID] = [],
    otherLessons: [String] = []
  ) {
    self.networkFiles = networkFiles
    self.mistakes = mistakes
    self.otherLessons = otherLessons
  }

  /// The network that a lesson in that folder calls by that name.
  func network(_ name: String, folder: String) -> Result<Network, NetworkProblem> {
    if let bundled = BundledNetworks.network(named: name) { return .success(bundled) }
    let isFile = name.hasSuffix(".json")
    if name.contains("/") || name.hasPrefix(".") { return .failure(NetworkProblem(fault: NameFault.networkPath(name))) }
    guard isFile, let source = networkFiles[folder.isEmpty ? name : folder + "/" + name] else {
      let prefix = folder.isEmpty ? "" : folder + "/"
      let beside = networkFiles.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      let names = ["default"] + BundledNetworks.names + beside.sorted()
      return .failure(
        NetworkProblem(fault: NameFault.unknownNetwork(name, nearest: Suggestion.nearest(to: name, in: names))))
    }
    do throws(NetworkFile.Faults) {
      return .success(try NetworkFile.parse(source))
    } catch {
      guard let first = error.diagnostics.first else {
        return .failure(NetworkProblem(fault: NameFault.networkPath(name)))
      }
      let (line, column) = source.position(of: first.range.lowerBound)
      let place = "\(line):\(column)"
      return .failure(
        NetworkProblem(
          fault: NameFault.unusableNetwork(
            name, Words(en: "\(place): \(first.message.en)", zh: "\(place)：\(first.message.zh)"))))
    }
  }

  struct NetworkProblem: Error {
    let fault: any LessonFault
  }
}
