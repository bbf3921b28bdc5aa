import Screen

extension Keymap {
  /// The keys as the program comes.
  package static let standard = Keymap([
    .menu: menu, .skills: skills, .walk: walk, .lesson: lesson, .room: room, .training: training,
  ])

  private static let everywhere = [
    Binding(.redraw, .control("l")), Binding(.suspend, .control("z")),
  ]

  private static let menu =
    [
      Binding(.next, .down, "j", .tab, silent: [.wheelDown]),
      Binding(.back, .up, "k", silent: [.backTab, .wheelUp]),
      Binding(.enter, .right, "l", " ", .enter),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.pageForward, silent: [.pageDown]), Binding(.pageBack, silent: [.pageUp]),
      Binding(.walk, "w"), Binding(.practise, "p"), Binding(.skills, "o"), Binding(.search, "/"),
      Binding(.switchLanguage, "L"), Binding(.commandLine, ":"), Binding(.help, "?", .function(1)),
      Binding(.leave, "q"),
    ] + everywhere

  private static let skills =
    [
      Binding(.next, .down, "j", silent: [.right, "l", .wheelDown]),
      Binding(.back, .up, "k", silent: [.left, "h", .wheelUp, .backspace]),
      Binding(.pageForward, .pageDown, " "), Binding(.pageBack, .pageUp),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.enter, .enter), Binding(.help, "?", .function(1)), Binding(.close, .escape, "q", "o"),
    ] + everywhere

  private static let walk =
    [
      Binding(.next, .right, "l", "j", .down, " ", silent: [.pageDown, .wheelDown]), Binding(.enter, .enter),
      Binding(.back, .left, "h", "k", .up, .backspace, silent: [.pageUp, .wheelUp]),
      Binding(.nextFactor, .tab), Binding(.previousFactor, .backTab),
      Binding(.nextSection, "]"), Binding(.previousSection, "["), Binding(.skip, "s"),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.mark, "m"), Binding(.goToMark, "'"), Binding(.showAll, "v"), Binding(.answer, "a", "="),
      Binding(.hint, "H"), Binding(.compare, "c"), Binding(.predict, "p"),
      Binding(.switchForm, "d"), Binding(.fold, "f"), Binding(.explain, "w"),
      Binding(.selectNext, "e"), Binding(.selectPrevious, "E"),
      Binding(.raise, "+"), Binding(.lower, "-", silent: ["_"]),
      Binding(.undo, "u"), Binding(.redo, .control("r")),
      Binding(.search, "/"), Binding(.searchNext, "n"), Binding(.searchPrevious, "N"),
      Binding(.commandLine, ":"), Binding(.overview, "o"), Binding(.help, "?", .function(1)),
      Binding(.close, .escape), Binding(.leave, "q"),
    ] + everywhere

  private static let lesson =
    [
      Binding(.next, .right, "l", "j", .down, " ", silent: [.pageDown, .wheelDown]), Binding(.enter, .enter),
      Binding(.back, .left, "h", "k", .up, .backspace, silent: [.pageUp, .wheelUp]),
      Binding(.answer, "a", "="), Binding(.raise, "+"), Binding(.lower, "-", silent: ["_"]),
      Binding(.hint, "H"), Binding(.compare, "c"), Binding(.skip, "s"),
      Binding(.nextFactor, .tab), Binding(.previousFactor, .backTab),
      Binding(.nextLesson, "]"), Binding(.previousLesson, "["),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]), Binding(.walk, "w"),
      Binding(.selectNext, "e"), Binding(.selectPrevious, "E"),
      Binding(.undo, "u"), Binding(.redo, .control("r")),
      Binding(.overview, "o"), Binding(.showAll, "v"), Binding(.commandLine, ":"), Binding(.help, "?", .function(1)),
      Binding(.close, .escape), Binding(.leave, "q"),
    ] + everywhere

  private static let room = [
    Binding(.dark, ".", "b", silent: ["。"]), Binding(.notes, "N"),
  ]

  private static let training =
    [
      Binding(.run, " "),
      Binding(.next, .right, "l"), Binding(.back, .left, "h", silent: [.backspace]),
      Binding(.farForward, .pageDown, "]"), Binding(.farBack, .pageUp, "["),
      Binding(.first, "g", silent: [.home]), Binding(.last, "G", silent: [.end]),
      Binding(.raise, "+", "="), Binding(.lower, "-", silent: ["_"]),
      Binding(.faster, ">", "."), Binding(.slower, "<", ","),
      Binding(.nextSample, "n"), Binding(.previousSample, "N"),
      Binding(.nextPlot, .tab), Binding(.previousPlot, .backTab), Binding(.derive, .enter, "d"),
      Binding(.commandLine, ":", silent: ["："]), Binding(.leave, "q", .escape),
    ] + everywhere
}

/// A key that types a character, as that character.
extension Key: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .character(value) }
}
