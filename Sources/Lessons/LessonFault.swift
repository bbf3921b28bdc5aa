import Diagnostics

/// What can be wrong with a lesson file; the sentences for it stand in `LessonFault+Words.swift`.
enum LessonFault {
  // The text as such.
  case tooLarge(limit: Int)
  case lineTooLong(limit: Int)
  case tooManyPictures(limit: Int)
  case invalidUTF8
  case controlCharacter(Unicode.Scalar)
  case invisibleCharacter(Unicode.Scalar)
  case notReadable(Words)
  case noLessons
  case notALesson
  case folderTooLarge(limit: Int)
  case tooManyFiles(limit: Int)

  // Markdown.
  case missingFrontMatter
  case unclosedFrontMatter
  case tooManyElements(limit: Int)
  case tooManyBlocks(Words, limit: Int)
  case markdownTooDeep(limit: Int)
  case unclosedBlock
  case nestedBlock
  case html
  case literalEmphasis(String, isClosing: Bool, isCode: Bool)
  case misspelledComment(String, nearest: String)
  case unknownBlock(String, nearest: String)
  case missingQuestionKind
  case unknownQuestion(String, nearest: String?)
  case malformedAttribute(String)

  // YAML.
  case yamlTooLarge(limit: Int)
  case yamlTooDeep(limit: Int)
  case yamlTooMany(limit: Int)
  case yamlSyntax(String)
  case yamlTag
  case yamlAnchor
  case yamlAlias
  case yamlDocuments
  case yamlKey
  case notAMapping

  // Fields.
  case unknownField(String, nearest: String?)
  case misplacedField(String, belongsInHeader: Bool)
  case duplicateField(String)
  case missingField(String)
  case wrongKind(String, expected: Words)
  case listTooLong(String, limit: Int)
  case emptyText(String)
  case emptyList(String)
  case unusableID(String)
  case outOfRange(String, ClosedRange<Int>)
  case toleranceOutOfRange
  case unsupportedVersion(Int)
  case unknownChoice(String, String, of: [String], nearest: String?)

  // Names.
  case languageDiffers(name: String, field: String)
  case duplicateID(String, line: Int)
  case duplicateLesson(String, other: String)
  case unknownLesson(String, nearest: String?)
  case cycle([String])
  case unknownSkill(String, nearest: String?)
  case unknownMistake(String, nearest: String?)
  case unknownNetwork(String, nearest: String?)
  case networkPath(String)
  case unusableNetwork(String, Words)
  case unknownQuantity(String, nearest: String?)
  case notGiven(String)
  case notDerived(String)
  case notAGradient(String)
  case afterItself(String)
  case notAFactor(String, of: String)

  // Answers.
  case notFinite(String)
  case answerFailsItself
  case symbolNotAllowed(String, allowed: [String])
  case noRightOption
  case rightIsWrong
  case shadowedWrong(line: Int)
  case malformedCondition
  case notAnEquation
  case bugLineMissing(count: Int)
  case bugHolds(line: Int)
  case lineFails(line: Int)
  case goalUnreachable
  case startOutOfRange(String)

  // Languages and screens.
  case missingTranslation(String, Language)
  case untranslatedField(String, Language)
  case translationDiffers(String, Language)
  case entryCountDiffers(String, Language, count: Int)
  case tooTall(rows: Int, limit: Int)
  case textTooLong(String, rows: Int, limit: Int)

  /// The fault at its place in the file.
  func diagnostic(at range: Range<Int>) -> Diagnostic {
    let (id, message, help) = words
    return Diagnostic(id: "lesson." + id, range: range, message: message, help: help)
  }
}
