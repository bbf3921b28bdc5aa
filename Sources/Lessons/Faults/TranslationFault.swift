import Diagnostics

/// How a lesson's two languages can differ where they must not.
enum TranslationFault: LessonFault {
  case missingTranslation(String, Language)
  case untranslatedField(String, Language)
  case translationDiffers(String, Language)
  case entryCountDiffers(String, Language, count: Int)

  var words: Sentence {
    switch self {
    case .missingTranslation(let id, let language):
      (
        "missing-translation",
        Words(
          en: "the \(Self.name(language).en) file has no block '\(id)'", zh: "\(Self.name(language).zh)文件里没有块“\(id)”"),
        nil
      )
    case .untranslatedField(let name, let language):
      (
        "untranslated-field",
        Words(
          en: "'\(name)' is only in the \(Self.name(language).en) file",
          zh: "“\(name)”只写在\(Self.name(language).zh)文件里"),
        nil
      )
    case .translationDiffers(let name, let language):
      (
        "translation-differs",
        Words(
          en: "'\(name)' differs from the \(Self.name(language).en) file", zh: "“\(name)”与\(Self.name(language).zh)文件不同"
        ),
        Words(en: "translations differ in their text only; leave the field out", zh: "译文只应有文字不同，此字段可以不写")
      )
    case .entryCountDiffers(let name, let language, let count):
      (
        "entry-count-differs",
        Words(
          en: "'\(name)' has \(count) entries in the \(Self.name(language).en) file",
          zh: "\(Self.name(language).zh)文件里的“\(name)”有 \(count) 项"), nil
      )
    }
  }

  private static func name(_ language: Language) -> Words {
    switch language {
    case .en: Words(en: "English", zh: "英文")
    case .zh: Words(en: "Chinese", zh: "中文")
    }
  }
}
