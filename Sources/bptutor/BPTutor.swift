import Arguments
import CProcess
import Configuration
import Diagnostics
import Formats
import Glibc
import Networks
import Screen
import Terminal
import Tutor

/// The program: reads its arguments, runs one command, says what went wrong.
@main
struct BPTutor {
  private let locale: UserLocale
  private let language: Language
  private let configuration: ConfigurationFile

  static func main() {
    StandardStreams.prepare()
    let arguments = (1..<max(1, process_argument_count())).compactMap {
      process_argument($0).map { String(systemName: $0) }
    }
    let locale = UserLocale { name in getenv(name).map { String(systemName: $0) } }
    CharacterEncoding.adopt()
    let program: BPTutor
    do throws(ReadableFile.Fault) {
      let configuration = try ConfigurationFile(Preferences.configuration(of: arguments)) { name in
        getenv(name).map { String(systemName: $0) }
      }
      let configured = configuration.configuration.language
      program = BPTutor(
        locale: locale, language: Preferences.language(of: arguments, locale, configured: configured),
        configuration: configuration)
    } catch {
      try? Output.error.write(error.failure().report(Preferences.language(of: arguments, locale)))
      exit(ExitCode.usage)
    }
    CrashGuard.install(program.language, program: CommandTable.program)
    // In the language that can be shown.
    if let note = locale.note, program.language == .en {
      try? Output.error.write("\(CommandTable.program): \(note.en)\n")
    }
    program.say(program.configuration.report(program.language), arguments)
    exit(program.run(arguments))
  }

  private func run(_ arguments: [String]) -> Int32 {
    do throws(Failure) {
      let request: Request
      do throws(UsageFault) { request = try ArgumentParser.parse(arguments) } catch { throw .usage(error) }
      switch request {
      case .help(let command): return try write(colored(help.text(about: command), arguments))
      case .topic(let topic):
        let text = help.text(about: topic, lines: Command.allCases.map { ($0.usage, $0.summary) })
        return try write(colored(text, arguments))
      case .version: return try write("\(CommandTable.program) \(CommandTable.version)\n")
      case .run(let invocation): return try run(invocation)
      }
    } catch {
      // Where standard error is gone too, the exit code is all that is left.
      say(error.report(language), arguments)
      return error.exitCode
    }
  }

  /// Standard error gets what is wrong.
  private func say(_ report: String, _ arguments: [String]) {
    guard !report.isEmpty else { return }
    let colors = Preferences.colors(of: arguments, locale, configuration.configuration)
    let coloring = Coloring(of: STDERR_FILENO, colors.choice, colors.theme)
    try? Output.error.write(coloring?.faults(report, program: CommandTable.program) ?? report)
  }

  private func colored(_ help: String, _ arguments: [String]) -> String {
    let colors = Preferences.colors(of: arguments, locale, configuration.configuration)
    return Coloring(of: STDOUT_FILENO, colors.choice, colors.theme)?.help(help) ?? help
  }

  private func run(_ invocation: Invocation) throws(Failure) -> Int32 {
    var invocation = invocation
    invocation.configuration = configuration.configuration
    var preferences = Preferences(invocation, locale)
    preferences.notice = configuration.notice
    if invocation.isImplied, HomeCommand.isPossible {
      return try HomeCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    }
    switch invocation.command {
    case .walk: return try WalkCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .eval: return try EvalCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .check: return try CheckCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .practise:
      return try PractiseCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .progress: return try ProgressCommand(invocation: invocation, preferences: preferences).run()
    case .lesson: return try LessonCommand(invocation: invocation, preferences: preferences).run()
    case .lint: return try LintCommand(invocation: invocation, preferences: preferences).run()
    case .preview: return try PreviewCommand(invocation: invocation, preferences: preferences).run()
    case .present: return try PresentCommand(invocation: invocation, preferences: preferences).run(network)
    case .join: return try JoinCommand(invocation: invocation, preferences: preferences).run()
    case .replay: return try ReplayCommand(invocation: invocation, preferences: preferences).run()
    case .newLesson: return try NewLessonCommand(invocation: invocation, preferences: preferences).run()
    case .schema: return try SchemaCommand(invocation: invocation, preferences: preferences).run()
    case .train: return try TrainCommand(invocation: invocation, preferences: preferences).run()
    case .gradcheck:
      return try GradientCheckCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .examine: return try ExamineCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .worksheet:
      return try WorksheetCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .grade: return try GradeCommand(invocation: invocation, preferences: preferences).run()
    case .export: return try ExportCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .trace: return try TraceCommand(invocation: invocation, preferences: preferences).run(network(invocation))
    case .install: return try InstallCommand(invocation: invocation, preferences: preferences).install()
    case .uninstall: return try InstallCommand(invocation: invocation, preferences: preferences).uninstall()
    case .man:
      if ManualPager.show(ManualPage(language: language).text) { return ExitCode.success }
      return try write(ManualPage(language: language).text)
    case .completions:
      if invocation.operands.first == "lessons" {
        return try write(LessonLibrary(invocation).ids.map { SourceText.harmless($0) + "\n" }.joined())
      }
      return try write(invocation.operands.first.flatMap(CompletionScript.init)?.text(language) ?? "")
    case .help: return try write(help.text(about: nil))
    }
  }

  private var help: HelpText { HelpText(language: language, notation: locale.notation) }

  private func write(_ text: String) throws(Failure) -> Int32 { try WrittenResult.write(text, to: nil) }

  /// The network that the options choose, with the numbers that they give it.
  private func network(_ invocation: Invocation) throws(Failure) -> Network {
    let chosen = try NotationChoice.applying(
      invocation, to: NetworkChoice.network(named: invocation.value(of: .network)))
    do throws(Invocation.AssignmentFaults) {
      return try invocation.applyingNumbers(to: chosen)
    } catch {
      throw .faults(error.diagnostics, in: SourceText(name: "--set", error.text))
    }
  }
}
