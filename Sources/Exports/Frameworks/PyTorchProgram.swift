import Diagnostics
import Networks

/// The network in PyTorch: autograd finds the gradients, an optimizer takes the step.
struct PyTorchProgram {
  private var program: PythonProgram

  init(_ network: Network, _ language: Language) {
    program = PythonProgram(network, language)
    program.addHeader(
      package: "torch", framework: "PyTorch",
      imports: ["import torch", "import torch.nn.functional as F", "", "torch.set_default_dtype(torch.float64)"])
    program.addNumbers(array: "torch.tensor", parameterArguments: ", requires_grad=True")
    addForward()
    addUpdate()
  }

  var text: String { program.text }

  private mutating func addForward() {
    program.add(["", "def forward():"])
    program.addForwardBody(.init(activation: { $0.torch }, losses: { $0.torch }, stack: "torch.stack("))
    program.add([
      "", "", "def show(names, *tensors):",
      "    values = torch.cat([tensor.detach().reshape(-1) for tensor in tensors])",
      "    for name, value in zip(names, values.tolist()):", "        print(name, \"=\", value)", "", "",
    ])
    program.addParameterNames()
    program.add()
    program.comment(Words(en: "Forward pass", zh: "前向传播"))
    program.addResults(of: "forward()")
    program.addPrintedPass()
    program.add()
    program.comment(Words(en: "Backward pass", zh: "反向传播"))
    program.add("\(program.total).backward()")
    program.showParameters("dE/d{name}", program.tensors.map { "\($0.name).grad" })
    program.add()
  }

  private mutating func addUpdate() {
    program.comment(Words(en: "Update: one step of gradient descent", zh: "更新：一步梯度下降"))
    let (free, held) = (program.tensors.filter { !$0.isHeld }, program.tensors.filter(\.isHeld))
    for tensor in free where !tensor.held.isEmpty {
      let (numbers, remark) = program.heldNumbers(tensor)
      program.add("\(tensor.name).grad.view(-1)[\(numbers)] = 0.0" + remark)
    }
    if !held.isEmpty {
      let names = held.map(\.name).joined(separator: ", ")
      program.comment(Words(en: "held: \(names)", zh: "保持不变：\(names)"))
    }
    let conventions = program.architecture.conventions
    if conventions.hasWeightDecay || conventions.hasMomentum {
      addStep(free)
    } else if !free.isEmpty {
      // The optimizer refuses negative rates, with which one climbs.
      let rate = program.network.learningRate < 0 ? "lr=-eta, maximize=True" : "lr=eta"
      program.add(PythonText.call("optimizer = torch.optim.SGD([", free.map(\.name), "], \(rate))"))
      program.add("optimizer.step()")
    }
    program.showParameters("{name}+", program.tensors.map(\.name))
    program.show(["E+"], "forward()[-1].\(program.architecture.loss.isMean ? "mean" : "sum")()")
  }

  /// The step written out: an optimizer's weight decay would move held parameters as well.
  private mutating func addStep(_ tensors: [PythonTensor]) {
    let hasMomentum = program.architecture.conventions.hasMomentum
    program.add("with torch.no_grad():")
    for tensor in tensors {
      let name = tensor.name
      var momentum = ""
      if hasMomentum {
        let isFirst = !tensor.parameters.contains { program.network.lastStep(of: $0) != 0 }
        program.add(
          isFirst
            ? ["    step_\(name) = torch.zeros_like(\(name))"]
            : PythonText.call(
              "step_\(name) = torch.tensor([", program.lastSteps(tensor), "]).reshape(\(name).shape)", indent: "    "))
        momentum = " + momentum * step_\(name)"
      }
      let new = "\(name) - eta * \(program.decayed("\(name).grad", tensor))\(momentum)"
      if tensor.held.isEmpty {
        program.add("    \(name).copy_(\(new))")
      } else {
        let (numbers, remark) = program.heldNumbers(tensor)
        program.add("    new = \(new)")
        program.add("    new.view(-1)[\(numbers)] = \(name).view(-1)[\(numbers)]" + remark)
        program.add("    \(name).copy_(new)")
      }
    }
  }
}
