import Configuration
import Diagnostics
import LessonTesting
import Lessons
import Networks
import Questions
import Screen
import Testing
import TutorViews

@testable import Tutor

/// Hands that are counted in front of a room, and bars of them beside the options.
struct CountingTests {
  private func state(at id: String, _ language: Language = .en) throws -> State {
    let entry = try #require(SampleLessons.everyKind)
    var state = State(network: BundledNetworks.default, language: language)
    let hasBegun = state.present(entry)
    try #require(hasBegun)
    state.go(toScreen: try #require(state.lesson?.tasks.first { $0.id == id }).screen)
    return state
  }

  private func type(_ text: String, in state: inout State) {
    for character in "t" + text { _ = state.update(.key(.character(String(character)))) }
    #expect(state.presentation?.counting != nil)
    #expect(state.update(.key(.enter)) == [])
    #expect(state.presentation?.counting == nil)
  }

  /// Whether something is said at the foot of the screen, at or above the line of keys.
  private func said(_ state: State, _ text: String) -> Bool {
    lines(state).suffix(3).joined(separator: " ").contains(text)
  }

  private func lines(_ state: State, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    View.render(state, Size(columns: columns, rows: rows)).lines
  }

  @Test(arguments: Language.allCases) func handsAreCountedTwice(_ language: Language) throws {
    var state = try state(at: "larger", language)
    type("12 30", in: &state)
    #expect(state.ballot?.rounds == [[12, 30]])
    // The options are shuffled: the author's second comes first.
    let (first, second) = language == .en ? ("that of h2", "that of h1") : ("h2", "h1")
    // The largest share has the longest bar: 14 columns; the other one 12/30 of it.
    func row(_ letter: String, _ name: String) throws -> String {
      try #require(lines(state).first { $0.contains("\(letter)) ") && $0.contains(name) && $0.contains("█") })
    }
    #expect(try row("b", second).hasSuffix(String(repeating: "█", count: 14) + " 30"))
    #expect(try row("a", first).hasSuffix(" " + String(repeating: "█", count: 6) + " 12"))
    // After the discussion both are seen, drawn by the same measure.
    type("39，3", in: &state)
    #expect(state.ballot?.rounds == [[12, 30], [39, 3]])
    let both = try row("a", first)
    #expect(both.contains(" 12 ") && both.hasSuffix(" 39"))
    #expect(both.count { $0 == "█" } == 4 + 14)
    #expect(try row("b", second).count { $0 == "█" } == 11 + 1)
    // A third count stands for the second; an empty line takes back the last.
    type("40 2", in: &state)
    #expect(state.ballot?.rounds == [[12, 30], [40, 2]])
    type("", in: &state)
    #expect(state.ballot?.rounds == [[12, 30]])
    type(" ", in: &state)
    #expect(state.ballot == nil)
    #expect(!lines(state).contains { $0.contains("█ ") })
  }

  /// The answer comes after, and the hands stay with their question.
  @Test func handsBelongToTheirQuestion() throws {
    var state = try state(at: "larger")
    type("1 0", in: &state)
    _ = state.update(.key(.pageDown))
    #expect(state.asking?.isSettled == true && state.ballot?.rounds == [[1, 0]])
    _ = state.update(.key(.pageDown))
    #expect(state.lesson?.ask?.id == "build" && state.ballot == nil)
    _ = state.update(.key(.pageUp))
    #expect(state.ballot?.rounds == [[1, 0]])
  }

  @Test func optionsWithoutWordsHaveTheirOwnRows() throws {
    var state = try state(at: "direction")
    type("7 21", in: &state)
    #expect(lines(state).contains { $0.hasSuffix("−  " + String(repeating: "█", count: 14) + " 21") })
    #expect(lines(state).contains { $0.hasSuffix("+  " + String(repeating: "█", count: 5) + " 7") })
    var lineNumbers = try self.state(at: "bug")
    type("1 2 9", in: &lineNumbers)
    #expect(lineNumbers.ballot?.rounds == [[1, 2, 9]])
    #expect(lines(lineNumbers).contains { $0.contains("3  " + String(repeating: "█", count: 14) + " 9") })
  }

  @Test func whatDoesNotFitIsSaid() throws {
    var state = try state(at: "larger")
    for text in ["1 2 3", "5", "x", "100000 1", "99999999999999999999 1"] {
      type(text, in: &state)
      #expect(state.ballot == nil)
      #expect(said(state, "There are 2 options: type 2 numbers, such as 12 40."), "\(text)")
    }
    type("99999 0", in: &state)
    #expect(state.ballot?.rounds == [[99_999, 0]])
    // Where the answer is typed, or nothing is asked, no hands are counted.
    var typed = try self.state(at: "net")
    _ = typed.update(.key("t"))
    #expect(typed.presentation?.counting == nil)
    #expect(said(typed, "here the answer is typed"))
    typed.go(toScreen: 0)
    _ = typed.update(.key("t"))
    #expect(said(typed, "Nothing is asked here."))
  }

  /// A clicker goes on from the middle of a count, and a learner has no such key.
  @Test func aClickerGoesOnAndALearnerCountsNobody() throws {
    var state = try state(at: "larger")
    _ = state.update(.key("t"))
    _ = state.update(.key("5"))
    _ = state.update(.key(.pageDown))
    #expect(state.presentation?.counting == nil && state.asking?.isSettled == true && state.ballot == nil)
    let entry = try #require(SampleLessons.everyKind)
    var learner = try #require(LessonSolver.begin(entry, .en))
    let before = learner
    _ = learner.update(.key("t"))
    #expect(learner.presentation == nil && learner.ballot == nil && learner.asking == before.asking)
    #expect(learner.lesson?.screen == before.lesson?.screen)
  }

  /// The presenter's own screen says how many are right; the room does not see it.
  @Test func theShareOfRightHandsIsThePresenters() throws {
    var state = try state(at: "larger")
    type("10 30", in: &state)
    type("4 36", in: &state)
    let right = state.asking?.current.rightOptions(ofPart: 0)
    #expect(right == [1])
    #expect(!lines(state).contains { $0.contains("75%") })
    state.presentation?.side = .notes(.own)
    #expect(lines(state).contains { $0.contains("75% of 40 right → 90% of 40 right") })
  }

  /// Bars go below options that leave them no room.
  @Test(arguments: [40, 60, 80, 120]) func barsFitAnyWidth(_ columns: Int) throws {
    var state = try state(at: "larger")
    type("123 4567", in: &state)
    type("4567 123", in: &state)
    let lines = lines(state, columns, 40)
    #expect(lines.contains { $0.contains(" 123") && $0.contains("4567") })
    #expect(lines.allSatisfy { $0.count <= columns })
  }
}
