/// When text is colored.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that takes colors.
  case auto
  case always
  case never
}
