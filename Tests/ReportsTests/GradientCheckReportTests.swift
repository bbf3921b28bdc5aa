import Diagnostics
import Expressions
import Formats
import Networks
import RandomNetworks
import Reports
import Screen
import ScreenTesting
import Testing
import Training

@Suite struct GradientCheckReportTests {
  private func report(_ parameters: [Int], of network: Network, gradients: [Double]? = nil) throws
    -> GradientCheckReport
  {
    let checker = try #require(GradientChecker(network, gradients: gradients))
    return GradientCheckReport(parameters.compactMap { checker.check($0) }, of: network)
  }

  @Test(arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let report = try report([0, 4], of: BundledNetworks.default)
    let look = Look(language: language, notation: language == .zh ? .unicode : .ascii)
    let text = report.report(look).text(in: nil)
    if let difference = Golden.difference(text, from: "gradcheck.\(language.rawValue)") {
      Issue.record("\(difference)")
    }
    if language == .en { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
  }

  /// A forgotten slope is found out.
  @Test func wrongGradientsAreCalledWrong() throws {
    let network = BundledNetworks.default
    var gradients = Pass(network).gradients
    gradients[4] /= Pass(network).slopes[2]
    let report = try report(Array(gradients.indices), of: network, gradients: gradients)
    #expect(report.checks.filter { $0.verdict == .wrong }.map(\.parameter) == [4])
    #expect(report.summary.en == "7 of 8 gradients are right.")
    #expect(report.summary.zh == "8 个梯度中有 7 个正确。")
    #expect(report.report(Look()).text(in: nil).contains("∂E/∂w5    -0.15962"))
  }

  @Test func filesHoldTheWholeSweep() throws {
    let report = try report([4], of: BundledNetworks.default)
    let lines = report.csv.split(separator: "\n")
    #expect(lines.count == 1 + GradientCheck.decades.count)
    #expect(lines[0] == "gradient,epsilon,backpropagation,difference,error,relativeError,crossesKink")
    #expect(lines[1].hasPrefix("dE/dw5,0.1,-0.034932592877516"))
    #expect(lines.dropFirst().allSatisfy { $0.split(separator: ",").count == 7 })
    let value = try JSONValue.parse(.init(report.json.oneLine))
    guard case .array(let checks, _)? = value["checks"], case .array(let sweep, _)? = checks.first?["sweep"] else {
      Issue.record("no checks")
      return
    }
    #expect(checks.count == 1 && sweep.count == 12)
    guard case .string("good", _)? = checks[0]["verdict"] else {
      Issue.record("no verdict")
      return
    }
  }

  @Test func whatIsInTheWayIsExplained() throws {
    var network = RandomNetworks.network([1, 1, 1], activation: .relu, bias: .each, seed: 3)
    // Exactly at the corner.
    network.inputs = [1]
    network.parameters = [0.5, 1, -0.5, 0]
    let report = try report([0], of: network)
    let text = report.report(Look()).text(in: nil).replacing("\n", with: " ")
    #expect(text.contains("at a kink") && text.contains("there is no derivative"))
  }

  /// Hundreds of gradients are told by the worst of them.
  @Test func manyGradientsAreCut() throws {
    let network = RandomNetworks.network([9, 9, 9], seed: 2)
    let report = try report(Array(network.parameters.indices), of: network)
    let text = report.report(Look()).text(in: nil)
    #expect(text.contains("… and \(network.parameters.count - 24) that agree better"))
  }

  /// Every line keeps to its width, and colour only adds to the text.
  @Test(arguments: [20, 40, 79, 100], Language.allCases)
  func linesFit(_ columns: Int, _ language: Language) throws {
    let report = try report([0, 4], of: BundledNetworks.default)
      .report(Look(language: language, size: Size(columns: columns, rows: 16)))
    if columns >= 79 {
      for line in report.text(in: nil).split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= columns, "\(line)")
      }
    }
    let bare = report.text(in: Coloring(.named(.auto), .indexed)).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(
      bare.split(separator: "\n").map { $0.reversed().drop { $0 == " " }.count }
        == report.text(in: nil).split(separator: "\n").map { $0.reversed().drop { $0 == " " }.count })
  }
}
