package import Diagnostics
import Formats
import Glibc

/// The lessons that someone names by files and folders, and what is beside them.
package struct LessonSelection: Sendable {
  /// Those that are named, in order, each once.
  package private(set) var named: [LessonFile] = []
  /// The others of the folders that they lie in.
  private var beside: [LessonFile] = []
  private var networks: [String: SourceText] = [:]

  /// What cannot be read is among the named files, with the reason; `-` is `input`, where that is given.
  package init(_ paths: [String], input: SourceText? = nil) {
    var seen: Set<String> = []
    var files: [String] = []
    for path in paths {
      if path == "-", let input {
        if seen.insert(path).inserted { named.append(LessonFile(input)) }
        continue
      }
      let folder = Self.folder(path)
      guard let folder else {
        files.append(path)
        continue
      }
      let read = LessonFolder(folder)
      if read.lessons.isEmpty { named.append(LessonFile(unreadable: path, Self.whyEmpty(folder))) }
      for lesson in read.lessons where seen.insert(lesson.source.name ?? "").inserted { named.append(lesson) }
      networks.merge(read.networks) { first, _ in first }
    }
    files = files.filter { seen.insert($0).inserted }
    named += files.map(Self.read)
    var folders: Set<String> = []
    for file in files where folders.insert(Self.parent(of: file)).inserted {
      let isHere = !file.contains("/")
      let read = LessonFolder(isHere ? "." : Self.parent(of: file))
      let named = { (name: String) in isHere ? String(name.dropFirst(2)) : name }
      for lesson in read.lessons where seen.insert(named(lesson.source.name ?? "")).inserted {
        beside.append(isHere ? lesson.renamed(named(lesson.source.name ?? "")) : lesson)
      }
      for (name, source) in read.networks { networks[named(name)] = source }
    }
  }

  /// The named lessons, checked; the report tells the faults of these alone.
  ///
  /// A file is held against its translation beside it, and may require any lesson beside it.
  package func catalogue(_ context: LessonContext) -> LessonCatalogue {
    var context = context
    context.networkFiles.merge(networks) { _, own in own }
    let stems = Set(named.map(Self.stem))
    var files = named
    for file in beside {
      if stems.contains(Self.stem(file)) {
        files.append(file)
      } else if let id = LessonDraft.id(of: file) {
        context.otherLessons.append(id)
      }
    }
    // Of two languages the first by name tells what both lack, whichever of them is named.
    files.sort { ($0.source.name ?? "") < ($1.source.name ?? "") }
    return LessonCatalogue(files, context: context).reporting(Set(named.compactMap(\.source.name)))
  }

  /// Of a file that is no lesson nothing is shown, whatever it holds.
  private static func read(_ path: String) -> LessonFile {
    let file = LessonFile.read(path)
    let isLesson = file.fault != nil || Lesson.FileName(path) != nil
    return isLesson ? file : LessonFile(unreadable: path, TextFault.notALesson)
  }

  private static func stem(_ file: LessonFile) -> String {
    let path = file.source.name ?? ""
    return parent(of: path) + "/" + (Lesson.FileName(path)?.stem ?? path)
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The path without a slash at its end where it is a folder, else nil.
  private static func folder(_ path: String) -> String? {
    var status = stat()
    guard stat(path.systemName, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    let end = path.lastIndex { $0 != "/" }
    return end.map { String(path[...$0]) } ?? "/"
  }

  private static func whyEmpty(_ folder: String) -> any LessonFault {
    guard access(folder.systemName, R_OK | X_OK) == 0 else { return TextFault.notReadable(LessonFile.reason(errno)) }
    return TextFault.noLessons
  }
}
