import Diagnostics
import Formats
import Progress
import Testing

/// Who is who in the files of a class.
@Suite struct ClassRollTests {
  private static func attempts(_ seed: Int64, _ count: Int = 4) -> [Attempt] {
    (0..<Int64(count)).map {
      Attempt(
        time: seed + 1_000 * $0, step: "E", parameters: "a", answer: "\($0)", verdict: .right, skills: [], isFirst: true
      )
    }
  }

  private static func roll(_ files: (path: String, name: String?, attempts: [Attempt])...) -> ClassRoll {
    var roll = ClassRoll()
    for file in files { roll.add(file.attempts, name: file.name, path: file.path) }
    return roll
  }

  @Test func namesAreThoseThatTellFilesApart() {
    let one = Self.roll(("class/anna.json", nil, Self.attempts(1)), ("class/bo.csv", nil, Self.attempts(2)))
    #expect(one.members.map(\.name) == ["anna", "bo"])
    let folders = Self.roll(
      ("anna/progress.db", nil, Self.attempts(1)), ("bo/progress.db", nil, Self.attempts(2)), ("x.db", nil, []))
    #expect(folders.members.map(\.name) == ["anna", "bo", "x"])
    let same = Self.roll(("a.db", nil, Self.attempts(1)), ("a.db", nil, Self.attempts(2)))
    #expect(same.members.map(\.name) == ["a", "a (2)"])
  }

  @Test func theSameLearnerTwiceIsOne() {
    let all = Self.attempts(1, 6)
    let roll = Self.roll(
      ("old.csv", nil, Array(all[..<4])), ("anna.json", "Anna", all), ("bo.json", "Bo", Self.attempts(9)))
    #expect(roll.members.map(\.name) == ["Anna", "Bo"])
    // All answers, each once, in the order of time.
    #expect(roll.members.map(\.attempts) == [all, Self.attempts(9)])
    #expect(roll.repeated == ["anna.json"])
    // A name that comes again is the same, whatever is in the file; two names are two.
    let named = Self.roll(("1", "Anna", all), ("2", "Anna", Self.attempts(7)), ("3", "Bo", all))
    #expect(named.members.map(\.attempts.count) == [10, 6])
    // One answer in common is chance.
    let apart = Self.roll(("1", nil, all), ("2", nil, Self.attempts(50, 9) + [all[0]]))
    #expect(apart.members.count == 2)
  }

  @Test func aTableOfAClassReadsBack() throws {
    let members = [
      ClassMember(name: "=Anna, \"A\"", attempts: Self.attempts(1)),
      ClassMember(name: "王芳", attempts: Self.attempts(2)),
    ]
    for text in [AttemptFile.csv(members), AttemptFile.json(members).pretty] {
      let back = try AttemptFile.members(SourceText(name: "x", text))
      #expect(back.map(\.name) == members.map(\.name) && back.map(\.attempts) == members.map(\.attempts))
    }
    #expect(AttemptFile.csv(members).contains("\"'=Anna, \"\"A\"\"\""))
    // A file of one learner may say whose it is.
    let json = AttemptFile.json(Self.attempts(1)).pretty.replacing(
      "\"version\"", with: "\"learner\": \"Bo\", \"version\"")
    #expect(try AttemptFile.members(SourceText(name: "x", json)).map(\.name) == ["Bo"])
  }
}
