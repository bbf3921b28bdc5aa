package import Diagnostics
import Expressions
package import Networks
package import Screen
package import Training

/// What a gradient check says to people and programs.
package struct GradientCheckReport: Sendable {
  package let checks: [GradientCheck]
  let architecture: Architecture
  private let name: String

  private let data: DataSet?

  /// `checks` of the network's own gradients, of its one sample or of the mean loss of others.
  package init(_ checks: [GradientCheck], of network: Network, on data: DataSet? = nil) {
    self.checks = checks
    architecture = network.architecture
    name = network.name
    self.data = data
  }

  /// How many rows the table has at most; of more checks the worst are shown.
  private static let rows = 24

  /// The report as text and a picture.
  package func report(_ look: Look) -> Report {
    var report = Report()
    let name = SourceText.harmless(name)
    report.add(
      look[
        Words(
          en: "Gradient check of \(name): backpropagation against central differences",
          zh: "\(name) 的梯度检验：反向传播与中心差分相比较")],
      look.notation == .ascii ? "  n = (E(p + eps) - E(p - eps)) / (2*eps)" : "  n = (E(p + ε) − E(p − ε)) / 2ε", "")
    if let data {
      let name = SourceText.harmless(data.name)
      report.add(
        look[
          Words(
            en: "  E: mean loss of \(name), \(data.count) sample\(data.count == 1 ? "" : "s")",
            zh: "  E：\(name) 的 \(data.count) 个样本的平均损失")], "")
    }
    report.add(table(look))
    report.add("", look[summary], "")
    for sentence in explanation { report.add(sentence, look) }
    if let shown = checks.first(where: { $0.points.contains { $0.relativeError > 0 } }) {
      report.add("")
      report.add(look.picture { plot(of: shown, look).draw(in: &$0, at: .init(column: 0, row: 0), $0.size, look) })
      for sentence in reading { report.add(sentence, look) }
    }
    return report
  }

  private func table(_ look: Look) -> [String] {
    func words(_ en: String, _ zh: String) -> String { look[Words(en: en, zh: zh)] }
    var table = TextTable(heading: [
      words("gradient", "梯度"), words("backpropagation a", "反向传播 a"), words("difference n", "差分 n"),
      words("at ε", "取 ε"), words("relative error", "相对误差"), words("verdict", "判断"),
    ])
    let worst = checks.sorted { ($0.best?.relativeError ?? .infinity) > ($1.best?.relativeError ?? .infinity) }
    let shown = checks.count <= Self.rows ? checks : Array(worst.prefix(Self.rows))
    for check in shown {
      let best = check.best
      table.add([
        look.name(.gradient(.parameter(check.parameter)), architecture),
        DecimalText.significant(check.analytic, digits: 9),
        best.map { DecimalText.significant($0.numeric, digits: 9) } ?? "-",
        best.map { DecimalText.significant($0.epsilon, digits: 1) } ?? "-",
        best.map { DecimalText.significant($0.relativeError, digits: 2) } ?? "-",
        check.verdict.shortWords[look.language],
      ])
    }
    var lines = table.lines
    if shown.count < checks.count {
      let rest = checks.count - shown.count
      lines.append(words("  … and \(rest) that agree better", "  … 其余 \(rest) 个更接近"))
    }
    return lines
  }

  /// How many are right.
  package var summary: Words {
    let right = checks.count { $0.verdict == .good || $0.verdict == .acceptable }
    if right == checks.count {
      return Words(
        en: right == 1 ? "The gradient is right." : "All \(right) gradients are right.",
        zh: right == 1 ? "这个梯度正确。" : "\(right) 个梯度全部正确。")
    }
    return Words(
      en: "\(right) of \(checks.count) gradients are right.", zh: "\(checks.count) 个梯度中有 \(right) 个正确。")
  }

  /// The thresholds, and what the verdicts mean that have no threshold.
  private var explanation: [Words] {
    var lines = [
      Words(
        en: """
          Relative error |a − n| / max(|a|, |n|): up to 1e-7 right, up to 1e-4 probably right, up to 1e-2 suspicious, \
          above wrong (thresholds of Stanford's CS231n).
          """,
        zh: """
          相对误差 |a − n| / max(|a|, |n|)：不超过 1e-7 为正确，不超过 1e-4 为很可能正确，不超过 1e-2 为可疑，\
          再大为错误（斯坦福 CS231n 的标准）。
          """)
    ]
    for verdict in [GradientCheck.Verdict.kink, .tooSmall] where checks.contains(where: { $0.verdict == verdict }) {
      lines.append(
        Words(
          en:
            "\(verdict.shortWords.en.prefix(1).uppercased() + verdict.shortWords.en.dropFirst()): \(verdict.words.en).",
          zh: "\(verdict.shortWords.zh)：\(verdict.words.zh)。"))
    }
    return lines
  }

  private var reading: [Words] {
    [
      Words(
        en: "Right: truncation, the terms that the difference leaves out; it falls with ε².",
        zh: "右侧是截断误差：差分略去的高阶项，随 ε² 减小。"),
      Words(
        en: "Left: rounding, since the two losses share ever more digits; it grows with 1/ε.",
        zh: "左侧是舍入误差：两个损失相同的位数越来越多，误差随 1/ε 增大。"),
    ]
  }

  /// The relative error over ε, both logarithmic, beside what theory says of it.
  package func plot(of check: GradientCheck, _ look: Look) -> LinePlot {
    let name = look.name(.gradient(.parameter(check.parameter)), architecture)
    func curve(_ words: Words, _ value: (GradientCheck.Point) -> Double?) -> Curve {
      let points = check.points.sorted { $0.epsilon < $1.epsilon }.compactMap { point in
        value(point).map { PlotPoint(point.epsilon, $0) }
      }
      return Curve(words[look.language], points)
    }
    func relative(_ error: Double, _ point: GradientCheck.Point) -> Double {
      error / max(check.analytic.magnitude, point.numeric.magnitude)
    }
    let measured = check.points.map(\.relativeError).filter { $0 > 0 && $0.isFinite }
    let range = (measured.min() ?? 0) / 10...(measured.max() ?? 1)
    // What theory says is drawn only where it can be seen beside what was measured.
    func shown(_ error: Double) -> Double? { range.contains(error) ? error : nil }
    var curves = [
      curve(Words(en: "rounding ∝ 1/ε", zh: "舍入误差 ∝ 1/ε")) {
        shown(relative(check.rounding(at: $0.epsilon), $0))
      },
      curve(Words(en: "truncation ∝ ε²", zh: "截断误差 ∝ ε²")) { point in
        check.truncation(at: point.epsilon).flatMap { shown(relative($0, point)) }
      },
      // Drawn last, over the others.
      curve(Words(en: "measured", zh: "实测")) { $0.relativeError },
    ]
    curves.removeAll { $0.points.isEmpty }
    return LinePlot(
      title: look[Words(en: "Gradient check of \(name)", zh: "\(name) 的梯度检验")],
      xLabel: look[Words(en: "step ε", zh: "步长 ε")],
      yLabel: look[Words(en: "relative error", zh: "相对误差")], xScale: .logarithmic, yScale: .logarithmic,
      marksPoints: true, curves)
  }
}
