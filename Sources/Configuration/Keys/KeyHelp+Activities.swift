import Diagnostics

/// Help on the keys of the walk, lessons, training and replaying, and of a line that is typed.
extension KeyHelp {
  static func walk(_ leave: Words) -> [Row] {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .walk) } }
    return [
      Row(keys(.next, .enter), "next", "前进"),
      Row(keys(.back), "back", "后退"),
      Row(keys(.nextFactor, .previousFactor), "next, previous factor", "下一个、上一个因子"),
      Row(keys(.nextSection, .previousSection), "next, previous gradient", "下一个、上一个梯度"),
      Row(keys(.skip), "reveal the rest of this factor", "显示本因子的其余部分"),
      Row(
        keys(.first, .last) + [.counted(.last, .walk)], "beginning, end, place n", "开头、末尾、第 n 处"),
      Row(
        [.marked(.mark, .walk), .marked(.goToMark, .walk)], "mark this place as x; come back to it",
        "把这里标记为 x；回到标记 x"),
      Row(keys(.showAll), "the whole of a long answer", "查看较长回答的全文"),
      Row(keys(.answer), "answer before it is shown; or type a number", "先作答再揭晓，也可直接输入数值"),
      Row(keys(.hint, .compare), "a hint; my derivation beside the right one", "提示；把我的推导与正确推导对照"),
      Row(keys(.predict), "predict mode: nothing is shown unpredicted", "预测模式：先预测，后揭晓"),
      Row(
        keys(.switchForm, .fold), "factor view or δ view; paths folded into δ", "因子视图或 δ 视图；路径怎样合成 δ"),
      Row(
        keys(.switchPicture), "draw the function with your point, or the network", "画出函数和当前点，或画网络"),
      Row(keys(.explain), "which rule made this step, and why", "这一步用了哪条法则，为什么"),
      Row(
        keys(.selectNext, .selectPrevious), "choose a number to edit: next, previous",
        "选择要修改的数：下一个、上一个"),
      Row(keys(.raise, .lower), "nudge the chosen number", "调整选中的数"),
      Row(keys(.undo, .redo), "undo, redo an edit", "撤销、重做修改"),
      Row(
        keys(.search, .searchNext, .searchPrevious), "search for a quantity; next, previous",
        "查找一个量；下一处、上一处"),
      Row(
        keys(.commandLine), "command line: a command or anything to evaluate", "命令行：输入命令或要求值的式子"),
      Row(keys(.overview), "all steps", "全部步骤"),
      Row(keys(.help), "this page", "本页"),
      Row(keys(.redraw, .suspend), "redraw; suspend", "重绘；挂起"),
      Row(keys(.close, .leave), "close; \(leave.en)", "关闭；\(leave.zh)"),
    ]
  }

  static func lesson(_ leave: Words) -> [Row] {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .lesson) } }
    return [
      Row(keys(.next, .enter), "go on: the next stage or screen", "前进：下一步或下一屏"),
      Row(keys(.back), "back", "后退"),
      Row(
        keys(.answer) + [.line(.submit)], "answer; Enter in the answer's line gives it", "作答，在答案行按 Enter 提交"),
      Row([.digits], "begin an answer; a b c choose an option", "开始作答；a b c 选择选项"),
      Row(
        keys(.raise, .lower), "rises, falls; where a number is to be moved: nudge it", "升、降；需要调整数值时：增、减"),
      Row(keys(.hint) + [.line(.hint)], "a hint; F1 in the answer's line", "提示（在答案行按 F1）"),
      Row(keys(.compare), "my derivation beside the right one", "把我的推导与正确推导对照"),
      Row(
        keys(.switchPicture), "draw the function with your point, or the network", "画出函数和当前点，或画网络"),
      Row(keys(.skip), "show the whole derivation; leave a question open", "显示全部推导；跳过一道题"),
      Row(
        keys(.nextFactor, .previousFactor), "next, previous factor of a derivation", "推导中的下一个、上一个因子"),
      Row(keys(.nextLesson, .previousLesson), "next, previous lesson", "下一课、上一课"),
      Row(
        keys(.first, .last) + [.counted(.last, .lesson)], "the first screen, the farthest one seen, screen n",
        "第一屏、看过的最后一屏、第 n 屏"),
      Row(keys(.walk), "the walk on these numbers; q comes back", "用这些数值进入推导，按 q 返回"),
      Row(keys(.selectNext, .selectPrevious), "another number to move", "换一个可调的数"),
      Row(keys(.undo, .redo), "undo, redo a move", "撤销、重做调整"),
      Row(keys(.overview), "all screens", "各屏目录"),
      Row(keys(.showAll), "all that the screen says", "查看这一屏的全部文字"),
      Row(
        keys(.commandLine), "command line: a command or anything to evaluate", "命令行：输入命令或要求值的式子"),
      Row(keys(.help, .close), "this page; close it", "本页；关闭"),
      Row(keys(.redraw, .suspend), "redraw; suspend", "重绘；挂起"),
      Row(keys(.leave), "\(leave.en); the place is kept", "\(leave.zh)，进度会保留"),
    ]
  }

  static func training(_ leave: Words) -> [Row] {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .training) } }
    return [
      Row(keys(.run), "go on, or pause", "继续或暂停"),
      Row(keys(.next, .back), "an epoch on, back", "前进、后退一轮"),
      Row(keys(.farForward, .farBack), "ten pictures on, back", "前进、后退十幅"),
      Row(keys(.first, .last), "the beginning, the end", "开头、末尾"),
      Row(keys(.raise, .lower), "a larger, a smaller learning rate", "增大、减小学习率"),
      Row(keys(.faster, .slower), "more, fewer epochs a picture", "每幅图的轮数加倍、减半"),
      Row(keys(.nextSample, .previousSample), "next, previous sample", "下一个、上一个样本"),
      Row(keys(.nextPlot, .previousPlot), "next, previous picture", "下一幅、上一幅图"),
      Row(keys(.derive), "walk the derivation of the next update", "推导下一次更新"),
      Row(keys(.commandLine), "change something: eta=0.1, w1=0.3, epoch=20", "修改：eta=0.1、w1=0.3、epoch=20"),
      Row(keys(.redraw, .suspend), "redraw; suspend", "重绘；挂起"),
      Row(keys(.leave), leave.en, leave.zh),
    ]
  }

  static let replay: [Row] = {
    func keys(_ commands: KeyCommand...) -> [Part] { commands.map { .key($0, .replay) } }
    return [
      Row(keys(.run), "play, or pause", "播放或暂停"),
      Row(keys(.next, .back), "an event on, back", "前进、后退一个事件"),
      Row(keys(.farForward, .farBack), "twenty events on, back", "前进、后退二十个事件"),
      Row(keys(.first, .last), "the beginning, the end", "开头、末尾"),
      Row([.digits], "to that tenth of the whole", "跳到十分之几处"),
      Row(keys(.commandLine), "a number goes to that event", "输入编号，跳到那个事件"),
      Row(keys(.faster, .slower), "twice, half as fast", "速度加倍、减半"),
      Row(keys(.enter), "play on from here by your own keys", "从这里自己接着做"),
      Row(keys(.redraw, .suspend), "redraw; suspend", "重绘；挂起"),
      Row(keys(.leave), "leave", "退出"),
    ]
  }()

  static let line: [Row] = {
    func keys(_ commands: LineCommand...) -> [Part] { commands.map(Part.line) }
    return [
      Row(keys(.submit, .cancel), "give the line; leave it", "提交；取消"),
      Row(keys(.complete), "complete a name", "补全名称"),
      Row(keys(.older, .newer), "older, newer lines", "上一条、下一条"),
      Row(keys(.searchHistory), "the last line that contains what is typed", "查找含有所输文字的上一条"),
      Row(keys(.hint), "in an answer: a hint", "作答时：提示"),
      Row(keys(.left, .right), "a character left, right", "左移、右移一个字符"),
      Row(keys(.wordLeft, .wordRight), "a word left, right", "左移、右移一个词"),
      Row(keys(.lineStart, .lineEnd), "start, end of the line", "行首、行尾"),
      Row(keys(.deleteLeft, .deleteRight), "delete a character left, right", "删除左边、右边的字符"),
      Row(keys(.deleteWordLeft, .deleteWordRight), "cut a word left, right", "剪切左边、右边的词"),
      Row(keys(.deleteToStart, .deleteToEnd), "cut to the start, to the end", "剪切到行首、行尾"),
      Row(keys(.yank, .transpose), "put back what was cut; exchange two characters", "放回剪切的内容；交换两个字符"),
    ]
  }()
}
