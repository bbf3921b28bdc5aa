import Diagnostics
internal import Screen

/// Bytes from a terminal to keys, however they are cut into reads.
///
/// A sequence that is begun and not continued is a matter of time, which this type does not know: its caller asks
/// `waitLimit` and calls `giveUpWaiting()`.
struct KeyDecoder {
  /// More of a paste than this many bytes is dropped.
  static let pasteLimit = 4096
  /// No key is longer; what is longer is not a key.
  private static let sequenceLimit = 64

  /// The terminal's own sequences, for terminals whose keys are not those of xterm, vt100 or linux.
  var ownSequences: [(bytes: [UInt8], key: Key)] = []
  /// In other encodings bytes above 127 mean nothing here.
  var isUTF8 = true

  /// What the terminal has answered to a question, without what encloses it.
  private var answer: [UInt8]?
  private var bytes: [UInt8] = []
  private var position = 0
  private var paste: PasteCollector?
  /// Whether all of a paste that has come so far has been given out.
  private var isPasteWaiting = false

  /// How long the rest of a paste may take before what has come is given out, and how long before it is no longer
  /// expected, in milliseconds: a connection may hang in the middle, and what then comes must not be taken for commands.
  private static let pastePause = 1_000
  private static let pasteSilence = 30_000

  mutating func append(_ more: some Sequence<UInt8>) {
    if position == bytes.count {
      bytes.removeAll(keepingCapacity: true)
      position = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Nothing is left to decode but what may go on.
  var hasBytes: Bool { position < bytes.count }

  /// How many milliseconds to wait for the rest of what has begun; nil if nothing has.
  var waitLimit: Int? {
    if paste != nil { return isPasteWaiting ? Self.pasteSilence : Self.pastePause }
    return hasBytes ? 100 : nil
  }

  /// The next key; nil when more bytes are needed.
  mutating func next() -> Key? {
    while hasBytes {
      if paste != nil {
        guard let pasted = continuePaste() else { return nil }
        return pasted
      }
      switch decode(bytes[position...]) {
      case .key(let key, let length):
        position += length
        return key
      case .nothing(let length):
        position += length
      case .answer(let text, let length):
        position += length
        answer = text
      case .pasteBegins(let length):
        position += length
        (paste, isPasteWaiting) = (PasteCollector(limit: Self.pasteLimit), false)
      case .incomplete:
        return nil
      }
    }
    return nil
  }

  /// The last answer, once.
  mutating func takeAnswer() -> [UInt8]? {
    defer { answer = nil }
    return answer
  }

  /// The rest has not come in time: gives out what there is of a paste, takes an ESC as the Esc key.
  mutating func giveUpWaiting() -> Key? {
    if let text = paste?.takeText() {
      if isPasteWaiting { paste = nil }
      isPasteWaiting.toggle()
      return text.isEmpty ? nil : .paste(text)
    }
    guard hasBytes else { return nil }
    defer { position = bytes.count }
    let rest = bytes[position...]
    guard rest.first == 0x1B else { return nil }
    switch rest.count {
    case 1: return .escape
    // Alt with a character that also begins longer sequences.
    case 2: return .meta(String(decoding: rest.dropFirst(), as: UTF8.self))
    default: return nil
    }
  }

  private mutating func continuePaste() -> Key? {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      isPasteWaiting = false
      if paste?.isComplete(with: byte) ?? false {
        let text = paste?.takeText(isLast: true) ?? ""
        paste = nil
        return .paste(text)
      }
    }
    return nil
  }

  enum Result: Equatable {
    case key(Key, length: Int)
    /// Bytes that mean nothing here.
    case nothing(length: Int)
    case pasteBegins(length: Int)
    /// Of the terminal itself, to a question.
    case answer([UInt8], length: Int)
    case incomplete
  }

  private func decode(_ input: ArraySlice<UInt8>) -> Result {
    guard let first = input.first else { return .incomplete }
    if first == 0x1B {
      if let own = ownSequence(input) { return own }
      let result = Self.escapeSequence(input, isUTF8: isUTF8)
      return result == .incomplete && input.count > Self.sequenceLimit ? .nothing(length: input.count) : result
    }
    if let key = Self.control(first) { return .key(key, length: 1) }
    return Self.character(input, isUTF8: isUTF8)
  }

  private func ownSequence(_ input: ArraySlice<UInt8>) -> Result? {
    for (sequence, key) in ownSequences where input.starts(with: sequence) {
      return .key(key, length: sequence.count)
    }
    return nil
  }
}
