import Glibc
import Networks
import Training

/// Mini-batches of 32 through the general path of training, beside PyTorch where a Python that has it is given.
struct BatchFigures {
  let stopwatch: Stopwatch
  /// A command of the shell that runs Python.
  let python: String?

  private static let batch = 32
  private static let samples = 1024

  /// A sample's share of a step: forward, backward, update; the evaluation at an epoch's end is not in it.
  func step(_ widths: [Int], named name: String, ratio: Double) -> Figure {
    var figure = Figure(
      id: "batch.\(name)", title: "\(name)  a sample, \(Self.batch) an update", unit: .nanoseconds,
      note: "needs --torch 'python3' with PyTorch for what it is compared with: float64, one thread, plain SGD")
    guard let run = run(widths) else { return figure }
    let steps = run.batchCount - 1
    let ours = stopwatch.time { times in
      for number in 0..<times {
        if number % steps == 0 { run.go(toEpoch: 0) }
        run.step()
      }
    }
    figure.ours = ours / Double(Self.batch)
    guard let python else { return figure }
    guard let theirs = Self.torch(python, widths) else {
      figure.note = "'\(python)' printed no number: \(Self.program(widths))"
      return figure
    }
    figure.baseline = theirs
    figure.ratio = (figure.ours ?? .nan) / theirs
    figure.budget = .ratio(ratio)
    figure.note = "beside PyTorch, float64, one thread, plain SGD, in place of C"
    return figure
  }

  /// A sample's share of an epoch, with the mean loss of all samples at its end.
  func epoch(_ widths: [Int], named name: String) -> Figure {
    var figure = Figure(
      id: "batch.epoch.\(name)", title: "\(name)  a sample of a whole epoch, its loss measured", unit: .nanoseconds)
    guard let run = run(widths) else { return figure }
    figure.ours = stopwatch.time { times in run.train(epochs: times) } / Double(Self.samples)
    return figure
  }

  private func run(_ widths: [Int]) -> TrainingRun? {
    let network = Network.layered(widths)
    var random = RandomSource(seed: 5)
    let (inputs, targets) = (network.inputs.count, network.targets.count)
    let data = DataSet(
      name: "", inputCount: inputs, targetCount: targets,
      values: (0..<(inputs + targets) * Self.samples).map { _ in random.next(in: 0...1) })
    return TrainingRun(network, data: data, settings: TrainingSettings(learningRate: 1e-9, batch: .samples(Self.batch)))
  }

  private static func torch(_ python: String, _ widths: [Int]) -> Double? {
    guard let pipe = popen("\(python) -c '\(program(widths))'", "r") else { return nil }
    defer { pclose(pipe) }
    var buffer = [CChar](repeating: 0, count: 256)
    guard fgets(&buffer, Int32(buffer.count), pipe) != nil else { return nil }
    let line = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return Double(line.split(whereSeparator: \.isWhitespace).first ?? "")
  }

  /// Nanoseconds for a sample: the median of 200 steps.
  private static func program(_ widths: [Int]) -> String {
    let layers = zip(widths, widths.dropFirst()).map { "nn.Linear(\($0), \($1)), nn.Sigmoid()" }.joined(separator: ", ")
    return """
      import time, torch
      from torch import nn
      torch.set_num_threads(1)
      torch.set_default_dtype(torch.float64)
      net = nn.Sequential(\(layers))
      optimizer = torch.optim.SGD(net.parameters(), lr=1e-9)
      x, t = torch.rand(\(batch), \(widths.first ?? 0)), torch.rand(\(batch), \(widths.last ?? 0))
      times = []
      for step in range(220):
          start = time.perf_counter_ns()
          optimizer.zero_grad()
          loss = 0.5 * ((net(x) - t) ** 2).sum(1).mean()
          loss.backward()
          optimizer.step()
          times.append(time.perf_counter_ns() - start)
      print(sorted(times[20:])[100] / \(batch))
      """
  }
}
