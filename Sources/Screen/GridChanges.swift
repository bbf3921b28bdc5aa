/// What a screen has that another of the same size has not: less to keep than the screen itself.
package struct GridChanges: Equatable, Sendable {
  private let places: [Int32]
  private let cells: [Cell]
  private let cursor: Point?

  /// nil for grids of different sizes.
  package init?(from base: Grid, to new: Grid) {
    guard base.size == new.size else { return nil }
    let places = new.cells.indices.filter { base.cells[$0] != new.cells[$0] }
    // No grid has more cells than 32 bits count.
    self.places = places.map { Int32(clamping: $0) }
    cells = places.map { new.cells[$0] }
    cursor = new.cursor
  }

  /// The new screen again.
  package func applied(to base: Grid) -> Grid {
    var grid = base
    grid.replace(places, with: cells)
    grid.cursor = cursor
    return grid
  }
}
