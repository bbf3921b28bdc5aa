import Diagnostics
import Networks
import Screen
import Traces
import Tutor

/// A function with my point on it: the plot, and beside it the numbers, which move with it.
struct FunctionView {
  let state: State
  let type: Typesetter
  let picture: FunctionPicture
  let trace: Trace

  init(_ state: State, _ type: Typesetter, _ picture: FunctionPicture) {
    self.state = state
    self.type = type
    self.picture = picture
    trace = state.askedTrace
  }

  private var architecture: Architecture { trace.network.architecture }
  private var pass: Pass { trace.pass }

  /// The rows that the smallest plot takes.
  static let minRows = 6

  func draw(on grid: inout Grid, left: Int, top: Int, size: Size) {
    let isBeside = size.columns >= 66
    let text = rows(columns: isBeside ? Self.textColumns : size.columns)
    let width = isBeside ? size.columns - Self.textColumns - 3 : size.columns
    let height = isBeside ? size.rows : size.rows - text.count
    let room = Size(columns: min(width, Self.widest), rows: max(0, height))
    plot.draw(in: &grid, at: Point(column: left, row: top), room, type.look)
    let (column, row) =
      isBeside ? (left + room.columns + 3, top + max(0, (size.rows - text.count) / 3)) : (left, top + height)
    for (number, line) in text.enumerated() where row + number < top + size.rows {
      line.draw(on: &grid, at: column, row + number, width: isBeside ? Self.textColumns : size.columns)
    }
  }

  private static let textColumns = 28
  private static let widest = 130

  // MARK: The plot

  private static let pointCount = 120

  /// What was not found yet is not drawn: neither the point nor the slope.
  var plot: FunctionPlot {
    switch picture {
    case .activation(let neuron): activation(of: neuron)
    case .loss(let parameter): loss(over: parameter)
    case .rate: rate
    }
  }

  private func curve(_ range: ClosedRange<Double>, _ function: (Double) -> Double) -> [PlotPoint] {
    (0...Self.pointCount).map { number in
      let x = range.lowerBound + (range.upperBound - range.lowerBound) * Double(number) / Double(Self.pointCount)
      return PlotPoint(x, function(x))
    }
  }

  private static func tangent(at point: PlotPoint, slope: Double, reach: Double) -> [PlotPoint] {
    [-reach, reach].map { PlotPoint(point.x + $0, point.y + slope * $0) }
  }

  private func activation(of neuron: Int) -> FunctionPlot {
    let activation = architecture.activation(ofNeuron: neuron)
    let net = pass.nets[neuron]
    let reach = net.isFinite ? min(max(6, (net.magnitude * 1.2).rounded(.up)), 1e6) : 6
    let curve = curve(-reach...reach) { activation.function.activate($0, activation.slope).out }
    let here = PlotPoint(net, pass.outs[neuron])
    let isSeen = state.knows(.out(neuron))
    let hasSlope = state.knows(.derivative(of: .out(neuron), by: .net(neuron)))
    return FunctionPlot(
      xLabel: type.name(of: .net(neuron)), curve: curve,
      tangent: isSeen && hasSlope ? Self.tangent(at: here, slope: pass.slopes[neuron], reach: reach / 3) : [],
      marks: isSeen ? [.here: here] : [:])
  }

  /// Wider networks would keep a key waiting.
  private static let maxWeights = 20_000

  private func loss(over parameter: Int) -> FunctionPlot {
    let (here, there) = (trace.network.parameters[parameter], pass.updatedParameters[parameter])
    let step = there - here
    let reach = max(3, min(step.magnitude * 1.5, 1e6))
    let isQuick = architecture.weightCount <= Self.maxWeights
    let curve = isQuick && here.isFinite ? self.curve(here - reach...here + reach) { loss(parameter, $0) } : []
    let point = PlotPoint(here, pass.loss)
    var marks: [FunctionPlot.Mark: PlotPoint] = [:]
    if state.knows(.loss) { marks[.here] = point }
    if state.knows(.updated(parameter)) { marks[.next] = PlotPoint(there, loss(parameter, there)) }
    let hasSlope = state.knows(.loss) && state.knows(.gradient(.parameter(parameter)))
    return FunctionPlot(
      xLabel: type.name(of: .parameter(parameter)), curve: curve,
      tangent: hasSlope ? Self.tangent(at: point, slope: pass.gradients[parameter], reach: reach / 2) : [],
      marks: marks)
  }

  private func loss(_ parameter: Int, _ value: Double) -> Double {
    var network = trace.network
    network.parameters[parameter] = value
    return Pass(network).loss
  }

  private var rate: FunctionPlot {
    let eta = trace.network.learningRate
    let reach = min(max(10, eta.magnitude * 4), 1e6)
    let isQuick = architecture.weightCount <= Self.maxWeights
    let board = state.board
    let curve = isQuick && eta.isFinite ? self.curve(0...reach) { board.lossAfterUpdate(learningRate: $0) } : []
    return FunctionPlot(
      xLabel: type.formula("η"), curve: curve,
      marks: [.here: PlotPoint(0, pass.loss), .next: PlotPoint(eta, pass.lossAfterUpdate)])
  }

  // MARK: The numbers

  /// Name and value, a row each, and what there is to see.
  func rows(columns: Int) -> [StyledRow] {
    let strip = StripView(state, type)
    func named(_ name: String, _ quantity: Quantity) -> StyledRow {
      var row = StyledRow()
      row.parts = [(name + " ", Style(.heading)), strip.value(of: quantity, digits: 6)]
      return row
    }
    func row(_ quantity: Quantity) -> StyledRow {
      named(type.line(architecture.expression(of: quantity)), quantity)
    }
    var rows: [StyledRow]
    var note: Words?
    switch picture {
    case .activation(let neuron):
      let slope: Quantity = .derivative(of: .out(neuron), by: .net(neuron))
      rows = [row(.net(neuron)), row(.out(neuron)), row(slope)]
      if state.knows(slope), pass.slopes[neuron].magnitude < 0.05 {
        note = Words(en: "The tangent is nearly flat.", zh: "切线几乎是平的。")
      } else if state.knows(slope) {
        note = Words(en: "The line is the tangent; this is its slope.", zh: "直线是切线，这就是它的斜率。")
      }
    case .loss(let parameter):
      rows = [row(.parameter(parameter)), row(.loss), row(.gradient(.parameter(parameter))), row(.updated(parameter))]
      if state.knows(.updated(parameter)) {
        note = Words(
          en: "\(type.sign(.open)) is where the step leads, all else fixed.",
          zh: "\(type.sign(.open)) 是只走这一步到达的地方，其余不变。")
      }
    case .rate:
      rows = [row(.learningRate), row(.loss)]
      var after = StyledRow()
      after.parts = [
        (type.formula("E⁺") + " ", Style(.heading)), (type.number(pass.lossAfterUpdate), Style(.fresh, bold: true)),
      ]
      rows.append(after)
      note = Words(en: "E after the step, for every η.", zh: "不同的 η 更新之后的 E。")
    }
    return rows + (note.map { StyledRow.wrap(type[$0], columns: columns, Style(.faint)) } ?? [])
  }
}
