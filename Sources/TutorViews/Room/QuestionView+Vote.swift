import Classroom
import Diagnostics
import Screen
import Tutor

/// The vote on a question: how far it is, and what came of it.
extension QuestionView {
  /// Below the question; nothing where the room was not asked.
  func voteRows(_ asking: Asking, _ columns: Int) -> [TextRow] {
    guard let put = state.put, let room = state.room else { return [] }
    var rows: [TextRow] = []
    if !asking.isSettled {
      let (answered, all) = (put.vote.answered, max(put.vote.answered, room.here))
      let words: Words
      switch (put.vote.isOpen, put.vote.round) {
      case (true, 1): words = Words(en: "Vote: \(answered) of \(all) answered", zh: "投票：\(all) 人中 \(answered) 人已答")
      case (true, _):
        words = Words(en: "Second vote: \(answered) of \(all) answered", zh: "第二次投票：\(all) 人中 \(answered) 人已答")
      case (false, _):
        words = Words(en: "The vote is closed: \(answered) of \(all) answered", zh: "投票结束：\(all) 人中 \(answered) 人已答")
      }
      rows += wrapped(type[words], columns, Style(put.vote.isOpen ? .lit : .faint, bold: put.vote.isOpen))
    }
    // Options have their bars beside them.
    let rounds = state.shownRounds
    if put.optionCount == 0, !rounds.isEmpty { rows += VoteRows(rounds: rounds, type: type).rows(columns: columns) }
    return rows
  }
}
