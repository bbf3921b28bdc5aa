import Diagnostics
import Expressions
import LessonTesting
import Lessons
import Networks
import Screen
import Testing

@testable import Tutor
@testable import TutorViews

/// `:notation` in lessons, in practice and from a file: everything is shown in the letters that were chosen, and read in them.
@Suite struct LettersTests {
  private static let entry: LessonCatalogue.Entry? = {
    let context = LessonContext(networkFiles: Curriculum.networks)
    return LessonCatalogue.trusted(Curriculum.lessons, context: context).first { $0.id == "your-letters" }
  }()

  private func begun() throws -> State {
    let entry = try #require(Self.entry)
    return try #require(LessonSolver.begin(entry, .en))
  }

  private func letters(_ state: State) -> String { state.walk.network.architecture.notation.name }

  private func screen(_ state: State) -> String {
    View.render(state, Size(columns: 80, rows: 24)).lines.joined(separator: "\n")
  }

  private func number(of id: String, _ state: State) throws -> Int {
    try #require(state.lesson?.tasks.first { $0.id == id }?.screen)
  }

  private func text(_ reply: Reply?) -> String {
    (reply?.lines ?? []).map {
      if case .words(let words) = $0 { words.en } else if case .text(let words) = $0 { words.en } else { "" }
    }
    .joined(separator: "\n")
  }

  @Test func aLessonFollows() throws {
    var state = try begun()
    state.go(toScreen: try number(of: "own-formula", state))
    #expect(screen(state).contains("∂E/∂w6"))
    #expect(!state.update(.line(":notation zhou")).contains(.read("zhou")))
    #expect(letters(state) == "zhou" && text(state.reply).contains("Zhou"))
    #expect(screen(state).contains("∂E_k/∂w₂₁") && !screen(state).contains("∂E/∂w6"))
    // Answered in the letters that were chosen.
    _ = state.update(.line("-(y_1 - yhat_1)*yhat_1*(1 - yhat_1)*b_2"))
    #expect(state.asking?.isSettled == true)
  }

  /// Blocks about another book's letters stay in these, whatever the reader chose, and however often.
  @Test func blocksWithLettersOfTheirOwn() throws {
    var state = try begun()
    for chosen in ["z-a", "zhou", "net-out"] {
      _ = state.update(.line(":notation \(chosen)"))
      state.go(toScreen: try number(of: "err-output", state))
      #expect(letters(state) == "han-kamber")
      state.go(toScreen: try number(of: "forward", state))
      #expect(letters(state) == "z-a")
      state.go(toScreen: try number(of: "own-step", state))
      #expect(letters(state) == chosen)
    }
  }

  @Test func answersStay() throws {
    var state = try begun()
    state.go(toScreen: try number(of: "own-delta", state))
    _ = state.update(.line("0.5"))
    let verdict = try #require(state.asking?.lastVerdict)
    _ = state.update(.line(":notation nielsen"))
    #expect(state.asking?.tries.count == 1 && state.asking?.lastVerdict == verdict)
    _ = state.update(.line("-0.12616592"))
    #expect(state.asking?.isSettled == true)
    // Another language, and another lesson: still in these letters.
    _ = state.update(.line(":lang zh"))
    #expect(letters(state) == "nielsen" && state.asking?.isSettled == true)
  }

  @Test func practiceFollows() throws {
    var state = State(network: BundledNetworks.default)
    state.practise(nil, seed: 3)
    _ = state.update(.line(":notation z-a"))
    #expect(letters(state) == "z-a" && state.asking != nil)
    _ = state.update(.line(":next"))
    #expect(letters(state) == "z-a")
  }

  /// Undone is the change of the number, not that of the letters.
  @Test func undoKeepsTheLetters() throws {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line(":set w5=0.3"))
    _ = state.update(.line(":notation qiu"))
    _ = state.update(.line(":undo"))
    #expect(letters(state) == "qiu" && state.walk.network[given: .parameter(4)] == -0.1)
    _ = state.update(.line(":reset"))
    #expect(letters(state) == "qiu")
  }

  @Test func aFile() throws {
    let file = #"""
      {"name": "mine", "title": {"en": "Ours", "zh": "我们的"}, "nodes": "layer",
       "names": {"net": "s_{node}^({layer})", "out": "o_{node}^({layer})", "weight": "k_{to}{from}^({layer})",
         "loss": "J", "target": "d_{node}"}}
      """#
    for isLesson in [false, true] {
      var state = isLesson ? try begun() : State(network: BundledNetworks.default)
      #expect(state.update(.line(":notation mine.json")) == [.read("mine.json")])
      _ = state.update(.read(name: "mine.json", bytes: Array(file.utf8)))
      #expect(letters(state) == "mine", "\(text(state.reply))")
      // A network is still a network.
      guard !isLesson else { continue }
      #expect(state.update(.line(":network other.json")) == [.read("other.json")])
      _ = state.update(.read(name: "other.json", bytes: Array(#"{"name": "#.utf8)))
      #expect(state.reply?.kind == .fault && letters(state) == "mine")
    }
  }

  @Test func faultsSayWhatToDo() throws {
    for isLesson in [false, true] {
      var state = isLesson ? try begun() : State(network: BundledNetworks.default)
      _ = state.update(.line(":notation zhuo"))
      _ = state.update(.read(name: "zhuo", bytes: nil, reason: Words(en: "no such file", zh: "没有这个文件")))
      #expect(text(state.reply).contains("Did you mean 'zhou'?") && letters(state) == "net-out")
      _ = state.update(.line(":notation a/b.json"))
      _ = state.update(.read(name: "a/b.json", bytes: nil, reason: Words(en: "no such file", zh: "没有这个文件")))
      #expect(text(state.reply).contains("no such file") && text(state.reply).contains("negnevitsky"))
      _ = state.update(.line(":notation bad.json"))
      _ = state.update(.read(name: "bad.json", bytes: Array(#"{"name": "bad", "names": {"nut": "s"}}"#.utf8)))
      #expect(state.reply?.kind == .fault && text(state.reply).contains("nut") && text(state.reply).contains("^"))
      // Two quantities with one name.
      _ = state.update(.line(":notation same.json"))
      _ = state.update(
        .read(
          name: "same.json",
          bytes: Array(#"{"name": "same", "title": "same", "nodes": "layer", "names": {"net": "s", "out": "o"}}"#.utf8))
      )
      #expect(state.reply?.kind == .fault && letters(state) == "net-out", "\(text(state.reply))")
    }
  }

  /// An author's formula follows where it names quantities; all other letters are the author's.
  @Test func formulas() {
    let names = ["w5": "w₁₁⁽²⁾", "out_O": "a₁⁽²⁾", "E": "C", "target": "y₁", "delta_h1": "δ₁⁽¹⁾", "eta": "α"]
    for (text, expected) in [
      (#"\frac{\partial E}{\partial w_5}"#, "∂C/∂w₁₁⁽²⁾"), (#"\text{target} - out_O"#, "y₁ − a₁⁽²⁾"),
      (#"\delta_{h1} + w_5^2"#, "δ₁⁽¹⁾ + w₁₁⁽²⁾²"), (#"z_1^{(1)} = W^{(1)} x"#, "z₁⁽¹⁾ = W⁽¹⁾x"),
      (#"E_k + w_{11}^{(2)}"#, "E_k + w₁₁⁽²⁾"), (#"w_5^{(1)}"#, "w₅⁽¹⁾"), (#"\eta \sum_k E^2"#, "αΣ_kC²"),
      (#"\sqrt{E} \left( \hat{y} = f'(x) \right)"#, "√C(y\u{302} = f′(x))"),
    ] {
      let source = SourceText(
        name: "a.en.md", "---\nbptutor: 1\nid: a\ntitle: a\nlang: en\n---\n$$\(text)$$\n")
      let entry = LessonCatalogue([LessonFile(source)]).entry("a")
      guard case .prose(.math(let formula, _))? = entry?.lesson(in: .en)?.elements.first?.content else {
        Issue.record("\(text)")
        continue
      }
      #expect(formula.lettered { names[$0] }.line == expected)
    }
  }
}
