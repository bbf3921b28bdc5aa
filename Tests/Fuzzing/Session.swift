import Diagnostics
import Networks
import Progress
import Screen
import Skills
import Training
import Tutor
import TutorViews

/// A session made of bytes: the first one says where it begins, the others what happens and at which size it is drawn.
struct Session {
  private var bytes: ArraySlice<UInt8>
  private var state: State
  private var clock = 0

  init(_ bytes: [UInt8]) {
    let first = Int(bytes.first ?? 0)
    var scenes: [Start.Scene] = [
      .menu, .walk, .training(title: "t", epoch: 0, epochs: 10, side: .weights, begins: false),
    ]
    // Drawing a problem takes longer than all the rest.
    if first == 255 { scenes = [.practice(nil, seed: 1, adapts: true)] }
    let names = BundledNetworks.names
    let network = BundledNetworks.network(named: names[first / scenes.count % names.count]) ?? BundledNetworks.default
    state = State(Start(scenes[first % scenes.count], network: network, language: first & 64 == 0 ? .en : .zh))
    self.bytes = bytes.dropFirst()
  }

  mutating func run() {
    while let byte = bytes.popFirst() {
      clock += Int(byte) * 37
      send(.time(clock))
      send(event(byte))
      guard byte & 7 == 0 else { continue }
      let size = Size(columns: Int(next()) + 1, rows: Int(next()) / 3 + 1)
      precondition(View.render(state, size).size == size, "a screen of another size")
    }
  }

  private mutating func next() -> UInt8 { bytes.popFirst() ?? 0 }

  private mutating func send(_ event: Event) {
    for effect in state.update(event) {
      switch effect {
      case .drawSeed: send(.seed(UInt64(next())))
      case .read(let name): send(.read(name: name, bytes: Array(bytes.prefix(64)), reason: nil))
      default: break
      }
    }
  }

  private mutating func event(_ byte: UInt8) -> Event {
    switch byte {
    case 0x20...0x7E: return .key(.character(String(UnicodeScalar(byte))))
    case 0x01...0x1A where byte != 0x0D && byte != 0x09:
      return .key(.control(String(UnicodeScalar(byte + 0x60))))
    case 0x80...0xBF:
      let count = Int(byte & 0x3F)
      let line = String(decoding: bytes.prefix(count), as: UTF8.self)
      bytes = bytes.dropFirst(count)
      return .line(line)
    case 0xC0...0xC7: return .choose(item: Int(byte & 7))
    case 0xC8...0xCF:
      return View.event(
        at: Point(column: Int(next()), row: Int(next())), state, Size(columns: 80, rows: 24)) ?? .printed
    case 0xD0...0xDF:
      let count = Int(byte & 0x0F) * 4
      let text = String(decoding: bytes.prefix(count), as: UTF8.self)
      bytes = bytes.dropFirst(count)
      return .key(.paste(text))
    default:
      let keys: [Key] = [
        .enter, .tab, .backTab, .backspace, .delete, .insert, .escape, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown, .function(1), .wheelUp, .wheelDown, .meta("b"), .meta("f"),
      ]
      return .key(keys[Int(byte) % keys.count])
    }
  }
}
