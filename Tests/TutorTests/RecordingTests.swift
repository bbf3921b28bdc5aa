import Classroom
import Configuration
import Diagnostics
import Lessons
import Networks
import Progress
import Screen
import Testing
import Training

@testable import Tutor

/// Sessions of every activity, recorded, read again and replayed.
@Suite struct RecordingTests {
  private static let keys: [Key] =
    "lhjkGgs]ea0.5-+uHcvodfwpm'x:/nNq?E".map { .character(String($0)) }
    + [.enter, .right, .left, .tab, .escape, .pageDown, .paste("w5=0.4"), .paste("1/3"), .control("r"), .up, .down]

  private static let lesson: LessonCatalogue.Entry? = {
    let text = """
      ---
      bptutor: 1
      id: mine
      lang: en
      title: One question
      skills: [sigmoid]
      requires: [another]
      minutes: 1
      ---
      Words.

      ```ask number id=q1
      prompt: net_h1?
      answer: net_h1
      ```
      """
    let context = LessonContext(otherLessons: ["another"])
    return LessonCatalogue([LessonFile(SourceText(name: "mine.en.md", text))], context: context).entries.first
  }()

  private static func start(_ kind: Activity.Kind) throws -> Start {
    let network = BundledNetworks.default
    let entry = try #require(lesson)
    var start =
      switch kind {
      case .menu: Start(.menu, network: network)
      case .walk: Start(.samples(DataGenerator.xor.dataSet()), network: network, language: .zh)
      case .lesson: Start(.lesson(entry, seed: nil), network: network)
      case .practice: Start(.practice(nil, seed: .max, adapts: true), network: network, notation: .ascii)
      case .training:
        Start(
          .training(title: "xor", epoch: 0, epochs: 50, side: .boundary, begins: true),
          network: DataGenerator.xor.suggestedNetwork())
      case .seat: Start(.seat(RoomCode("f3k9-qa") ?? .random(), first: 1_700_000_000_000), network: network)
      }
    start.library = [entry]
    start.kept = KeptProgress(attempts: [], now: 1_700_000_000_000, notice: kind == .menu ? Words("Kept.") : nil)
    start.now = 77
    return start
  }

  /// What a room shows: a place of the walk, and a question.
  private static func screen(_ stop: Int, isOpen: Bool) -> ScreenMessage {
    var state = State(network: BundledNetworks.default)
    for _ in 0..<stop { _ = state.update(.key(.right)) }
    let asked = ScreenMessage.Asked(
      id: "q\(stop % 3)", prompt: Words("?"), options: stop % 2 == 0 ? [] : [.init(answer: "a", text: Words("one"))],
      round: 1, phase: isOpen ? .open : .closed)
    return ScreenMessage(
      title: Words("t"), lines: .init(en: ["x"], zh: []), question: asked, place: RoomPlace(state)?.text)
  }

  /// A session: random keys, the clock, and the answers to effects.
  private static func events(_ start: Start, _ seed: UInt64) throws -> (events: [Event], state: State) {
    var random = RandomSource(seed: seed)
    var state = State(start)
    var events: [Event] = []
    func send(_ event: Event) {
      events.append(event)
      state.replay(event)
    }
    var run = try #require(TrainingRun(DataGenerator.xor.suggestedNetwork(), data: DataGenerator.xor.dataSet()))
    for step in 0..<120 {
      send(.time(1_000 * step))
      switch random.next() % 9 {
      case 0: send(.seed(random.next()))
      case 1: send(.line(":random 7"))
      case 2 where start.scene != .menu || state.training != nil:
        run.train(epochs: 2)
        // Numbers that are none come back as well.
        if step > 100 {
          var broken = DataGenerator.xor.suggestedNetwork()
          // As the machine makes them of ∞ − ∞: with a sign, which no file has.
          broken.parameters[0] = -Double.nan
          run = try #require(TrainingRun(broken, data: DataGenerator.xor.dataSet()))
        }
        send(.trained(TrainingStatus(run, sample: 1)))
      case 3 where state.training != nil: send(.derivation(TrainingMoment(run, sample: 2)))
      case 4 where state.seat != nil:
        send(.attended(.link(random.next() % 3 == 0 ? .lost : .connected)))
        send(.attended(.screen(Self.screen(Int(random.next() % 50), isOpen: random.next() % 2 == 0))))
      default: send(.key(keys[Int(random.next() % UInt64(keys.count))]))
      }
    }
    return (events, state)
  }

  private static func text(_ start: Start, _ events: [Event], _ end: State?, known: [LessonCatalogue.Entry]) throws
    -> String
  {
    var lines = [try Recording.header(start, Size(columns: 80, rows: 24), program: "test", knowing: known)]
    for (index, event) in events.enumerated() {
      lines.append(try Recording.line(index + 1, at: index * 10, event, knowing: known))
    }
    if let end { lines.append(Recording.footer(events.count + 1, at: events.count * 10, end)) }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test(arguments: [Activity.Kind.menu, .walk, .lesson, .practice, .training, .seat], [UInt64(1), 2])
  func replayingGivesTheSameState(_ kind: Activity.Kind, _ seed: UInt64) throws {
    let start = try Self.start(kind)
    #expect(State(start).kind == kind)
    let (events, state) = try Self.events(start, seed)
    for known in [[], [try #require(Self.lesson)]] {
      let text = try Self.text(start, events, state, known: known)
      let recording = try Recording(reading: Array(text.utf8), knowing: known)
      // Numbers that are none are unequal to themselves: the digest knows them by their bits.
      #expect(recording.state(after: events.count).digest == state.digest)
      #expect(recording.isFaithful == true)
      #expect(recording.steps.count == events.count)
      #expect(text.contains("Words.") == known.isEmpty)
    }
  }

  @Test func whatIsNoRecordingIsRefused() throws {
    let start = try Self.start(.walk)
    let events = [Event.key(.right), .key(.right), .key(.left)]
    let state = State(start)
    let good = try Self.text(start, events, state, known: [])
    let lines = good.split(separator: "\n").map(String.init)
    func fault(_ lines: [String]) -> RecordingFault? {
      do throws(RecordingFault) {
        _ = try Recording(reading: Array(lines.joined(separator: "\n").utf8), knowing: [])
        return nil
      } catch { return error }
    }
    #expect(fault(lines) == nil)
    // Cut off without its end it is still played.
    #expect(fault(Array(lines.dropLast())) == nil)
    let cases: [([String], Int?, String)] = [
      ([], nil, "empty"), (["{}"], 1, "no recording"), (["[1"], 1, ""),
      ([lines[0].replacing("\"version\": 1", with: "\"version\": 2")], 1, "another version"),
      ([lines[0].replacing("\"start\"", with: "\"begin\"")], 1, "missing"),
      // Repeated, left out, out of order, behind the end.
      ([lines[0], lines[1], lines[1]], 3, "event 2"), ([lines[0], lines[2]], 2, "event 1"),
      ([lines[0], lines[2], lines[1]], 2, "event 1"), (lines + [lines[1]], 6, "behind the end"),
      ([lines[0], lines[1].replacing("\"t\": 0", with: "\"t\": -1")], 2, "time"),
      ([lines[0], lines[1], lines[2].replacing("\"t\": 10", with: "\"t\": 1e300")], 3, "time"),
      ([lines[0], lines[1].replacing("right", with: "sideways")], 2, ""),
      ([lines[0], String(lines[1].dropLast(5))], 2, ""),
      ([lines[0].replacing("\"numbers\": [", with: "\"numbers\": [1, ")], 1, "numbers"),
    ]
    for (index, (lines, line, word)) in cases.enumerated() {
      let found = fault(lines)
      #expect(found != nil && found?.line == line, "case \(index): \(found?.message.en.prefix(80) ?? "accepted")")
      #expect(found?.message.en.contains(word) == true && found?.message.zh.isEmpty == false, "case \(index)")
    }
    #expect(fault([String(repeating: "x", count: Recording.Limit.bytes + 1)])?.line == nil)
  }

  /// A forged end is said, and an event that is another gives another state.
  @Test func forgeriesAreNoticed() throws {
    let start = try Self.start(.walk)
    var state = State(start)
    let events = [Event.key(.right), .key(.right)]
    for event in events { state.replay(event) }
    let text = try Self.text(start, events, state, known: [])
    let forged = text.replacing("{\"right\": {}}", with: "{\"left\": {}}")
    #expect(forged != text)
    #expect(try Recording(reading: Array(forged.utf8), knowing: []).isFaithful == false)
  }

  // MARK: Playing

  @Test func aPlayerGoesOnAndBack() throws {
    let start = try Self.start(.practice)
    let (events, state) = try Self.events(start, 3)
    let text = try Self.text(start, events, state, known: [])
    let recording = try Recording(reading: Array(text.utf8), knowing: [])
    var player = Player(recording, speed: 10)
    #expect(player.state == State(start) && player.index == 0)
    for wanted in [1, 100, 65, 64, 63, 0, events.count, 7] {
      player.go(to: wanted)
      #expect(player.index == wanted && player.state.digest == recording.state(after: wanted).digest)
    }
    #expect(player.press(.character("G")) == .goOn && player.index == events.count && player.isAtEnd)
    #expect(player.press(.left) == .goOn && player.index == events.count - 1)
    #expect(player.press(.character("g")) == .goOn && player.index == 0)
    #expect(player.delay == nil)
    player.play()
    #expect(player.delay == 0)
    player.step()
    #expect(player.delay == 1)
    #expect(player.press(.character(" ")) == .goOn && player.delay == nil)
    // To an event by its number; what is no number is not typed.
    for key in [":", "1", "x", "2"] as [Key] { #expect(player.press(key) == .goOn) }
    #expect(player.line(.en).hasPrefix(":12 ") && player.index == 1)
    #expect(player.press(.enter) == .goOn && player.index == 12 && player.typed == nil)
    for key in [":", "5", .escape] as [Key] { #expect(player.press(key) == .goOn) }
    #expect(player.index == 12 && player.typed == nil)
    #expect(player.press(">") == .goOn && player.speed == 20)
    #expect(player.press("<") == .goOn && player.press("<") == .goOn && player.speed == 5)
    #expect(player.press(.control("c")) == .leave)
    #expect(player.press(.character("q")) == .leave)
    #expect(player.press(.enter) == .play(player.state))
  }

  @Test func itStopsBeforeAnAnswer() throws {
    let start = Start(.walk, network: BundledNetworks.default)
    let events: [Event] = [.key(.right), .line(":ask"), .line("0.3"), .key(.right)]
    let text = try Self.text(start, events, nil, known: [])
    var player = Player(try Recording(reading: Array(text.utf8), knowing: []))
    player.play()
    player.step()
    #expect(player.isPlaying)
    player.step()
    #expect(!player.isPlaying && player.index == 2 && player.state.asking?.tries.isEmpty == true)
    #expect(player.line(.en).contains("What do you say?"))
    player.play()
    player.step()
    player.step()
    #expect(!player.isPlaying && player.line(.en).contains("cut off"))
  }
}
