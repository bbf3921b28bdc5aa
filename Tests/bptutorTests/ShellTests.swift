import Glibc
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
      try lint /etc/host; try lint --for
      """)
    #expect(outcome.error.isEmpty)
    #expect(
      outcome.output.split(separator: "\n", omittingEmptySubsequences: false).prefix(11) == [
        "walk worksheet", "--network --notation --no-color", "dE/dw1 dE/dw2 dE/dw3 dE/dw4 dE/dw5 dE/dw6",
        "mazur-2-2-2 mazur-2-2-1", "zh",
        "en zh", "text json markdown latex html", "text json", "bash zsh fish", "", "net_h1 net_h2 net_O",
      ])
    let lines = outcome.output.split(separator: "\n").suffix(3)
    #expect(lines.prefix(2).allSatisfy { $0.contains("/etc/hosts") } && lines.last == "--format")
  }

  @Test(.enabled(if: has("zsh")), arguments: ["en", "zh"])
  func zsh(_ language: String) {
    let check =
      "bptutor completions zsh --lang \(language) > $f && zsh -n $f && zsh -fc 'autoload -U compinit; compinit -u -D; source '$f"
    let outcome = Program.shell("f=$(mktemp); \(check); echo $?; rm $f", environment: ["HOME": "/tmp"])
    #expect(outcome.output == "0\n" && outcome.error.isEmpty)
    // Files are offered wherever they fit, alone or beside names.
    let script = Program.run(["completions", "zsh", "--lang", language]).output
    #expect(script.contains(":progress:_files'") && script.contains(":lesson:_files'"))
    #expect(script.contains(":data: _bptutor_words_or_files xor "))
  }

  @Test(.enabled(if: has("fish")))
  func fish() {
    let outcome = Program.shell(
      """
      f=$(mktemp); export HOME=$(mktemp -d); bptutor completions fish --lang zh > $f && fish -n $f
      fish -c "source $f; complete -C 'bptutor walk dE/dw'; complete -C 'bptutor wa'; complete -C 'bptutor lint /etc/hostna'"; rm -r $f $HOME
      """)
    #expect(
      outcome.output.split(separator: "\n") == [
        "dE/dw1", "dE/dw2", "dE/dw3", "dE/dw4", "dE/dw5", "dE/dw6", "walk\t逐步推导前向传播、梯度与参数更新", "/etc/hostname",
      ])
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
