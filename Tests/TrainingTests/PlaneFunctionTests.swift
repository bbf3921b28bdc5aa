import Networks
import Testing

@testable import Training

@Suite struct PlaneFunctionTests {
  @Test func isTheForwardPass() throws {
    let network = DataGenerator.xor.suggestedNetwork()
    let function = try #require(PlaneFunction(network))
    var sample = network
    for inputs in [[0.625, 2 - 2.0 / 6], [-3, 0]] {
      sample.inputs = inputs
      #expect(function(inputs[0], inputs[1]) == Pass(sample).outs.last)
    }
    #expect(PlaneFunction(network, output: 1) == nil)
    #expect(PlaneFunction(try #require(Network.layered([3, 1]))) == nil)
  }

  @Test func rangesHaveAMargin() {
    #expect(DataGenerator.xor.dataSet().range(ofInput: 0, margin: 0.25) == -0.25...1.25)
  }
}
