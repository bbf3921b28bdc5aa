import Diagnosis
import Diagnostics
import LessonTesting
import Lessons
import Networks
import Progress
import Questions
import Screen
import Testing
import TutorViews

@testable import Tutor

/// What format 2 does while a lesson runs: light, ways, opinions, words of one's own, a room's time.
struct FormatTwoRunTests {
  private static let text = """
    ---
    bptutor: 2
    id: two
    title: Two
    let: {k: [2, 9]}
    lang: en
    ---
    Take {k}.
    <!-- light: [dE/dw1] -->
    <!-- pause -->
    ```ask poll id=p
    prompt: How sure are you?
    options: [{text: very, goto: t}, {text: not at all, say: Then read on.}]
    seconds: 20
    ```
    ```ask number id=n
    prompt: What is {k}·net_h1?
    answer: k*net_h1
    ```
    ```show plot
    of: loss
    over: w5
    ```
    ```ask text id=t
    prompt: Why?
    ```
    ```ask choice id=c
    prompt: Once more?
    options: [{text: yes, right: true, goto: n}, {text: no, right: true}]
    ```
    """

  private func begin(seed: UInt64? = nil, inRoom: Bool = false) throws -> State {
    let entry = try #require(SampleLessons.entry([("two.en.md", Self.text)]))
    var state = State(network: BundledNetworks.default, language: .en)
    for _ in state.update(.time(1_000)) {}
    try #require(inRoom ? state.present(entry, seed: seed) : state.begin(entry, seed: seed))
    return state
  }

  private func send(_ lines: String..., to state: inout State) {
    for line in lines { for _ in state.update(.line(line)) {} }
  }

  @Test func lightIsOfTheScreen() throws {
    var state = try begin()
    #expect(state.lesson?.lit == [.gradient(.parameter(0))])
    send("", to: &state)
    #expect(state.lesson?.lit == [])
  }

  @Test func numbersAreThoseOfTheSeed() throws {
    for seed in [3, 11] as [UInt64] {
      var state = try begin(seed: seed)
      send("", "2", "", to: &state)
      let prompt = try #require(state.lesson?.ask?.prompt)
      let k = try #require(Double(String(prompt.dropFirst(8).prefix { $0 != "·" })))
      // By hand on the numbers that the seed drew.
      let network = try #require(state.lesson?.base)
      let net =
        network.inputs[0] * network.parameters[0] + network.inputs[1] * network.parameters[1] + network.parameters[6]
      send("\(k * net)", to: &state)
      #expect(state.lesson?.isDone("n") == true, "\(prompt) \(k * net)")
    }
  }

  /// After the answer was given the same is asked with other numbers, the author's own among them: in the words, the
  /// network and the answer.
  @Test(arguments: [nil, 3] as [UInt64?]) func theSameIsAskedWithOtherNumbersOfItsAuthor(_ seed: UInt64?) throws {
    var state = try begin(seed: seed)
    send("", "2", "", to: &state)
    func asked() throws -> (k: Double, net: Double) {
      let prompt = try #require(state.question?.prompt(.unicode).en)
      let network = try #require(state.question?.network)
      let k = try #require(Double(String(prompt.dropFirst(8).prefix { $0 != "·" })))
      return (
        k, network.inputs[0] * network.parameters[0] + network.inputs[1] * network.parameters[1] + network.parameters[6]
      )
    }
    let first = try asked()
    while state.asking?.like == nil { for _ in state.update(.key(.character("H"))) {} }
    let second = try asked()
    #expect(first.k != second.k && first.net != second.net)
    let screen = View.render(state, Size(columns: 80, rows: 24)).lines.joined(separator: "\n")
    #expect(screen.contains("What is \(Int(second.k))·net_h1?"), "\(screen)")
    send("\(first.k * second.net)", to: &state)
    #expect(state.asking?.isSettled == false)
    send("\(second.k * second.net)", to: &state)
    #expect(state.asking?.isSettled == true)
  }

  @Test func anOpinionLeadsOnAndWhatItPassesOverIsSettled() throws {
    var state = try begin()
    send("", "1", "", to: &state)
    #expect(state.lesson?.ask?.id == "t")
    #expect(state.lesson?.isSettled("n") == true && state.lesson?.isSettled("c") == false)
    var other = try begin()
    send("", "2", "", to: &other)
    #expect(other.lesson?.ask?.id == "n")
    #expect(other.lesson?.outcomes["p"]?.isDone == true)
  }

  /// Back to an earlier block, then on past the same question without going back again.
  @Test func aWayBackIsTakenOnce() throws {
    var state = try begin()
    send("", "1", "", "Because it is steep there.", "", "1", "", to: &state)
    #expect(state.lesson?.ask?.id == "n")
    send("skip", "", to: &state)
    #expect(state.lesson?.ask?.id == "t")
    send("", to: &state)
    #expect(state.lesson?.ask?.id == "c")
    send("", to: &state)
    #expect(state.lesson?.isAtEnd == true)
  }

  @Test func wordsOfOnesOwnAreNoCommands() throws {
    var state = try begin()
    send("", "1", "", to: &state)
    let effects = state.update(.line("next time I look at the slope"))
    let kept = effects.compactMap { if case .record(let attempt) = $0 { attempt } else { nil } }
    #expect(kept.map(\.answer) == ["next time I look at the slope"] && kept.allSatisfy { $0.isWords && !$0.isScored })
    let asking = try #require(state.asking)
    #expect(asking.isSettled && asking.tries.map(\.text) == ["next time I look at the slope"])
    #expect(state.lesson?.outcomes["t"]?.first == .right)
  }

  @Test func aRoomVotesByDigitsUntilThePresenterGoesOn() throws {
    var state = try begin(inRoom: true)
    for _ in state.update(.key(.pageDown)) {}
    for digit in ["1", "2", "2", "2"] { for _ in state.update(.key(.character(digit))) {} }
    #expect(state.asking?.isSettled == false)
    let lines = View.render(state, Size(columns: 80, rows: 24)).lines
    let counts = lines.compactMap { line -> Int? in
      line.contains("━") && !line.contains("bptutor") ? line.split(separator: " ").last.flatMap { Int($0) } : nil
    }
    #expect(counts == [1, 3], "\(lines.joined(separator: "\n"))")
    for _ in state.update(.key(.pageDown)) {}
    #expect(state.asking?.isSettled == true)
  }

  @Test func aRoomsTimeIsCountedDown() throws {
    var state = try begin(inRoom: true)
    #expect(state.secondsLeft == nil)
    let effects = state.update(.key(.pageDown))
    #expect(effects.contains { if case .wake = $0 { true } else { false } })
    #expect(state.secondsLeft == 20)
    for _ in state.update(.time(1_200)) {}
    #expect(state.update(.time(8_300)).contains { if case .wake = $0 { true } else { false } })
    #expect(state.secondsLeft == 13)
    #expect(View.render(state, Size(columns: 80, rows: 24)).lines.first?.contains("0:13") == true)
    for _ in state.update(.time(60_000)) {}
    #expect(state.secondsLeft == 0)
    // At home nothing is counted.
    var home = try begin()
    send("", to: &home)
    #expect(home.lesson?.ask?.id == "p" && home.secondsLeft == nil)
  }

  /// The plot of E over w5 says in words what the curve shows.
  @Test func aCurveIsSaidInWords() throws {
    let handout = PlainView.handout(try begin(inRoom: true)).joined(separator: "\n")
    #expect(handout.contains("Plot: E over w5."))
    #expect(handout.contains("At w5 = −0.1 E is 0.166183"))
  }
}
