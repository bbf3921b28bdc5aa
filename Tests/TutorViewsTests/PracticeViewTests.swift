import Diagnosis
import Diagnostics
import Expressions
import LessonTesting
import Networks
import Questions
import Screen
import Skills
import Testing
import Traces
@testable import Tutor
import TutorViews

/// Problems of a practice, as they are seen.
@Suite struct PracticeViewTests {
  private static let size = Size(columns: 80, rows: 24)

  /// A practice whose problem is of that kind.
  private static func state(_ sort: Question.Sort, _ skill: Skill, _ language: Language = .en) throws -> State {
    for seed in UInt64(1)...20 {
      var state = State(network: BundledNetworks.default, language: language)
      state.practise(skill, seed: seed)
      // A number comes first, and after it another form.
      _ = state.update(.key(.right))
      if state.drill?.problem.question.sort == sort { return state }
    }
    throw Missing()
  }

  private struct Missing: Error {}

  /// The last word must be seen, however much was said before it.
  @Test(arguments: Language.allCases)
  func theVerdictIsSeenAfterHelpAndMistakes(_ language: Language) throws {
    var state = try Self.state(.wrongLine, .assembleHidden, language)
    let problem = try #require(state.drill?.problem)
    guard case .wrongLine(let bug) = problem.question.kind else { throw Missing() }
    let wrong = bug.wrong == 0 ? 2 : bug.wrong
    _ = state.update(.line("\(wrong)"))
    _ = state.update(.key(.character("H")))
    _ = state.update(.line("\(bug.wrong + 1)"))
    let lines = View.render(state, Self.size).lines
    #expect(lines.contains { $0.hasPrefix(" ✓ \(bug.wrong + 1)") }, "\(lines)")
    #expect(!lines.contains { $0.contains("…") })
  }

  /// Where a comparison is cut off, `v` is promised to show all of it.
  @Test(arguments: Language.allCases) func theWholeComparisonHasAPage(_ language: Language) {
    var state = State(network: BundledNetworks.default, language: language)
    _ = state.update(.line(":ask dE/dw1"))
    _ = state.update(.line("-(target-out_O)*out_O*(1-out_O)*w1*out_h1*(1-out_h1)*i1"))
    _ = state.update(.key(.character("c")))
    #expect(View.render(state, Self.size).lines.contains { $0.contains("v ") && $0.contains("…") })
    _ = state.update(.key(.character("v")))
    #expect(state.page == .answer(0))
    let lines = View.render(state, Self.size).lines
    for text in ["∂E/∂out_O = −(target − out_O)", "▶ ∂net_O/∂out_h1 = w1 = 0.2", "∂net_h1/∂w1 = i1 = 0.4"] {
      #expect(lines.contains { $0.contains(text) }, "\(text)")
    }
    // The line between the two stands straight.
    let places = Set(lines.compactMap { line in line.firstIndex(of: "│").map { line[..<$0].count } })
    #expect(language == .zh || places.count == 1)
  }

  /// What a command takes is read there: none of it may be missing.
  @Test(arguments: Language.allCases) func theHelpPageCutsNoCommand(_ language: Language) throws {
    for var state in [
      State(network: BundledNetworks.default, language: language), try Self.state(.wrongLine, .biasOne),
    ] {
      var seen: Set<String> = []
      for first in 0..<80 {
        state.page = .help(first)
        seen.formUnion(View.render(state, Self.size).lines)
      }
      for command in state.commands {
        let usage = command.usage
        #expect(seen.contains { $0.contains("  \(usage)  ") || $0.hasSuffix(usage) }, "\(usage)")
      }
    }
  }

  /// A number is its own value, a single name needs no parentheses, and a problem has no place in a walk.
  @Test func linesAreWrittenAsOnABoard() throws {
    let bias = try Self.state(.wrongLine, .biasOne)
    let lines = View.render(bias, Self.size).lines
    #expect(lines.contains { $0.contains("∂net_O/∂b2 = ") } && !lines.contains { $0.contains("= 1 = 1") })
    #expect(!lines[0].contains("step"))
    #expect(lines.last?.contains("q quit") == true && lines.last?.contains("Esc") == false)
    let faded = View.render(try Self.state(.blanks, .assembleHidden), Self.size).lines.joined(separator: "\n")
    #expect(faded.contains(" = −(target − out_O) · ") || faded.contains(" = ▢ · "))
    #expect(!faded.contains("(out_O(1 − out_O))") && !faded.contains("(w"))
  }
}
