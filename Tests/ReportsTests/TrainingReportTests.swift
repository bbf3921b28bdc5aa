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
