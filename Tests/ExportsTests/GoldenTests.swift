import Diagnostics
import Exports
import Expressions
import Networks
import ScreenTesting
import Testing
import Traces

/// Whole files, kept to be looked at.
@Suite struct GoldenTests {
  @Test(arguments: Language.allCases, [TraceFormat.text, .markdown, .latex, .html])
  func theLessonsDerivation(_ language: Language, _ format: TraceFormat) {
    expect(format.text(of: Samples.lesson, language: language), "lesson.\(language.rawValue)", format.rawValue)
  }

  @Test func asciiText() {
    expect(TraceFormat.text.text(of: Samples.lesson, language: .en, style: .ascii), "lesson.en.ascii", "text")
  }

  /// Two outputs: a derivation inside another, a sum over paths, a gradient found on the way, held biases.
  @Test(arguments: Language.allCases)
  func severalOutputs(_ language: Language) throws {
    expect(TraceFormat.text.text(of: try Samples.mazur(), language: language), "mazur.\(language.rawValue)", "text")
  }

  @Test func sharedBias() {
    expect(TraceFormat.latex.text(of: Samples.sharedBias, language: .en), "shared-bias.en", "latex")
    expect(TraceFormat.text.text(of: Samples.sharedBias, language: .zh), "shared-bias.zh", "text")
  }

  @Test func saturated() {
    expect(TraceFormat.text.text(of: Samples.saturated, language: .en), "saturated.en", "text")
    expect(TraceFormat.text.text(of: Samples.saturated, language: .zh), "saturated.zh", "text")
  }

  /// One derivation in each book's letters: of its own network where it has one.
  @Test(arguments: Language.allCases, BundledNotations.names.dropFirst())
  func inTheLettersOfABook(_ language: Language, _ name: String) throws {
    let own = ["han-kamber": "han-kamber", "negnevitsky": "negnevitsky-xor"][name] ?? "2-2-1"
    let network = try #require(BundledNetworks.network(named: own))
      .lettered(in: try #require(BundledNotations.notation(named: name)))
    let trace = Trace(network, goals: Trace.defaultGoals(of: network.architecture))
    expect(TraceFormat.text.text(of: trace, language: language), "\(name).\(language.rawValue)", "text")
  }

  private func expect(
    _ text: String, _ name: String, _ ending: String, _ location: SourceLocation = #_sourceLocation
  ) {
    if let difference = Golden.difference(text, from: name, as: ending) {
      Issue.record("\(difference)", sourceLocation: location)
    }
  }
}
