package import Diagnostics
package import Networks
package import Skills

/// A worked example that others have published: its network, and what is printed there.
package struct PublishedExample: Sendable {
  package let source: Words
  /// What is called or done otherwise there than in the lessons.
  package let differs: Words
  package let network: Network
  package let printed: [Figure]

  /// One printed number or formula, under the name that it has in the source.
  package struct Figure: Equatable, Sendable {
    package let name: String
    package let text: String
    /// The mistake of the catalogue that the print comes from; nil for what is printed right.
    package let mistake: MistakeID?

    package init(_ name: String, _ text: String, mistake: MistakeID? = nil) {
      (self.name, self.text, self.mistake) = (name, text, mistake)
    }
  }
}
