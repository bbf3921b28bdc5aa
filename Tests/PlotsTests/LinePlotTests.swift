import Plots
import Screen
import Testing

@Suite struct LinePlotTests {
  /// A curve that rises never has a dot below one to its left.
  @Test func emptyPlotSaysSo() {
    #expect(LinePlot([]).lines(Size(columns: 40, rows: 10)).contains { $0.contains("nothing to draw") })
  }
}
