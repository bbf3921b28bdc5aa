import Diagnostics
import Exports
import Expressions
import Testing
import Traces

/// Whole files, kept to be looked at.
@Suite struct GoldenTests {
  @Test(arguments: Language.allCases, [TraceFormat.text, .markdown, .latex, .html])
  func theLessonsDerivation(_ language: Language, _ format: TraceFormat) {
    GoldenFile.expect(
      format.text(of: Samples.lesson, language: language), is: "lesson.\(language.rawValue).\(format.rawValue)")
  }

  @Test func asciiText() {
    GoldenFile.expect(
      TraceFormat.text.text(of: Samples.lesson, language: .en, style: .ascii), is: "lesson.en.ascii.text")
  }

  /// Two outputs: a derivation inside another, a sum over paths, a gradient found on the way, held biases.
  @Test(arguments: Language.allCases)
  func severalOutputs(_ language: Language) throws {
    GoldenFile.expect(
      TraceFormat.text.text(of: try Samples.mazur(), language: language), is: "mazur.\(language.rawValue).text")
  }

  @Test func sharedBias() {
    GoldenFile.expect(TraceFormat.latex.text(of: Samples.sharedBias, language: .en), is: "shared-bias.en.latex")
    GoldenFile.expect(TraceFormat.text.text(of: Samples.sharedBias, language: .zh), is: "shared-bias.zh.text")
  }

  @Test func saturated() {
    GoldenFile.expect(TraceFormat.text.text(of: Samples.saturated, language: .en), is: "saturated.en.text")
    GoldenFile.expect(TraceFormat.text.text(of: Samples.saturated, language: .zh), is: "saturated.zh.text")
  }
}
