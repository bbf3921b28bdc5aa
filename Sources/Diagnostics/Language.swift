/// A language that the learner reads; both are first-class.
package enum Language: String, CaseIterable, Codable, Sendable {
  case en
  case zh
}
