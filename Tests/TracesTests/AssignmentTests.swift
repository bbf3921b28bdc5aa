import Diagnostics
import Networks
import Testing
import Traces

/// `:set` and `--set`: what may be given, and what is said of the rest.
@Suite struct AssignmentTests {
  private static let classifier: Network? = try? NetworkFile.parse(
    SourceText(
      """
      {"name": "classes", "inputs": ["i1"],
       "layers": [{"neurons": ["o1", "o2", "o3"], "activation": "softmax", "bias": "none"}],
       "loss": "categorical-cross-entropy",
       "values": {"i1": 0.5, "w1": 0.2, "w2": -0.4, "w3": 0.1, "target_o1": 0, "target_o2": 1, "target_o3": 0}}
      """))

  /// Targets that are no shares of one whole would make out − target wrong; the fault says what to set.
  @Test func targetsOfCategoricalCrossEntropyAddUpToOne() throws {
    let network = try #require(Self.classifier)
    for (text, help) in [
      ("target_o1=1", "target_o1=1,target_o2=0,target_o3=0"), ("target_o2=0.4", "target_o1=0,target_o2=1,target_o3=0"),
      ("i1=1,target_o3=1", "target_o1=0,target_o2=0,target_o3=1"),
    ] {
      let fault = try #require(throws: Network.AssignmentFaults.self) { try network.assigning(text) }
      #expect(fault.diagnostics.map(\.id) == ["assignment.targets"])
      #expect(fault.diagnostics.first?.help?.en.contains(help) == true, "\(text)")
    }
    let changed = try network.assigning("target_o1=0.25,target_o2=0.75")
    #expect(changed.targets == [0.25, 0.75, 0])
    #expect(try network.assigning("w1=0.3").targets == network.targets)
    // Other losses have other targets.
    let squares = try #require(BundledNetworks.network(named: "mazur-2-2-2"))
    #expect(try squares.assigning("target_o1=3").targets[0] == 3)
  }
}
