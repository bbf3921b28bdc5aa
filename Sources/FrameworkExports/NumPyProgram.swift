import Diagnostics
import Networks

/// The network in NumPy, its backward pass written out line by line.
struct NumPyProgram {
  private var program: PythonProgram

  init(_ network: Network, _ language: Language) {
    program = PythonProgram(network, language)
    program.addHeader(package: "numpy", framework: "NumPy", imports: ["import numpy as np"])
    program.addNumbers(array: "np.array")
    addForward()
    addBackward()
    addUpdate()
    addOutput()
  }

  var text: String { program.text }

  private mutating func addForward() {
    if program.activations.contains(.sigmoid) {
      program.add(["", "def sigmoid(net):", "    return 1 / (1 + np.exp(-net))", ""])
    }
    program.add()
    program.add(PythonText.call("def forward(", program.tensors.map(\.name), "):"))
    let functions = PythonProgram.Functions(
      activation: { activation, net in
        switch activation {
        case .sigmoid: "sigmoid(\(net))"
        case .tanh: "np.tanh(\(net))"
        case .relu: "np.maximum(\(net), 0.0)"
        case .identity: net
        }
      },
      // ln(1 + e^net) is −ln(1 − out), and ln(1 + e^−net) is −ln(out).
      crossEntropy: { "target * np.logaddexp(0, -\($0)) + (1 - target) * np.logaddexp(0, \($0))" })
    program.addForwardBody(functions)
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
      } else if architecture.loss == .crossEntropy {
        let remark = program.remark(Words(en: "cross-entropy behind sigmoid", zh: "sigmoid 之后的交叉熵"))
        program.add("delta\(number) = out\(number) - target" + remark)
      } else {
        program.add("delta\(number) = -(target - out\(number))\(slope(of: layer))")
      }
      program.add("dW\(number) = np.outer(delta\(number), \(layer == 0 ? "x" : "out\(layer)"))")
      switch block.bias {
      case .none: break
      case .each: program.add("dB\(number) = delta\(number)")
      case .shared:
        let remark = program.remark(Words(en: "shared: a sum over its paths", zh: "共用的偏置：各条路径之和"))
        program.add("dB\(number) = delta\(number).sum()" + remark)
      }
    }
    program.add()
  }

  private func slope(of layer: Int) -> String {
    let out = "out\(layer + 1)"
    return switch program.architecture.blocks[layer].activation {
    case .sigmoid: " * \(out) * (1 - \(out))"
    case .tanh: " * (1 - \(out) ** 2)"
    case .relu: " * (net\(layer + 1) > 0)"
    case .identity: ""
    }
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
      program.add("new_\(name) = \(name) - eta * d\(name)")
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
    program.show(["E+"], "losses.sum()")
  }
}
