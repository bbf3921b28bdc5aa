import Diagnostics

/// The lessons of a set of files, in every language, and everything that is wrong with them.
package struct LessonCatalogue: Sendable {
  /// In the order of their files' names.
  package private(set) var entries: [Entry] = []
  package private(set) var report: LintReport

  /// Reads and checks lessons.
  ///
  /// Cost: linear in the text, and some thousand passes for each `try`.
  package init(_ files: [LessonFile], context: LessonContext = LessonContext()) {
    let drafts = files.map { CheckedDraft(LessonDraft($0)) }
    var faults = drafts.map(\.faults)
    var groups: [String: [Int]] = [:]
    var order: [String] = []
    for (index, draft) in drafts.enumerated() {
      let path = draft.source.name ?? "\(index)"
      let stem = draft.folder + "/" + (Lesson.FileName(path)?.stem ?? path)
      if groups[stem] == nil { order.append(stem) }
      groups[stem, default: []].append(index)
    }
    for stem in order {
      let members = groups[stem] ?? []
      var lessons: [Language: Lesson] = [:]
      for (place, index) in members.enumerated() {
        let translation = members.first { $0 != index && drafts[$0].language != drafts[index].language }
        var builder = LessonBuilder(
          drafts[index], translation: translation.map { drafts[$0] }, isFirst: place == 0, context: context)
        let lesson = builder.build()
        faults[index] += builder.faults
        if let lesson { lessons[lesson.language] = lessons[lesson.language] ?? lesson }
      }
      guard let first = lessons[.en] ?? lessons.values.first else { continue }
      let name = stem.split(separator: "/").last.map(String.init) ?? stem
      entries.append(
        Entry(id: first.id, stem: name, lessons: lessons, members.map { LessonFile(drafts[$0].source) }, context))
    }
    let requirements = RequirementCheck(drafts, groups: order.map { groups[$0] ?? [] }, others: context.otherLessons)
    for (index, more) in requirements.faults.enumerated() { faults[index] += more }
    report = LintReport(files: zip(drafts, faults).map { LintReport.File(source: $0.source, diagnostics: $1) })
  }

  /// The same, with the report of some files alone.
  func reporting(_ names: Set<String>) -> LessonCatalogue {
    var result = self
    result.report = LintReport(files: report.files.filter { names.contains($0.source.name ?? "") })
    return result
  }

  /// The lesson with that id.
  package func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }
}
