import Diagnostics
package import Formats
package import Networks

extension TrainingHistory {
  /// A table as CSV, one line an epoch: `epoch,loss,w1,…,dE/dw1,…`, with `heldOut` behind the loss where there is one.
  ///
  /// Where only the loss was recorded the rest is empty.
  package func csv(_ architecture: Architecture) -> String {
    let names = tracked.map { architecture.name(of: .parameter($0)) }
    let gradients = tracked.map { architecture.name(of: .gradient(.parameter($0))) }
    let hasHeldOut = heldOutLosses.count > 0
    var text = (["epoch", "loss"] + (hasHeldOut ? ["heldOut"] : []) + names + gradients).joined(separator: ",") + "\n"
    let gap = String(repeating: ",", count: 2 * tracked.count)
    for row in 0..<losses.count {
      let epoch = losses.epoch(ofRow: row)
      text += "\(epoch),\(DecimalText.shortest(losses.values[row]))"
      if hasHeldOut {
        // A run that was given other samples later has fewer.
        text += "," + (row < heldOutLosses.count ? DecimalText.shortest(heldOutLosses.values[row]) : "")
      }
      let (state, rest) = epoch.quotientAndRemainder(dividingBy: states.stride)
      if rest == 0, state < states.count, !tracked.isEmpty {
        for value in states.row(state) { text += "," + DecimalText.shortest(value) }
      } else {
        text += gap
      }
      text += "\n"
    }
    return text
  }

  /// The curves as JSON.
  ///
  /// `{"loss": {"epochs": […], "values": […]}, "parameters": {"epochs": […], "w1": […]}, "gradients": {…}}`
  package func json(_ architecture: Architecture) -> JSONText {
    func epochs(_ series: SampledSeries) -> JSONText {
      .array((0..<series.count).map { .number(Double(series.epoch(ofRow: $0))) })
    }
    func curve(_ points: [(epoch: Int, value: Double)]) -> JSONText { .array(points.map { .number($0.value) }) }
    let heldOut: [(key: String, value: JSONText)] =
      heldOutLosses.count == 0
      ? []
      : [("heldOut", .object([("epochs", epochs(heldOutLosses)), ("values", curve(heldOutLosses.column(0)))]))]
    return .object(
      [
        ("loss", .object([("epochs", epochs(losses)), ("values", curve(losses.column(0)))]))
      ] + heldOut + [
        (
          "parameters",
          .object(
            [("epochs", epochs(states))]
              + tracked.map { (architecture.name(of: .parameter($0)), curve(values(ofParameter: $0))) })
        ),
        (
          "gradients",
          .object(
            [("epochs", epochs(states))]
              + tracked.map { (architecture.name(of: .gradient(.parameter($0))), curve(gradients(ofParameter: $0))) })
        ),
      ])
  }
}
