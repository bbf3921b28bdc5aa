import Glibc
import Testing

/// Where lessons come from, on the real binary: the folders that are named, one's own, and the program itself.
@Suite struct LessonFoldersTests {
  private static func lesson(_ id: String, title: String = "T", requires: String = "", body: String = "Words.")
    -> String
  {
    "---\nbptutor: 1\nid: \(id)\ntitle: \(title)\n\(requires.isEmpty ? "" : "requires: [\(requires)]\n")lang: en\n---\n\(body)\n"
  }

  /// What a lesson may require shows which lessons are known.
  private func unknown(_ ids: [String], _ arguments: [String] = [], _ environment: [String: String] = [:]) -> [String] {
    let folder = TemporaryFolder()
    folder.write(Self.lesson("asking", requires: ids.joined(separator: ", ")), "asking.en.md")
    let outcome = Program.run(["lint", folder.path] + arguments, environment: environment)
    return ids.filter { outcome.error.contains("there is no lesson '\($0)'") }
  }

  @Test func foldersInTheirOrder() {
    let (named, listed, home) = (TemporaryFolder(), TemporaryFolder(), TemporaryFolder())
    named.write(Self.lesson("named"), "named.en.md")
    listed.write(Self.lesson("listed"), "listed.en.md")
    for name in ["/.local", "/.local/share", "/.local/share/bptutor", "/.local/share/bptutor/lessons"] {
      mkdir(home.path + name, 0o700)
    }
    home.write(Self.lesson("own"), ".local/share/bptutor/lessons/own.en.md")
    let ids = ["named", "listed", "own", "forward-pass"]
    #expect(unknown(ids) == ["named", "listed", "own"])
    #expect(unknown(ids, ["--lessons", named.path], ["BPTUTOR_LESSONS": listed.path, "HOME": home.path]) == [])
    #expect(unknown(ids, [], ["XDG_DATA_HOME": home.path + "/.local/share", "HOME": "/"]) == ["named", "listed"])
    #expect(unknown(ids, [], ["XDG_DATA_HOME": "relative", "HOME": home.path]) == ["named", "listed"])
    #expect(unknown(ids, [], ["BPTUTOR_LESSONS": "\(named.path):\(listed.path)", "HOME": "nowhere"]) == ["own"])
  }

  /// A folder's lesson stands in for the program's of the same id; one with faults is told and takes nothing away.
  @Test func listsAndReplaces() {
    let folder = TemporaryFolder()
    folder.write(Self.lesson("loss", title: "My own loss"), "loss.en.md")
    folder.write(Self.lesson("mine", title: "Mine"), "01-mine.en.md")
    folder.write("no lesson", "zz.en.md")
    folder.write(Self.lesson("rounds", title: "Broken", body: "```ask number id=n\n```"), "rounds.en.md")
    let list = Program.run(["lesson", "--lessons", folder.path])
    let lines = list.output.split(separator: "\n").map(String.init)
    #expect(list.code == 0 && list.error.isEmpty)
    #expect(lines.contains { $0.hasPrefix("forward-pass ") } && lines.contains { $0.hasPrefix("rounds ") })
    #expect(lines.filter { $0.hasPrefix("loss ") }.map { $0.hasSuffix("  My own loss") } == [true])
    #expect(lines.firstIndex { $0.hasPrefix("loss ") } == 1 && lines.contains { $0.hasPrefix("mine ") })
    #expect(!list.output.contains("Broken"))
    #expect(lines.last == "2 lesson files have faults and are left out: bptutor lint \(folder.path)")
    for name in ["rounds", "zz"] {
      let outcome = Program.run(["lesson", name, "--lessons", folder.path])
      #expect(outcome.code == 2 && outcome.error.hasPrefix("\(folder.path)/\(name).en.md:"), "\(name)")
    }
    for name in ["mine", "01-mine"] {
      #expect(Program.run(["lesson", name, "--lessons", folder.path]).output.contains("Mine"), "\(name)")
    }
    let unknown = Program.run(["lesson", "los", "--lang", "zh"])
    #expect(unknown.code == 2 && unknown.error == "bptutor: 没有课程“los”\n提示：是不是想写“loss”？\n")
    for path in ["../../etc/passwd", "/dev/zero", folder.path, folder.path + "/none.md"] {
      let outcome = Program.run(["lesson", path])
      #expect(outcome.code == 2 && !outcome.error.contains("root:x:"), "\(path)")
    }
  }

  @Test func aNamedFolderMustBeThere() {
    let folder = TemporaryFolder()
    folder.write("", "file")
    mkfifo(folder.path + "/pipe", 0o600)
    for name in ["none", "file", "pipe"] {
      let outcome = Program.run(["lint", "--lessons", folder.path + "/" + name, folder.path])
      #expect(outcome.code == 2 && outcome.error.hasPrefix("bptutor: cannot read the lessons of '"), "\(name)")
      #expect(outcome.error.contains("which --lessons names: "))
    }
    let outcome = Program.run(
      ["lint", folder.path], environment: ["BPTUTOR_LESSONS": "/dev/zero", "LC_ALL": "zh_CN.UTF-8"])
    #expect(outcome.code == 2 && outcome.error == "bptutor: 无法读取 BPTUTOR_LESSONS 指定的课程文件夹“/dev/zero”：这不是文件夹\n")
  }

  /// A folder full of what is no lesson costs little, hangs nowhere, and takes nothing else away.
  @Test func hostileFolders() {
    let folder = TemporaryFolder()
    folder.write(Self.lesson("good"), "good.en.md")
    folder.write(Self.lesson("broken", body: "```ask number id=n\n```"), "broken.en.md")
    folder.write("", "large.en.md")
    truncate(folder.path + "/large.en.md", 1 << 30)
    mkfifo(folder.path + "/pipe.en.md", 0o600)
    symlink("/dev/zero", folder.path + "/zero.en.md")
    symlink("/etc/passwd", folder.path + "/passwd.en.md")
    mkdir(folder.path + "/folder.en.md", 0o700)
    #expect(unknown(["good", "forward-pass", "broken"], ["--lessons", folder.path]) == ["broken"])
    let text = String(repeating: "words\n", count: 40_000)
    for number in 0..<20 { folder.write(text, "a\(number).md") }
    // Behind 4 MB nothing is read, though everything is told.
    let outcome = Program.run(["lint", folder.path])
    #expect(outcome.error.contains("/good.en.md:1:1: error: the files before this one hold more than 4 MB\n"))
    #expect(unknown(["forward-pass"], ["--lessons", folder.path]) == [])
  }
}
