package import Classroom
import Diagnostics
import Questions

/// Votes of a room that takes part: put, closed, put once more after the discussion, and then the answer.
extension State {
  /// The room; nil where it only watches.
  package var room: RoomState? { presentation?.room }

  /// What was put to the room of the question at hand; nil where it was not.
  package var put: RoomState.Put? { ballotKey.flatMap { room?.votes[$0] } }

  /// What this screen may show of the vote on the question at hand: the presenter's own all that is closed, the room's both
  /// votes once the second one is closed, and either once the answer is out.
  package var shownRounds: [Distribution] {
    guard let put, let presentation else { return [] }
    let vote = put.vote
    let closed = vote.isOpen ? vote.round - 1 : vote.round
    let isOut = asking?.isSettled == true || vote.round == 2 && !vote.isOpen
    guard closed > 0, presentation.isNotesScreen && !presentation.isHearing || isOut else { return [] }
    return (1...closed).map { put.distribution(ofRound: $0) }
  }

  mutating func hear(_ news: RoomNews) {
    switch news {
    case .door(let door):
      if presentation?.room == nil { presentation?.room = RoomState(door) } else { presentation?.room?.door = door }
    case .link(let link): presentation?.room?.link = link
    case .answers(let answers): presentation?.room?.take(Array(answers.prefix(Self.maxAnswers)))
    case .refused(let count): presentation?.room?.refused = max(0, min(count, RoomState.maxCount))
    case .here(let count): presentation?.room?.here = max(0, min(count, Vote.maxStudents))
    }
  }

  /// More answers than a room gives at once.
  private static let maxAnswers = 100_000

  /// Puts the question to the room, closes the vote, or puts it once more.
  mutating func pressVote() {
    guard let key = ballotKey, let asking, !asking.isSettled else {
      return tellRoom(Words(en: "Nothing is asked here.", zh: "这里没有提问。"))
    }
    guard var put = presentation?.room?.votes[key] else {
      // What the answer is judged by is what the room sees now.
      let vote = Vote(RoomTopic.name(of: key))
      let questions = (
        en: spoken(in: .en).asking?.current ?? asking.current, zh: spoken(in: .zh).asking?.current ?? asking.current
      )
      presentation?.room?.votes[key] = RoomState.Put(vote: vote, questions: questions, part: asking.part)
      presentation?.room?.latest = key
      return
    }
    if put.vote.isOpen {
      put.vote.close()
      presentation?.countdown = nil
    } else if put.vote.askAgain() {
      presentation?.room?.latest = key
    } else {
      return tellRoom(
        Words(en: "Both votes are in: the next click shows the answer.", zh: "两次投票都已结束，再前进即揭晓答案。"))
    }
    presentation?.room?.votes[key] = put
  }

  private mutating func tellRoom(_ words: Words) { reply = .notice(words) }

  /// A click while a vote is open closes it, since the answer must not come out in between; false where none is open.
  mutating func closesVote() -> Bool {
    guard put?.vote.isOpen == true else { return false }
    presentation?.room?.close()
    presentation?.countdown = nil
    return true
  }

  /// A vote ends with the countdown, and when its question is left or answered.
  mutating func settleVotes() {
    guard let room else { return }
    if room.open != nil {
      let isOver = presentation?.countdown?.end.map { $0 <= now } == true
      if isOver || room.latest != ballotKey || asking?.isSettled == true { presentation?.room?.close() }
    }
    if let key = ballotKey, room.votes[key]?.isRevealed == false, asking?.isSettled == true {
      presentation?.room?.votes[key]?.isRevealed = true
    }
  }
}
