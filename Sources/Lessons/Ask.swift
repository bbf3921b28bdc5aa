package import Expressions
package import Networks
package import Skills

/// A question, and everything by which its answers are judged and helped.
package struct Ask: Equatable, Sendable {
  package let id: String
  package let prompt: String
  package let kind: Kind
  /// The vaguest first.
  package let hints: [String]
  /// Mistakes that the author foresees beside the catalogue's.
  package let wrong: [WrongAnswer]
  package let mode: Mode
  /// The skills that this question practises; those of the lesson where it names none.
  package let skills: [Skill]
  package internal(set) var setting: Setting
  /// How long a room has for it; nil where the author does not say.
  package let seconds: Int?
  /// The question as its author wrote it, where numbers of the author's own were drawn; at most one.
  var undrawn: [Ask] = []

  package init(
    id: String, prompt: String, kind: Kind, hints: [String] = [], wrong: [WrongAnswer] = [], mode: Mode = .practice,
    skills: [Skill] = [], setting: Setting = Setting(), seconds: Int? = nil
  ) {
    self.id = id
    self.prompt = prompt
    self.kind = kind
    self.hints = hints
    self.wrong = wrong
    self.mode = mode
    self.skills = skills
    self.setting = setting
    self.seconds = seconds
  }

  /// How a screen's question is meant: as practice, a prediction or a test.
  package enum Mode: String, CaseIterable, Sendable {
    /// A prediction: answered before the reveal, not scored.
    case guess
    case practice
    /// Scored, and no hints.
    case test
  }

  /// What is asked, with what only questions of that kind have.
  package enum Kind: Equatable, Sendable {
    /// A value; the tolerance is relative.
    case number(Expression, tolerance: Double)
    /// A formula that uses no other names than `symbols`, if there are any.
    case expression(Expression, symbols: [String])
    /// The sign of a value.
    case sign(Expression)
    case choice([Option])
    /// The chain of a gradient is to be built from tiles, so many of which do not belong.
    case chain(Quantity, distractors: Int)
    /// A worked derivation with some factors left out.
    case faded(Quantity, blank: [Quantity])
    /// A derivation with one wrong line, and reasons to choose from.
    case bug(Derivation)
    /// An opinion among several: none is right or wrong.
    case poll([Option])
    /// The learner's own words, which are kept for the instructor.
    case text
  }

  /// A choice, and what is said of it.
  package struct Option: Equatable, Sendable {
    package let text: String
    /// Whether it is right, which may hang on the numbers.
    package let right: Truth
    package let say: String?
    /// The id of the block to go on with after it; nil for the next screen.
    package let goto: String?

    package init(text: String, right: Truth, say: String?, goto: String? = nil) {
      (self.text, self.right, self.say, self.goto) = (text, right, say, goto)
    }
  }

  /// A wrong answer that the author foresaw, and what is said of it.
  package struct WrongAnswer: Equatable, Sendable {
    package let when: Expression
    package let say: String
  }

  /// Someone's work with a mistake in it.
  package struct Derivation: Equatable, Sendable {
    package let lines: [Equation]
    /// The index of the wrong line, from 0.
    package let bug: Int
    package let reasons: [Option]
    /// The mistake's id in the catalogue.
    package let mistake: MistakeID?
  }

  /// A line of a derivation, left = right.
  package struct Equation: Equatable, Sendable {
    package let left: Expression
    package let right: Expression

    package init(left: Expression, right: Expression) { (self.left, self.right) = (left, right) }
  }
}
