import Diagnostics
package import Formats
import Networks
import Training

extension GradientCheckReport {
  /// The whole sweep of every gradient.
  package var json: JSONText {
    func point(_ point: GradientCheck.Point) -> JSONText {
      .object([
        ("epsilon", .number(point.epsilon)), ("difference", .number(point.numeric)), ("error", .number(point.error)),
        ("relativeError", .number(point.relativeError)), ("crossesKink", .bool(point.crossesKink)),
      ])
    }
    return .object([
      ("format", .string("bptutor-gradcheck")), ("version", .number(1)),
      (
        "checks",
        .array(
          checks.map { check in
            .object([
              ("gradient", .string(gradient(check))), ("backpropagation", .number(check.analytic)),
              ("verdict", .string(check.verdict.rawValue)), ("best", check.best.map(point) ?? .null),
              ("sweep", .array(check.points.map(point))),
            ])
          })
      ),
    ])
  }

  /// One line for each gradient and ε.
  package var csv: String {
    "gradient,epsilon,backpropagation,difference,error,relativeError,crossesKink\n"
      + checks.flatMap { check in
        check.points.map { point in
          let numbers = [point.epsilon, check.analytic, point.numeric, point.error, point.relativeError]
          return "\(gradient(check)),\(numbers.map(DecimalText.shortest).joined(separator: ",")),\(point.crossesKink)\n"
        }
      }.joined()
  }

  private func gradient(_ check: GradientCheck) -> String {
    architecture.name(of: .gradient(.parameter(check.parameter)))
  }
}
