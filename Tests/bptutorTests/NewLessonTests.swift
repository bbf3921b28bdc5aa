import Glibc
import Testing

/// `bptutor new-lesson` and `bptutor schema` on the real binary.
@Suite struct NewLessonTests {
  @Test func whatIsWrittenLintsClean() {
    let folder = TemporaryFolder()
    let outcome = Program.run(["new-lesson", folder.path + "/03-momentum"])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    for name in ["03-momentum.en.md", "03-momentum.zh.md"] { #expect(outcome.output.contains(name)) }
    #expect(outcome.output.contains("\n  bptutor lint \(folder.path)/03-momentum.en.md "))
    #expect(folder.text("03-momentum.en.md").contains("\nid: momentum\n"))
    #expect(folder.text("03-momentum.zh.md").contains("\nlang: zh\n"))
    let lint = Program.run(["lint", folder.path])
    #expect(lint == .init(code: 0, output: "All is well: 1 lesson, in English and Chinese.\n", error: ""))
  }

  /// Both files or none; a link is not followed.
  @Test func nothingIsOverwritten() {
    let folder = TemporaryFolder()
    folder.write("mine", "a.zh.md")
    let outcome = Program.run(["new-lesson", folder.path + "/a"])
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    #expect(outcome.error.contains("a.zh.md': it is there already, and is left as it is"))
    #expect(folder.text("a.zh.md") == "mine")
    #expect(access(folder.path + "/a.en.md", F_OK) != 0)
    symlink(folder.path + "/target", folder.path + "/b.en.md")
    #expect(Program.run(["new-lesson", folder.path + "/b"]).code == 1)
    #expect(access(folder.path + "/target", F_OK) != 0 && access(folder.path + "/b.zh.md", F_OK) != 0)
  }

  @Test func unusableNames() {
    let folder = TemporaryFolder()
    for name in ["My Lesson", "../", "a\u{1B}[31m", "x;rm", ""] {
      let outcome = Program.run(["new-lesson", folder.path + "/" + name])
      #expect(outcome.code == 2 && !outcome.error.contains("\u{1B}"), "\(name)")
      #expect(outcome.error.contains("\nhelp: use letters, digits and hyphens, as in "), "\(name)")
    }
    let missing = Program.run(["new-lesson", folder.path + "/no/a", "--lang", "zh"])
    #expect(missing.code == 2 && missing.error.contains("\n提示：请先建文件夹：mkdir -p \(folder.path)/no/\n"))
  }

  @Test func schemaIsJSONOrATable() {
    #expect(Program.run(["schema"]).output.hasPrefix("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\""))
    #expect(Program.run(["schema", "--format", "markdown", "--lang", "zh"]).output.hasPrefix("| 字段 |"))
  }
}
