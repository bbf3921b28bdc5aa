import Diagnostics
import Networks

/// What the programs for all frameworks have in common: the numbers, the forward pass, and the names that are printed.
struct PythonProgram {
  let network: Network
  let architecture: Architecture
  let tensors: [PythonTensor]
  private let language: Language
  private(set) var lines: [String] = []

  init(_ network: Network, _ language: Language) {
    self.network = network
    self.language = language
    architecture = network.architecture
    tensors = PythonTensor.all(of: network)
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func add(_ line: String = "") { lines.append(line) }
  mutating func add(_ lines: [String]) { self.lines += lines }

  mutating func comment(_ words: Words) { add("# " + words[language]) }

  /// Behind code on the same line.
  func remark(_ words: Words) -> String { "  # " + words[language] }

  // MARK: The numbers

  /// Fixed text is in the first two lines, where Python would obey a comment about the file's encoding.
  mutating func addHeader(package: String, framework: String, imports: [String]) {
    comment(
      Words(
        en: "Forward pass, gradients and one step of gradient descent of a network, as in bptutor.",
        zh: "一个网络的前向传播、梯度和一步梯度下降，与 bptutor 相同。"))
    comment(
      Words(
        en: "Prints the same names and numbers. Needs \(framework): pip install \(package)",
        zh: "输出的名称和数值也相同。需要 \(framework)：pip install \(package)"))
    let name = String(SourceText.harmless(network.name).prefix(80))
    if !name.isEmpty { comment(Words(en: "Network: \(name)", zh: "网络：\(name)")) }
    add(imports)
    add()
  }

  /// Inputs, targets, learning rate, and the tensors of every layer; `array` makes an array of a literal.
  mutating func addNumbers(array: String, parameterArguments: String = "") {
    func values(_ numbers: [Double]) -> [String] { numbers.map(PythonText.number) }
    addArray("x", array, values(network.inputs), ")", names(architecture.inputs))
    addArray("target", array, values(network.targets), ")", "")
    add("eta = \(PythonText.number(network.learningRate))" + remark(Words(en: "learning rate", zh: "学习率")))
    if architecture.conventions.hasWeightDecay {
      add("weight_decay = \(PythonText.number(network.weightDecay))" + remark(Words(en: "lambda", zh: "λ，权重衰减")))
    }
    if architecture.conventions.hasMomentum {
      add("momentum = \(PythonText.number(network.momentum))" + remark(Words(en: "mu", zh: "μ，动量")))
    }
    for (number, layer) in architecture.layers.enumerated() {
      add()
      let neurons = names(layer.neurons)
      comment(
        Words(
          en: "Layer \(number + 1): \(neurons) (\(layer.activationNames)); a row of weights leads into each neuron",
          zh: "第 \(number + 1) 层：\(neurons)（\(layer.activationNames)）；每行是通向一个神经元的权重"))
      addWeights(number, array, parameterArguments)
      addBiases(number, array, parameterArguments)
    }
    add()
  }

  private mutating func addWeights(_ layer: Int, _ array: String, _ arguments: String) {
    let block = architecture.blocks[layer]
    add("W\(layer + 1) = \(array)([")
    for neuron in 0..<block.neuronCount {
      let first = block.firstWeight + neuron * block.sourceCount
      let values = (first..<first + block.sourceCount).map { PythonText.number(network.parameters[$0]) }
      let weights = names((first..<first + block.sourceCount).map { "w\($0 + 1)" })
      let remark = "  # \(label(architecture.layers[layer].neurons[neuron])): \(weights)"
      var rows = PythonText.call("[", values, "],", indent: "    ")
      rows[rows.count - 1] += remark
      add(rows)
    }
    add("]\(arguments))")
  }

  private mutating func addBiases(_ layer: Int, _ array: String, _ arguments: String) {
    let block = architecture.blocks[layer]
    let first = architecture.weightCount + block.firstBias
    switch block.bias {
    case .none: break
    case .shared:
      let value = PythonText.number(network.parameters[first])
      let shared = remark(Words(en: "b\(block.firstBias + 1), shared by the layer", zh: "b\(block.firstBias + 1)，整层共用"))
      add("B\(layer + 1) = \(array)(\(value)\(arguments))" + shared)
    case .each:
      let parameters = first..<first + block.neuronCount
      addArray(
        "B\(layer + 1)", array, parameters.map { PythonText.number(network.parameters[$0]) }, "\(arguments))",
        names(parameters.map { "b\($0 - architecture.weightCount + 1)" }))
    }
  }

  private mutating func addArray(
    _ name: String, _ array: String, _ values: [String], _ end: String, _ remark: String
  ) {
    var rows = PythonText.call("\(name) = \(array)([", values, "]\(end)")
    if !remark.isEmpty { rows[rows.count - 1] += "  # \(remark)" }
    add(rows)
  }

  /// Names for a comment; of many only the first and the last.
  private func names(_ names: [String]) -> String {
    let shown = names.count <= 6 ? names : [names[0], "…", names[names.count - 1]]
    return shown.map(label).joined(separator: ", ")
  }

  private func label(_ name: String) -> String { SourceText.harmless(name) }

  // MARK: The forward pass

  /// Every array of the forward pass, in order: `net1, out1, …, losses`.
  var results: [String] { architecture.blocks.indices.flatMap { ["net\($0 + 1)", "out\($0 + 1)"] } + ["losses"] }

  /// The results of a call under their names, in parentheses where they need several lines.
  mutating func addResults(of call: String) {
    let line = results.joined(separator: ", ")
    add(line.count <= PythonText.width ? ["\(line) = \(call)"] : PythonText.call("(", results, ") = \(call)"))
  }

  /// The body of a function, each layer in two lines; `tensor` says how a tensor is called there.
  mutating func addForwardBody(_ functions: Functions, tensor: (String) -> String = { $0 }) {
    for (layer, block) in architecture.blocks.enumerated() {
      let number = layer + 1
      let sign = architecture.conventions.hasThresholds ? "-" : "+"
      let bias = block.bias == .none ? "" : " \(sign) \(tensor("B\(number)"))"
      add("    net\(number) = \(tensor("W\(number)")) @ \(layer == 0 ? "x" : "out\(layer)")\(bias)")
      add("    out\(number) = \(outputs(ofLayer: layer, functions))")
    }
    let last = architecture.blocks.count
    let losses = functions.losses(architecture.loss.function.programs)
    add("    losses = \(Self.filled(losses, net: "net\(last)", out: "out\(last)"))")
    add(PythonText.call("return (", results, ")", indent: "    "))
  }

  /// Which of the lines that functions bring along are a framework's own.
  struct Functions {
    let activation: (ActivationPrograms) -> String
    let losses: (LossPrograms) -> String
    /// The call that makes one array of several, with a bracket open.
    let stack: String
  }

  /// f(net) of a layer; where its neurons have different functions, of each.
  private func outputs(ofLayer layer: Int, _ functions: Functions) -> String {
    let net = "net\(layer + 1)"
    func call(_ activation: Activation, _ net: String) -> String {
      Self.filled(
        functions.activation(activation.function.programs), net: net, out: "",
        slope: PythonText.number(activation.slope))
    }
    let activations = architecture.layers[layer].activations
    guard activations.count > 1 else { return call(activations[0], net) }
    let parts = activations.enumerated().map { call($1, "\(net)[\($0)]") }
    return "\(functions.stack)[\(parts.joined(separator: ", "))])"
  }

  /// A line of a function with the names of a program.
  static func filled(_ line: String, net: String, out: String, slope: String = "") -> String {
    line.replacing("$slope", with: slope).replacing("$net", with: net).replacing("$out", with: out)
      .replacing("$", with: net)
  }

  var activations: [Activation] {
    var seen: Set<Activation> = []
    return architecture.layers.flatMap(\.activations).filter { seen.insert($0).inserted }
  }

  /// E as a number out of the losses of all outputs.
  var total: String { architecture.loss.isMean ? "losses.mean()" : "losses.sum()" }

  /// The gradient that the update of a tensor uses: weights decay, biases do not.
  func decayed(_ gradient: String, _ tensor: PythonTensor) -> String {
    guard architecture.conventions.hasWeightDecay, tensor.isWeights else { return gradient }
    return "(\(gradient) + weight_decay * \(tensor.name))"
  }

  /// The step before of a tensor's parameters, as a literal.
  func lastSteps(_ tensor: PythonTensor) -> [String] {
    tensor.parameters.map { PythonText.number(network.lastStep(of: $0)) }
  }

  // MARK: What is printed

  /// Net inputs, outputs and loss.
  mutating func addPrintedPass() {
    for (layer, names) in architecture.layers.enumerated() {
      show(names.neurons.map { "net_\($0)" }, "net\(layer + 1)")
      show(names.neurons.map { "out_\($0)" }, "out\(layer + 1)")
    }
    if architecture.outputCount > 1 {
      show((architecture.layers.last?.neurons ?? []).map { "E_\($0)" }, "losses")
    }
    show(["E"], total)
  }

  mutating func show(_ names: [String], _ array: String) {
    add(PythonText.call("show(\(PythonText.names(names)), ", [array], ")"))
  }

  /// The names of all parameters, for what is printed of each.
  mutating func addParameterNames() {
    func range(_ letter: String, _ count: Int) -> String { "[f\"\(letter){n}\" for n in range(1, \(count + 1))]" }
    let biases = architecture.biasCount > 0 ? " + " + range("b", architecture.biasCount) : ""
    add("names = \(range("w", architecture.weightCount))\(biases)")
  }

  /// `pattern` is an f-string around the name.
  mutating func showParameters(_ pattern: String, _ arrays: [String]) {
    add(PythonText.call("show([f\"\(pattern)\" for name in names], ", arrays, ")"))
  }

  /// Numbers of a tensor for a subscript, and what they are called.
  func heldNumbers(_ tensor: PythonTensor) -> (list: String, remark: String) {
    let names = tensor.held.map { architecture.name(of: .parameter(tensor.parameters.lowerBound + $0)) }
    let shown = self.names(names)
    return (
      "[" + tensor.held.map(String.init).joined(separator: ", ") + "]",
      remark(Words(en: "held: \(shown)", zh: "保持不变：\(shown)"))
    )
  }
}
