import Classroom
import Diagnostics
import Lessons
import Networks
import Progress
import RandomNetworks
import Skills
import Training
import Tutor

/// Beginnings of every kind.
enum StormStart {
  /// The kinds come in turn, by the number of the session.
  static func random(_ number: Int, _ library: [LessonCatalogue.Entry], _ random: inout RandomSource) -> Start {
    let names = BundledNetworks.names
    let bundled = names.randomElement(using: &random).flatMap(BundledNetworks.network(named:))
    let network =
      Int.random(in: 0..<3, using: &random) == 0
      ? RandomNetworks.network(random.next() % 100) : bundled ?? BundledNetworks.default
    var scene = scene(number, library, &random)
    if Int.random(in: 0..<4, using: &random) == 0 { scene = .room(scene, .projector) }
    var start = Start(
      scene, network: network, language: Bool.random(using: &random) ? .en : .zh,
      notation: Bool.random(using: &random) ? .unicode : .ascii)
    start.library = library
    if Bool.random(using: &random) { start.kept = KeptProgress(now: 1_700_000_000_000) }
    return start
  }

  private static func scene(
    _ number: Int, _ library: [LessonCatalogue.Entry], _ random: inout RandomSource
  ) -> Start.Scene {
    switch number % 9 {
    case 0: return .menu
    case 1: return .samples(DataGenerator.xor.dataSet())
    case 2:
      return .training(title: "xor", epoch: 0, epochs: 50, side: .boundary, begins: Bool.random(using: &random))
    case 3: return .practice(Skill.allCases.randomElement(using: &random), seed: random.next(), adapts: true)
    case 4, 5:
      guard let entry = library.randomElement(using: &random) else { return .walk }
      return .lesson(entry, seed: Bool.random(using: &random) ? nil : random.next() % 1000)
    case 6: return .draft(library.randomElement(using: &random))
    case 7:
      guard let code = RoomCode("f3k9-qa") else { return .walk }
      return .seat(code, first: Int.random(in: -1...1 << 50, using: &random))
    default: return .walk
    }
  }
}
