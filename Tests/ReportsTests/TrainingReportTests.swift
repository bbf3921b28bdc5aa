import Diagnostics
import Expressions
import Formats
import Networks
import Reports
import Screen
import ScreenTesting
import Testing
import Training

@Suite struct TrainingReportTests {
  private func trained(_ network: Network, _ data: DataSet, momentum: Double = 0, epochs: Int) throws -> (
    TrainingRun, [TellingRow]
  ) {
    var settings = TrainingSettings(of: network)
    settings.momentum = momentum
    let run = try #require(TrainingRun(network, data: data, settings: settings))
    var rows = [TellingRow(run)]
    for epoch in TellingRow.epochs(from: 0, to: epochs) where run.divergence == nil {
      run.train(epochs: epoch - run.epoch)
      rows.append(TellingRow(run))
    }
    return (run, rows)
  }

  @Test func rowsStandAtRoundEpochs() {
    #expect(TellingRow.epochs(from: 0, to: 30) == [1, 2, 5, 10, 20, 30])
    #expect(TellingRow.epochs(from: 7, to: 100) == [10, 20, 50, 100])
    #expect(TellingRow.epochs(from: 5, to: 5) == [])
    #expect(TellingRow.epochs(from: 0, to: .max).last == .max)
  }

  @Test(arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let (run, rows) = try trained(BundledNetworks.default, DataSet(of: BundledNetworks.default), epochs: 50)
    let report = TrainingReport(run, rows: rows, plots: [.loss, .weights, .gradients, .boundary])
    let look = Look(language: language, notation: language == .zh ? .unicode : .ascii)
    let text = report.report(look).text(in: nil)
    if let difference = Golden.difference(text, from: "train.\(language.rawValue)") { Issue.record("\(difference)") }
    if language == .en { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
  }

  /// What is wanted most is shown first, and what finds no room is named.
  @Test func columnsAreChosenByWidth() throws {
    let network = BundledNetworks.default
    let (run, rows) = try trained(network, DataSet(of: network), epochs: 5)
    let shown: [Quantity] = [.out(2), .gradient(.parameter(4)), .lossAfterUpdate, .net(0), .parameter(0)]
    let report = TrainingReport(run, rows: rows, plots: [], shown: shown)
    let wide = report.report(Look(size: Size(columns: 100, rows: 10))).text(in: nil)
    #expect(wide.contains("  epoch  E          out_O     ∂E/∂w5      E⁺         net_h1     w1\n"))
    #expect(!wide.contains("no room"))
    let narrow = report.report(Look(size: Size(columns: 40, rows: 10))).text(in: nil)
    #expect(narrow.contains("  epoch  E          out_O     ∂E/∂w5\n"))
    #expect(narrow.contains("no room for E⁺, net_h1, w1; choose with --show"))
    // At epoch 0 the numbers are those of the derivation.
    #expect(wide.contains("  0      0.166183   0.323487  -0.0349326  0.151434   -0.96      0.2\n"))
  }

  @Test func twoRunsSideBySide() throws {
    let network = BundledNetworks.default
    let run = try #require(TrainingRun(network, data: DataSet(of: network)))
    let comparison = try RunComparison(run, change: .mistake(.updatedWeight))
    comparison.train(epochs: 40)
    let report = TrainingReport(
      comparison.original, rows: [TellingRow(comparison.original)], changedRows: [TellingRow(comparison.changed)],
      comparison: comparison, plots: [.loss, .boundary])
    let text = report.report(Look()).text(in: nil)
    #expect(text.contains("δ back through updated weights: 40 epochs, E from 0.166183 to "))
    // Wrapped, as all prose.
    #expect(
      text.replacing("\n", with: " ").contains(
        "They part at step 1, in the backward pass: dE/dw1: 0.00101042078 ≠ 0.000728047841"))
    #expect(text.contains("─●─ as it is  ─▲─ δ back through updated weights"))
    let value = try JSONValue.parse(.init(report.json.oneLine))
    guard case .string("dE/dw1", _)? = value["parting"]?["quantity"], case .array(let runs, _)? = value["runs"] else {
      Issue.record("no parting")
      return
    }
    #expect(runs.count == 2)
    #expect(report.svg(Look()).contains("δ back through updated weights</text>"))
  }

  @Test func divergenceIsNamedAndExplained() throws {
    let data = DataGenerator.xor.dataSet()
    var network = DataGenerator.xor.suggestedNetwork()
    network.learningRate = 500
    let (run, rows) = try trained(network, data, momentum: 0.9, epochs: 100)
    #expect(run.divergence != nil)
    let report = TrainingReport(run, rows: rows, plots: TrainingPlot.usual(for: run))
    let text = report.report(Look(language: .zh)).text(in: nil)
    #expect(text.contains("发散") && text.contains("η = 500"))
  }

  /// Samples held out, scaled inputs, classes confused: in words, as a table and as JSON.
  @Test(arguments: Language.allCases)
  func whatWasHeldOut(_ language: Language) throws {
    var values: [Double] = []
    for sample in 0..<30 {
      let side = sample % 3
      values += [Double(side) + 0.01 * Double(sample), 1000 * Double(sample % 5)] + (0..<3).map { $0 == side ? 1 : 0 }
    }
    var data = DataSet(name: "three.csv", inputCount: 2, targetCount: 3, values: values)
    data.classes = ["red", "green", "blue"]
    data.inputNames = ["size", "price"]
    let split = try #require(HoldOut(.count(12), seed: 3).split(data))
    func report(_ training: DataSet, _ heldOut: DataSet?) throws -> TrainingReport {
      let network = try #require(Network.layered([2, 4, 3]))
      let run = try #require(
        TrainingRun(network, data: training, settings: TrainingSettings(of: network), heldOut: heldOut))
      run.train(epochs: 20)
      return TrainingReport(run, rows: [TellingRow(run)], plots: [])
    }
    let look = Look(language: language, size: Size(columns: 120, rows: 40))
    let plain = try report(split.training, nil).report(look).text(in: nil)
    #expect(
      plain.contains(
        language == .en
          ? "Input price varies 1800 times as much as size" : "输入 price 的变化范围是 size 的 1800 倍"), "\(plain)")
    for (kind, words) in [
      (Scaling.Kind.standard, ["inputs scaled to mean 0 and deviation 1", "输入已缩放为均值 0、标准差 1"]),
      (.minmax, ["inputs scaled to 0…1", "输入已缩放到 0…1"]),
    ] {
      let scaling = Scaling(kind, fitting: split.training)
      let training = try #require(scaling.applied(to: split.training))
      let report = try report(training, scaling.applied(to: split.heldOut))
      let text = report.report(look).text(in: nil).replacing("\n", with: " ")
      #expect(text.contains(words[language == .en ? 0 : 1]), "\(text)")
      #expect(text.contains(language == .en ? "held out: E 0." : "留出的样本：E 为 0."), "\(text)")
      #expect(text.contains(language == .en ? "Answers by class on what was held out" : "留出样本各类别的判断"), "\(text)")
      let value = try JSONValue.parse(.init(report.json.oneLine))
      guard case .array(let runs, _)? = value["runs"], let heldOut = runs.first?["heldOut"],
        case .number(let samples, _, _)? = heldOut["samples"], case .array(let rows, _)? = heldOut["confusion"]
      else {
        Issue.record("nothing held out")
        return
      }
      let counts = rows.flatMap { row -> [Double] in
        guard case .array(let cells, _) = row else { return [] }
        return cells.compactMap { if case .number(let count, _, _) = $0 { count } else { nil } }
      }
      #expect(samples == 12 && counts.count == 9 && counts.reduce(0, +) == 12)
    }
  }

  /// Numbers that are none at all are drawn and told all the same.
  @Test func brokenRunsAreTold() throws {
    var network = BundledNetworks.default
    network.parameters[0] = .nan
    network.parameters[4] = .infinity
    network.learningRate = 1e308
    let (run, rows) = try trained(network, DataSet(of: network), epochs: 3)
    let report = TrainingReport(run, rows: rows, plots: TrainingPlot.allCases)
    for language in Language.allCases {
      let text = report.report(Look(language: language)).text(in: nil)
      #expect(text.contains("nan"))
    }
    #expect(report.svg(Look()).contains("</svg>"))
  }
}
