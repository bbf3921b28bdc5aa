import Diagnostics

/// What does not fit on a screen of 80×24.
enum RoomFault: LessonFault {
  case tooTall(rows: Int, limit: Int)
  case textTooLong(String, rows: Int, limit: Int)

  var words: Sentence {
    switch self {
    case .tooTall(let rows, let limit):
      (
        "too-tall",
        Words(
          en: "this screen takes \(rows) rows, and a terminal of 80×24 has room for \(limit)",
          zh: "这一屏占 \(rows) 行，而 80×24 的终端只容得下 \(limit) 行"),
        Words(en: "put <!-- pause --> in between", zh: "请在中间加 <!-- pause -->")
      )
    case .textTooLong(let name, let rows, let limit):
      (
        "text-too-long",
        Words(
          en: "'\(name)' takes \(rows) rows, \(limit) are the most", zh: "“\(name)”占 \(rows) 行，最多 \(limit) 行"), nil
      )
    }
  }
}
