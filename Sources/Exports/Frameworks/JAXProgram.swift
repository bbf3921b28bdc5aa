import Diagnostics
import Networks

/// The network in JAX: pure functions of the parameters, `jax.grad` finds the gradients.
struct JAXProgram {
  private var program: PythonProgram

  init(_ network: Network, _ language: Language) {
    program = PythonProgram(network, language)
    program.addHeader(
      package: "jax", framework: "JAX",
      imports: ["import jax", "import jax.numpy as jnp", "", "jax.config.update(\"jax_enable_x64\", True)"])
    program.addNumbers(array: "jnp.array")
    program.add(PythonText.call("parameters = {", program.tensors.map { "\"\($0.name)\": \($0.name)" }, "}"))
    program.add()
    addForward()
    addUpdate()
  }

  var text: String { program.text }

  private mutating func addForward() {
    program.add(["", "def forward(p):"])
    let functions = PythonProgram.Functions(activation: { $0.jax }, losses: { $0.jax }, stack: "jnp.stack(")
    program.addForwardBody(functions) { "p[\"\($0)\"]" }
    program.add([
      "", "", "def loss(p):", "    return forward(p)[-1].\(program.architecture.loss.isMean ? "mean" : "sum")()", "",
      "", "def show(names, *arrays):",
      "    values = jnp.concatenate([jnp.ravel(array) for array in arrays])",
      "    for name, value in zip(names, values.tolist()):", "        print(name, \"=\", value)", "", "",
    ])
    program.comment(Words(en: "Forward pass", zh: "前向传播"))
    program.addResults(of: "forward(parameters)")
    program.addPrintedPass()
    program.add()
  }

  private mutating func addUpdate() {
    func elements(_ dictionary: String) -> [String] { program.tensors.map { "\(dictionary)[\"\($0.name)\"]" } }
    program.comment(Words(en: "Backward pass", zh: "反向传播"))
    program.add("gradients = jax.grad(loss)(parameters)")
    program.add()
    program.comment(
      Words(en: "Update: all parameters at once, from the old ones", zh: "更新：所有参数同时更新，梯度都取自旧参数"))
    addUpdates()
    for tensor in program.tensors where !tensor.held.isEmpty {
      let name = tensor.name
      if tensor.isHeld {
        program.add("updated[\"\(name)\"] = parameters[\"\(name)\"]" + program.remark(Words(en: "held", zh: "保持不变")))
        continue
      }
      let (numbers, remark) = program.heldNumbers(tensor)
      program.add("held = jnp.unravel_index(jnp.array(\(numbers)), \(name).shape)" + remark)
      program.add("updated[\"\(name)\"] = updated[\"\(name)\"].at[held].set(\(name)[held])")
    }
    program.add()
    program.addParameterNames()
    program.showParameters("dE/d{name}", elements("gradients"))
    program.showParameters("{name}+", elements("updated"))
    program.show(["E+"], "loss(updated)")
  }

  private mutating func addUpdates() {
    let conventions = program.architecture.conventions
    var gradients = "gradients"
    if conventions.hasWeightDecay {
      gradients = "decayed"
      program.add("decayed = dict(gradients)" + program.remark(Words(en: "weights alone decay", zh: "只有权重衰减")))
      for tensor in program.tensors where tensor.isWeights {
        let name = tensor.name
        program.add("decayed[\"\(name)\"] = gradients[\"\(name)\"] + weight_decay * \(name)")
      }
    }
    guard conventions.hasMomentum else {
      program.add("updated = jax.tree.map(lambda p, gradient: p - eta * gradient, parameters, \(gradients))")
      return
    }
    program.add(
      "steps = jax.tree.map(jnp.zeros_like, parameters)" + program.remark(Words(en: "before this one", zh: "上一步")))
    for tensor in program.tensors where tensor.parameters.contains(where: { program.network.lastStep(of: $0) != 0 }) {
      let before = "steps[\"\(tensor.name)\"] = jnp.array(["
      program.add(PythonText.call(before, program.lastSteps(tensor), "]).reshape(\(tensor.name).shape)"))
    }
    program.add("updated = jax.tree.map(")
    program.add("    lambda p, gradient, step: p - eta * gradient + momentum * step, parameters, \(gradients), steps)")
  }
}
