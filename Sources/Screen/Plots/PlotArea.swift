/// A rectangle of cells.
struct PlotArea: Equatable {
  let column: Int
  let row: Int
  let columns: Int
  let rows: Int
}
