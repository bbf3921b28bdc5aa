import Diagnostics
import Expressions
import LessonTesting
import Lessons
import Networks
import Progress
import Screen
import Skills
import Testing
import Tutor
import TutorViews

/// The menu on screens of every size, and line by line.
@Suite struct HomeViewTests {
  private static let sizes = [(20, 5), (40, 10), (60, 14), (80, 24), (139, 30), (140, 30), (200, 60)].map {
    Size(columns: $0, rows: $1)
  }

  /// More lessons than fit, with wide and formula titles.
  private static let library: [LessonCatalogue.Entry] = {
    let files = (1...24).flatMap { number in
      ["en": "Lesson \(number): ∂E/∂w\(number) and what comes of it", "zh": "第 \(number) 课：逐个因子地求梯度"].map {
        language, title in
        LessonFile(
          SourceText(
            name: "\(number + 10)-l\(number).\(language).md",
            """
            ---
            bptutor: 1
            id: l\(number)
            title: "\(title)"
            network: default
            skills: [\(Skill.allCases[number - 1].rawValue)]
            minutes: 12
            lang: \(language)
            ---
            ```ask number id=q1
            prompt: "net?"
            answer: net_h1
            ```
            """))
      }
    }
    return LessonCatalogue(files).entries
  }()

  private static func state(_ language: Language, _ notation: TextStyle, _ attempts: [Progress.Attempt] = []) -> State {
    var state = State(network: BundledNetworks.default, language: language, notation: notation)
    state.openMenu(library)
    _ = state.update(.progress(KeptProgress(attempts: attempts, now: 200_000_000)))
    return state
  }

  private static let attempts: [Progress.Attempt] = ["a", "b", "c", "d"].map { parameters in
    var attempt = Progress.Attempt(
      time: 0, lesson: "l1", step: "q1", parameters: parameters, answer: "=\(Int(parameters, radix: 16) ?? 0)",
      verdict: parameters == "d" ? .mistake : .right,
      skills: [.weightedSum], isFirst: true)
    if parameters == "d" {
      attempt.mistakes = ["sign-flip"]
      attempt.blamed = .update
    }
    return attempt
  }

  private static func all() -> [State] {
    Language.allCases.flatMap { language in
      [TextStyle.unicode, .ascii].flatMap { notation -> [State] in
        let (new, known) = (state(language, notation), state(language, notation, attempts))
        var (search, skills, unsaved) = (known, known, known)
        _ = search.update(.key(.character("/")))
        _ = search.update(.key(.paste("w1")))
        _ = skills.update(.key(.character("o")))
        _ = skills.update(.key(.end))
        _ = unsaved.update(.banner(StoreFault.full("/x").banner))
        return [new, known, search, skills, unsaved]
      }
    }
  }

  @Test func allLessonsAreRead() { #expect(Self.library.count == 24) }

  /// Every lesson of the list says how long it takes, however long its title is.
  @Test(arguments: Language.allCases) func everyLessonSaysItsMinutes(_ language: Language) {
    for size in [(40, 12), (80, 24), (200, 60)].map({ Size(columns: $0, rows: $1) }) {
      var state = Self.state(language, .unicode)
      var seen: Set<String> = []
      for _ in 0..<30 {
        let lines = View.render(state, size).lines
        let listed = lines.map { String($0.prefix(84)) }.filter { $0.contains(language == .en ? "Lesson " : "第 ") }
        for line in listed where !line.contains("0/1 ┃") && !line.contains("┃") && !line.contains("│") {
          #expect(line.contains(language == .en ? "12 min" : "12 分钟"), "\(size): \(line)")
          seen.insert(String(line.drop { !$0.isNumber }.prefix(2)))
        }
        _ = state.update(.key(.down))
      }
      #expect(seen.count == 24, "\(size)")
    }
  }

  /// Inside at every size; in ASCII where only that can be shown.
  @Test func everyScreenIsWhole() {
    for state in Self.all() {
      for size in Self.sizes {
        let grid = View.render(state, size)
        #expect(grid.size == size)
        for line in grid.lines {
          #expect(Screen.width(of: line) <= size.columns)
          if state.language == .en, state.notation == .ascii, state.home?.search == nil {
            // The one word that is in the other language on purpose.
            #expect(line.replacing("中文", with: "").utf8.allSatisfy { $0 < 0x80 }, "\(line)")
          }
        }
      }
    }
  }

  /// Whatever is chosen can be seen, and a click on it opens it.
  @Test(arguments: Language.allCases)
  func whatIsChosenIsSeen(_ language: Language) throws {
    for size in Self.sizes where size.rows >= 14 {
      var state = Self.state(language, .unicode, Self.attempts)
      for (number, item) in state.homeItems.enumerated() {
        let lines = View.render(state, size).lines
        let marked = lines.indices.filter { lines[$0].prefix(45).contains("▶") }
        #expect(marked.count == 1, "\(size) \(item)")
        let row = try #require(marked.first)
        if case .lesson(let id) = item {
          let title = Self.library.first { $0.id == id }?.lesson(in: language)?.title ?? ""
          #expect(lines[row].contains(title.prefix(12)), "\(size) \(lines[row])")
        }
        let click = View.event(at: Point(column: size.columns >= 140 ? 20 : size.columns / 2, row: row), state, size)
        #expect(click == .choose(item: number))
        _ = state.update(.key(.down))
      }
    }
  }

  /// The recommendation is the first thing that is said and read, with its reason.
  @Test func theRecommendationStandsOut() {
    let lines = View.render(Self.state(.en, .unicode, Self.attempts), Size(columns: 80, rows: 24)).lines
    #expect(lines[2].contains("┏━━ Review ━") && lines[3].contains("▶ net input"))
    #expect(lines[4].contains("You have mastered 'net input'"))
    let new = View.render(Self.state(.zh, .unicode), Size(columns: 80, rows: 24)).lines
    #expect(new[2].contains("从这里开始") && new[3].contains("第 1 课") && new[4].contains("不需要别的基础"))
    let plain = PlainView.opening(Self.state(.en, .ascii, Self.attempts))
    #expect(plain.first?.hasPrefix("1: Review: net input - You have mastered") == true)
    #expect(plain.last?.contains("'quit' leaves") == true)
  }

  /// The key that leaves is named by where it leads: from what was chosen in the menu to the menu, from the walk that a
  /// lesson was left for to the lesson; and there it leads.
  @Test(arguments: Language.allCases)
  func leavingSaysWhereTo(_ language: Language) {
    let size = Size(columns: 120, rows: 30)
    let (quit, menu, lesson) = (
      Words(en: "q quit", zh: "q 退出")[language], Words(en: "q menu", zh: "q 菜单")[language],
      Words(en: "q lesson", zh: "q 课程")[language]
    )
    func footer(_ state: State) -> String { View.render(state, size).lines.last ?? "" }
    func help(_ state: State) -> String {
      var state = state
      _ = state.update(.key(.character("?")))
      return View.render(state, Size(columns: 120, rows: 70)).lines.joined(separator: "\n")
    }
    func said(_ state: State, _ line: String) -> String {
      var after = state
      _ = after.update(.line(line))
      return PlainView.response(before: state, after: after).joined(separator: "\n")
    }
    let (toMenu, toLesson) = (
      Words(en: "back to the menu", zh: "回到菜单")[language], Words(en: "back to the lesson", zh: "回到课程")[language]
    )
    var state = Self.state(language, .unicode)
    #expect(footer(state).contains(quit))
    #expect(said(state, "walk").contains(Words(en: "'quit' goes back to the menu.", zh: "quit 回到菜单。")[language]))
    var walk = state
    _ = walk.update(.key(.character("w")))
    #expect(footer(walk).contains(menu) && !footer(walk).contains(quit))
    #expect(help(walk).contains("\(toMenu)") && said(walk, ":help quit").contains(toMenu))
    _ = state.update(.line("/l1"))
    _ = state.update(.line("1"))
    _ = state.update(.key(.character("s")))
    _ = state.update(.key(.escape))
    #expect(footer(state).contains(menu) && help(state).contains(toMenu))
    // The line may be broken.
    let end = View.render(state, size).lines.joined().filter { $0 != " " }
    #expect(end.contains(Words(en: "qgoesbacktothemenu", zh: "q回到菜单")[language]))
    _ = state.update(.key(.character("w")))
    // A notice stands above the keys.
    let notice = View.render(state, size).lines.suffix(2).first ?? ""
    #expect(notice.contains(Words(en: "q goes back", zh: "输入 q ")[language]))
    _ = state.update(.key(.escape))
    #expect(footer(state).contains(lesson) && help(state).contains(toLesson))
    for event in [Event.key(.character("q")), .line("quit"), .line(":q")] {
      var back = state
      #expect(back.update(event).allSatisfy(\.isKeeping) && back.isInLesson && !back.isAtHome)
      #expect(back.update(event).contains(.tellProgress) && back.isAtHome)
    }
  }

  /// The end of a lesson, the menu and the plain form tell the same of it.
  @Test(arguments: Language.allCases)
  func oneFigureForALesson(_ language: Language) throws {
    let size = Size(columns: 80, rows: 24)
    var state = Self.state(language, .unicode)
    _ = state.update(.line("/l1"))
    _ = state.update(.line("1"))
    let run = try #require(state.lesson)
    #expect(run.tasks.filter(\.isCounted).map(\.id) == Self.library[0].summary.questions)
    _ = state.update(.key(.character("s")))
    let figure = Words(en: "Done: 0 of 1 question.", zh: "共 1 题，完成 0 题。")[language]
    #expect(View.render(state, size).lines.contains { $0.contains(figure) })
    let place = try #require(state.lesson?.place)
    _ = state.update(.key(.character("q")))
    _ = state.update(.progress(KeptProgress(places: [KeptPlace(lesson: "l1", place: place.text)], now: 1)))
    let lines = View.render(state, size).lines
    let words = Words(en: "1 open", zh: "余 1 题")[language]
    #expect(lines.contains { $0.contains("0/1") && $0.contains(words) })
    #expect(lines.contains { $0.contains(Words(en: "0 of 24 done", zh: "共 24 课，学完 0 课")[language]) })
    #expect(
      lines.contains { $0.contains(Words(en: "its question is still open", zh: "已经读到末尾，还有 1 题没有完成")[language]) })
    let plain = Words(en: "(read to the end, 1 of 1 questions open)", zh: "（已读到末尾，共 1 题，1 题未完成）")[language]
    #expect(PlainView.opening(state).contains { $0.contains(plain) })
  }

  /// What was found in a lesson is shown where it stands, and lit.
  @Test(arguments: Language.allCases, [TextStyle.unicode, .ascii])
  func whatWasFoundIsShown(_ language: Language, _ notation: TextStyle) throws {
    var state = Self.state(language, notation)
    _ = state.update(.key(.character("/")))
    _ = state.update(.key(.paste("net?")))
    for size in Self.sizes where size.rows >= 14 {
      let grid = View.render(state, size)
      let words = Words(en: "screen 1: net?", zh: "第 1 屏：net?")[language]
      let row = try #require(grid.lines.firstIndex { $0.contains(words) })
      #expect(grid.lines[row].contains(Words(en: "Lesson 1", zh: "第 1 课")[language]))
      let cells = (0..<size.columns).map { grid[$0, row] }
      #expect(cells.filter(\.style.isUnderlined).map(\.text) == ["n", "e", "t", "?"])
    }
    #expect(View.render(state, Size(columns: 80, rows: 24)).lines[3].contains("24"))
    _ = state.update(.key(.enter))
    #expect(state.lesson?.id == "l1" && state.lesson?.ask?.id == "q1")
  }

  /// Line by line: what was found is a list to choose from, and the skills have a page of their own.
  @Test(arguments: Language.allCases)
  func searchingAndSkillsLineByLine(_ language: Language) {
    func said(_ line: String) -> [String] {
      let state = Self.state(language, .unicode, Self.attempts)
      var after = state
      _ = after.update(.line(line))
      return PlainView.response(before: state, after: after)
    }
    let found = said("/net?")
    #expect(found.first == Words(en: "Found for 'net?':", zh: "“net?”的查找结果：")[language])
    #expect(found.contains { $0.hasPrefix("1") && $0.contains("net?") }, "\(found)")
    let nothing = said("/qqqqq")
    #expect(nothing.count == 3 && !nothing[1].isEmpty, "\(nothing)")
    let skills = said("overview")
    #expect(skills.contains { $0.contains(Skill.weightedSum.name[language]) })
    #expect(skills.last?.contains(Words(en: "practice net input", zh: "practice 净输入")[language]) == true)
    // A fault is said, and the menu is not read out again.
    #expect(said("99").count == 1)
    #expect(said("back") == PlainView.opening(Self.state(language, .unicode, Self.attempts)))
  }

  /// The menu's own keys, and in ASCII nothing else.
  @Test func helpIsTheMenus() {
    var state = Self.state(.en, .ascii)
    _ = state.update(.key(.character("?")))
    let lines = View.render(state, Size(columns: 80, rows: 24)).lines
    #expect(lines.contains { $0.contains("choose the lesson of that number") })
    #expect(!lines.contains { $0.contains("predict mode") })
    for line in lines { #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(line)") }
  }

  /// That nothing is saved is said on every screen.
  @Test(arguments: Language.allCases)
  func theBannerIsSeen(_ language: Language) {
    var state = Self.state(language, .unicode)
    let banner = StoreFault.full("/x").banner
    _ = state.update(.banner(banner))
    let words = String(banner[language].prefix(8))
    for key in [Key.character("L"), .character("L"), .enter, .character("w")] {
      #expect(
        View.render(state, Size(columns: 80, rows: 24)).lines.prefix(2).joined().contains(
          state.language == language ? words : "!"))
      _ = state.update(.key(key))
    }
  }
}
