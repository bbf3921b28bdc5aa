/// Says with fewer bytes what ncurses has to say about attributes, on terminals of xterm's kind.
///
/// ncurses takes all attributes away to end one of them, sets the colours again, switches the character set each time, and
/// does all this for blanks too, where it cannot be seen. That is two thirds of a frame. Here its sequences only change
/// what is wanted, and the difference to what the terminal has is sent when something is drawn to which it matters.
struct FrameCompactor {
  private var wanted = Rendition()
  private var present = Rendition()
  /// Whether the terminal's character set is known to be the ordinary one.
  private var hasCharacterSet = false
  /// Whether ncurses has named the rows that scroll.
  private var hasRegion = false
  /// A sequence came that is not understood: all is passed on from then on.
  private var hasGivenUp = false
  private var result: [UInt8] = []
  /// The numbers of the sequence at hand, kept so that none takes memory anew.
  private var parameters: [Int] = []
  /// What has been worked out; a program has a few looks only.
  private var sequences: [(change: Change, bytes: [UInt8])] = []

  /// What to send instead of some bytes that end with a whole sequence.
  mutating func compact(_ bytes: [UInt8]) -> [UInt8] {
    if hasGivenUp { return bytes }
    result.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { bytes in
      var rest = bytes[...]
      while let first = rest.first {
        if hasGivenUp {
          result += rest
          break
        }
        let token = Self.token(rest)
        rest = rest[token.endIndex...]
        if first == Self.escape || first < 0x20 { control(token) } else { text(token) }
      }
    }
    return result
  }

  /// What takes all attributes away, for when the terminal is another program's or has been.
  ///
  /// What ncurses wants stays.
  mutating func settle() -> [UInt8] {
    present = Rendition()
    hasCharacterSet = false
    return Array("\u{1B}[m".utf8)
  }

  private typealias Token = Slice<UnsafeBufferPointer<UInt8>>

  private static let escape: UInt8 = 0x1B

  /// The first control sequence, control character or text.
  private static func token(_ bytes: Token) -> Token {
    let start = bytes.startIndex
    guard bytes[start] == escape else {
      if bytes[start] < 0x20 { return bytes[...start] }
      return bytes.prefix { $0 >= 0x20 }
    }
    let body = bytes.dropFirst()
    let isControlSequence = body.first == UInt8(ascii: "[")
    // Parameters and intermediate bytes lie below 0x40, and the byte that ends it does not; other sequences have only the
    // latter, below 0x30.
    let middle: ClosedRange<UInt8> = isControlSequence ? 0x20...0x3F : 0x20...0x2F
    let end = body.dropFirst(isControlSequence ? 1 : 0).firstIndex { !middle.contains($0) }
    return bytes[start...(end ?? bytes.endIndex - 1)]
  }

  private mutating func control(_ token: Token) {
    guard token.first == Self.escape else { return character(token) }
    guard token.dropFirst().first == UInt8(ascii: "["), let last = token.last else {
      if token.elementsEqual("\u{1B}(B".utf8) { return switchCharacterSet(token) }
      if token.elementsEqual("\u{1B}(0".utf8) { hasGivenUp = true }
      return send(token, showing: wanted)
    }
    switch last {
    case UInt8(ascii: "m"): style(token)
    // Movement, which neither shows nor changes attributes.
    case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "d"): result += token
    case UInt8(ascii: "r"): region(token)
    // These leave blanks behind.
    case UInt8(ascii: "J"), UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"), UInt8(ascii: "P"),
      UInt8(ascii: "X"), UInt8(ascii: "@"):
      send(token, showing: wanted.onBlanks(after: present))
    default: send(token, showing: wanted)
    }
  }

  /// The rows that scroll: all of them at first, later those that ncurses names to move lines.
  ///
  /// It begins with the rows of the terminal type's database, 24 mostly, whatever the window has, and some terminals then
  /// delete no character below them.
  private mutating func region(_ token: Token) {
    if hasRegion { result += token } else { result += "\u{1B}[r".utf8 }
    hasRegion = true
  }

  private mutating func character(_ token: Token) {
    switch token.first {
    case 0x0F: switchCharacterSet(token)
    // To another character set.
    case 0x0E:
      hasGivenUp = true
      send(token, showing: wanted)
    default: result += token
    }
  }

  /// Nothing here ever leaves the ordinary set, but the program that had the terminal before may have.
  private mutating func switchCharacterSet(_ token: Token) {
    if !hasCharacterSet { result += token }
    hasCharacterSet = true
  }

  private mutating func style(_ token: Token) {
    parameters.removeAll(keepingCapacity: true)
    parameters.append(0)
    for byte in token.dropFirst(2).dropLast() {
      switch byte {
      case UInt8(ascii: ";"): parameters.append(0)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let number = parameters[parameters.count - 1]
        parameters[parameters.count - 1] = min(number * 10 + Int(byte - UInt8(ascii: "0")), 9999)
      // No number that is known.
      default: parameters[parameters.count - 1] = 9999
      }
    }
    if wanted.apply(parameters) { return }
    hasGivenUp = true
    send(token, showing: wanted)
  }

  private mutating func text(_ token: Token) {
    let blanks = token.prefix { $0 == 0x20 }
    if !blanks.isEmpty { send(blanks, showing: wanted.onBlanks(after: present)) }
    let rest = token[blanks.endIndex...]
    if !rest.isEmpty { send(rest, showing: wanted) }
  }

  private mutating func send(_ token: Token, showing rendition: Rendition) {
    if rendition != present {
      result += sequence(Change(from: present, to: rendition))
      present = rendition
    }
    result += token
  }

  private struct Change: Equatable {
    let from: Rendition
    let to: Rendition
  }

  private mutating func sequence(_ change: Change) -> [UInt8] {
    if let known = sequences.first(where: { $0.change == change }) { return known.bytes }
    let sequence = change.to.parameters(after: change.from).map { Array("\u{1B}[\($0)m".utf8) } ?? []
    sequences.append((change, sequence))
    return sequence
  }
}
