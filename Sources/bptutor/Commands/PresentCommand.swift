import Arguments
import Diagnostics
import Glibc
import Lessons
import Networks
import Screen
import Traces
import Training
import Tutor
import TutorViews

/// What `bptutor present [ID]`, `present walk` and `present train` do.
struct PresentCommand {
  let invocation: Invocation
  let preferences: Preferences

  init(invocation: Invocation, preferences: Preferences) {
    var invocation = invocation
    // What follows --room is a code, but where nothing else says what is presented, it was meant to.
    if invocation.operands.isEmpty, !invocation.has(.broker), let name = invocation.value(of: .room) {
      (invocation.operands, invocation.options[.room]) = ([name], [])
    }
    (self.invocation, self.preferences) = (invocation, preferences)
  }

  func run(_ network: (Invocation) throws(Failure) -> Network) throws(Failure) -> Int32 {
    try checkRoom()
    switch invocation.operands.first {
    case Subcommand.walk.rawValue: return try presentWalk(network(invocation))
    case Subcommand.train.rawValue: return try presentTraining()
    default: return try presentLesson()
    }
  }

  private func presentLesson() throws(Failure) -> Int32 {
    let library = try LessonLibrary(invocation)
    guard let name = invocation.operands.first else {
      return try LessonList(library, preferences.language).write(typing: "\(CommandTable.program) present ")
    }
    let entry = try library.entry(named: name)
    guard entry.hasScreens(in: preferences.language) else {
      throw .message(Words(en: "there is nothing in this lesson", zh: "这一课没有内容"))
    }
    let seed = invocation.value(of: .random).flatMap { UInt64($0) }
    // A lesson of a file is none of the library's.
    let entries = library.ids.contains(entry.id) ? library.entries : library.entries + [entry]
    let scene = Start.Scene.lesson(entry, seed: seed)
    guard hasScreen else { return try handout(start(scene, BundledNetworks.default, entries)) }
    let path = try library.path(of: entry, named: name, in: invocation, preferences.language)
    var preview = path.map { Preview($0, LessonNames.context(with: library)) }
    // What is read now is what is shown.
    _ = preview?.reload(preferences.language, preferences.notation)
    return try present(
      start(scene, BundledNetworks.default, entries), subject([path ?? entry.id]), preview,
      revised: path == nil ? nil : entry)
  }

  private func presentWalk(_ network: Network) throws(Failure) -> Int32 {
    try refuseLines(Words(en: "'bptutor trace' prints the walk", zh: "可用 bptutor trace 输出推导"))
    var walk = invocation
    walk.operands.removeFirst()
    let (scene, goals) = try WalkCommand(invocation: walk, preferences: preferences).scene(network)
    var start = try start(scene, network, LessonLibrary(invocation).entries)
    if !goals.isEmpty { start.goals = goals }
    return try present(start, subject(invocation.operands))
  }

  private func presentTraining() throws(Failure) -> Int32 {
    try refuseLines(Words(en: "'bptutor train' prints how it goes", zh: "可用 bptutor train 输出训练过程"))
    let setup = try TrainingSetup(invocation)
    let run = try setup.run()
    let scene = TrainCommand.scene(of: run, epochs: setup.epochs, begins: false)
    return try present(
      start(scene, run.start, LessonLibrary(invocation).entries), subject(invocation.operands), run: run)
  }

  // MARK: Presenting

  /// Whether there is a screen to present on; else a lesson is printed.
  private var hasScreen: Bool {
    !preferences.isPlain && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  private func checkRoom() throws(Failure) {
    if !invocation.has(.room), let option = [.broker, .port, .save].first(where: invocation.has) {
      throw .message(
        Words(en: "'--\(option.rawValue)' belongs to '--room'", zh: "--\(option.rawValue) 要与 --room 一起使用"),
        help: Words(
          en: "for example: --room autumn-7 --broker mqtts://HOST", zh: "例如：--room autumn-7 --broker mqtts://HOST"))
    }
    if invocation.has(.room), !hasScreen {
      throw .message(Words(en: "a room takes part only in what is shown on a screen", zh: "全班参与需要在整屏上演示"))
    }
  }

  private func refuseLines(_ help: Words) throws(Failure) {
    if hasScreen { return }
    throw .message(
      Words(en: "only a lesson can be presented line by line, as a handout", zh: "只有课程可以逐行输出，作为讲义"), help: help)
  }

  private func start(_ scene: Start.Scene, _ network: Network, _ library: [LessonCatalogue.Entry]) -> Start {
    var start = Start(
      .room(scene, .projector), network: network, language: preferences.language, notation: preferences.notation)
    start.library = library
    start.now = Clock.now()
    return start
  }

  /// What is presented, whatever it looks like: the same command line goes on with the same presentation.
  private func subject(_ operands: [String]) -> String {
    let looks: Set<Option> = [
      .notes, .lang, .lessons, .plain, .record, .ascii, .color, .noColor, .theme, .room, .broker, .port, .big, .save,
    ]
    let options = invocation.options.filter { !looks.contains($0.key) }.sorted { $0.key.rawValue < $1.key.rawValue }
    return (operands + options.map { "--\($0.key.rawValue)=" + $0.value.joined(separator: ",") }).joined(separator: " ")
  }

  private func present(
    _ start: Start, _ subject: String, _ lesson: Preview? = nil, revised: LessonCatalogue.Entry? = nil,
    run: TrainingRun? = nil
  ) throws(Failure) -> Int32 {
    // The room's answers are no one's: no file of progress is opened for them.
    let log = ProgressLog(isKeeping: false)
    var start = start
    if invocation.has(.notes) {
      let stage = NotesFollower(subject, lessons: Recorder.knownLessons)
      if case .room(let scene, _) = start.scene { start.scene = .room(scene, .notes(stage.lead)) }
      return try Session.run(start, preferences, log, stage: stage, run: run)
    }
    let stage = Projector(subject, lesson: lesson, lessons: Recorder.knownLessons, isBig: invocation.has(.big))
    var former: PresentationRun?
    if var begun = stage.formerStart, !stage.former.isEmpty {
      (begun.language, begun.notation) = (start.language, start.notation)
      former = PresentationRun(begun, stage.former)
      former?.revised = revised
      former?.elapsed = stage.formerTime
    }
    let kept = try invocation.value(of: .save).map { path throws(Failure) in (path, try Room.keptAnswers(path)) }
    if invocation.has(.room) { stage.room = try RoomSetup(invocation).room(in: stage.folder, isResumed: former != nil) }
    let code = try Session.run(start, preferences, log, stage: stage, run: run, resuming: former)
    if let (path, file) = kept { try stage.room?.keepAnswers(in: file, path) }
    return code
  }

  private func handout(_ start: Start) throws(Failure) -> Int32 {
    do throws(Output.Failure) { try Output.standard.writeLines(PlainView.handout(State(start))) } catch {
      throw .output(error)
    }
    return ExitCode.success
  }
}
