import Diagnosis
import Diagnostics
import Glibc
import Lessons
import Networks
import Skills
import Testing

/// The mistakes of students at every question of every lesson, and what the replies are worth.
///
///     swift test --filter AnswerScriptTests
///
/// prints the figures; with BPTUTOR_REPORT=1 every reply that does not fit as well.
@Suite struct AnswerScriptTests {
  private static let shipped = LessonCatalogue.trusted(
    Curriculum.lessons, context: LessonContext(networkFiles: Curriculum.networks))

  /// 92 of 100 replies fit, the rest are honest; nothing wrong is accepted, and nothing said is false, in either language.
  @Test(arguments: Language.allCases) func repliesFitOrAreHonest(_ language: Language) {
    var findings: [AnswerAudit.Finding] = []
    for (number, entry) in Self.shipped.enumerated() {
      findings += AnswerAudit(entry, language, seed: 2026 + UInt64(number)).findings
    }
    var counts: [AnswerAudit.Worth: Int] = [:]
    for finding in findings { counts[finding.worth, default: 0] += 1 }
    let figures = AnswerAudit.Worth.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }.joined(separator: ", ")
    print("wrong answers (\(language.rawValue)) \(findings.count): \(figures)")
    let isReported = getenv("BPTUTOR_REPORT") != nil
    for finding in findings where isReported && finding.worth != .fitting { print(finding.line) }
    #expect(findings.count >= 600)
    #expect(Double(counts[.fitting] ?? 0) >= 0.92 * Double(findings.count), "\(figures)")
    #expect(findings.filter { $0.worth == .accepted }.map(\.line) == [])
    #expect(findings.filter { $0.worth == .misleading }.map(\.line) == [])
  }
}
