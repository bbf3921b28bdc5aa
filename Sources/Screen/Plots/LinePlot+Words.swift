import Diagnostics

extension LinePlot {
  static let nothingToDraw = Words(en: "nothing to draw", zh: "没有可画的数据")
}
