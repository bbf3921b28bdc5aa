package import Skills

extension Skill {
  /// Those that fresh problems can be made for; the others belong to lessons.
  package static let practised = allCases.filter { ![.numericCheck, .saturation, .batchMean].contains($0) }
}
