package import Diagnosis
import Networks
package import Skills

/// What was done wrong, stated once for all quantities.
extension Examination {
  /// One mistake, or two together, and the findings that it explains.
  package struct Story {
    package let id: MistakeID
    /// Others that explain the same numbers, whatever the network.
    package let alternatives: [MistakeID]
    package let findings: [Finding]

    /// The catalogue's ids in it.
    package var mistakes: [MistakeID] { id.parts }
  }

  /// The fewest mistakes that explain whatever can be explained, the one that explains most first.
  package var stories: [Story] {
    var open = findings.filter { $0.state == .mistakes }
    var stories: [Story] = []
    while !open.isEmpty, stories.count < 6 {
      var candidates: [(id: MistakeID, count: Int)] = []
      for id in Set(open.flatMap { $0.explanations.map(\.id) }).sorted() {
        candidates.append((id, open.filter { Self.explains(id, $0) }.count))
      }
      let best = candidates.map(\.count).max() ?? 0
      let tied = candidates.filter { $0.count == best }
      let fewest = tied.map(\.id.parts.count).min() ?? 0
      let chosen = tied.filter { $0.id.parts.count == fewest }.map(\.id)
      guard let id = chosen.min(by: { Self.rank($0) < Self.rank($1) }), best > 0 else { break }
      stories.append(
        Story(id: id, alternatives: chosen.filter { $0 != id }, findings: open.filter { Self.explains(id, $0) }))
      open.removeAll { Self.explains(id, $0) }
    }
    return stories
  }

  /// Two mistakes together explain what each of them alone does.
  private static func explains(_ id: MistakeID, _ finding: Finding) -> Bool {
    if finding.explanations.contains(where: { $0.id == id }) { return true }
    let parts = id.parts
    return parts.count > 1 && finding.explanations.contains { parts.contains($0.id) }
  }

  /// The order of the catalogue.
  private static func rank(_ id: MistakeID) -> Int {
    Catalogue.mistakes.firstIndex { $0.id == id.parts.first } ?? .max
  }

  package var isRight: Bool { !findings.isEmpty && !findings.contains(where: \.isWrong) }

  /// The first quantity of a derivation that is off.
  package var firstWrong: Finding? { findings.first { $0.isWrong } }

  /// Networks from which on a mistake is named for certain.
  package static let enoughNetworks = 5

  /// A run in which a finding is off, with the fewest digits to work through.
  package func example(of finding: Finding) -> Int? {
    let candidates = finding.offRuns.isEmpty ? finding.runs : finding.offRuns
    return candidates.min { runs[$0].network.parameters.count < runs[$1].network.parameters.count }
  }

  /// The lines of the right derivation and of the supposed one, for a finding that is explained.
  package func comparison(of finding: Finding, as story: Story) -> Comparison? {
    guard let run = example(of: finding),
      let explanation = finding.explanations.first(where: { $0.id == story.id }) ?? finding.explanations.first
    else { return nil }
    let checker = runs[run].checker
    let answer = checker.candidate(explanation.index, for: finding.quantity, pairs: explanation.isPair)
    return Comparison(answer.working, at: checker.pass)
  }

  /// The question that points to each mistake of a story.
  package func focus(of finding: Finding, as story: Story) -> Focus? {
    guard let run = finding.runs.first,
      let explanation = finding.explanations.first(where: { $0.id == story.id }) ?? finding.explanations.first
    else { return nil }
    return runs[run].checker.candidate(explanation.index, for: finding.quantity, pairs: explanation.isPair).focus
  }
}
