import Arguments
import Diagnostics
import Formats
import Glibc
import Lessons
import Networks

/// All lessons at hand: the program's own, and those of folders, which may stand in for them.
struct LessonLibrary {
  /// The program's in their order, then those of folders; each id once, and none with a fault.
  private(set) var entries: [LessonCatalogue.Entry] = []
  /// The letters of all lessons that ask for none of their own.
  let notation: Notation?
  /// What is wrong with the lessons of folders, which are left out for it.
  private(set) var faults: [LintReport] = []
  /// Lessons that are left out, with their faults, by id and by file name.
  private var broken: [String: LintReport] = [:]

  /// The lessons that a command line and its environment name; throws where a named folder cannot be read.
  init(_ invocation: Invocation) throws(Failure) {
    self.init(
      folders: try LessonFolders.paths(invocation) { name in getenv(name).map { String(systemName: $0) } },
      notation: try NotationChoice.notation(invocation))
  }

  /// A folder counts before those behind it, all of them before the program.
  ///
  /// Cost: linear in the text of the folders' lessons, of which each may have 4 MB; the program's own are tested, and read
  /// when they are opened.
  init(folders: [String], notation: Notation? = nil) {
    self.notation = notation
    var context = LessonNames.context
    context.notation = notation
    context.networkFiles = Curriculum.networks
    context.isForAuthors = false
    entries = LessonCatalogue.trusted(Curriculum.lessons, context: context)
    for path in folders.reversed() {
      let folder = LessonFolder(path)
      add(folder.lessons, folder.networks)
    }
  }

  /// The ids of all lessons.
  var ids: [String] { entries.map(\.id) }

  private mutating func add(_ files: [LessonFile], _ networks: [String: SourceText]) {
    var context = LessonNames.context
    context.notation = notation
    context.networkFiles = networks
    context.otherLessons = ids
    context.isForAuthors = false
    let catalogue = LessonCatalogue(files, context: context)
    let faulty = catalogue.report.faultyStems
    if !faulty.isEmpty { faults.append(catalogue.report) }
    for stem in faulty { broken[stem] = catalogue.report.only(stem: stem) }
    for entry in catalogue.entries {
      guard !faulty.contains(entry.stem) else {
        broken[entry.id] = broken[entry.stem]
        continue
      }
      broken[entry.id] = nil
      if let place = entries.firstIndex(where: { $0.id == entry.id }) {
        entries[place] = entry
      } else {
        entries.append(entry)
      }
    }
  }

  // MARK: Choosing

  /// The id of a lesson, by whatever it may be called.
  func id(named name: String) throws(Failure) -> String { try entry(named: name).id }

  /// The lesson of that id, file name, or number; or the one in a file.
  func entry(named name: String) throws(Failure) -> LessonCatalogue.Entry {
    if name.contains("/") || name.hasSuffix(".md") { return try entry(inFile: name) }
    if let report = broken[name] { throw .lessons(report, LintCommand.summary(of: report)) }
    let number = Int(name)
    if let entry = entries.first(where: { $0.id == name || $0.stem == name })
      ?? entries.first(where: { number != nil && Int($0.stem.prefix { $0.isNumber }) == number })
    {
      return entry
    }
    let nearest = Suggestion.nearest(to: name, in: ids + entries.map(\.stem))
    throw .message(
      Words(en: "there is no lesson '\(name)'", zh: "没有课程“\(name)”"),
      help: Suggestion.didYouMean(nearest)
        ?? Words(en: "'bptutor lesson' lists all lessons", zh: "“bptutor lesson”列出全部课程"))
  }

  /// The lesson of a file, in every language beside it; throws all that is wrong in that file.
  private func entry(inFile path: String) throws(Failure) -> LessonCatalogue.Entry {
    let catalogue = LessonSelection([path]).catalogue(LessonNames.context(with: self))
    guard catalogue.report.isClean else {
      throw .lessons(catalogue.report, LintCommand.summary(of: catalogue.report))
    }
    guard let entry = catalogue.entries.first else {
      throw .message(Words(en: "there is no lesson in '\(path)'", zh: "“\(path)”中没有课程"))
    }
    return entry
  }

  /// The file of a lesson in a language, where it is no lesson of the program's own; nil where it is one.
  func path(
    of entry: LessonCatalogue.Entry, named name: String, in invocation: Invocation, _ language: Language
  ) throws(Failure) -> String? {
    if name.contains("/") || name.hasSuffix(".md") { return name }
    let folders = try LessonFolders.paths(invocation) { name in getenv(name).map { String(systemName: $0) } }
    for folder in folders {
      let names = ([language] + Language.allCases).map { "\(folder)/\(entry.stem).\($0.rawValue).md" }
      if let path = names.first(where: { access($0.systemName, R_OK) == 0 }) { return path }
    }
    return nil
  }

  /// That lessons were left out, and what to do; nil where none was.
  var notice: Words? {
    let files = faults.flatMap(\.files).filter { !$0.diagnostics.isEmpty }
    guard let first = files.first?.source.name else { return nil }
    let folder = first.lastIndex(of: "/").map { String(first[..<$0]) } ?? "."
    let command = "bptutor lint " + ShellWord.quoted(folder)
    return files.count == 1
      ? Words(en: "A lesson has faults and is left out: \(command)", zh: "有一个课程文件有错，未列出：\(command)")
      : Words(
        en: "\(files.count) lesson files have faults and are left out: \(command)",
        zh: "\(files.count) 个课程文件有错，未列出：\(command)")
  }
}
