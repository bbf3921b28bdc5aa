import Testing

/// What is quoted in English stands between straight marks, the same in every notation; in Chinese between “ and ”.
@Suite struct QuotesTests {
  private static let sources =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Sources"

  /// Curly marks stand in the sources only by themselves, as what somebody may type or an author may write.
  @Test func englishQuotesAreStraight() {
    let found = Program.shell(
      """
      cd '\(Self.sources)' && grep -rn --include='*.swift' -e '‘' -e '’' . | sed 's/"‘"//g; s/"’"//g' | grep -e '‘' -e '’'
      """)
    #expect(found.output == "" && found.error == "")
    let doubled = Program.shell("cd '\(Self.sources)' && grep -rnE --include='*.swift' 'en: \"[^\"]*“' .")
    #expect(doubled.output == "" && doubled.error == "")
    // There is something to be looked through.
    let all = Program.shell("cd '\(Self.sources)' && grep -rl --include='*.swift' 'Words(en: ' . | wc -l")
    #expect((Int(all.output.filter(\.isNumber)) ?? 0) > 50)
  }
}
