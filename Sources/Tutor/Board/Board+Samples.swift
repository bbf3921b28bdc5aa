import Diagnostics
import Expressions
import Networks
import Traces
import Training

/// Which sample is walked, and over which the update is averaged.
extension Board {
  /// A batch of more takes longer than a key may.
  private static let maxBatch = 64
  /// Weights times samples: a pass of so many takes a few milliseconds.
  private static let maxWork = 2_000_000
  private static let maxList = 30
  private static let maxColumns = 6

  /// Takes samples to choose from and shows the first; false where they do not fit the network.
  mutating func use(_ data: DataSet) -> Bool {
    guard data.fits(walk.network.architecture), let samples = Samples(data) else { return false }
    self.samples = samples
    open(walk.network.showing(sample: 0, of: data))
    return true
  }

  /// Takes samples before anything else has happened: there is nothing to undo yet.
  mutating func begin(with data: DataSet) {
    guard use(data) else { return }
    past = []
    before = nil
  }

  // MARK: Commands

  mutating func chooseSample(_ text: String) {
    guard let samples else { return refuseWithoutData() }
    let wanted: Int?
    switch text.lowercased() {
    case "": wanted = samples.shown + 2 > samples.count ? 1 : samples.shown + 2
    default: wanted = Int(text)
    }
    guard let wanted, (1...samples.count).contains(wanted) else {
      reply = .fault(
        Words(
          en: "There are samples 1 to \(samples.count): :sample 2", zh: "共有 \(samples.count) 个样本，编号从 1 起，例如 :sample 2"))
      return
    }
    let number = wanted - 1
    let staysInBatch = samples.batch?.contains(number) ?? true
    let network = walk.network.showing(sample: number, of: samples.data)
    if network != walk.network {
      let old = samples
      edit(network)
      self.samples = old
    }
    self.samples?.shown = number
    if !staysInBatch { self.samples?.batch = nil }
    walk.setBatch(self.samples?.averaged)
    reply = .notice(
      staysInBatch
        ? Words(en: "This is sample \(wanted) of \(samples.count).", zh: "这是第 \(wanted) 个样本，共 \(samples.count) 个。")
        : Words(
          en: "This is sample \(wanted) of \(samples.count), outside of the batch: updates are its own again.",
          zh: "这是第 \(wanted) 个样本，共 \(samples.count) 个；它不在小批量中，更新又只用它自己的梯度。"))
  }

  mutating func chooseBatch(_ text: String, _ notation: TextStyle) {
    guard let samples else { return refuseWithoutData() }
    switch text.lowercased() {
    case "":
      guard samples.batch != nil else {
        reply = .fault(
          Words(
            en: "Which samples? For example :batch 1-\(min(4, samples.count))",
            zh: "取哪些样本？例如 :batch 1-\(min(4, samples.count))"))
        return
      }
      reply = Reply(.answer, batchLines(notation))
    case "off", "none":
      self.samples?.batch = nil
      walk.setBatch(nil)
      reply = .notice(Words(en: "Each sample has its own update again.", zh: "每个样本又各自更新。"))
    default:
      guard let range = Self.range(text, of: samples.count) else {
        reply = .fault(
          Words(
            en:
              "A batch is two numbers of samples up to \(samples.count), such as :batch 1-\(min(4, samples.count)); :batch off ends it.",
            zh: "小批量写作两个样本编号（不超过 \(samples.count)），例如 :batch 1-\(min(4, samples.count))；:batch off 取消。"))
        return
      }
      setBatch(range, notation)
    }
  }

  /// `1-4`, `1–4`, `1..4`, `1 4`, or one number.
  private static func range(_ text: String, of count: Int) -> ClosedRange<Int>? {
    let numbers = text.split { !$0.isNumber }.map { Int($0) }
    guard let first = numbers.first, let first, let last = numbers.last, let last, numbers.count <= 2, first >= 1,
      first <= last, last <= count
    else { return nil }
    return first - 1...last - 1
  }

  /// The most samples of a batch here.
  var maxBatchHere: Int {
    max(1, min(Self.maxBatch, Self.maxWork / max(1, walk.network.parameters.count)))
  }

  private mutating func setBatch(_ range: ClosedRange<Int>, _ notation: TextStyle) {
    let most = maxBatchHere
    guard range.count <= most else {
      reply = .fault(
        Words(
          en: "A batch of this walk can have \(most) samples at most; bptutor train takes more.",
          zh: "在推导中，小批量最多 \(most) 个样本；更多样本请用 bptutor train。"))
      return
    }
    if let samples, !range.contains(samples.shown) { chooseSample("\(range.lowerBound + 1)") }
    samples?.batch = Array(range)
    walk.setBatch(samples?.averaged)
    reply = Reply(.answer, batchLines(notation))
  }

  private mutating func refuseWithoutData() {
    reply = .fault(
      Words(
        en: "There is one sample only, the network's own; bptutor walk --data FILE brings more.",
        zh: "现在只有网络自带的一个样本；用 bptutor walk --data FILE 可读入更多样本。"))
  }

  // MARK: Lists

  /// Each sample of the batch with its share of the gradient at hand, then the mean.
  private func batchLines(_ notation: TextStyle) -> [Reply.Line] {
    guard let batch = walk.trace.batch else { return [] }
    let goal = walk.step.goals.first ?? walk.trace.goals.first ?? .gradient(.parameter(0))
    guard case .derivative(of: .loss, by: .parameter(let parameter)) = goal else { return [] }
    let architecture = walk.network.architecture
    let (first, last, count) = (batch.samples.first?.number ?? 1, batch.samples.last?.number ?? 1, batch.samples.count)
    let isRange = samples?.batchRange != nil
    let name = architecture.expression(of: goal).text(notation)
    let weight = architecture.name(of: .parameter(parameter))
    var lines: [Reply.Line] = [
      .words(
        Words(
          en: "The update uses the mean over \(isRange ? "samples \(first) to \(last)" : "\(count) samples"). "
            + "Their shares of \(name):",
          zh: "更新用\(isRange ? "第 \(first) 到第 \(last) 个" : " \(count) 个")样本的平均梯度。各样本的 \(name)："))
    ]
    for share in walk.trace.shares(of: parameter).prefix(Self.maxList) {
      lines.append(.value(.derivative(of: .symbol("E\(share.sample)"), by: weight), share.value))
    }
    if let mean = walk.trace.meanInNumbers(of: parameter) {
      lines.append(.words(Words(en: "Their mean:", zh: "平均：")))
      lines.append(.value(mean, walk.trace.updatingGradient(of: parameter)))
    }
    return lines
  }

  /// The samples, with what the network makes of each.
  mutating func listSamples() {
    guard let samples else { return refuseWithoutData() }
    let architecture = walk.network.architecture
    // A window around the one at hand.
    let first = max(0, min(samples.shown - Self.maxList / 2, samples.count - Self.maxList))
    let numbers = first..<min(samples.count, first + Self.maxList)
    var lines: [Reply.Line] = [
      .words(
        Words(
          en: "\(samples.count) samples; the one at hand is \(samples.shown + 1).",
          zh: "共 \(samples.count) 个样本，当前是第 \(samples.shown + 1) 个。"))
    ]
    for number in numbers {
      let network = number == samples.shown ? walk.network : walk.network.showing(sample: number, of: samples.data)
      let pass = number == samples.shown ? walk.trace.pass : Pass(network)
      let inputs = (0..<architecture.inputs.count).map(Quantity.input)
      let outputs = (0..<architecture.outputCount).flatMap {
        [Quantity.target($0), .out(architecture.firstOutput + $0)]
      }
      let parts = [inputs, outputs, [.loss]].map { list($0, pass) }.joined(separator: "; ")
      let marks =
        (number == samples.shown ? "*" : "") + (samples.batch?.contains(number) == true ? "+" : "")
      lines.append(.entry("\(number + 1)\(marks)", Words(parts)))
    }
    lines.append(
      .words(
        Words(
          en: "* is walked, + is in the batch. :sample 2 walks another, :batch 1-4 averages.",
          zh: "* 是正在推导的样本，+ 在小批量中。:sample 2 换样本，:batch 1-4 取平均。")))
    reply = Reply(.answer, lines)
  }

  private func list(_ quantities: [Quantity], _ pass: Pass) -> String {
    let shown = quantities.prefix(Self.maxColumns).map { quantity in
      "\(walk.network.architecture.name(of: quantity)) \(DecimalText.significant(pass.value(of: quantity), digits: 4))"
    }
    return shown.joined(separator: ", ") + (quantities.count > Self.maxColumns ? ", …" : "")
  }
}
