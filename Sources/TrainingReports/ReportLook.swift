package import Diagnostics
package import Expressions
import Networks
package import Plots
package import Screen

/// How a report is written: its language, its characters, its width.
package struct ReportLook: Hashable, Sendable {
  package var language: Language
  package var notation: TextStyle
  /// Of a picture.
  package var size: Size

  package init(language: Language = .en, notation: TextStyle = .unicode, size: Size = Size(columns: 76, rows: 20)) {
    (self.language, self.notation, self.size) = (language, notation, size)
  }

  package var plot: PlotLook { PlotLook(isASCII: notation == .ascii, language: language) }

  func name(_ quantity: Quantity, _ architecture: Architecture) -> String {
    architecture.expression(of: quantity).text(notation)
  }

  func words(_ words: Words) -> String { notation == .ascii ? plot.spelled(words[language]) : words[language] }

  /// A picture of the look's size.
  func picture(_ draw: (inout Grid) -> Void) -> Grid {
    var grid = Grid(size)
    draw(&grid)
    return grid
  }
}
