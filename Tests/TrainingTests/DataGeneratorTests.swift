import Diagnostics
import Networks
import Testing
import Training

@Suite struct DataGeneratorTests {
  @Test func logic() {
    #expect(DataGenerator.xor.dataSet().values == [0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0])
    #expect(DataGenerator.and.dataSet().values == [0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1])
  }

  @Test(arguments: DataGenerator.allCases)
  func seedsDecide(_ generator: DataGenerator) {
    let one = generator.dataSet(count: 50, noise: 0.1, seed: 3)
    #expect(one == generator.dataSet(count: 50, noise: 0.1, seed: 3))
    #expect(one != generator.dataSet(count: 50, noise: 0.1, seed: 4))
    #expect(one.count == 50)
    #expect(one.values.allSatisfy { $0.isFinite })
    #expect(one.fingerprint == generator.dataSet(count: 50, noise: 0.1, seed: 3).fingerprint)
    #expect(one.fingerprint != generator.dataSet(count: 50, noise: 0.1, seed: 4).fingerprint)
  }

  @Test func circlesAreApart() {
    let data = DataGenerator.circles.dataSet(count: 300)
    for sample in 0..<data.count {
      let radius = data.inputs(ofSample: sample).reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(data.targets(ofSample: sample).first == (radius < 0.6 ? 1 : 0))
      #expect(radius <= 0.5 || radius >= 0.8 && radius <= 1)
    }
  }

  @Test func spiralsAreEachOthersMirror() {
    let data = DataGenerator.spirals.dataSet(count: 100)
    for pair in 0..<50 {
      let (one, other) = (Array(data.inputs(ofSample: 2 * pair)), Array(data.inputs(ofSample: 2 * pair + 1)))
      #expect(abs(one[0] + other[0]) < 1e-12 && abs(one[1] + other[1]) < 1e-12)
    }
    #expect(data.values.allSatisfy { $0.magnitude <= 1 })
  }

  @Test func noiseHasItsSpread() {
    let data = DataGenerator.and.dataSet(count: 4000, noise: 0.5, seed: 9)
    let plain = DataGenerator.and.dataSet(count: 4000)
    let differences = zip(data.values, plain.values).enumerated().filter { $0.offset % 3 < 2 }.map {
      $0.element.0 - $0.element.1
    }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(differences.count)
    #expect(abs(mean) < 0.02)
    #expect(abs(variance.squareRoot() - 0.5) < 0.02)
  }

  @Test func layeredNetworks() throws {
    let network = try #require(Network.layered([3, 4, 2], hidden: .relu, seed: 5))
    #expect(network.architecture.layers.map(\.neurons) == [["h1", "h2", "h3", "h4"], ["o1", "o2"]])
    #expect(network.parameters[..<12].allSatisfy { $0 != 0 && $0.magnitude <= 2.0.squareRoot() })
    #expect(network.parameters[12..<20].allSatisfy { $0 != 0 && $0.magnitude <= 1 })
    #expect(network.parameters[20...].allSatisfy { $0 == 0 })
    #expect(network == Network.layered([3, 4, 2], hidden: .relu, seed: 5))
    #expect(network != Network.layered([3, 4, 2], hidden: .relu, seed: 6))
    for sizes in [[], [2], [2, 0, 1], [2, 5000], [4096, 4096, 4096]] { #expect(Network.layered(sizes) == nil) }
    for generator in DataGenerator.allCases {
      #expect(generator.dataSet().fits(generator.suggestedNetwork().architecture))
    }
  }
}
