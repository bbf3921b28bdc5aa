import Diagnostics
import Networks

/// Every sentence, heading and label of the exported derivations, in one place.
enum TraceWords {
  // MARK: Parts

  static func title(_ name: String) -> Words {
    name.isEmpty
      ? Words(en: "Backpropagation step by step", zh: "反向传播逐步推导")
      : Words(en: "Backpropagation step by step: \(name)", zh: "反向传播逐步推导：\(name)")
  }
  static let contents = Words(en: "Contents", zh: "目录")
  static let network = Words(en: "The network", zh: "网络")
  static let forwardPass = Words(en: "Forward pass", zh: "前向传播")
  static let gradient = Words(en: "Gradient", zh: "梯度")
  static let neededFirst = Words(en: "Needed first:", zh: "先求")
  static let updates = Words(en: "Updates", zh: "参数更新")
  static let errorTerms = Words(en: "Error terms", zh: "误差项")
  static let summary = Words(en: "All parameters at a glance", zh: "全部参数一览")

  // MARK: The network

  static let inputs = Words(en: "Inputs", zh: "输入")
  static let weights = Words(en: "Weights", zh: "权重")
  static let biases = Words(en: "Biases", zh: "偏置")
  static let targets = Words(en: "Target", zh: "目标值")
  static let learningRate = Words(en: "Learning rate", zh: "学习率")
  static let lossFunction = Words(en: "Loss", zh: "损失函数")
  static let outputLayer = Words(en: "Output layer", zh: "输出层")

  static func hiddenLayer(_ number: Int, of count: Int) -> Words {
    count == 1 ? Words(en: "Hidden layer", zh: "隐藏层") : Words(en: "Hidden layer \(number)", zh: "隐藏层 \(number)")
  }

  static func layer(_ neurons: [String], activations: [Activation], bias: Bias) -> Words {
    let biases =
      switch bias {
      case .shared: Words(en: "one bias for the whole layer", zh: "整层共用一个偏置")
      case .each: Words(en: "a bias for each neuron", zh: "每个神经元各有一个偏置")
      case .none: Words(en: "no bias", zh: "无偏置")
      }
    let names = Set(activations).count == 1 ? [activations[0].words] : activations.map(\.words)
    let name = Words(
      en: names.map(\.en).joined(separator: ", "), zh: names.map(\.zh).joined(separator: "、"))
    let shown = neurons.prefix(12)
    let more = neurons.count - shown.count
    return Words(
      en: shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        + "; activation function: \(name.en); \(biases.en)",
      zh: shown.joined(separator: "、") + (more > 0 ? " 等 \(neurons.count) 个" : "")
        + "；激活函数：\(name.zh)；\(biases.zh)")
  }

  static let sigmoidIs = Words(en: "Sigmoid", zh: "Sigmoid 函数")
  static let rounding = Words(
    en: "Numbers are shown to six significant digits; the computation keeps full precision.",
    zh: "数值显示六位有效数字，计算保留全部精度。")

  // MARK: Steps

  static func step(_ id: Int) -> Words { Words(en: "step \(id)", zh: "第 \(id) 步") }
  /// At the head of a step.
  static func stepTitle(_ id: Int) -> Words { Words(en: "Step \(id). ", zh: "第 \(id) 步，") }
  static func netInput(_ neuron: String) -> Words { Words(en: "Net input of \(neuron)", zh: "\(neuron) 的净输入") }
  static func output(_ neuron: String) -> Words { Words(en: "Output of \(neuron)", zh: "\(neuron) 的输出值") }
  static let loss = Words(en: "Loss", zh: "损失")
  static func loss(of neuron: String) -> Words { Words(en: "Loss at \(neuron)", zh: "\(neuron) 处的损失") }
  static let collapse = Words(en: "The sum put together", zh: "合并化简")
  static let chainRule = Words(en: "Chain rule", zh: "链式法则")
  static func chainRule(path: Int, of count: Int) -> Words {
    Words(en: "Chain rule, path \(path) of \(count)", zh: "链式法则，路径 \(path)/\(count)")
  }
  static func factor(_ place: Int, of count: Int) -> Words {
    Words(en: "Factor \(place) of \(count): ", zh: "因子 \(place)/\(count)：")
  }
  static let derivative = Words(en: "Derivative: ", zh: "求导：")
  static let product = Words(en: "Product of the factors", zh: "各因子相乘")
  static func product(path: Int, of count: Int) -> Words {
    Words(en: "Product along path \(path) of \(count)", zh: "路径 \(path)/\(count) 上各因子相乘")
  }
  static let sum = Words(en: "Sum over the paths", zh: "各路径相加")
  static func update(_ parameter: String) -> Words { Words(en: "Update of \(parameter)", zh: "更新 \(parameter)") }

  static func factors(_ count: Int, ofPath isPath: Bool) -> Words {
    isPath
      ? Words(en: "The \(count) factors along this path:", zh: "这条路径上的 \(count) 个因子：")
      : Words(en: "By the chain rule it is a product of \(count) factors:", zh: "由链式法则，它是 \(count) 个因子的乘积：")
  }
  /// After the name of the variable.
  static func paths(_ count: Int) -> Words {
    Words(
      en: " acts on E along \(count) paths. The products along the paths are added.",
      zh: " 经由 \(count) 条路径影响 E，把各条路径上的乘积相加。")
  }
  /// Before the reference to the step, and after it.
  static let alreadyFound = (Words(en: "Already found in ", zh: ""), Words(en: ":", zh: "已经求出："))

  // MARK: Stages of a factor

  static let inTheChain = Words(en: "In the chain", zh: "在链中的位置")
  static let writtenOut = Words(en: "Written out", zh: "写成偏导数")
  static let rule = Words(en: "Rule", zh: "求导法则")
  static let symbolic = Words(en: "Result", zh: "求导结果")
  static let numbers = Words(en: "With numbers", zh: "代入数值")

  // MARK: Notes

  static let overflowingProduct = Words(
    en: "One factor is too large and another too small for the computer's numbers, so the product is not taken from"
      + " them. For the sigmoid with cross-entropy the first two factors together are out − target, which stays exact.",
    zh: "其中一个因子过大、另一个过小，超出了计算机浮点数的范围，所以不直接相乘。Sigmoid 函数配交叉熵时，"
      + "前两个因子之积等于 out − target，可以精确计算。")
  static let factorFromNet = Words(
    en: "The output is so close to its limit that it rounds to it; the value is computed from the net input.",
    zh: "输出值太接近极限，舍入后与极限相等；这里的值由净输入直接算出。")
  static let lossFromNet = Words(
    en: "The output is so close to 0 or 1 that its logarithm would be infinite; E is computed from the net input.",
    zh: "输出值太接近 0 或 1，取对数会得到无穷大；这里的 E 由净输入直接算出。")
  static func held(_ names: String) -> Words {
    Words(en: "Held, so not changed by updates: \(names)", zh: "保持不变、不参与更新：\(names)")
  }
  static let allAtOnce = Words(
    en: "All gradients are taken at the old parameters; all parameters change at once.",
    zh: "所有梯度都用旧参数计算，所有参数同时更新。")
  static let lossBefore = Words(en: "Loss before the update", zh: "更新前的损失")
  static let lossAfter = Words(en: "Loss after the update", zh: "更新后的损失")
  static func moreParameters(_ count: Int) -> Words {
    Words(
      en: "The network has \(count) parameters; those derived above are shown.", zh: "网络共有 \(count) 个参数，这里只列出上面推导的。")
  }
  static let tableHead = [
    Words(en: "Parameter", zh: "参数"), Words(en: "Old value", zh: "旧值"), Words(en: "Gradient", zh: "梯度"),
    Words(en: "New value", zh: "新值"),
  ]

  // MARK: Pictures

  static func picture(of name: String) -> Words {
    name.isEmpty
      ? Words(en: "The network with its values", zh: "网络及其各处的值")
      : Words(en: "The network \(name) with its values", zh: "网络 \(name) 及其各处的值")
  }
  static func picture(path: String) -> Words { Words(en: "The path of \(path)", zh: "\(path) 的路径") }
  static func wiring(_ neuron: String, sources: String) -> Words {
    Words(en: "\(neuron) is fed by \(sources). ", zh: "\(neuron) 的输入来自 \(sources)。")
  }
  static func wiring(_ neurons: Int, sources: Int) -> Words {
    Words(en: "\(neurons) neurons, each fed by \(sources). ", zh: "\(neurons) 个神经元，各接收 \(sources) 个输入。")
  }
  static func lit(_ path: String) -> Words { Words(en: "Highlighted: \(path). ", zh: "突出显示：\(path)。") }
  static func via(_ weight: String, _ source: String) -> Words {
    Words(en: "\(source) over \(weight)", zh: "\(source)（经 \(weight)）")
  }
  static let listSeparator = Words(en: ", ", zh: "、")
  static let labelEnd = Words(en: ": ", zh: "：")
}
