import TerminalTesting
import Testing

/// `train --watch` in a terminal.
@Suite struct TrainingScreenTests {
  /// The walk that is opened from the desk ends in the update that the run makes next, and comes back to the desk.
  @Test func aDerivationOfTheMoment() throws {
    let progress = TemporaryFile().path + "-state"
    let session = try PtySession(
      [BuiltProgram.path("bptutor"), "train", "--data", "xor", "--watch", "--epochs", "5"],
      environment: ["BPTUTOR_STATE": progress])
    try session.wait(forText: "epoch 5/5")
    session.send(keys: "d")
    try session.wait(forText: "sample 1/4, batch 1-4")
    try session.wait(forText: "The run also adds 0.9 of its last step (momentum); the walk leaves that out.")
    session.send(keys: "\u{3}")
    try session.wait(forText: "Ctrl-C again, or q, leaves.")
    session.send(keys: "\u{3}")
    try session.wait(forText: "epoch 5/5")
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }
}
