/// What Escape closes.
extension Board {
  /// Closes what lies nearest: the last answer, the tutor's own question, the comparison, the question, the selection.
  ///
  /// A lesson's and practice's question stays, there being nothing behind it, and so does what a lesson's experiment moves.
  mutating func closeNearest(question leavesQuestion: Bool = false, selection deselects: Bool = true) {
    if reply != nil {
      reply = nil
    } else if asking?.aside != nil {
      asking?.aside = nil
    } else if asking != nil, leavesQuestion {
      asking = nil
    } else if asking?.compares == true {
      asking?.compares = false
    } else if deselects {
      selection = nil
    }
    before = nil
  }
}
