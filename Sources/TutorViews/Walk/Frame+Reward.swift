import Screen
import Tutor

/// The end of a walk.
extension Frame {
  /// What the update came to; with room below, E after it over η.
  mutating func drawReward(left: Int, columns: Int, rows room: Range<Int>) {
    let rows = RewardView(state: state, type: type).rows(columns: columns, atMost: room.count)
    for (number, row) in rows.prefix(room.count).enumerated() {
      row.draw(on: &grid, at: left, room.lowerBound + number, width: columns)
    }
    let below = room.count - rows.count - 1
    guard state.functionPicture == nil, below > FunctionView.minRows else { return }
    FunctionView(state, type, .rate).draw(
      on: &grid, left: left, top: room.upperBound - below, size: Size(columns: columns, rows: min(below, Self.maxPlot)))
  }

  private static let maxPlot = 18
}
