import Glibc
import Screen
import TerminalTesting
import Testing

/// Completion where it is used: in bash, zsh and fish on a terminal, as far as they are installed, with lessons of one's own.
@Suite(.serialized) struct ShellCompletionTests {
  enum Shell: String, CaseIterable { case bash, zsh, fish }

  private static let installed = Shell.allCases.filter { Program.shell("command -v \($0.rawValue)").code == 0 }

  private let folder = TemporaryFolder()

  /// What is typed up to Tab, and what then stands on the line or is offered below it.
  private static let lines: [(typed: String, shown: [String])] = [
    ("lesson forward-p", ["lesson forward-pass"]),
    ("lesson my-o", ["lesson my-own-lesson"]),
    ("walk --network rg", ["--network rgu-2-2-1"]),
    ("walk --notation han", ["--notation han-kamber"]),
    ("practise dout-d", ["practise dout-dnet"]),
    ("walk dE/dw", ["dE/dw1", "dE/dw6"]),
    ("trace --format=ma", ["--format=markdown"]),
    ("train --what-if mistake=upd", ["mistake=updated-weight"]),
    ("train --plot loss,bou", ["loss,boundary"]),
    ("train --data spi", ["--data spirals"]),
    ("walk --set tar", ["--set target="]),
    ("walk --set w5=0.4,tar", ["w5=0.4,target="]),
  ]

  /// The shell with the program's completion, in a folder that holds no file.
  private func session(_ shell: Shell) throws -> PtySession {
    let program = BuiltProgram.path("bptutor")
    let home = folder.path
    for name in ["/lessons", "/empty"] { mkdir(home + name, 0o700) }
    let text = Program.run(["new-lesson", home + "/lessons/my-own-lesson", "--lang", "en"])
    #expect(text.code == 0, "\(text.error)")
    let set =
      "cd \(home)/empty; export PATH=\(program.split(separator: "/").dropLast().map { "/" + $0 }.joined()):$PATH"
    let (arguments, setup): ([String], String) =
      switch shell {
      case .bash: (["--norc", "--noprofile", "-i"], "\(set); PS1='$ '; source <(bptutor completions bash)")
      case .zsh:
        (
          ["-f", "-i"],
          "\(set); PS1='$ '; unsetopt beep; autoload -Uz compinit; compinit -u -D; source <(bptutor completions zsh)"
        )
      case .fish:
        (
          ["--no-config", "-i"],
          "\(set); function fish_prompt; echo '$ '; end; bptutor completions fish --lang en | source"
        )
      }
    let path = Program.shell("command -v \(shell.rawValue)").output.split(separator: "\n").first.map(String.init) ?? ""
    let session = try PtySession(
      [path] + arguments, size: Size(columns: 120, rows: 40),
      environment: ["HOME": home, "XDG_CONFIG_HOME": home + "/config", "BPTUTOR_LESSONS": home + "/lessons"])
    try session.waitUntilQuiet(for: 0.5, within: 20)
    session.send(keys: setup + "; echo re''ady\r")
    try session.wait(forText: "ready", within: 20)
    try session.waitUntilQuiet(for: 0.5, within: 20)
    return session
  }

  @Test(arguments: installed) func completes(_ shell: Shell) throws {
    let session = try session(shell)
    for (typed, shown) in Self.lines {
      session.send(keys: "\u{15}\u{0C}")
      try session.waitUntilQuiet(for: 0.2, within: 20)
      session.send(keys: "bptutor \(typed)")
      try session.wait(forText: "bptutor \(typed)")
      session.send(keys: "\t")
      func isShown() -> Bool { shown.allSatisfy { text in session.lines.contains { $0.contains(text) } } }
      do { try session.wait(for: "\(shown)", within: 5, until: isShown) } catch {
        // The second one lists what there is, where bash and zsh find several.
        session.send(keys: "\t")
        try session.wait(for: "\(shown)", within: 20, until: isShown)
      }
      try session.waitUntilQuiet(for: 0.5, within: 20)
      // fish leaves its list by Ctrl-C, which throws away what is typed before it is heard.
      if shell == .fish {
        session.send(keys: "\u{03}")
        try session.waitUntilQuiet(for: 0.7, within: 20)
      }
    }
  }
}
