import Diagnostics

/// Reads the subset of LaTeX in which lessons write mathematics; what it does not know is a fault with its place.
///
/// Cost: linear in the text. Nesting is limited to 40 levels.
struct MathReader {
  /// What is wrong with a formula, and where in its text, in bytes.
  struct Fault: Error, Equatable {
    enum Kind: Equatable {
      case unknownCommand(String, nearest: String?)
      case unknownEnvironment(String)
      /// A brace, `\left` or `\begin` that is not closed.
      case notClosed(String)
      /// A closing brace, `\right` or `\end` without its beginning.
      case notOpened(String)
      case missingArgument(String)
      case doubleScript
      case tooDeep
    }
    let kind: Kind
    let range: Range<Int>
  }

  private static let maxDepth = 40

  private let text: [UInt8]
  private var place = 0
  private var depth = 0

  private init(_ text: some Sequence<UInt8>) { self.text = Array(text) }

  static func read(_ text: some Sequence<UInt8>) throws(Fault) -> MathText {
    var reader = MathReader(text)
    let formula = try reader.row(until: { _ in false })
    guard let byte = reader.peek else { return formula }
    throw Fault(kind: .notOpened(String(UnicodeScalar(byte))), range: reader.place..<reader.place + 1)
  }

  private var peek: UInt8? { place < text.count ? text[place] : nil }

  // MARK: Rows

  /// Parts up to the end, a closing brace, or a command that ends the row; its end is not taken.
  private mutating func row(until isEnd: (String) -> Bool) throws(Fault) -> MathText {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth else { throw Fault(kind: .tooDeep, range: place..<min(place + 1, text.count)) }
    var parts: [MathText] = []
    while let byte = peek, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "&") {
      if byte == UInt8(ascii: "\\"), isEnd(commandAhead) { break }
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "^") || byte == UInt8(ascii: "'") {
        try attachScript(to: &parts)
      } else if let part = try part() {
        parts.append(part)
      }
    }
    return parts.count == 1 ? parts[0] : .row(parts)
  }

  private mutating func attachScript(to parts: inout [MathText]) throws(Fault) {
    let start = place
    let base = parts.popLast() ?? .empty
    var (below, above): (MathText?, MathText?) = (nil, nil)
    var inner = base
    if case .scripts(let known, let low, let high) = base { (inner, below, above) = (known, low, high) }
    let mark = text[place]
    place += 1
    let script: MathText
    if mark == UInt8(ascii: "'") {
      script = .sign("′")
    } else {
      skipSpace()
      guard let argument = try argument() else {
        throw Fault(kind: .missingArgument(String(UnicodeScalar(mark))), range: start..<start + 1)
      }
      script = argument
    }
    if mark == UInt8(ascii: "_") {
      guard below == nil else { throw Fault(kind: .doubleScript, range: start..<start + 1) }
      below = script
    } else if let known = above {
      // f′² and f″ are fine, two powers are not.
      guard mark == UInt8(ascii: "'") || known == .sign("′") else {
        throw Fault(kind: .doubleScript, range: start..<start + 1)
      }
      above = .row([known, script])
    } else {
      above = script
    }
    parts.append(.scripts(inner, below: below, above: above))
  }

  /// The next part; nil for what is not seen.
  private mutating func part() throws(Fault) -> MathText? {
    guard let byte = peek else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return try group()
    case UInt8(ascii: "\\"): return try command()
    case 0...0x20:
      place += 1
      return nil
    case UInt8(ascii: "~"):
      place += 1
      return .sign(" ")
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .sign(run { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") })
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return operation(byte)
    default: return .sign(character())
    }
  }

  /// A relation, or a plus or minus between two parts or in front of one.
  private mutating func operation(_ byte: UInt8) -> MathText {
    let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    let before = text[..<place].last { $0 > 0x20 }
    place += 1
    let sign = byte == UInt8(ascii: "-") ? "−" : String(UnicodeScalar(byte))
    let isPrefix = isSign && (before.map { "({[=,&^_<>+-".utf8.contains($0) } ?? true)
    return .sign(isPrefix ? sign : " \(sign) ")
  }

  private mutating func run(_ belongs: (UInt8) -> Bool) -> String {
    let start = place
    while let byte = peek, belongs(byte) { place += 1 }
    return String(decoding: text[start..<place], as: UTF8.self)
  }

  /// One character, whatever its length in bytes.
  private mutating func character() -> String {
    let start = place
    place += 1
    while let byte = peek, byte & 0xC0 == 0x80 { place += 1 }
    return String(decoding: text[start..<place], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while let byte = peek, byte <= 0x20 { place += 1 }
  }

  // MARK: Groups and arguments

  private mutating func group() throws(Fault) -> MathText {
    let start = place
    place += 1
    let inner = try row(until: { _ in false })
    guard peek == UInt8(ascii: "}") else { throw Fault(kind: .notClosed("{"), range: start..<start + 1) }
    place += 1
    return inner
  }

  /// What a command or a script takes: a group, a command, or one character.
  private mutating func argument() throws(Fault) -> MathText? {
    skipSpace()
    guard let byte = peek, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "&") else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return try group()
    case UInt8(ascii: "\\"): return try command()
    default: return .sign(character())
    }
  }

  private mutating func argument(of name: String, from start: Int) throws(Fault) -> MathText {
    guard let argument = try argument() else {
      throw Fault(kind: .missingArgument("\\" + name), range: start..<place)
    }
    return argument
  }

  /// What is between braces, as it is.
  private mutating func rawGroup(of name: String, from start: Int) throws(Fault) -> String {
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw Fault(kind: .missingArgument("\\" + name), range: start..<place) }
    let opening = place
    place += 1
    let content = run { $0 != UInt8(ascii: "}") }
    guard peek != nil else { throw Fault(kind: .notClosed("{"), range: opening..<opening + 1) }
    place += 1
    return content
  }

  // MARK: Commands

  private var commandAhead: String {
    var copy = self
    return copy.commandName()
  }

  private mutating func commandName() -> String {
    place += 1
    let letters = run { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    return letters.isEmpty && peek != nil ? character() : letters
  }

  private mutating func command() throws(Fault) -> MathText? {
    let start = place
    let name = commandName()
    if let sign = MathSigns.signs[name] { return sign.isEmpty ? nil : .sign(sign) }
    if MathSigns.functions.contains(name) { return .words(name) }
    if MathSigns.ignored.contains(name) { return nil }
    if MathSigns.shapes.contains(name) { return try argument(of: name, from: start) }
    if MathSigns.words.contains(name) { return .words(try rawGroup(of: name, from: start)) }
    if let accent = MathSigns.accents[name] { return .accented(try argument(of: name, from: start), accent) }
    if MathSigns.fractions.contains(name) {
      let numerator = try argument(of: name, from: start)
      return .fraction(numerator, try argument(of: name, from: start))
    }
    switch name {
    case "sqrt": return .root(try argument(of: name, from: start))
    case "left": return try fenced(from: start)
    case "begin": return try environment(from: start)
    case "right", "end", "\\": throw Fault(kind: .notOpened("\\" + name), range: start..<place)
    default:
      let nearest = Suggestion.nearest(to: name, in: MathSigns.names)
      throw Fault(kind: .unknownCommand("\\" + name, nearest: nearest.map { "\\" + $0 }), range: start..<place)
    }
  }

  private mutating func delimiter() -> String {
    skipSpace()
    guard let byte = peek else { return "" }
    let sign = byte == UInt8(ascii: "\\") ? (MathSigns.signs[commandName()] ?? "") : character()
    return sign == "." ? "" : sign
  }

  private mutating func fenced(from start: Int) throws(Fault) -> MathText {
    let left = delimiter()
    let inner = try row(until: { $0 == "right" })
    guard peek == UInt8(ascii: "\\") else { throw Fault(kind: .notClosed("\\left"), range: start..<start + 5) }
    _ = commandName()
    return .fenced(left, inner, delimiter())
  }

  private mutating func environment(from start: Int) throws(Fault) -> MathText {
    let name = try rawGroup(of: "begin", from: start)
    guard let kind = MathSigns.environments[name] else {
      throw Fault(kind: .unknownEnvironment(name), range: start..<place)
    }
    var rows: [[MathText]] = [[]]
    while true {
      rows[rows.count - 1].append(try row(until: { $0 == "end" || $0 == "\\" }))
      guard let byte = peek else {
        throw Fault(kind: .notClosed("\\begin{\(name)}"), range: start..<min(start + 6, text.count))
      }
      if byte == UInt8(ascii: "&") {
        place += 1
      } else if byte == UInt8(ascii: "\\") {
        let ending = place
        if commandName() == "\\" {
          rows.append([])
          continue
        }
        let closing = try rawGroup(of: "end", from: ending)
        guard closing == name else { throw Fault(kind: .notOpened("\\end{\(closing)}"), range: ending..<place) }
        break
      } else {
        throw Fault(kind: .notOpened("}"), range: place..<place + 1)
      }
    }
    if rows.last == [.empty] { rows.removeLast() }
    let grid = MathText.grid(rows, kind.alignment)
    return kind.left.isEmpty && kind.right.isEmpty ? grid : .fenced(kind.left, grid, kind.right)
  }
}
