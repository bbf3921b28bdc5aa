/// When text is colored.
package enum ColorChoice: String, CaseIterable, Codable, Sendable {
  /// On a terminal that takes colors.
  case auto
  case always
  case never
}
