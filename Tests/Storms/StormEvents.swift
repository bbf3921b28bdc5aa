import Classroom
import Diagnostics
import Formats
import LessonTesting
import Lessons
import Networks
import RandomNetworks
import Screen
import Tutor
import TutorViews

/// What may happen next: keys and lines that mean something more often than noise.
enum StormEvents {
  static func random(_ state: State, _ library: [LessonCatalogue.Entry], _ random: inout RandomSource) -> Event {
    switch Int.random(in: 0..<33, using: &random) {
    case 0..<13: return .key(keys.randomElement(using: &random) ?? .escape)
    case 13, 14: return .key(.enter)
    case 15, 16: return .key(.right)
    case 17, 18: return .line(words.randomElement(using: &random) ?? "")
    case 19, 20:
      guard let answer = state.asking.flatMap(RightAnswer.text) else { return .key(.pageDown) }
      return .line(answer)
    case 21: return .line(":\(Command.allCases.randomElement(using: &random)?.rawValue ?? "")")
    case 22: return edit(state, &random)
    case 23:
      let size = Size(columns: 80, rows: 24)
      let place = Point(column: Int.random(in: 0..<80, using: &random), row: Int.random(in: 0..<24, using: &random))
      return View.event(at: place, state, size) ?? .key(.click(place))
    case 24: return .choose(item: Int.random(in: -1...40, using: &random))
    case 25: return .goTo(stop: Int.random(in: -5...300, using: &random))
    case 26: return .seed(random.next())
    case 27: return .line(noise(&random))
    case 28: return .presented(news(state, &random))
    case 29:
      guard let entry = library.randomElement(using: &random) else { return .printed }
      return Int.random(in: 0..<4, using: &random) == 0 ? .revised(entry) : .line(":lesson \(entry.id)")
    case 31: return .attended(seatNews(state, &random))
    case 30: return .banner(Bool.random(using: &random) ? nil : Words(en: "not saved", zh: "未保存"))
    default: return .key(.paste(noise(&random)))
    }
  }

  /// The bytes of a file that was asked for; nil where there is none.
  static func file(_ random: inout RandomSource) -> [UInt8]? {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: nil
    case 1: Array(NetworkFile.json(RandomNetworks.network(random.next() % 50)).oneLine.utf8)
    default: Array(noise(&random).utf8)
    }
  }

  private static let keys: [Key] =
    "lhjkHcp=gGsSmnN'a:/weE+-uvo?][dfyxbtqiCDPRVr0123456789.,*()".map { .character(String($0)) } + [
      .tab, .backTab, .enter, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete,
      .control("r"), .control("a"), .control("k"), .control("y"), .control("w"), .control("t"), .control("u"),
      .control("c"), .control("l"), .meta("b"), .meta("d"), .meta("f"), .wheelUp, .wheelDown, .function(1), .insert,
      .character("："), .character("é"), .character("中"), .character("\u{301}"), .character(""),
    ]

  private static let words = [
    ":next", ":back 3", ":goto 7", ":walk dE/db1", ":walk w1 w2", ":why", ":values", ":help", ":random 3", ":reset",
    ":undo", ":redo", ":lang", ":find out", ":overview", ":network mazur-2-2-2", ":network 2-2-1", ":diff E by w1",
    "E", "dE/dw1", "w1+", "w1=0.5", "x0 = 1/3", "eta=0.1", "set w1=1e300", "set w1=1/0", "w99=1", "((((", "1+",
    ":skip", ":factor", ":last", ":first", ":diff w1+ by w1", "∂E/∂w1", ":diff E*E by x0", "", ":view delta",
    ":view factors", ":sample", ":sample 2", ":batch 1-3", ":batch off", ":samples", ":train 3", ":train 200000",
    ":check", ":fold", ":fold w1", ":notation zhou", ":notation z-a", ":derivation", ":compare", ":predict on",
    ":ask sign", ":ask paths", ":ask Which? | w5 | w6*", ":ask now? | yes | no", ":ask out_h1*w5", ":quit", "0.5",
    "-0.0349", "right", "1", "2", "因为", ":network nothing.json",
  ]

  /// Text without sense, signs from everywhere in it.
  private static func noise(_ random: inout RandomSource) -> String {
    let signs = Array("0123456789abcdefw+-*/^()=.,:; ∂δη中·\u{1B}\u{202E}\u{200D}\u{9B}\"'{}[]")
    let count = Int.random(in: 0...40, using: &random)
    return String((0..<count).compactMap { _ in signs.randomElement(using: &random) })
  }

  private static func edit(_ state: State, _ random: inout RandomSource) -> Event {
    let network = state.walk.network
    let quantity = network.givenQuantities.randomElement(using: &random) ?? .learningRate
    let value = (random.next(in: -2...2) * 100).rounded() / 100
    return .line("\(network.architecture.name(of: quantity))=\(value)")
  }

  /// What a student's terminal hears: the screen of a presentation that is anywhere, or nonsense.
  private static func seatNews(_ state: State, _ random: inout RandomSource) -> SeatNews {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .link([.connecting, .connected, .lost].randomElement(using: &random) ?? .lost)
    case 1:
      var result = ResultMessage(Vote("q"), options: 0, answer: .init(en: [], zh: [noise(&random)])) { Words($0) }
      result.answers = [noise(&random): Int.random(in: -1...2, using: &random)]
      return .result(result)
    default:
      let network = RandomNetworks.network(random.next() % 50)
      var shown = State(Start(.room(.walk, .projector), network: network))
      for _ in 0..<Int.random(in: 0...20, using: &random) { _ = shown.update(.key(.pageDown)) }
      var screen = RoomScreen.message(shown)
      if Bool.random(using: &random) { screen.place = noise(&random) }
      let options = (0..<Int.random(in: 0...4, using: &random)).map {
        ScreenMessage.Choice(answer: "\($0)", text: Words(noise(&random)))
      }
      let phases: [ScreenMessage.Phase] = [.waiting, .open, .open, .closed, .revealed]
      screen.question = ScreenMessage.Asked(
        id: "q", prompt: Words(noise(&random)), options: options, round: Int.random(in: 0...2, using: &random),
        phase: phases.randomElement(using: &random) ?? .open)
      return .screen(screen)
    }
  }

  private static func news(_ state: State, _ random: inout RandomSource) -> PresentationNews {
    switch Int.random(in: 0..<11, using: &random) {
    case 10: return .big([LargeText.lines, .sized, .spaced, nil].randomElement(using: &random) ?? nil)
    case 0: return .resumed(began: Int.random(in: -1_000_000...1_000_000, using: &random))
    case 1: return .keys([keys.randomElement(using: &random) ?? .escape, .enter])
    case 2: return .size(Size(columns: Int.random(in: 0...300, using: &random), rows: 24))
    case 3: return .faults(Int.random(in: -1...9, using: &random))
    case 4:
      guard let code = RoomCode("f3k9-qa") else { return .faults(0) }
      return .room(.door(RoomDoor(code: code, address: "http://192.0.2.7/f3k9-qa", picture: [])))
    case 5: return .room(.link([.connecting, .connected, .lost].randomElement(using: &random) ?? .lost))
    case 6: return .room(.here(Int.random(in: -1...400, using: &random)))
    case 7: return .room(.refused(Int.random(in: 0...9, using: &random)))
    default:
      let question = RoomTopic.name(of: state.questionKey ?? "other")
      let right = state.asking.flatMap(RightAnswer.text) ?? "1"
      let answers = (0..<Int.random(in: 1...30, using: &random)).map { number in
        RoomAnswer(
          question: question, student: "student-of-a-test-\(number)", round: Int.random(in: 0...3, using: &random),
          number: Int.random(in: -1...9, using: &random),
          text: Bool.random(using: &random) ? right : noise(&random))
      }
      return .room(.answers(answers))
    }
  }
}
