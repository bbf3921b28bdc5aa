import Arguments
import Diagnosis
import Diagnostics
import Formats
import Networks
import Reports
import Screen
import Traces
import Training

/// What `bptutor gradcheck [GRADIENT…]` does.
struct GradientCheckCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    if invocation.has(.published) { return try writePublished() }
    let data = try invocation.value(of: .data).map { (name) throws(Failure) in
      try TrainingSetup.data(
        named: name, for: network.architecture,
        help: Words(en: "choose a network that fits with --network", zh: "用 --network 选一个相符的网络"))
    }
    let report = GradientCheckReport(try checks(network, data), of: network, on: data)
    let text =
      switch invocation.value(of: .format) {
      case "json": report.json.pretty + "\n"
      case "csv": report.csv
      default:
        report.report(Look(onOutput: preferences)).text(in: Coloring(onOutput: invocation, preferences))
      }
    let code = try WrittenResult.write(text, to: invocation.value(of: .output))
    return report.checks.contains { $0.verdict == .wrong } ? ExitCode.usage : code
  }

  /// The table of published examples; the exit code is 2 where a figure is neither right nor the misprint that it is known to be.
  private func writePublished() throws(Failure) -> Int32 {
    let report = PublishedReport()
    let code = try WrittenResult.write(report.markdown(preferences.language), to: invocation.value(of: .output))
    return report.surprises.isEmpty ? code : ExitCode.usage
  }

  private func checks(_ network: Network, _ data: DataSet?) throws(Failure) -> [GradientCheck] {
    guard let checker = GradientChecker(network, data: data) else { return [] }
    let goals: [Quantity]
    do throws(UsageFault) {
      goals = try invocation.gradients(of: network.architecture)
    } catch { throw .usage(error) }
    if goals.isEmpty { return checker.checks() }
    var checks: [GradientCheck] = []
    for goal in goals {
      guard case .derivative(_, by: .parameter(let parameter)) = goal, let check = checker.check(parameter) else {
        let name = network.architecture.name(of: goal)
        throw .message(
          Words(
            en: "'\(name)' cannot be checked: only a weight or bias can be nudged", zh: "无法检验“\(name)”：只有权重和偏置可以改动"),
          help: Words(en: "write it like dE/dw5", zh: "写法如 dE/dw5"))
      }
      checks.append(check)
    }
    return checks
  }
}
