import Diagnostics

/// What can be wrong with a lesson's file and its bytes.
enum TextFault: LessonFault {
  case tooLarge(limit: Int)
  case lineTooLong(limit: Int)
  case tooManyPictures(limit: Int)
  case invalidUTF8
  case controlCharacter(Unicode.Scalar)
  case invisibleCharacter(Unicode.Scalar)
  case disputedWidth(Character)
  case notReadable(Words)
  case noLessons
  case notALesson
  case folderTooLarge(limit: Int)
  case tooManyFiles(limit: Int)

  var words: Sentence {
    switch self {
    case .tooLarge(let limit):
      (
        "too-large", Words(en: "the file has more than \(limit / 1024) KB", zh: "文件超过 \(limit / 1024) KB"),
        Words(en: "split the lesson into several", zh: "请把课程拆成几课")
      )
    case .lineTooLong(let limit):
      (
        "line-too-long", Words(en: "the line has more than \(limit) bytes", zh: "这一行超过 \(limit) 字节"),
        Words(en: "break it into several lines", zh: "请分成几行")
      )
    case .invalidUTF8:
      (
        "invalid-utf8", Words(en: "this byte is not UTF-8", zh: "这个字节不是 UTF-8"),
        Words(en: "save the file as UTF-8", zh: "请把文件存为 UTF-8 编码")
      )
    case .tooManyPictures(let limit):
      (
        "too-many-pictures", Words(en: "'![' more than \(limit) times", zh: "“![”超过 \(limit) 处"),
        Words(en: "a lesson shows no pictures; delete them", zh: "课程不显示图片，请删除")
      )
    case .controlCharacter(let scalar):
      (
        "control-character",
        Words(en: "the control character \(Self.code(scalar))", zh: "含有控制字符 \(Self.code(scalar))"),
        Words(en: "delete it", zh: "请删除")
      )
    case .invisibleCharacter(let scalar):
      (
        "invisible-character",
        Words(en: "the invisible character \(Self.code(scalar))", zh: "含有不可见字符 \(Self.code(scalar))"),
        Words(en: "delete it", zh: "请删除")
      )
    case .disputedWidth(let character):
      (
        "disputed-width",
        Words(en: "terminals do not agree how wide '\(character)' is", zh: "各终端对“\(character)”的显示宽度不一致"),
        Words(en: "what follows it may be shifted; another sign is safer", zh: "它后面的内容可能错位，建议换一个符号")
      )
    case .notReadable(let why): ("not-readable", why, nil)
    case .noLessons:
      (
        "no-lessons", Words(en: "there is no lesson in this folder", zh: "这个文件夹里没有课程"),
        Words(en: "the name of a lesson ends in .en.md or .zh.md", zh: "课程文件名以 .en.md 或 .zh.md 结尾")
      )
    case .notALesson:
      (
        "not-a-lesson", Words(en: "this is no lesson", zh: "这不是课程文件"),
        Words(en: "the name of a lesson ends in .md", zh: "课程文件名以 .md 结尾")
      )
    case .folderTooLarge(let limit):
      (
        "folder-too-large",
        Words(
          en: "the files before this one hold more than \(limit >> 20) MB", zh: "排在它前面的文件已超过 \(limit >> 20) MB"),
        Words(en: "keep lessons in a folder of their own", zh: "请把课程单独放在一个文件夹里")
      )
    case .tooManyFiles(let limit):
      (
        "too-many-files",
        Words(en: "the folder holds more than \(limit) lessons and networks", zh: "文件夹里的课程和网络超过 \(limit) 个"),
        Words(en: "spread them over several folders", zh: "请分放到几个文件夹里")
      )
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
