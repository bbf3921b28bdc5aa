import Configuration
import Diagnostics
import Expressions
import LessonTesting
import Lessons
import Networks
import Screen
import Testing
import Traces
import TutorViews

@testable import Tutor

/// A presentation on two screens: the presenter's own follows the room's and drives it; nothing is lost.
struct TwoScreensTests {
  typealias Sight = PresentingTests.Sight

  private static let size = Size(columns: 80, rows: 24)

  /// Two screens, joined as the program joins them.
  struct Pair {
    var room: State
    var notes: State
    /// All that has happened on the room's screen.
    private(set) var events: [Event] = []
    let start: Start

    init(_ scene: Start.Scene, _ library: [LessonCatalogue.Entry] = [], _ language: Language = .en, now: Int = 5_000) {
      var start = Start(.room(scene, .projector), network: BundledNetworks.default)
      (start.library, start.now) = (library, now)
      self.start = start
      room = State(start)
      var own = start
      (own.scene, own.language, own.now) = (.room(scene, .notes(.own)), language, now + 60_000)
      notes = State(own)
      _ = notes.update(.presented(.joined(start)))
    }

    /// Something happens on the room's screen.
    @discardableResult
    mutating func happen(_ event: Event) -> [Effect] {
      events.append(event)
      let effects = room.update(event)
      #expect(notes.update(.presented(.happened(event))) == [])
      return effects
    }

    mutating func press(_ keys: Key...) { for key in keys { happen(.key(key)) } }

    /// A key on the presenter's own screen; what it sends.
    @discardableResult
    mutating func pressOnNotes(_ key: Key) -> [Key] {
      var sent: [Key] = []
      for effect in notes.update(.key(key)) {
        guard case .send(let keys) = effect else { continue }
        sent += keys
        happen(.presented(.keys(keys)))
      }
      return sent
    }

    @discardableResult
    mutating func typeOnNotes(_ text: String) -> [Key] {
      text.flatMap { pressOnNotes(.character(String($0))) }
    }
  }

  private func pair(_ language: Language = .en, seed: UInt64? = nil) throws -> Pair {
    let entry = try #require(SampleLessons.everyKind)
    return Pair(.lesson(entry, seed: seed), [entry], language)
  }

  private func lines(_ state: State) -> [String] { View.render(state, Self.size).lines }

  private func expectSame(_ pair: Pair, _ place: String) {
    #expect(Sight(pair.notes) == Sight(pair.room), "\(place)")
    #expect(pair.notes.kind == pair.room.kind, "\(place)")
  }

  // MARK: Following

  /// It follows every key of the room's screen, to questions, answers, parts and the end, and back, in its own language.
  @Test(arguments: Language.allCases, [nil, UInt64(7)])
  func theNotesScreenFollows(_ language: Language, _ seed: UInt64?) throws {
    var pair = try pair(language, seed: seed)
    expectSame(pair, "the beginning")
    #expect(pair.notes.presentation?.side == .notes(.projector))
    #expect(pair.notes.presentation?.began == 5_000)
    for click in 0..<200 where pair.room.lesson?.isAtEnd == false {
      pair.press(.pageDown)
      expectSame(pair, "click \(click)")
      #expect(pair.notes.language == language)
    }
    #expect(pair.notes.lesson?.isAtEnd == true)
    for click in 0..<30 {
      pair.press(.pageUp)
      expectSame(pair, "click back \(click)")
    }
    pair.press("w")
    pair.press(.pageDown)
    expectSame(pair, "the walk")
    #expect(lines(pair.notes).contains { $0.contains(language == .en ? "The room sees the walk." : "教室屏幕上是推导。") })
    pair.press(.escape, .escape, ".")
    expectSame(pair, "dark")
    #expect(pair.notes.presentation?.isBlank == true)
    #expect(lines(pair.notes).contains { !$0.isEmpty })
    // The room may speak another language, which is not this screen's.
    pair.press(":")
    for character in "lang zh" { pair.press(.character(String(character))) }
    pair.press(.enter)
    #expect(pair.notes.language == language)
    for (lead, words) in [(Presentation.Lead.ended, "has ended"), (.gone, "is gone")] {
      _ = pair.notes.update(.presented(.lead(lead)))
      #expect(pair.notes.presentation?.side == .notes(lead))
      if language == .en { #expect(lines(pair.notes).contains { $0.contains(words) }) }
    }
  }

  @Test func theWalkIsFollowedFromItsBeginningToItsEnd() throws {
    var pair = Pair(.walk, [], .zh)
    let count = pair.room.walk.stops.count
    #expect(count > 20)
    for click in 1..<count {
      let value = pair.room.walk.trace.value(of: pair.room.walk.step)
      if pair.room.walk.stop.stage != .value, pair.room.walk.step.kind != .chain {
        // The presenter has the value before the room has.
        let name = pair.room.walk.network.architecture.text(of: pair.room.walk.step.quantity, .unicode)
        let text = Expression.number(value).text(.unicode, numberDigits: 6)
        #expect(lines(pair.notes).contains { $0.contains("\(name) = \(text)") }, "\(name) at \(click)")
      }
      pair.press(.pageDown)
      #expect(pair.room.walk.index == click)
      expectSame(pair, "click \(click)")
    }
    pair.press(.pageUp)
    #expect(pair.room.walk.index == count - 2)
  }

  // MARK: Driving

  @Test func theNotesDriveTheRoom() throws {
    var pair = try pair(.zh)
    #expect(pair.pressOnNotes(.pageDown) == [.pageDown])
    #expect(pair.room.asking?.isSettled == false)
    expectSame(pair, "a click")
    // What is typed is seen by the room when it is finished.
    #expect(pair.typeOnNotes("a-1.55") == [])
    #expect(pair.room.asking?.tries == [] && pair.room.prompt == nil)
    #expect(lines(pair.notes).last?.contains("-1.55") == true)
    #expect(pair.pressOnNotes(.enter).count == 7)
    #expect(pair.room.asking?.tries.map(\.text) == ["-1.55"])
    expectSame(pair, "an answer")
    // What is given up is not sent.
    #expect(pair.typeOnNotes(":set") == [])
    #expect(pair.pressOnNotes(.escape) == [])
    expectSame(pair, "given up")
    #expect(pair.pressOnNotes(".") == ["."])
    #expect(pair.room.presentation?.isBlank == true)
    #expect(pair.pressOnNotes(.pageUp) == [.pageUp])
    #expect(pair.room.presentation?.isBlank == false)
  }

  /// Help and the list of screens are this screen's; where one goes from there, the room does.
  @Test func pagesAreLookedAtInPrivate() throws {
    var pair = try pair()
    #expect(pair.pressOnNotes("5") == [])
    #expect(pair.pressOnNotes("G") == ["5", "G"])
    #expect(pair.room.lesson?.screen == 4)
    #expect(pair.pressOnNotes("g") == ["g"])
    #expect(pair.pressOnNotes("?") == [])
    #expect(pair.room.page == .walk && lines(pair.notes)[0].contains("help"))
    #expect(pair.pressOnNotes(.escape) == [])
    #expect(pair.pressOnNotes("o") == [])
    #expect(pair.pressOnNotes(.down) == [])
    #expect(pair.pressOnNotes(.down) == [])
    #expect(pair.pressOnNotes(.enter).count == 4)
    #expect(pair.room.lesson?.screen == 2 && pair.room.page == .walk)
    expectSame(pair, "screen 3")
  }

  /// A line that was begun for one question is not given to the next one.
  @Test func whatTheRoomHasLeftBehindIsNotSent() throws {
    var pair = try pair()
    pair.press(.pageDown)
    pair.typeOnNotes("a-0.96")
    pair.press(.pageDown, .pageDown)
    #expect(pair.pressOnNotes(.enter) == [])
    #expect(pair.room.asking?.tries == [])
    #expect(lines(pair.notes).last?.contains("nothing was sent") == true)
  }

  @Test func theNotesAreLeftAloneAndTheWalkIsLeftFromThere() throws {
    var pair = try pair()
    #expect(pair.notes.update(.key("q")) == [.quit])
    #expect(pair.pressOnNotes("w") == ["w"])
    #expect(pair.room.kind == .walk)
    #expect(pair.pressOnNotes("q") == ["q"])
    #expect(pair.room.kind == .lesson)
  }

  @Test func longNotesScroll() throws {
    let words = (1...60).map { "Word\($0) of a note that is long." }.joined(separator: " ")
    let text = """
      ---
      bptutor: 1
      id: long
      title: Long
      skills: [sigmoid]
      minutes: 1
      lang: en
      ---
      Words.
      <!-- note: \(words) -->
      <!-- pause -->
      More.
      """
    let entry = try #require(SampleLessons.entry([("long.en.md", text)]))
    var pair = Pair(.lesson(entry, seed: nil), [entry])
    func sees(_ text: String) -> Bool { lines(pair.notes).contains { $0.contains(text) } }
    #expect(sees("Word1 ") && !sees("Word60 ") && !sees("Next"))
    #expect(sees("more rows"))
    for _ in 0..<100 { #expect(pair.pressOnNotes(.down) == []) }
    #expect(sees("Word60 ") && sees("Next") && !sees("Word1 ") && !sees("more rows"))
    #expect(pair.room.lesson?.screen == 0)
    // A new screen is seen from its beginning.
    pair.press(.pageDown, .pageUp)
    #expect(sees("Word1 "))
  }

  // MARK: Nothing is lost

  @Test func leavingIsAskedFor() throws {
    var pair = try pair()
    pair.press(.pageDown)
    let sight = Sight(pair.room)
    for no in [Key.escape, "x", " "] {
      #expect(pair.happen(.key("q")) == [])
      #expect(lines(pair.room).last?.contains("Leave the presentation?") == true)
      #expect(pair.happen(.key(no)) == [])
      #expect(Sight(pair.room) == sight && pair.room.presentation?.asks == nil)
    }
    // A clicker goes on.
    pair.press("q", .pageDown)
    #expect(Sight(pair.room) != sight && pair.room.presentation?.asks == nil)
    for yes in [Key.enter, "q", "y", .control("c")] {
      var state = pair.room
      #expect(state.update(.key("q")) == [])
      #expect(state.update(.key(yes)) == [.quit], "\(yes)")
    }
    // Twice Ctrl-C leaves, as everywhere.
    #expect(pair.room.update(.key(.control("c"))) == [])
    #expect(pair.room.update(.key(.control("c"))) == [.quit])
  }

  @Test(arguments: ["everything", "a walk"]) func aCrashLosesNothing(_ what: String) throws {
    var pair = what == "a walk" ? Pair(.walk) : try pair()
    for _ in 0..<9 { pair.press(.pageDown) }
    pair.press("w")
    pair.press(.pageDown)
    let run = PresentationRun(pair.start, pair.events)
    #expect(run.work == [])
    var state = run.state
    #expect(state == pair.room)
    _ = state.update(.time(90_000))
    _ = state.update(.presented(.resumed(began: 5_000)))
    #expect(lines(state).last?.contains("Left here after 1:25.") == true)
    #expect(state.presentation?.began == 5_000)
    // After a long break the clock goes on as if it had stood still.
    var later = run.state
    _ = later.update(.time(9_000_000))
    _ = later.update(.presented(.resumed(began: 9_000_000 - 85_000)))
    #expect(lines(later).last?.contains("Left here after 1:25.") == true)
    var goneOn = state
    #expect(goneOn.update(.key(.pageDown)) == [])
    #expect(goneOn.presentation?.asks == nil && Sight(goneOn) == Sight(pair.room))
    #expect(state.update(.key("n")) == [])
    #expect(state.presentation?.began == 90_000 && state.presentation?.asks == nil)
    var fresh = Pair(pair.what, pair.room.library).room
    _ = fresh.update(.time(90_000))
    #expect(Sight(state) == Sight(fresh) && state.lesson?.screen == fresh.lesson?.screen)
  }

  /// The author mends the running lesson: the room stays where it is, also while it looks at the walk.
  @Test(arguments: [false, true]) func aSavedEditReachesTheRoom(_ isAway: Bool) throws {
    let old = try #require(SampleLessons.everyKind)
    let files = SampleLessons.files.map {
      ($0.key, $0.value.replacing("A first screen of words.", with: "Quite other words."))
    }
    let new = try #require(SampleLessons.entry(files))
    var pair = try pair()
    pair.press(.pageDown)
    if isAway { pair.press("w") }
    pair.happen(.presented(.faults(2)))
    #expect(lines(pair.notes).contains { $0.contains("The saved file has 2 faults") })
    pair.happen(.revised(new))
    if isAway { pair.press(.escape, .escape) }
    #expect(!lines(pair.notes).contains { $0.contains("faults") })
    #expect(pair.room.kind == .lesson && pair.room.lesson?.ask?.id == "net")
    pair.press(.pageUp)
    expectSame(pair, "the new text")
    #expect(lines(pair.room).contains { $0.contains("Quite other words.") })
    // It is still a room's: every screen can be gone to, and a click answers.
    pair.press("G")
    #expect(pair.room.lesson?.isAtEnd == true)
    #expect(old.id == new.id)
  }
}

extension TwoScreensTests.Pair {
  /// What is presented.
  fileprivate var what: Start.Scene { if case .room(let scene, _) = start.scene { scene } else { start.scene } }
}
