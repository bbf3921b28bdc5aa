import Diagnostics
import Networks

/// The network in NumPy, its backward pass written out line by line.
struct NumPyProgram {
  private var program: PythonProgram

  init(_ network: Network, _ language: Language) {
    program = PythonProgram(network, language)
    let helpers = program.activations.compactMap { $0.function.programs.numPyHelper }
    let isMathNeeded = helpers.contains { $0.contains("math.") }
    program.addHeader(
      package: "numpy", framework: "NumPy", imports: (isMathNeeded ? ["import math"] : []) + ["import numpy as np"])
    program.addNumbers(array: "np.array")
    addForward()
    addBackward()
    addUpdate()
    addOutput()
  }

  var text: String { program.text }

  private mutating func addForward() {
    let helpers = program.activations.compactMap { $0.function.programs.numPyHelper }
    for helper in helpers {
      program.add([""] + helper.split(separator: "\n").map(String.init) + [""])
    }
    program.add()
    program.add(PythonText.call("def forward(", program.tensors.map(\.name), "):"))
    program.addForwardBody(.init(activation: { $0.numPy }, losses: { $0.numPy }, stack: "np.array("))
    program.add(["", ""])
    program.comment(Words(en: "Forward pass", zh: "前向传播"))
    program.add(
      PythonText.call("", program.results, "").count == 1
        ? PythonText.call("\(program.results.joined(separator: ", ")) = forward(", program.tensors.map(\.name), ")")
        : PythonText.call("(", program.results, ") = forward(*[")
          + PythonText.wrapped(program.tensors.map(\.name), indent: "    ") + ["])"])
    program.add()
  }

  private mutating func addBackward() {
    let architecture = program.architecture
    program.comment(
      Words(
        en: "Backward pass: delta is dE/dnet of a layer, from the outputs back", zh: "反向传播：delta 是各层的 dE/dnet，从输出层往回算"))
    for layer in architecture.blocks.indices.reversed() {
      let (number, block) = (layer + 1, architecture.blocks[layer])
      if layer < architecture.blocks.count - 1 {
        let upstream = "W\(number + 1).T @ delta\(number + 1)"
        let slope = slope(of: layer)
        program.add("delta\(number) = \(slope.isEmpty ? upstream : "(\(upstream))\(slope)")")
      } else {
        addOutputDeltas(layer)
      }
      program.add("dW\(number) = np.outer(delta\(number), \(layer == 0 ? "x" : "out\(layer)"))")
      switch block.bias {
      case .none: break
      case .each: program.add("dB\(number) = \(sign)delta\(number)")
      case .shared:
        let remark = program.remark(Words(en: "shared: a sum over its paths", zh: "共用的偏置：各条路径之和"))
        program.add("dB\(number) = \(sign)delta\(number).sum()" + remark)
      }
    }
    program.add()
  }

  /// A threshold is subtracted, so that its gradient is −δ.
  private var sign: String { program.architecture.conventions.hasThresholds ? "-" : "" }

  private mutating func addOutputDeltas(_ layer: Int) {
    let (number, loss) = (layer + 1, program.architecture.loss)
    let activation = program.architecture.layers[layer].activation
    let out = "out\(number)"
    let upstream = PythonProgram.filled(loss.function.programs.numPySlope, net: "net\(number)", out: out)
    if upstream.isEmpty {
      let remark = program.remark(
        Words(en: "\(loss.words.en) behind \(activation.name)", zh: "\(activation.name) 之后的\(loss.words.zh)"))
      let isOfShares = program.network.sumOfTargetsThatAreNoShares == nil
      program.add("delta\(number) = \(isOfShares ? out : "\(out) * target.sum()") - target" + remark)
    } else if activation.takesWholeLayer {
      let remark = program.remark(Words(en: "softmax: every output moves", zh: "softmax：每个输出都会变"))
      program.add("upstream = \(upstream)")
      program.add("delta\(number) = \(out) * (upstream - (upstream * \(out)).sum())" + remark)
    } else {
      program.add("delta\(number) = \(upstream)\(slope(of: layer))")
    }
  }

  private func slope(of layer: Int) -> String {
    let (net, out) = ("net\(layer + 1)", "out\(layer + 1)")
    func slope(_ activation: Activation, _ index: String) -> String {
      PythonProgram.filled(
        activation.function.programs.numPySlope, net: net + index, out: out + index,
        slope: PythonText.number(activation.slope))
    }
    let activations = program.architecture.layers[layer].activations
    if activations.count > 1 {
      let parts = activations.enumerated().map { place, activation in
        let own = slope(activation, "[\(place)]")
        return own.isEmpty ? "1.0" : own
      }
      return " * np.array([\(parts.joined(separator: ", "))])"
    }
    let own = slope(activations[0], "")
    return own.isEmpty ? "" : " * " + own
  }

  private mutating func addUpdate() {
    program.comment(
      Words(en: "Update: all parameters at once, from the old ones", zh: "更新：所有参数同时更新，梯度都取自旧参数"))
    for tensor in program.tensors {
      let name = tensor.name
      if tensor.isHeld {
        program.add("new_\(name) = \(name)" + program.remark(Words(en: "held", zh: "保持不变")))
        continue
      }
      var momentum = ""
      if program.architecture.conventions.hasMomentum {
        let steps = program.lastSteps(tensor)
        let isFirst = !tensor.parameters.contains { program.network.lastStep(of: $0) != 0 }
        program.add(
          isFirst
            ? ["step_\(name) = np.zeros_like(\(name))"]
            : PythonText.call("step_\(name) = np.array([", steps, "]).reshape(\(name).shape)"))
        momentum = " + momentum * step_\(name)"
      }
      program.add("new_\(name) = \(name) - eta * \(program.decayed("d\(name)", tensor))\(momentum)")
      if !tensor.held.isEmpty {
        let (numbers, remark) = program.heldNumbers(tensor)
        program.add("held = \(numbers)" + remark)
        program.add("new_\(name).flat[held] = \(name).flat[held]")
      }
    }
    program.add(["", ""])
  }

  private mutating func addOutput() {
    program.add([
      "def show(names, *arrays):", "    values = np.concatenate([np.ravel(array) for array in arrays])",
      "    for name, value in zip(names, values):", "        print(name, \"=\", float(value))", "", "",
    ])
    program.addParameterNames()
    program.addPrintedPass()
    program.showParameters("dE/d{name}", program.tensors.map { "d\($0.name)" })
    program.showParameters("{name}+", program.tensors.map { "new_\($0.name)" })
    let call = PythonText.call("losses = forward(", program.tensors.map { "new_\($0.name)" }, ")[-1]")
    program.add(call)
    program.show(["E+"], program.total)
  }
}
