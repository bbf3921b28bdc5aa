import Diagnostics
import Networks
import Testing
import Training

@Suite struct WhatIfParsingTests {
  private let architecture = BundledNetworks.default.architecture

  @Test func everyFormIsRead() throws {
    let forms: [(String, WhatIf)] = [
      ("eta=2", .learningRate(2)), ("η=0.5", .learningRate(0.5)), ("momentum=0.9", .momentum(0.9)),
      ("batch=4", .batch(.samples(4))), ("batch=full", .batch(.full)), ("seed=7", .seed(7)),
      ("activation=tanh", .hiddenActivation(.tanh)), ("activation2=relu", .activation(layer: 1, .relu)),
      ("mistake=sign-flip", .mistake(.signFlip)), ("w5=0.3", .parameters([4: 0.3])),
      ("w5=0.3,b1=-1e-2", .parameters([4: 0.3, 6: -0.01])),
    ]
    for (text, expected) in forms { #expect(try WhatIf.parse(text, for: architecture) == expected, "\(text)") }
  }

  @Test func faultsAreToldWithTheNearestName() {
    let faults: [(String, id: String, help: String)] = [
      ("eta", "what-if.form", "eta=…"), ("", "what-if.form", "eta=…"), ("=2", "what-if.form", "eta=…"),
      ("eta=fast", "what-if.not-a-number", "eta=…"), ("eta=inf", "what-if.not-a-number", "eta=…"),
      ("batch=0", "what-if.not-a-number", "batch=…"), ("seed=-1", "what-if.not-a-number", "seed=…"),
      ("mistake=signflip", "what-if.unknown-choice", "sign-flip"),
      ("activation=tan", "what-if.unknown-choice", "tanh"), ("activation3=tanh", "what-if.no-such-layer", "eta=…"),
      ("momentun=0.9", "what-if.unknown-name", "momentum"), ("w7=1", "what-if.unknown-name", "w"),
      ("w5=0.3,w6", "what-if.unknown-name", "w"), ("w5=x", "what-if.not-a-number", "w1=…"),
    ]
    for (text, id, help) in faults {
      do {
        _ = try WhatIf.parse(text, for: architecture)
        Issue.record("'\(text)' was read")
      } catch {
        #expect(error.id == id, "\(text)")
        #expect(error.help?.en.contains(help) ?? false, "\(text): \(error.help?.en ?? "")")
        #expect(error.range == 0..<text.utf8.count)
      }
    }
  }

  /// Hidden layers change, the output layer stays; a network without hidden layers changes its only one.
  @Test func hiddenActivationLeavesTheOutputs() throws {
    let network = try #require(Network.layered([2, 3, 3, 1], loss: .crossEntropy))
    let (changed, _) = try WhatIf.hiddenActivation(.relu).applied(to: network, TrainingSettings(of: network))
    #expect(changed.architecture.layers.map(\.activation) == [.relu, .relu, .sigmoid])
    #expect(changed.parameters == network.parameters)
    let single = try #require(Network.layered([2, 1], loss: .crossEntropy))
    #expect(throws: WhatIf.Fault.lossNeedsActivation(.crossEntropy, .sigmoid, found: .relu)) {
      try WhatIf.hiddenActivation(.relu).applied(to: single, TrainingSettings(of: single))
    }
  }
}
