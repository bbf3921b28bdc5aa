package import Screen

extension Keymap {
  /// The keys as the program comes.
  package static let standard: Keymap = {
    let lists: [(Context, List)] = [
      (.menu, menu), (.skills, skills), (.search, search), (.page, page), (.walk, walk), (.lesson, lesson),
      (.room, room), (.notes, notes), (.seat, seat), (.training, training), (.replay, replay),
    ]
    return Keymap(lists.map { ($0, Bindings($1)) }, line: Bindings(lineKeys))
  }()

  private typealias List = [Binding<KeyCommand>]

  private static let everywhere: List = [
    Binding(.redraw, .control("l")), Binding(.suspend, .control("z")),
  ]

  private static let menu: List =
    [
      Binding(.next, .down, "j", .tab, silent: [.wheelDown]),
      Binding(.back, .up, "k", silent: [.backTab, .wheelUp]),
      Binding(.enter, .enter, .right, "l", " "),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.pageForward, .pageDown), Binding(.pageBack, .pageUp),
      Binding(.walk, "w"), Binding(.practise, "p"), Binding(.skills, "o"), Binding(.search, "/"),
      Binding(.switchLanguage, "L"), Binding(.commandLine, ":"), Binding(.help, "?", .function(1)),
      Binding(.leave, "q"),
    ] + everywhere

  private static let skills: List =
    [
      Binding(.next, .down, "j", silent: [.right, "l", .wheelDown]),
      Binding(.back, .up, "k", silent: [.left, "h", .wheelUp, .backspace]),
      Binding(.pageForward, .pageDown, " "), Binding(.pageBack, .pageUp),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.enter, .enter), Binding(.help, "?", .function(1)), Binding(.close, .escape, "q", "o"),
    ] + everywhere

  /// While lessons are searched; characters belong to what is searched for.
  private static let search: List =
    [
      Binding(.next, .down, .tab, silent: [.wheelDown]), Binding(.back, .up, .backTab, silent: [.wheelUp]),
      Binding(.pageForward, .pageDown), Binding(.pageBack, .pageUp),
      Binding(.enter, .enter), Binding(.close, .escape, .control("g")),
    ] + everywhere

  /// On help, the overview and a long answer.
  private static let page: List =
    [
      Binding(.next, .down, "j", silent: [.right, "l", .wheelDown]),
      Binding(.back, .up, "k", silent: [.left, "h", .wheelUp, .backspace]),
      Binding(.pageForward, .pageDown, " "), Binding(.pageBack, .pageUp),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.enter, .enter), Binding(.overview, "o"), Binding(.showAll, "v"), Binding(.commandLine, ":"),
      Binding(.help, "?", .function(1)), Binding(.close, .escape, "q"),
    ] + everywhere

  private static let walk: List =
    [
      Binding(.next, .right, " ", "l", "j", .down, silent: [.pageDown, .wheelDown]), Binding(.enter, .enter),
      Binding(.back, .left, .backspace, "h", "k", .up, silent: [.pageUp, .wheelUp]),
      Binding(.nextFactor, .tab), Binding(.previousFactor, .backTab),
      Binding(.nextSection, "]"), Binding(.previousSection, "["), Binding(.skip, "s"),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.mark, "m"), Binding(.goToMark, "'"), Binding(.showAll, "v"), Binding(.answer, "a", "="),
      Binding(.hint, "H"), Binding(.compare, "c"), Binding(.predict, "p"),
      Binding(.switchForm, "d"), Binding(.fold, "f"), Binding(.switchPicture, "y"), Binding(.explain, "w"),
      Binding(.selectNext, "e"), Binding(.selectPrevious, "E"),
      Binding(.raise, "+"), Binding(.lower, "-", silent: ["_"]),
      Binding(.undo, "u"), Binding(.redo, .control("r")),
      Binding(.search, "/"), Binding(.searchNext, "n"), Binding(.searchPrevious, "N"),
      Binding(.commandLine, ":"), Binding(.overview, "o"), Binding(.help, "?", .function(1)),
      Binding(.close, .escape), Binding(.leave, "q"),
    ] + everywhere

  private static let lesson: List =
    [
      Binding(.next, .right, " ", "l", "j", .down, silent: [.pageDown, .wheelDown]), Binding(.enter, .enter),
      Binding(.back, .left, .backspace, "h", "k", .up, silent: [.pageUp, .wheelUp]),
      Binding(.answer, "a", "="), Binding(.raise, "+"), Binding(.lower, "-", silent: ["_"]),
      Binding(.hint, "H"), Binding(.compare, "c"), Binding(.switchPicture, "y"), Binding(.skip, "s"),
      Binding(.nextFactor, .tab), Binding(.previousFactor, .backTab),
      Binding(.nextLesson, "]"), Binding(.previousLesson, "["),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]), Binding(.walk, "w"),
      Binding(.selectNext, "e"), Binding(.selectPrevious, "E"),
      Binding(.undo, "u"), Binding(.redo, .control("r")),
      Binding(.overview, "o"), Binding(.showAll, "v"), Binding(.commandLine, ":"), Binding(.help, "?", .function(1)),
      Binding(.close, .escape), Binding(.leave, "q"),
    ] + everywhere

  /// Besides those of a lesson, which they go before.
  private static let room: List = [
    Binding(.next, .pageDown), Binding(.back, .pageUp),
    Binding(.dark, ".", "b", silent: ["。"]), Binding(.notes, "N"), Binding(.tally, "t"), Binding(.door, "J"),
    Binding(.countdown, "T"), Binding(.play, "A"), Binding(.spotlight, "x"), Binding(.spotlightBack, "X"),
    Binding(.enlarge, "B"),
  ]

  /// On the presenter's own screen, before all others; those of the room drive the room.
  private static let notes: List = [
    Binding(.pageForward, .down, "j", silent: [.wheelDown]), Binding(.pageBack, .up, "k", silent: [.wheelUp]),
    Binding(.leave, "q"),
  ]

  /// At a student's place in a room.
  private static let seat: List =
    [
      Binding(.answer, "a", "="), Binding(.enter, .enter), Binding(.walk, "w"), Binding(.showAll, "v"),
      Binding(.next, .right, " ", silent: [.pageDown, .down]), Binding(.back, .left, silent: [.pageUp, .up]),
      Binding(.switchLanguage, "L"), Binding(.help, "?", .function(1)), Binding(.leave, "q"),
    ] + everywhere

  private static let training: List =
    [
      Binding(.run, " "),
      Binding(.next, .right, "l"), Binding(.back, .left, "h", silent: [.backspace]),
      Binding(.farForward, .pageDown, "]"), Binding(.farBack, .pageUp, "["),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.raise, "+", "="), Binding(.lower, "-", silent: ["_"]),
      Binding(.faster, ">", "."), Binding(.slower, "<", ","),
      Binding(.nextSample, "n"), Binding(.previousSample, "N"),
      Binding(.nextPlot, .tab), Binding(.previousPlot, .backTab), Binding(.derive, "d", .enter),
      Binding(.commandLine, ":", silent: ["："]), Binding(.leave, "q", .escape),
    ] + everywhere
}

extension Keymap {
  private static let replay: List =
    [
      Binding(.run, " "),
      Binding(.next, ".", .right, silent: ["l", "j", .down]),
      Binding(.back, ",", .left, silent: ["h", "k", .up, .backspace]),
      Binding(.farForward, "]", .pageDown), Binding(.farBack, "[", .pageUp),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.faster, ">"), Binding(.slower, "<"), Binding(.commandLine, ":"),
      Binding(.enter, .enter), Binding(.leave, "q", .escape),
    ] + everywhere

  /// The Emacs keys that shells have.
  private static let lineKeys: [Binding<LineCommand>] = [
    Binding(.submit, .enter), Binding(.cancel, .escape, .control("g")), Binding(.hint, .function(1)),
    Binding(.complete, .tab), Binding(.older, .up, .control("p")), Binding(.newer, .down, .control("n")),
    Binding(.searchHistory, .control("r")),
    Binding(.left, .left, .control("b")), Binding(.right, .right, .control("f")),
    Binding(.lineStart, .home, .control("a")), Binding(.lineEnd, .end, .control("e")),
    Binding(.wordLeft, .meta("b")), Binding(.wordRight, .meta("f")),
    Binding(.deleteLeft, .backspace, .control("h")), Binding(.deleteRight, .delete, .control("d")),
    Binding(.deleteWordLeft, .control("w")), Binding(.deleteWordRight, .meta("d")),
    Binding(.deleteToStart, .control("u")), Binding(.deleteToEnd, .control("k")),
    Binding(.yank, .control("y")), Binding(.transpose, .control("t")),
  ]
}

/// A key that types a character, as that character.
extension Key: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .character(value) }
}
