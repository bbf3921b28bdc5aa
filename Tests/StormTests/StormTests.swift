import Diagnosis
import Glibc
import Lessons
import Storms
import Testing

/// Storms of random events over every activity; a million by `bptutor-storm 1000000` in a release build (`.ci/deep`).
@Suite struct StormTests {
  private static let library = LessonCatalogue(
    Curriculum.lessons, context: LessonContext(mistakes: Catalogue.mistakes.map(\.id))
  ).entries

  /// How many events the storm has.
  private static let events = getenv("BPTUTOR_STORM").flatMap { Int(String(cString: $0)) } ?? 2_000

  /// Nothing traps, every screen has its size, undo leads back, and each session's recording leads to the same state.
  @Test func storm() throws {
    var storm = Storm(seed: 1, library: Self.library, limit: 100)
    while storm.tally.events < Self.events { try storm.session() }
    #expect(storm.tally.replays == storm.tally.sessions && storm.tally.frames > storm.tally.events / 20)
    #expect(storm.tally.undos > 0)
    let met = storm.tally.activities.keys
    for kind in ["menu", "walk", "lesson", "practice", "training", "seat"] {
      #expect(met.contains { $0.hasPrefix(kind) }, "\(kind)")
    }
    #expect(met.contains { $0.hasSuffix("presented") })
  }

  /// The same seed is the same storm, so that a fault can be looked at.
  @Test func aStormCanBeRepeated() throws {
    var storms = [3, 3].map { Storm(seed: $0, library: Self.library, limit: 100) }
    for index in storms.indices { try storms[index].session() }
    #expect(storms[0].recording == storms[1].recording && storms[0].tally.events == 100)
  }
}
