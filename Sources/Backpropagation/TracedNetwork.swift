import Diagnosis
import Diagnostics
import Expressions
import Formats
import Networks
import Traces

/// A feedforward network with its numbers: every quantity of its backpropagation, by name.
///
/// Names are those of the network file: `net_h1`, `out_O`, `E`, `dE/dw5`, `dout_O/dnet_O`, `w5+`; every notation that
/// bptutor knows is read too. A value does not change: numbers are set with `setting(_:)`, which gives another network.
///
/// Cost: creating one runs a forward and a backward pass, proportional to the number of weights.
public struct TracedNetwork: Sendable {
  let network: Network
  private let trace: Trace

  /// Reads a network file (JSON); `bptutor schema network` describes it.
  public init(json: String) throws(BackpropagationError) {
    do throws(NetworkFile.Faults) {
      self.init(try NetworkFile.parse(SourceText(json)))
    } catch { throw BackpropagationError(error.diagnostics, in: json) }
  }

  init(_ network: Network) {
    self.network = network
    trace = Trace(network, goals: [])
  }

  /// The 2-2-1 sigmoid network of the lessons.
  public static var `default`: TracedNetwork { TracedNetwork(BundledNetworks.default) }

  /// The network file of this network, complete.
  public var json: String { NetworkFile.json(network).pretty }

  /// The same network with other given numbers: `["w5": 0.4, "i1": 1, "eta": 0.5]`.
  public func setting(_ values: [String: Double]) throws(BackpropagationError) -> TracedNetwork {
    var changed = network
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let quantity = try quantity(name)
      guard value.isFinite else { throw BackpropagationError("'\(name)' needs a finite number") }
      guard changed[given: quantity] != nil else { throw BackpropagationError("'\(name)' is computed, not given") }
      changed[given: quantity] = value
    }
    return TracedNetwork(changed)
  }

  /// The same network after one step of gradient descent.
  public var updated: TracedNetwork {
    var changed = network
    changed.parameters = trace.pass.updatedParameters
    return TracedNetwork(changed)
  }

  /// E, the loss.
  public var loss: Double { trace.pass.loss }

  /// The names of all weights and biases, in the order of the network file.
  public var parameterNames: [String] {
    (0..<network.architecture.parameterCount).map { network.architecture.name(of: .parameter($0)) }
  }

  /// ∂E/∂ of every weight and bias, by its name.
  public var gradients: [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(parameterNames, trace.pass.gradients))
  }

  /// The value of a quantity or of an expression of quantities: `dE/dw5`, `out_O*(1-out_O)`.
  public func value(of expression: String) throws(BackpropagationError) -> Double {
    try evaluation(of: expression).value
  }

  /// The closed form in ASCII, in what is known without derivatives; nil where the expression is one already.
  public func closedForm(of expression: String) throws(BackpropagationError) -> String? {
    try evaluation(of: expression).closedForm?.text(.ascii)
  }

  private func evaluation(of text: String) throws(BackpropagationError) -> Evaluation {
    do throws(Diagnostic) { return try trace.evaluation(of: try network.parse(text)) } catch {
      throw BackpropagationError([error], in: text)
    }
  }

  func quantity(_ name: String) throws(BackpropagationError) -> Quantity {
    do throws(Diagnostic) { return try Checker(network).quantity(named: name) } catch {
      throw BackpropagationError([error], in: name)
    }
  }
}
