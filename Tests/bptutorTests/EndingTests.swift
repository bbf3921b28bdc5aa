import Glibc
import Screen
import TerminalTesting
import Testing

/// The real program is ended within a second, wherever it is.
@Suite(.serialized) struct EndingTests {
  private func started(_ arguments: [String], size: Size = Size(columns: 80, rows: 24)) throws -> PtySession {
    let session = try PtySession([BuiltProgram.path("bptutor")] + arguments, size: size)
    try session.wait(for: "its screen") { session.isOnAlternateScreen }
    try session.waitUntilQuiet(for: 0.1, within: 30)
    return session
  }

  /// A trillion epochs are not trained to the end first.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func inALongComputation(signal: Int32) throws {
    let session = try PtySession([BuiltProgram.path("bptutor"), "train", "--data", "xor", "--watch"])
    try session.wait(for: "its screen") { session.isOnAlternateScreen }
    session.send(keys: ":epoch=1000000000000\r")
    usleep(300_000)
    session.signal(signal)
    #expect(try session.waitForExit(within: 1.5) == .exited(128 + signal))
    try session.waitUntilClean()
  }

  @Test func inALongComputationByClosingTheWindow() throws {
    let session = try PtySession([BuiltProgram.path("bptutor"), "train", "--data", "xor", "--watch"])
    try session.wait(for: "its screen") { session.isOnAlternateScreen }
    session.send(keys: ":epoch=1000000000000\r")
    usleep(300_000)
    session.closeTerminal()
    session.signal(SIGHUP)
    #expect(try session.waitForExit(within: 1.5) == .exited(128 + SIGHUP))
  }

  /// As of a connection that hangs.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func whileTheTerminalTakesNothing(signal: Int32) throws {
    let session = try started(["walk"], size: Size(columns: 200, rows: 60))
    session.takesOutput = false
    for _ in 0..<1_000 where !session.isWaitingToWrite {
      session.send(keys: "\u{0C}")
      usleep(4_000)
    }
    try session.wait(for: "output that waits") { session.isWaitingToWrite }
    session.signal(signal)
    #expect(try session.waitForExit(within: 1.5) == .exited(128 + signal))
    session.takesOutput = true
    try session.waitUntilClean()
  }

  /// Stopped by Ctrl-Z and ended by `kill %1`, in a real shell in a real multiplexer.
  @Test(
    .enabled(if: access("/usr/bin/tmux", X_OK) == 0), arguments: ["walk", "walk --plain", "train --data xor --watch"])
  func byAShellWhileStopped(_ command: String) {
    let name = "bptutor-test-\(getpid())-\(command.count)"
    let outcome = Program.shell(
      """
      t() { tmux -L \(name) "$@"; }
      t -f /dev/null new-session -d -s x -x 80 -y 24 "env -i HOME=/tmp PATH=$PATH LC_ALL=C.UTF-8 TERM=screen-256color \
      BPTUTOR_STATE=$BPTUTOR_STATE PS1='P> ' bash --norc"
      trap 't kill-server' EXIT
      has() { for i in $(seq 200); do t capture-pane -p -t x | grep -q "$1" && return 0; sleep 0.05; done; return 1; }
      has 'P>'; t send-keys -t x 'bptutor \(command)' Enter
      has '\(command.hasSuffix("plain") ? "bptutor>" : "bptutor ·\\|xor ·")' ; sleep 0.3
      t send-keys -t x C-z; has Stopped || echo 'did not stop'
      t send-keys -t x 'kill %1' Enter; sleep 1; t send-keys -t x 'jobs; echo $((40 + 2))' Enter; has '^42' || echo 'no shell'
      t capture-pane -p -t x
      """)
    let screen = outcome.output.split(separator: "\n")
    #expect(!outcome.output.contains("did not stop") && !outcome.output.contains("no shell"), "\(outcome)")
    // Gone, and not stopped once more.
    #expect(screen.filter { $0.contains("Stopped") }.count <= 2, "\(outcome.output)")
    #expect(outcome.output.contains("Exit 143") || outcome.output.contains("Terminated"), "\(outcome.output)")
  }
}
