package import Diagnostics

/// All that is known of a learner, at one moment.
package struct KeptProgress: Hashable, Codable, Sendable {
  /// In the order in which they were given.
  package var attempts: [Attempt]
  /// Where lessons were left, the last one at the end.
  package var places: [KeptPlace]
  /// What the calendar says, in milliseconds since 1970.
  package var now: Int64
  /// How many seconds the learner's clocks are ahead of UTC; nil where that is not known.
  package var utcOffset: Int?
  /// Why nothing is being saved; nil where all is well.
  package var banner: Words?
  /// What was found wrong with the file and put right, to be reported once.
  package var notice: Words?

  package init(
    attempts: [Attempt] = [], places: [KeptPlace] = [], now: Int64 = 0, utcOffset: Int? = nil, banner: Words? = nil,
    notice: Words? = nil
  ) {
    self.attempts = attempts
    self.places = places
    self.now = now
    self.utcOffset = utcOffset
    self.banner = banner
    self.notice = notice
  }
}

/// Where a lesson was left, in whatever form the lesson wants it back.
package struct KeptPlace: Hashable, Codable, Sendable {
  package var lesson: String
  package var place: String

  package init(lesson: String, place: String) {
    self.lesson = lesson
    self.place = place
  }
}
