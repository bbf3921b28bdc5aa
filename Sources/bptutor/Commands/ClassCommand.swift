import Arguments
import Diagnosis
import Diagnostics
import Formats
import Homework
import Lessons
import Networks
import Progress
import Questions
import Reports
import Screen
import Skills

/// What `bptutor progress --merge FILE…` does: a class at a glance.
struct ClassCommand {
  let invocation: Invocation
  let preferences: Preferences
  let look: Look

  /// The result: a page of text as a grid, or a finished text.
  enum Result {
    case page(Grid)
    case text(String)
  }

  func run() throws(Failure) -> Result {
    guard !invocation.operands.isEmpty else {
      throw .message(
        Words(en: "--merge needs the files of a class", zh: "--merge 需要全班的文件"),
        help: Words(en: "for example bptutor progress --merge *.json", zh: "例如 bptutor progress --merge *.json"))
    }
    let library = try LessonLibrary(invocation)
    let asked = try invocation.value(of: .lesson).map { name throws(Failure) in try library.entry(named: name) }
    var members = try gathered(library).members
    if invocation.has(.anonymous) { members = Self.anonymous(members) }
    switch invocation.value(of: .format) {
    case "json": return .text(AttemptFile.json(kept(members, asked)).pretty + "\n")
    case "csv": return .text(AttemptFile.csv(kept(members, asked)))
    case "html":
      return .text(ClassHTML(report(members, asked, library), language: preferences.language).text)
    default: return .page(ClassPage(report(members, asked, library), look).grid)
    }
  }

  /// Of one lesson where it is asked for.
  private func kept(_ members: [ClassMember], _ lesson: LessonCatalogue.Entry?) -> [ClassMember] {
    guard let lesson else { return members }
    return members.map { member in
      ClassMember(name: member.name, attempts: member.attempts.filter { $0.lesson == lesson.id })
    }
  }

  // MARK: Files

  /// What cannot be read is reported and left out; where nothing is left, the first fault is the command's own.
  private func gathered(_ library: LessonLibrary) throws(Failure) -> ClassRoll {
    let names = try names()
    var rooms: RoomLogs?
    var roll = ClassRoll()
    var first: Failure?
    var count = 0
    for file in invocation.operands {
      do throws(Failure) {
        for (name, attempts) in try Self.attempts(in: file, library, &rooms) {
          roll.add(attempts, name: name.map { names?.name(of: $0) ?? $0 } ?? names?.name(ofPath: file), path: file)
        }
        count += 1
      } catch {
        if let first { report(first) }
        first = error
      }
    }
    if let first {
      guard count > 0 else { throw first }
      report(first)
      let skipped = invocation.operands.count - count
      say(
        Words(
          en: "\(skipped) of \(invocation.operands.count) files left out",
          zh: "有 \(skipped)/\(invocation.operands.count) 个文件未计入"))
    }
    if let strangers = rooms?.strangers, strangers > 0 {
      say(
        Words(
          en: "\(strangers) \(strangers == 1 ? "answer" : "answers") to questions of no lesson here left out",
          zh: "有 \(strangers) 个答案不属于这里的任何一课，未计入"))
    }
    if !roll.repeated.isEmpty {
      let files = roll.repeated.prefix(5).map { SourceText.harmless($0) }.joined(separator: ", ")
      say(Words(en: "the same learner again, counted once: \(files)", zh: "同一学习者重复出现，只计一次：\(files)"))
    }
    return roll
  }

  private func report(_ failure: Failure) { try? Output.error.write(failure.report(preferences.language)) }

  private func say(_ words: Words) {
    try? Output.error.write(SafeText("\(CommandTable.program): \(words[preferences.language])\n").text)
  }

  /// A store, the log of a room, or what `--format json` and `--format csv` have written, of one learner or of several.
  private static func attempts(
    in file: String, _ library: LessonLibrary, _ rooms: inout RoomLogs?
  ) throws(Failure) -> [(name: String?, attempts: [Progress.Attempt])] {
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(file) } catch { throw error.failure() }
    if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
      do throws(StoreFault) { return [(nil, try ProgressStore.reading(file).attempts())] } catch { throw .store(error) }
    }
    if RoomLogs.isLog(bytes) {
      var logs = rooms ?? RoomLogs(library)
      defer { rooms = logs }
      return logs.members(bytes, time: Clock.modified(file) ?? 0)
    }
    let source = SourceText(name: file, utf8: bytes)
    do throws(Diagnostic) { return try AttemptFile.members(source) } catch { throw .faults([error], in: source) }
  }

  // MARK: Names

  /// Who is who, by `--students`.
  private struct Names {
    let owner: SubmissionOwner
    let students: [String: Roster.Student]

    func name(ofPath path: String) -> String? {
      owner.student(ofPath: path).flatMap { students[$0] }.map { $0.name.isEmpty ? $0.id : $0.name }
    }

    func name(of id: String) -> String? { students[id].map { $0.name.isEmpty ? $0.id : $0.name } }
  }

  private func names() throws(Failure) -> Names? {
    guard let file = invocation.value(of: .students) else { return nil }
    let roster = try RosterFile.read(file)
    return Names(
      owner: SubmissionOwner(roster.students),
      students: Dictionary(roster.students.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Numbers for names; who is which number does not follow from the order of the files.
  private static func anonymous(_ members: [ClassMember]) -> [ClassMember] {
    let order = members.indices.sorted { members[$0].attempts.hashOfTimes < members[$1].attempts.hashOfTimes }
    return order.enumerated().map { number, place in
      ClassMember(name: "#\(number + 1)", attempts: members[place].attempts)
    }
  }

  // MARK: Reports

  private func report(
    _ members: [ClassMember], _ lesson: LessonCatalogue.Entry?, _ library: LessonLibrary
  ) -> ClassReport {
    var authors = AuthoredMistakes(library)
    let named = members.map { member in
      ClassMember(name: member.name, attempts: member.attempts.map { authors.naming($0) })
    }
    return ClassReport(named, lesson: lesson.map(asked), names: authors.names)
  }

  private func asked(_ entry: LessonCatalogue.Entry) -> LessonQuestions.Asked {
    func lesson(_ language: Language) -> Lesson? { entry.lesson(in: language) }
    let prompts = Language.allCases.map { language in
      Dictionary(
        (lesson(language)?.asks ?? []).map { ($0.id, PlainProse.text($0.prompt)) },
        uniquingKeysWith: { first, _ in first })
    }
    let questions = (lesson(preferences.language)?.asks ?? []).map { ask in
      let (en, zh) = (prompts[0][ask.id] ?? "", prompts[1][ask.id] ?? "")
      return (id: ask.id, prompt: Words(en: en.isEmpty ? zh : en, zh: zh.isEmpty ? en : zh))
    }
    let title = Words(
      en: entry.summary.title(in: .en) ?? entry.id, zh: entry.summary.title(in: .zh) ?? entry.id)
    let skills = lesson(.en)?.skills ?? []
    return LessonQuestions.Asked(id: entry.id, title: title, skills: skills, questions: questions)
  }
}

extension [Progress.Attempt] {
  /// The same for the same answers, and of no order that anyone knows.
  fileprivate var hashOfTimes: UInt64 {
    var fingerprint = Fingerprint()
    for attempt in self { fingerprint.add(UInt64(bitPattern: attempt.time)) }
    return fingerprint.value
  }
}

extension Lesson {
  /// Its questions, in order.
  var asks: [Ask] { elements.compactMap { if case .ask(let ask) = $0.content { ask } else { nil } } }
}

/// A prompt as one line of plain text.
enum PlainProse {
  private static let maxLength = 200

  static func text(_ prompt: String) -> String {
    let words = prompt.filter { !"`$*".contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > maxLength ? words.prefix(maxLength - 1) + "…" : words
  }
}

/// Wrong answers that a lesson's author foresaw, found again in what was answered.
///
/// Answers are kept with the ids of the catalogue only; which of the author's it was follows from the answer itself.
private struct AuthoredMistakes {
  private let lessons: [String: LessonCatalogue.Entry]
  private var questions: [String: Question?] = [:]
  private(set) var names: [MistakeID: Words] = [:]

  init(_ library: LessonLibrary) {
    lessons = Dictionary(library.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The attempt with the author's mistake, where it is one.
  mutating func naming(_ attempt: Progress.Attempt) -> Progress.Attempt {
    guard attempt.verdict == .mistake, attempt.mistakes.isEmpty, let id = attempt.lesson,
      let question = question(attempt.step, in: id), let ask = question.ask, !ask.wrong.isEmpty
    else { return attempt }
    let said = question.judge(attempt.answer, part: 0, earlier: [:]).feedback
    guard let place = ask.wrong.firstIndex(where: { Words($0.say) == said }) else { return attempt }
    let name = MistakeID("author \(id) \(ask.id) \(place + 1)")
    if names[name] == nil {
      func say(_ language: Language) -> String {
        let other = lessons[id]?.lesson(in: language)?.asks.first { $0.id == ask.id }?.wrong
        return PlainProse.text(
          other.flatMap { $0.indices.contains(place) ? $0[place].say : nil } ?? ask.wrong[place].say)
      }
      names[name] = Words(en: say(.en), zh: say(.zh))
    }
    var named = attempt
    named.mistakes = [name]
    return named
  }

  private mutating func question(_ step: String, in lesson: String) -> Question? {
    let key = "\(lesson) \(step)"
    if let known = questions[key] { return known }
    let read = lessons[lesson]?.lesson(in: .en)
    let ask = read?.asks.first { $0.id == step }
    let question = ask.flatMap { ask in read.map { Question(ask, base: $0.network) } }
    questions[key] = question
    return question
  }
}
