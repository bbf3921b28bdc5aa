import Diagnostics
import Glibc
import Screen
import Terminal

/// A program for tests of the terminal: shows a moving mark and every event as text.
///
/// Options: `--ascii`, `--mono`, `--no-mouse`, `--crash KIND` (on the key `!`). `q` quits with 0,
/// `*` computes for ever.
@main
struct TerminalProbe {
  static func main() {
    let arguments = CommandLine.arguments
    CrashGuard.install(.en, program: "terminal-probe")
    var crash: CrashProvocation?
    if let index = arguments.firstIndex(of: "--crash"), index + 1 < arguments.count {
      crash = CrashProvocation(rawValue: arguments[index + 1])
    }
    var options = Terminal.Options()
    options.ascii = arguments.contains("--ascii")
    if arguments.contains("--mono") { options.color = false }
    options.mouse = !arguments.contains("--no-mouse")
    do throws(TerminalFault) {
      let terminal = try Terminal.open(options)
      exit(run(terminal, crash))
    } catch {
      let line = "terminal-probe: \(error.message.en); \(error.help.en)\n"
      _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
      exit(3)
    }
  }

  private static func run(_ terminal: Terminal, _ crash: CrashProvocation?) -> Int32 {
    defer { terminal.close() }
    var page = ProbePage()
    while true {
      if !terminal.hasPendingInput { terminal.paint(page.grid(terminal)) }
      switch terminal.nextEvent() {
      case .key(.character("q")): return 0
      case .key(.character("!")): if let crash { crash() }
      case .key(.character("*")): while true { page.show(.character("*")) }
      case .key(.control("z")): terminal.suspend()
      case .key(.control("l")): terminal.redraw()
      case .key(.control("c")): return Terminal.exitCode(after: SIGINT)
      case .key(let key): page.show(key)
      case .resized: break
      case .interrupted(let signal): return Terminal.exitCode(after: signal)
      case .ended: return Terminal.exitCode(after: SIGHUP)
      case .timer, .watched: break
      }
    }
  }
}
