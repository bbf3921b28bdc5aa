import Screen

extension LineEditor {
  /// Does what an Emacs key, an arrow or a character means in a line; false where the key means nothing there.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let text), .paste(let text): insert(text)
    case .backspace, .control("h"): delete(.left, keeping: false)
    case .delete, .control("d"): delete(.right, keeping: false)
    case .left, .control("b"): move(.left)
    case .right, .control("f"): move(.right)
    case .home, .control("a"): move(.home)
    case .end, .control("e"): move(.end)
    case .meta("b"): move(.wordLeft)
    case .meta("f"): move(.wordRight)
    case .meta("d"): delete(.wordRight)
    case .control("w"): delete(.wordLeft)
    case .control("u"): delete(.home)
    case .control("k"): delete(.end)
    case .control("y"): yank()
    case .control("t"): transpose()
    default: return false
    }
    return true
  }
}
