package import Diagnostics

extension LessonCatalogue {
  /// One lesson in all its languages.
  package struct Entry: Equatable, Sendable {
    package let id: String
    /// Of the file: `01-forward-pass`.
    package let stem: String
    private let text: LessonText

    init(
      id: String, stem: String, lessons: [Language: Lesson], _ files: [LessonFile], _ context: LessonContext
    ) {
      self.id = id
      self.stem = stem
      text = LessonText(lessons, files, context)
    }

    fileprivate init(id: String, stem: String, _ files: [LessonFile], _ context: LessonContext) {
      self.id = id
      self.stem = stem
      text = LessonText(files, context)
    }

    package var lessons: [Language: Lesson] { text.lessons }

    /// The files that it is read from, and the network files that it may refer to.
    var sources: (files: [LessonFile], networks: [String: SourceText]) { (text.files, text.context.networkFiles) }

    /// The lesson in that language, or else in the other.
    package func lesson(in language: Language) -> Lesson? { lessons[language] ?? lessons.values.first }

    /// What there is to know before it is opened; costs less than the lesson.
    package var summary: LessonSummary { text.summary }

    /// What each screen says in that language, or else in the other, part by part.
    ///
    /// Cost: reading the lesson, the first time.
    package func searchTexts(in language: Language) -> [[SearchText]] { text.searchTexts(in: language) }

    package static func == (one: Entry, other: Entry) -> Bool {
      one.id == other.id && one.stem == other.stem && (one.text === other.text || one.lessons == other.lessons)
    }
  }

  /// Lessons that are known to have no fault, such as the program's own: each is read when it is first opened.
  ///
  /// Cost: what their front matter takes.
  package static func trusted(_ files: [LessonFile], context: LessonContext) -> [Entry] {
    var order: [String] = []
    var groups: [String: [LessonFile]] = [:]
    for file in files {
      guard let stem = Lesson.FileName(file.source.name ?? "")?.stem else { continue }
      if groups[stem] == nil { order.append(stem) }
      groups[stem, default: []].append(file.knownAsText())
    }
    return order.compactMap { stem in
      let files = groups[stem] ?? []
      return files.first.flatMap(LessonDraft.id).map { Entry(id: $0, stem: stem, files, context) }
    }
  }
}
