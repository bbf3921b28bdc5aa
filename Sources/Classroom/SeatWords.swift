package import Diagnostics

/// What is said to a student, line by line and on a whole screen.
package enum SeatWords {
  /// The letter of an option, from 0.
  package static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(0x61 + max(0, min(place, 25)))))
  }

  /// Why something typed was no answer.
  package static func refusal(_ refusal: Seat.Refusal) -> Words {
    switch refusal {
    case .nothingIsAsked: Words(en: "Nothing is asked now.", zh: "现在没有提问。")
    case .notOpen: Words(en: "The vote is not open.", zh: "投票未开放。")
    case .tooLong: Words(en: "That is too long.", zh: "太长了。")
    case .noOption(let count):
      Words(en: "Type a letter from a to \(letter(count - 1)).", zh: "请输入 a 到 \(letter(count - 1)) 的字母。")
    }
  }

  /// How far a question is.
  package static func phase(_ asked: ScreenMessage.Asked) -> Words {
    switch asked.phase {
    case .waiting: Words(en: "The vote is not open yet.", zh: "投票还没有开始。")
    case .open:
      switch (asked.round > 1, asked.options.isEmpty) {
      case (false, true): Words(en: "The vote is open: type your answer.", zh: "投票开始：请输入答案。")
      case (false, false): Words(en: "The vote is open: type a letter.", zh: "投票开始：请输入字母。")
      case (true, true):
        Words(en: "Second vote, after the discussion: type your answer.", zh: "讨论后第二次投票：请输入答案。")
      case (true, false):
        Words(en: "Second vote, after the discussion: type a letter.", zh: "讨论后第二次投票：请输入字母。")
      }
    case .closed: Words(en: "The vote is closed.", zh: "投票已结束。")
    case .revealed: theAnswer
    }
  }

  /// The answer that was given.
  package static func given(_ answer: String) -> Words { Words(en: "Your answer: \(answer). ", zh: "你的答案：\(answer)。") }

  package static let canChange = Words(en: "You can still change it.", zh: "还可以修改。")
  package static let theAnswer = Words(en: "The answer: ", zh: "答案：")
  package static let isLost = Words(
    en: "The connection is lost; your answer is kept and sent again.", zh: "连接中断，答案已保存，恢复后自动发送。")
  package static let isTried = Words(en: "No room answers there yet; trying again …", zh: "还没有连上房间，正在重试……")

  /// How many were right, round after round.
  package static func right(_ result: ResultMessage) -> Words {
    let rounds = result.rounds.map { "\($0.right)/\($0.answered)" }.joined(separator: " → ")
    return Words(en: "Right: \(rounds)", zh: "答对：\(rounds)")
  }
}
