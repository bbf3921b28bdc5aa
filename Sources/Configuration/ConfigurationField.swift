import Diagnostics
import Screen

/// The fields of the configuration file: the one table behind the reader, the schema and the reference.
enum ConfigurationField: String, CaseIterable {
  case language, notation, theme, color, ascii, plain, lessons, keys

  /// The values that it can have; nil where there are more than can be listed.
  var choices: [String]? {
    switch self {
    case .language: Language.allCases.map(\.rawValue)
    case .theme: Theme.Name.allCases.map(\.rawValue)
    case .color: ColorChoice.allCases.map(\.rawValue)
    case .ascii, .plain: ["true", "false"]
    case .notation, .lessons, .keys: nil
    }
  }

  var about: Words {
    switch self {
    case .language: Words(en: "the language, whatever the locale says", zh: "语言，不论系统区域设置")
    case .notation: Words(en: "letters of a course or a book, or a file with them", zh: "某门课程或某本书的记号，或记号文件")
    case .theme: Words(en: "colors of the screen", zh: "屏幕配色")
    case .color: Words(en: "whether there are colors", zh: "是否使用颜色")
    case .ascii: Words(en: "formulas and pictures in ASCII only", zh: "公式和图只用 ASCII 字符")
    case .plain: Words(en: "sessions line by line, for screen readers", zh: "逐行进行，便于屏幕阅读器使用")
    case .lessons: Words(en: "folders of lessons, beside this file or with ~", zh: "课程文件夹，相对于本文件，也可用 ~")
    case .keys: Words(en: "other keys for commands, in each context", zh: "各处命令的按键")
    }
  }

  /// How a value is written.
  var form: Words {
    switch self {
    case .language, .theme, .color, .ascii, .plain: Words((choices ?? []).joined(separator: ", "))
    case .notation: Words(en: "a name or a file", zh: "名称或文件")
    case .lessons: Words(en: "a list of folders", zh: "文件夹列表")
    case .keys: Words("{walk: {next: [n, Right]}}")
    }
  }
}
