import Glibc
import TerminalTesting
import Testing

/// What is made for other programs, given to those programs where they are installed.
@Suite struct ShellTests {
  private static func has(_ program: String) -> Bool {
    Program.shell("command -v \(program)").code == 0
  }

  @Test(arguments: ["en", "zh"])
  func bash(_ language: String) {
    let outcome = Program.shell(
      """
      source <(bptutor completions bash --lang \(language))
      try() { COMP_WORDS=(bptutor "$@"); COMP_CWORD=$#; _bptutor; echo "${COMPREPLY[*]}"; }
      try w; try walk --n; try walk dE/dw; try walk --network m; try --lang = z; try --lang =
      try trace --format ''; try eval --format ''; try completions ''; try --set ''; try eval net_; try trace --output /etc/host
      try lint /etc/host; try lint --for; try lesson forward-p; try train --plot loss,bou; try eval -f j
      """)
    #expect(outcome.error.isEmpty)
    #expect(
      outcome.output.split(separator: "\n", omittingEmptySubsequences: false).prefix(11) == [
        "walk worksheet", "--network --notation --no-color --no-config", "dE/dw1 dE/dw2 dE/dw3 dE/dw4 dE/dw5 dE/dw6",
        "mazur-2-2-2 mazur-2-2-1", "zh",
        "en zh", "text json markdown latex html", "text json", "bash zsh fish lessons",
        "i1= i2= w1= w2= w3= w4= w5= w6= b1= b2= target= eta=", "net_h1 net_h2 net_O",
      ])
    let all = outcome.output.split(separator: "\n")
    #expect(all.suffix(3) == ["forward-pass", "loss,boundary", "json"])
    let lines = all.dropLast(3).suffix(3)
    #expect(lines.prefix(2).allSatisfy { $0.contains("/etc/hosts") } && lines.last == "--format")
  }

  /// `--what-if NAME=VALUE`: names with their '=', then the values of those that can be listed; bash breaks words at '='.
  @Test func bashInsideAValue() {
    let outcome = Program.shell(
      """
      source <(bptutor completions bash)
      try() { COMP_WORDS=(bptutor "$@"); COMP_CWORD=$#; _bptutor; echo "${COMPREPLY[*]}"; }
      try train --what-if ''; try train --what-if = ; try train --what-if = mis; try train --what-if mistake = upd
      try train --what-if = activation = ta; try train --what-if mistake =
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.error.isEmpty && lines.count == 6)
    #expect(lines.prefix(2).allSatisfy { $0 == "eta= momentum= batch= seed= activation= mistake=" })
    #expect(lines.dropFirst(2).prefix(3) == ["mistake=", "updated-weight", "tanh"])
    #expect(lines.last?.contains("sign-flip") == true)
  }

  @Test(.enabled(if: has("zsh")), arguments: ["en", "zh"])
  func zsh(_ language: String) {
    let check =
      "bptutor completions zsh --lang \(language) > $f && zsh -n $f && zsh -fc 'autoload -U compinit; compinit -u -D; source '$f"
    let outcome = Program.shell("f=$(mktemp); \(check); echo $?; rm $f", environment: ["HOME": "/tmp"])
    #expect(outcome.output == "0\n" && outcome.error.isEmpty)
    // Files are offered wherever they fit, alone or beside names.
    let script = Program.run(["completions", "zsh", "--lang", language]).output
    #expect(script.contains(":lesson: _bptutor_lessons_or_files'"))
    #expect(script.contains(":data: _bptutor_words_or_files xor "))
  }

  @Test(.enabled(if: has("fish")))
  func fish() {
    let outcome = Program.shell(
      """
      f=$(mktemp); export HOME=$(mktemp -d); bptutor completions fish --lang zh > $f && fish -n $f
      fish -c "source $f; complete -C 'bptutor walk dE/dw'; complete -C 'bptutor wa'; complete -C 'bptutor lint /etc/hostna'; complete -C 'bptutor lesson forward-p'"; rm -r $f $HOME
      """)
    #expect(
      outcome.output.split(separator: "\n") == [
        "dE/dw1", "dE/dw2", "dE/dw3", "dE/dw4", "dE/dw5", "dE/dw6", "walk\t逐步推导前向传播、梯度与参数更新", "/etc/hostname",
        "forward-pass",
      ])
  }

  /// On a terminal the page is set and opened in the pager; a pipe gets its source.
  @Test(.enabled(if: has("man") && has("less") && has("nroff"))) func manualInThePager() throws {
    let session = try PtySession(
      [BuiltProgram.path("bptutor"), "man", "--lang", "en"],
      environment: ["HOME": "/tmp", "PAGER": "less", "LESS": "", "PATH": "/usr/local/bin:/usr/bin:/bin"])
    try session.wait(forText: "BPTUTOR(1)", within: 30)
    #expect(!session.lines.contains { $0.hasPrefix(".TH") })
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
    #expect(Program.run(["man"]).output.contains(".TH BPTUTOR"))
  }

  @Test(.enabled(if: has("mandoc")), arguments: ["en", "zh"])
  func manualPage(_ language: String) {
    let outcome = Program.shell(
      "f=$(mktemp --suffix=.1); bptutor man --lang \(language) > $f; mandoc -T lint -W warning $f; mandoc -T utf8 $f | col -b; rm $f"
    )
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.hasPrefix("BPTUTOR(1)"), "\(outcome.output.prefix(300))")
    #expect(outcome.output.contains("printf 'next\\nnext\\ndE/dw1\\n' | bptutor walk --plain"))
    #expect(outcome.output.contains("source <(bptutor completions bash)"))
  }
}
