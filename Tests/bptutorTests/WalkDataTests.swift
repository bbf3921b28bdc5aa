import Testing

/// `bptutor walk --data`.
@Suite struct WalkDataTests {
  @Test func aGeneratedSetIsWalkedAndTrainedOn() {
    // Enough rounds for several slices, of which a script sees only the end.
    let walk = Program.run(
      ["walk", "--plain", "--data", "xor"], input: "sample 3\nbatch 2-3\nbatch off\ntrain 100000\n")
    #expect(walk.code == 0 && walk.error.isEmpty)
    #expect(walk.output.contains("Data xor: this is sample 1 of 4; 'samples' lists them."))
    #expect(walk.output.contains("This is sample 3 of 4."))
    #expect(walk.output.contains("The update uses the mean over samples 2 to 3. Their shares of ∂E/∂w5:"))
    #expect(walk.output.contains("100000 rounds: mean E over 4 samples 0.141032 → "))
    #expect(!walk.output.contains("Any key stops"))
  }

  @Test func aFileOfAnotherShapeIsRefusedAtItsPlace() {
    let folder = TemporaryFolder()
    folder.write("0,1,1\n1,oops,0\n", "bad.csv")
    let walk = Program.run(["walk", "--plain", "--data", folder.path + "/bad.csv"])
    #expect(walk.code == 2 && walk.output.isEmpty)
    #expect(walk.error.contains("bad.csv:2:3"), "\(walk.error)")
  }

  @Test func aNetworkThatDoesNotFitIsNamed() {
    let walk = Program.run(["walk", "--data", "xor", "--network", "mazur-2-2-2"])
    #expect(walk.code == 2)
    #expect(walk.error.contains("'xor' has 2 inputs and 1 target, the network 2 and 2"))
    #expect(walk.error.contains("choose a network that fits with --network"))
  }
}
