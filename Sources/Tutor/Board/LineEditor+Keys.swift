import Configuration
import Screen

extension LineEditor {
  /// Does what a key asks for in a line, or writes its character; false where it means nothing there.
  mutating func edit(_ key: Key, _ command: LineCommand?) -> Bool {
    guard let command else {
      switch key {
      case .character(let text), .paste(let text): insert(text)
      default: return false
      }
      return true
    }
    switch command {
    case .left: move(.left)
    case .right: move(.right)
    case .lineStart: move(.home)
    case .lineEnd: move(.end)
    case .wordLeft: move(.wordLeft)
    case .wordRight: move(.wordRight)
    case .deleteLeft: delete(.left, keeping: false)
    case .deleteRight: delete(.right, keeping: false)
    case .deleteWordLeft: delete(.wordLeft)
    case .deleteWordRight: delete(.wordRight)
    case .deleteToStart: delete(.home)
    case .deleteToEnd: delete(.end)
    case .yank: yank()
    case .transpose: transpose()
    case .submit, .cancel, .hint, .complete, .older, .newer, .searchHistory: return false
    }
    return true
  }
}
