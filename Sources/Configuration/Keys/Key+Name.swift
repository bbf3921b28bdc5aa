package import Screen

/// Keys by their names, as help shows them and as the configuration file writes them.
extension Key {
  /// What is on the key; empty for what is no key.
  ///
  /// Arrows have their signs unless only ASCII can be shown.
  package func name(isASCII: Bool = false) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let text): text
    case .control(let text): "Ctrl-" + text.uppercased()
    case .meta(let text): "Alt-" + text
    case .up: isASCII ? "Up" : "↑"
    case .down: isASCII ? "Down" : "↓"
    case .left: isASCII ? "Left" : "←"
    case .right: isASCII ? "Right" : "→"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .escape: "Esc"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .paste, .click, .wheelUp, .wheelDown: ""
    }
  }

  var isArrow: Bool {
    switch self {
    case .up, .down, .left, .right: true
    case .character, .control, .meta, .enter, .tab, .backTab, .backspace, .delete, .insert, .escape, .home, .end,
      .pageUp, .pageDown, .function, .paste, .click, .wheelUp, .wheelDown:
      false
    }
  }

  /// The names that are read, in lower case, besides single characters, F1 to F12, Ctrl- and Alt-.
  private static let named: [String: Key] = [
    "space": .character(" "), "空格": .character(" "), "up": .up, "↑": .up, "down": .down, "↓": .down, "left": .left,
    "←": .left, "right": .right, "→": .right, "enter": .enter, "return": .enter, "tab": .tab, "shift-tab": .backTab,
    "backspace": .backspace, "bs": .backspace, "del": .delete, "delete": .delete, "ins": .insert, "insert": .insert,
    "esc": .escape, "escape": .escape, "home": .home, "end": .end, "pgup": .pageUp, "pageup": .pageUp,
    "page-up": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown, "page-down": .pageDown,
  ]

  /// The key of that name, as `name` writes it; nil where there is none that a terminal can tell from the others.
  package init?(named name: String) {
    let lower = name.lowercased()
    if let key = Self.named[lower] {
      self = key
    } else if lower.hasPrefix("ctrl-") {
      self.init(control: lower.dropFirst(5))
    } else if lower.hasPrefix("alt-") {
      let rest = name.dropFirst(4)
      guard rest.count == 1, rest != " " else { return nil }
      self = .meta(String(rest))
    } else if lower.count > 1, lower.first == "f", let number = Int(lower.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      guard name.count == 1, let scalar = name.unicodeScalars.first, scalar.value > 0x20, scalar.value != 0x7F else {
        return nil
      }
      self = .character(name)
    }
  }

  /// A terminal sends the same for Ctrl-I as for Tab, and so on.
  private init?(control rest: Substring) {
    switch rest {
    case "i": self = .tab
    case "m", "j": self = .enter
    case "h": self = .backspace
    case "[": self = .escape
    default:
      guard rest.utf8.count == 1, let byte = rest.utf8.first else { return nil }
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      guard isLetter || "@\\]^_".utf8.contains(byte) else { return nil }
      self = .control(String(rest))
    }
  }

  /// The names from which a mistyped one is guessed.
  package static let knownNames =
    [
      "Space", "Up", "Down", "Left", "Right", "Enter", "Tab", "Shift-Tab", "Backspace", "Del", "Ins", "Esc", "Home",
      "End", "PgUp", "PgDn",
    ] + (1...12).map { "F\($0)" }
}
