import Glibc
import Testing

/// `bptutor install` and `bptutor uninstall` on the real binary.
@Suite struct InstallTests {
  private static let paths = [
    "bin/bptutor", "share/man/man1/bptutor.1", "share/man/zh_CN/man1/bptutor.1",
    "share/bash-completion/completions/bptutor", "share/zsh/site-functions/_bptutor",
    "share/fish/vendor_completions.d/bptutor.fish", "share/applications/bptutor.desktop",
    "share/icons/hicolor/scalable/apps/bptutor.svg",
  ]

  @Test func whatIsInstalledCanBeRemovedWithoutATrace() {
    let folder = TemporaryFolder()
    let prefix = folder.path + "/a b"
    let installed = Program.run(["install", "--prefix", prefix])
    #expect(installed.code == 0 && installed.error.isEmpty)
    for path in Self.paths {
      #expect(installed.output.contains("\(prefix)/\(path)\n"))
      #expect(access("\(prefix)/\(path)", R_OK) == 0, "\(path)")
    }
    #expect(access("\(prefix)/bin/bptutor", X_OK) == 0)
    #expect(installed.output.contains("export PATH='\(prefix)/bin':\"$PATH\""))
    #expect(folder.text("a b/share/man/man1/bptutor.1").contains(".TH BPTUTOR 1"))
    #expect(folder.text("a b/share/zsh/site-functions/_bptutor").hasPrefix("#compdef bptutor\n"))
    folder.write("mine", "a b/share/man/man1/other.1")
    let removed = Program.run(["uninstall", "--prefix", prefix])
    #expect(removed.code == 0)
    for path in Self.paths { #expect(access("\(prefix)/\(path)", F_OK) != 0, "\(path)") }
    #expect(folder.text("a b/share/man/man1/other.1") == "mine")
    #expect(access("\(prefix)/bin", F_OK) != 0, "a folder that only held the program goes with it")
  }

  @Test func again() {
    let folder = TemporaryFolder()
    for _ in 0..<2 { #expect(Program.run(["install", "--prefix", folder.path]).code == 0) }
    #expect(Program.run(["uninstall", "--prefix", folder.path]).code == 0)
    let nothing = Program.run(["uninstall", "--prefix", folder.path])
    #expect(nothing.code == 2 && nothing.error.contains("nothing is installed in '\(folder.path)'"))
  }

  @Test func aPlaceThatCannotBeUsedIsNamed() {
    let folder = TemporaryFolder()
    folder.write("", "file")
    let outcome = Program.run(["install", "--prefix", folder.path + "/file"])
    #expect(outcome.code == 2 && outcome.error.contains("cannot make the folder '\(folder.path)/file/bin'"))
    #expect(outcome.error.contains("\nhelp: name another place with --prefix\n"))
  }
}
