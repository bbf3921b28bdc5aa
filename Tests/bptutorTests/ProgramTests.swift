import Testing

/// The real binary: what each command prints, where, and how it ends.
@Suite struct ProgramTests {
  @Test func versionAndHelp() {
    #expect(Program.run(["--version"]) == .init(code: 0, output: "bptutor 0.1.0\n", error: ""))
    let help = Program.run(["--help"])
    #expect(help.code == 0 && help.error.isEmpty && help.output.hasPrefix("bptutor: backpropagation"))
    #expect(Program.run(["help", "walk"]) == Program.run(["walk", "--help"]))
    #expect(Program.run(["help"], environment: ["LC_ALL": "zh_CN.UTF-8"]).output.contains("用法："))
  }

  @Test func scriptedWalk() {
    let walk = Program.run(["walk", "--plain"], input: "next\nnext\ndE/dw1\n")
    #expect(walk.code == 0 && walk.error.isEmpty)
    #expect(
      walk.output.hasSuffix(
        """
        Place 1 of 69 (step 1), net input of h1, definition: net_h1 = i1·w1 + i2·w2 + b1
        A net input is the weighted sum of what feeds the neuron, plus its bias.
        Place 2 of 69 (step 1), net input of h1, numbers put in: net_h1 = 0.4·0.2 + 0.7·(−0.2) + (−0.9)
        Place 3 of 69 (step 1), net input of h1, value: net_h1 = −0.96
        ∂E/∂w1 = −(target − out_O)·out_O(1 − out_O)·w5·out_h1(1 − out_h1)·i1
        ∂E/∂w1 = −(0.9 − 0.323487)·0.323487(1 − 0.323487)·(−0.1)·0.276878(1 − 0.276878)·0.4
        ∂E/∂w1 = 0.00101042

        """))
  }

  /// Without a terminal every way to start is the plain walk; never an escape sequence into a pipe.
  @Test(
    arguments: [[], ["walk"], ["walk", "--plain"], ["--lang", "en"]], ["xterm-256color", "dumb", "", "nonsense"])
  func withoutATerminal(_ arguments: [String], _ term: String) {
    let outcome = Program.run(arguments, input: "next", environment: ["TERM": term])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    #expect(outcome.output.contains("Place 2 of 69") && !outcome.output.contains("\u{1B}"))
  }

  @Test func languageAndNotation() {
    let chinese = Program.run(["walk", "--lang", "zh"], input: "\n")
    #expect(chinese.output.contains("第 2 处（共 69 处，步骤 1），h1 的净输入，代入数值：net_h1 = 0.4·0.2"))
    #expect(Program.run(["walk"], input: "\n", environment: ["LC_ALL": "zh_CN.UTF-8"]).output == chinese.output)
    let ascii = Program.run(["walk"], input: "goto 22\n", environment: ["LC_ALL": "C"])
    #expect(ascii.output.contains("dE/dw5 = dE/dout_O * dout_O/dnet_O * dnet_O/dw5"))
    #expect(ascii.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(Program.run(["walk", "--ascii"], input: "goto 22\n").output == ascii.output)
  }

  /// A locale with a decimal comma changes no number.
  @Test func numbersKeepTheirPoints() {
    let outcome = Program.run(
      ["eval", "1.5+0.25"], environment: ["LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"])
    #expect(outcome.output == "1.5 + 0.25 = 1.75\n")
  }

  @Test func networksAndNumbers() {
    let mazur = Program.run(["eval", "--network", "mazur-2-2-2", "E", "--format", "json"])
    #expect(mazur.output.contains("\"value\": 0.29837110876"))
    let set = Program.run(["eval", "w5+i1", "--set", "w5=0.5", "--set=i1=2"])
    #expect(set.output.hasSuffix(" = 2.5\n"))
    let random = Program.run(["eval", "dE/dw1", "--random", "7"])
    #expect(random == Program.run(["eval", "dE/dw1", "--random=7"]))
    #expect(random != Program.run(["eval", "dE/dw1", "--random", "8"]))
    let file = TemporaryFile(
      #"{"inputs": ["x"], "layers": [{"neurons": ["y"], "bias": "none"}], "values": {"x": 2, "w1": 0, "target": 1}}"#)
    #expect(Program.run(["eval", "out_y", "--network", file.path]).output.hasSuffix("out_y = 0.5\n"))
  }

  @Test func evaluation() {
    let lines = Program.run(["eval", "dE/dw5"]).output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0] == "∂E/∂w5 = −(target − out_O)·out_O(1 − out_O)·out_h1")
    #expect(lines[1].hasPrefix("∂E/∂w5 = −(0.9 − 0.32348730529405"))
    let value = lines[2].replacing("∂E/∂w5 = −", with: "-")
    #expect(abs((Double(value) ?? .nan) / -0.03493259287751622 - 1) < 1e-12)
    #expect(
      Program.run(["eval", "--format", "json", "w5", "*", "2"]).output == """
        {
          "expression": "w5*2",
          "closedForm": "2*w5",
          "substituted": "2*(-0.1)",
          "value": -0.2
        }

        """)
    #expect(Program.run(["eval", "-0.5"]).output == "−0.5\n")
    #expect(Program.run(["eval", "1/0", "--ascii"]).output == "1/0 = inf\n")
    #expect(Program.run(["eval", "1/0", "--format=json"]).output.contains("\"value\": \"Infinity\""))
  }

  // MARK: Bad input

  /// Each is one clear fault: exit code 2, nothing on standard output, the words on standard error.
  @Test(
    arguments: [
      (["--nonsense"], "bptutor: there is no option '--nonsense'\n"),
      (["wlak"], "did you mean 'walk'?"),
      (["walk", "dE/dw9"], "'dE/dw9' is not a gradient of this network\nhelp: did you mean 'dE/dw1'?"),
      (["walk", "out_O"], nil), (["trace", "dE/dx"], "is not a gradient"),
      (["practise", "--format", "json"], "'practise' has no option '--format'"),
      (["trace", "--format", "pdf"], "it is one of text, json, markdown, latex, html"),
      (["eval"], "for example: bptutor eval net_O"),
      (["eval", "w9"], "column 1: error"), (["eval", "1+"], "column 3: error"), (["eval", ""], "error"),
      (["eval", "nan"], "is not a number to calculate with"), (["eval", "0x1p4"], "hexadecimal"),
      (["eval", "dE/dw5", "--set", "w5=nan"], "--set:1:4: error"),
      (["eval", "E", "--set", "w5=1/0"], "must be a finite number"),
      (["eval", "E", "--set", "w9=1"], "help: did you mean 'w1'?"),
      (["eval", "E", "--set", "net_O=1"], "is computed"),
      (["eval", "E", "--random", "-1"], "'-1' is not a seed"),
      (["eval", "E", "--network", "mazur"], "cannot read 'mazur': no such file"),
      (["eval", "E", "--network", "mazur-2-2"], "did you mean 'mazur-2-2-2'?"),
      (["eval", "E", "--network", "/"], "it is a directory"),
      (["eval", "E", "--network", "/dev/zero"], "it is a pipe or a device"),
      (["eval", "E", "--network", "/etc/passwd/x"], "no such file"),
      (["man", "x"], "'man' does not take 'x'"), (["completions"], "needs bash|zsh|fish|lessons"),
      (["help", "nothing"], "there is no command 'nothing'"),
    ] as [([String], String?)])
  func faults(_ arguments: [String], _ words: String?) {
    let outcome = Program.run(arguments)
    #expect(outcome.code == (words == nil ? 0 : 2))
    if let words {
      #expect(outcome.output.isEmpty)
      #expect(outcome.error.contains(words), "\(outcome.error)")
      let chinese = Program.run(arguments + ["--lang", "zh"])
      #expect(chinese.code == 2 && chinese.output.isEmpty)
      #expect(chinese.error.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(chinese.error)")
    }
  }

  @Test func deepNesting() {
    for count in [300, 20_000, 100_000] {
      let outcome = Program.run(["eval", String(repeating: "(", count: count)])
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(outcome.error.contains(count > 65_536 ? "at most 65536 are read" : "too deep"), "\(count)")
      #expect(outcome.error.utf8.count < 1_000)
    }
    let walk = Program.run(["walk"], input: String(repeating: "(", count: 60_000) + "\nnext\n")
    // From a pipe what cannot be done goes to standard error.
    #expect(walk.code == 2 && walk.error.contains("too deep") && walk.output.contains("Place 2 of 69"))
  }

  /// Every fault of a file at once, each with its place, in both languages.
  @Test func malformedNetworkFile() {
    let file = TemporaryFile(
      """
      {"inputs": ["i1", "i2"],
       "layers": [{"neurons": ["h1"], "activation": "sigmod"}, {"neurons": ["O"]}],
       "los": "squared-error",
       "values": {"i1": "x"}}
      """)
    let outcome = Program.run(["walk", "--network", file.path])
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.error.contains("\(file.path):2:47: error: 'sigmod' is none of"), "\(outcome.error)")
    #expect(outcome.error.contains("\(file.path):3:2: error: 'los' is not a field"), "\(outcome.error)")
    #expect(outcome.error.contains("\n  ") && outcome.error.contains("^~~~~"))
    #expect(Program.run(["walk", "--network", file.path, "--lang=zh"]).error.contains("提示"))
    let broken = TemporaryFile("{\n")
    #expect(Program.run(["eval", "E", "--network", broken.path]).error.contains(":1:1: error"))
  }

  @Test func filesThatCannotBeRead() {
    let outcome = Program.shell(
      """
      folder=$(mktemp -d) && cd $folder && mkfifo pipe && head -c 17000000 /dev/zero > large && ln -s loop loop
      for name in pipe large loop . ''; do bptutor eval E --network "$name"; echo $?; done
      cd / && rm -r $folder
      """)
    #expect(outcome.output == "2\n2\n2\n2\n2\n")
    for words in [
      "'pipe': it is a pipe", "large:1:1: error: the file has 17 MiB; at most 16 MiB are read",
      "'loop': too many links", "'.': it is a",
    ] {
      #expect(outcome.error.contains(words), "\(outcome.error)")
    }
  }

  // MARK: Streams

  @Test func linesThatCannotBeUsed() {
    var bytes = Array("next\n".utf8) + Array(repeating: UInt8(ascii: "7"), count: 100_000) + [0x0A, 0xFF, 0xFE, 0x0A]
    bytes += Array("w1\r\n\u{0}\nnext".utf8)
    let outcome = Program.run(["walk"], bytes: bytes)
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("This line is longer than 64 KiB and was not read.\n"))
    #expect(outcome.error.contains("This line is not valid UTF-8 and was not read.\n"))
    #expect(outcome.output.contains("w1 = 0.2\n"))
    // The last line needs no end.
    #expect(outcome.output.hasSuffix("Place 3 of 69 (step 1), net input of h1, value: net_h1 = −0.96\n"))
  }

  @Test func quitAndEndOfInput() {
    #expect(Program.run(["walk"]).code == 0)
    let quit = Program.run(["walk"], input: "quit\nnext\n")
    #expect(quit.code == 0 && !quit.output.contains("Place 2"))
  }

  @Test func answersArriveLineByLine() {
    // The second line is only written once the answer to the first has come through the pipe.
    let outcome = Program.shell(
      """
      coproc bptutor walk --plain
      until read -r line <&"${COPROC[0]}" && [[ $line == 'A net input'* ]]; do :; done
      echo w1 >&"${COPROC[1]}"; read -r line <&"${COPROC[0]}"; echo "got $line"
      echo quit >&"${COPROC[1]}"; wait $COPROC_PID; echo $?
      """)
    #expect(outcome.output == "got w1 = 0.2\n0\n")
  }

  @Test func readerThatLeaves() {
    let outcome = Program.shell("yes '' | bptutor walk --plain | head -1; echo ${PIPESTATUS[1]}")
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.hasPrefix("Network 2-2-1") && outcome.output.hasSuffix("\n141\n"))
    let ignored = Program.shell(
      "trap '' PIPE; yes '' 2>/dev/null | bptutor walk --plain | head -1; echo ${PIPESTATUS[1]}")
    #expect(ignored.error.isEmpty && ignored.output.hasSuffix("\n141\n"))
  }

  @Test(arguments: ["walk --plain", "eval E", "man", "--help", "--version", "completions zsh"])
  func fullDisk(_ command: String) {
    let outcome = Program.shell("bptutor \(command) > /dev/full; echo $? >&2")
    #expect(outcome.error == "bptutor: cannot write the output: the disk is full\n1\n")
    let chinese = Program.shell("bptutor --lang zh \(command) > /dev/full; echo $? >&2")
    #expect(chinese.error == "bptutor: 无法写出结果：磁盘已满\n1\n")
  }

  @Test func closedStreams() {
    #expect(Program.shell("bptutor walk <&- | tail -1").output.hasPrefix("A net input"))
    let closed = Program.shell("bptutor eval E >&-; echo $?")
    #expect(closed.output == "1\n" && closed.error == "bptutor: cannot write the output: it is closed\n")
    #expect(Program.shell("bptutor eval --bad 2>&-; echo $?").output == "2\n")
    // A file that is opened must not become the missing stream.
    #expect(Program.shell("bptutor eval w1 --network /dev/null <&- >&- 2>&-; echo $?").output == "2\n")
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129), ("QUIT", 131)] as [(String, Int)])
  func signals(_ name: String, code: Int) {
    let outcome = Program.shell(
      """
      ulimit -c 0
      # A shell without job control has its background processes ignore INT and QUIT.
      coproc env --default-signal=INT,QUIT bptutor walk --plain
      until read -r line <&"${COPROC[0]}" && [[ $line == 'A net input'* ]]; do :; done
      kill -\(name) $COPROC_PID; wait $COPROC_PID; echo $?
      """)
    #expect(outcome.output == "\(code)\n")
  }
}
