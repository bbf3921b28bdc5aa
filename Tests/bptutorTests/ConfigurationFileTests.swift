import Testing

/// The configuration file on the real binary: found, named, left out, and with faults.
@Suite struct ConfigurationFileTests {
  private static func folder(_ text: String) -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write(text, "config.yaml")
    return folder
  }

  @Test func itIsFoundAndOptionsGoBeforeIt() {
    let folder = Self.folder("language: zh\nnotation: zhou\n")
    let file = folder.path + "/config.yaml"
    let usual = Program.run(["eval", "out_h1", "--no-config"])
    let chinese = Program.run(["check", "dE/dw5", "0.0349", "--config", file])
    #expect(chinese.code == 0 && chinese.output.contains("不对") && chinese.error.isEmpty)
    #expect(Program.run(["check", "dE/dw5", "0.0349", "--config", file, "--lang", "en"]).output.contains("not right"))
    // Names are those of the notation, and of the network's own where an option says so.
    let other = Program.run(["eval", "out_h1", "--config=\(file)"])
    #expect(other.code == 0 && other.output != usual.output)
    #expect(Program.run(["eval", "out_h1", "--config", file, "--notation", "net-out"]).output == usual.output)
    let home = Program.run(["eval", "out_h1"], environment: ["HOME": folder.path, "XDG_CONFIG_HOME": "relative"])
    #expect(home == usual)
  }

  @Test func itLiesInTheUsersFolder() {
    let folder = TemporaryFolder()
    #expect(Program.shell("mkdir -p '\(folder.path)/a/bptutor' '\(folder.path)/.config/bptutor'").code == 0)
    folder.write("language: zh", "a/bptutor/config.yaml")
    folder.write("language: zh", ".config/bptutor/config.yaml")
    for environment in [["XDG_CONFIG_HOME": folder.path + "/a", "HOME": "/"], ["HOME": folder.path]] {
      #expect(Program.run(["bogus"], environment: environment).error.contains("没有命令"))
      #expect(Program.run(["bogus", "--no-config"], environment: environment).error.contains("there is no command"))
    }
  }

  /// The program begins all the same; each fault is said once, with its place.
  @Test func faultsAreSaidAndTheRestHolds() {
    let folder = Self.folder("langauge: zh\nlessons: none\nnotation: zhuo\ntheme: light\nkeys: {walk: {next: n}}\n")
    let file = folder.path + "/config.yaml"
    let outcome = Program.run(["eval", "1+1", "--config", file])
    #expect(outcome.code == 0 && outcome.output.contains("2"))
    for (place, words) in [
      ("1:1", "there is no field 'langauge'"), ("2:10", "no such file"), ("3:11", "did you mean 'zhou'?"),
      ("5:15", "n is also the key of 'search-next'"),
    ] {
      #expect(outcome.error.contains("\(file):\(place): error: "), "\(place)")
      #expect(outcome.error.contains(words), "\(words)")
    }
    #expect(outcome.error.components(of: "error:") == 4)
  }

  @Test func aFileThatIsNamedMustBeThere() {
    let missing = Program.run(["eval", "1", "--config", "/nonexistent"])
    #expect(missing.code == 2 && missing.output.isEmpty && missing.error.contains("cannot read '/nonexistent'"))
    // The one that is not named need not be readable.
    let folder = TemporaryFolder()
    #expect(Program.shell("mkdir -p '\(folder.path)/bptutor/config.yaml'").code == 0)
    let outcome = Program.run(["eval", "1"], environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(outcome.code == 0 && outcome.error.contains("it is a directory"))
  }

  @Test func shortOptions() {
    let long = Program.run(["eval", "dE/dw5", "--format", "json"])
    #expect(Program.run(["eval", "dE/dw5", "-f", "json"]) == long && long.code == 0)
    #expect(Program.run(["-V"]) == Program.run(["--version"]))
    #expect(Program.run(["-q", "eval", "1"]).code == 0)
    let folder = TemporaryFolder()
    let written = Program.run(["trace", "-o", folder.path + "/t.txt"])
    #expect(written.code == 0 && written.output.isEmpty)
    #expect(Program.shell("test -s '\(folder.path)/t.txt'").code == 0)
    #expect(Program.run(["trace", "-o"]).code == 2)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
