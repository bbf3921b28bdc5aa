package import Diagnostics

/// What keys do, in the words of the help pages: rows of commands that belong together, whose keys the keymap knows.
package enum KeyHelp {
  /// A line of help.
  package struct Row: Equatable, Sendable {
    package let parts: [Part]
    package let words: Words

    init(_ parts: [Part], _ en: String, _ zh: String) { (self.parts, words) = (parts, Words(en: en, zh: zh)) }
  }

  /// What is written in the column of keys.
  package enum Part: Equatable, Sendable {
    case key(KeyCommand, Keymap.Context)
    case line(LineCommand)
    /// A number before the key.
    case counted(KeyCommand, Keymap.Context)
    /// A letter after the key.
    case marked(KeyCommand, Keymap.Context)
    case digits
  }

  /// The rows of a context; `leave` says where leaving leads from there.
  package static func rows(_ context: Keymap.Context, leave: Words) -> [Row] {
    switch context {
    case .menu: menu
    case .skills: skills
    case .search: search
    case .page: page
    case .walk: walk(leave)
    case .lesson: lesson(leave)
    case .room: room
    case .notes: notes
    case .seat: seat
    case .training: training(leave)
    case .replay: replay
    case .line: line
    }
  }

  /// In front of a room: its own rows stand in for a lesson's about the same keys.
  package static func rowsOfRoom(leave: Words) -> [Row] {
    room + lesson(leave).filter { row in !room.contains { $0.parts == row.parts } }
  }

  /// The same in the walk, whose own keys come behind those that only a room has.
  package static func rowsOfWalkInRoom(leave: Words) -> [Row] {
    room.filter { row in
      row.parts.allSatisfy { if case .key(_, .room) = $0 { true } else { false } }
    } + walk(leave)
  }

  /// What a context is called.
  package static func title(_ context: Keymap.Context) -> Words {
    switch context {
    case .menu: Words(en: "In the menu", zh: "菜单")
    case .skills: Words(en: "On the page of skills", zh: "技能页")
    case .search: Words(en: "While searching in the menu", zh: "在菜单中查找时")
    case .page: Words(en: "On help, the overview and long answers", zh: "帮助页、目录和较长的回答")
    case .walk: Words(en: "In the walk and in practice", zh: "推导和练习")
    case .lesson: Words(en: "In a lesson", zh: "课程")
    case .room: Words(en: "In front of a class", zh: "给全班讲课")
    case .notes: Words(en: "On the presenter's own screen", zh: "讲课人自己的屏幕")
    case .seat: Words(en: "At a student's place in a room", zh: "学生加入课堂时")
    case .training: Words(en: "While a training run is watched", zh: "观看训练")
    case .replay: Words(en: "While a recording is replayed", zh: "重放录制")
    case .line: Words(en: "While a line is typed", zh: "输入一行时")
    }
  }

  private static func common(_ context: Keymap.Context) -> Row {
    Row([.key(.redraw, context), .key(.suspend, context)], "redraw; suspend", "重绘；挂起")
  }

  static let menu: [Row] = {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .menu) } }
    return [
      Row(keys(.next, .back), "next, previous entry", "下一项、上一项"),
      Row(keys(.enter), "open it", "打开"),
      Row(keys(.pageForward, .pageBack), "ten entries down, up", "下移、上移十项"),
      Row([.digits], "choose the lesson of that number", "按编号选择课程"),
      Row(keys(.first, .last), "first, last entry", "第一项、最后一项"),
      Row(keys(.walk, .practise), "the walk; practice", "推导；练习"),
      Row(keys(.skills), "what you know: all skills", "你的掌握情况：全部技能"),
      Row(keys(.search), "find words in lessons, or a step of the walk", "在课程和推导步骤中查找"),
      Row(keys(.switchLanguage), "Chinese", "切换为英文"),
      Row(keys(.commandLine), "command line; most commands leave for the walk", "命令行，多数命令会进入推导"),
      Row(keys(.help), "this page", "本页"),
      common(.menu),
      Row(keys(.leave), "quit", "退出"),
    ]
  }()

  private static let skills: [Row] = {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .skills) } }
    return [
      Row(keys(.next, .back), "the next, the previous skill", "下一项、上一项技能"),
      Row(keys(.pageForward, .pageBack), "ten further, ten back", "向后、向前十项"),
      Row(keys(.first, .last), "the beginning, the end", "开头、末尾"),
      Row(keys(.enter), "practice the chosen skill", "练习选中的技能"),
      Row(keys(.help), "help", "帮助"),
      common(.skills),
      Row(keys(.close), "close", "关闭"),
    ]
  }()

  private static let search: [Row] = {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .search) } }
    return [
      Row(keys(.next, .back), "next, previous entry", "下一项、上一项"),
      Row(keys(.pageForward, .pageBack), "ten entries down, up", "下移、上移十项"),
      Row(keys(.enter), "open it", "打开"),
      common(.search),
      Row(keys(.close), "all entries again", "恢复全部条目"),
    ]
  }()

  private static let page: [Row] = {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .page) } }
    return [
      Row(keys(.next, .back), "a line or a step down, up", "下移、上移一行或一步"),
      Row(keys(.pageForward, .pageBack), "ten down, up", "下移、上移十行"),
      Row(keys(.first, .last), "the beginning, the end", "开头、末尾"),
      Row(keys(.enter), "go to the step; close help and answers", "前往这一步；关闭帮助和回答"),
      Row(keys(.overview), "from help to the overview; close it", "从帮助转到目录；关闭目录"),
      Row(keys(.showAll), "close the long answer", "关闭较长的回答"),
      Row(keys(.help), "from the overview to help; close it", "从目录转到帮助；关闭帮助"),
      Row(keys(.commandLine), "command line", "命令行"),
      common(.page),
      Row(keys(.close), "close", "关闭"),
    ]
  }()

  /// What is pressed in front of a room.
  private static let room: [Row] = {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .room) } }
    func lesson(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .lesson) } }
    return [
      Row(keys(.next, .back), "a clicker: on, with the answer of a question; back", "翻页器：前进（先提问，再揭晓答案）；后退"),
      Row(keys(.dark), "a dark screen; any key brings it back", "黑屏，按任意键恢复"),
      Row(keys(.notes), "the notes and the time on this screen", "在本屏显示备注和用时"),
      Row(keys(.tally), "count hands; once more after the discussion", "统计举手：每个选项一个数；讨论后可再统计一次"),
      Row(
        keys(.door), "with --room: the address again; there t opens a vote and closes it", "使用 --room 时再次显示地址；t 开始或结束投票"
      ),
      Row(keys(.countdown), "a countdown of a minute; again: half a minute more", "倒计时一分钟；加半分钟；归零后收起"),
      Row(
        keys(.spotlight, .spotlightBack), "a spotlight on a factor, a node or an edge: next, previous",
        "聚光灯照亮一个因子、节点或一条边：下一个、上一个"),
      Row(keys(.enlarge), "the chain and the formula alone, twice as large; back", "只放大显示链和公式；恢复"),
      Row(keys(.play), "go on slowly by itself, up to the next question", "自动慢速前进，遇到提问停下"),
      Row(lesson(.skip), "show the whole derivation; pass over a question", "显示全部推导；略过一道题"),
      Row(
        lesson(.first, .last) + [.counted(.last, .lesson)], "the first screen, the end, screen n",
        "第一屏、课程末尾、第 n 屏"),
      Row(lesson(.leave), "quit, asked first; the place is offered next time", "退出（先询问），下次可从这里继续"),
    ]
  }()

  /// What a student presses who takes part.
  private static let seat: [Row] = {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .seat) } }
    return [
      Row([.digits], "begin an answer; a b c choose an option", "开始作答；a b c 选择选项"),
      Row(keys(.answer, .enter), "answer, while the vote is open", "投票期间作答"),
      Row(keys(.walk), "look around on the presenter's numbers; q comes back", "用讲课人的数值自己查看推导，按 q 返回"),
      Row(keys(.showAll), "all that the screen says", "查看这一屏的全部文字"),
      Row(keys(.next, .back), "nothing: the presenter goes on and back", "无作用：由讲课人翻页"),
      Row(keys(.switchLanguage), "Chinese", "切换为英文"),
      Row(keys(.help), "this page", "本页"),
      common(.seat),
      Row(keys(.leave), "leave the room; the same command comes back", "离开房间，再次运行同一命令可返回"),
    ]
  }()

  /// What is pressed on the presenter's own screen and stays there.
  private static let notes: [Row] = {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .notes) } }
    return [
      Row(keys(.pageForward, .pageBack), "the notes a row down, up", "备注下移、上移一行"),
      Row(keys(.leave), "close this screen; all other keys drive the room's", "关闭本屏；其他按键操作教室屏幕"),
    ]
  }()
}
