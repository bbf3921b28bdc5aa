import Diagnostics
import Formats

extension CodingUserInfoKey {
  /// Lessons that are known where a recording is written and read: `[LessonCatalogue.Entry]`.
  ///
  /// Of these only the id and a digest of the text are written; of all others the text itself.
  package static let knownLessons = CodingUserInfoKey(rawValue: "bptutor.lessons")
}

extension LessonCatalogue.Entry: Codable {
  private enum CodingKeys: String, CodingKey { case id, digest, files, networks }

  private struct File: Codable {
    let name: String
    let text: String
  }

  /// Of the names and texts of its files.
  package var digest: String {
    var fingerprint = Fingerprint()
    for file in sources.files {
      fingerprint.add(file.source.name ?? "")
      fingerprint.add([0] + file.source.utf8)
    }
    return String(fingerprint.value, radix: 16)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(digest, forKey: .digest)
    let known = CodingUserInfoKey.knownLessons.flatMap { encoder.userInfo[$0] as? [LessonCatalogue.Entry] } ?? []
    if known.contains(where: { $0.id == id && $0.digest == digest }) { return }
    try container.encode(sources.files.map { Self.file($0.source) }, forKey: .files)
    let networks = sources.networks.sorted { $0.key < $1.key }
    try container.encode(
      networks.map { File(name: $0.key, text: String(decoding: $0.value.utf8, as: UTF8.self)) }, forKey: .networks)
  }

  private static func file(_ source: SourceText) -> File {
    File(name: source.name ?? "", text: String(decoding: source.utf8, as: UTF8.self))
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(String.self, forKey: .id)
    let digest = try container.decode(String.self, forKey: .digest)
    let path = decoder.codingPath.map(\.stringValue)
    guard let files = try container.decodeIfPresent([File].self, forKey: .files) else {
      let known = CodingUserInfoKey.knownLessons.flatMap { decoder.userInfo[$0] as? [LessonCatalogue.Entry] } ?? []
      guard let entry = known.first(where: { $0.id == id }), entry.digest == digest else {
        throw JSONCoder.Fault(
          path, Words(en: "the lesson '\(id)' is another one in this version", zh: "课程“\(id)”在这个版本中已不同"))
      }
      self = entry
      return
    }
    var context = LessonContext()
    context.isForAuthors = false
    for network in try container.decode([File].self, forKey: .networks) {
      context.networkFiles[network.name] = SourceText(name: network.name, network.text)
    }
    let sources = files.map { LessonFile(SourceText(name: $0.name, $0.text)) }
    // What it requires was there when it was written, and may be anybody's.
    context.otherLessons = sources.flatMap { LessonSummary([$0]).requires }
    let read = LessonCatalogue(sources, context: context)
    guard let entry = read.entries.first(where: { $0.id == id }), read.report.isClean else {
      throw JSONCoder.Fault(path, Words(en: "the lesson '\(id)' has faults", zh: "课程“\(id)”有错"))
    }
    self = entry
  }
}
