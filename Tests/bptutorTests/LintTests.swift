import Glibc
import Testing

/// `bptutor lint` on the real binary: what it says, where, and how it ends.
@Suite struct LintTests {
  private static let good = """
    ---
    bptutor: 1
    id: own
    title: My own
    lang: en
    ---
    Words.

    """

  private static func chinese(_ text: String) -> String {
    text.replacing("title: My own", with: "title: 我的课程").replacing("lang: en", with: "lang: zh")
  }

  private static let broken = """
    ---
    bptutor: 1
    id: own
    titel: My own
    lang: en
    ---
    ```ask number id=n1
    prompt: What is E?
    answer: dE/dw55
    ```

    """

  /// What is no fault, but may be shifted on someone else's terminal: named once, and the lesson is taken.
  @Test func widthsThatTerminalsDispute() {
    let folder = TemporaryFolder()
    folder.write(Self.good.replacing("Words.", with: "∂ ✅ ⚡️ 反向 ❤️ and ❤️, 🇨🇳, 👍🏽, 1\u{FE0F}\u{20E3}."), "own.en.md")
    let outcome = Program.run(["lint", folder.path + "/own.en.md"])
    #expect(outcome.code == 0 && outcome.output == "No errors: 1 lesson.\n")
    let warned = outcome.error.split(separator: "\n").filter { $0.contains(": warning: ") }
    // The selector itself is invisible, and left out of what is said.
    let signs = ["❤", "🇨🇳", "👍🏽", "1\u{20E3}"]
    #expect(warned.map { String($0.drop { $0 != "'" }) } == signs.map { "'\($0)' is" }, "\(outcome.error)")
    #expect(warned.first?.contains("own.en.md:7:10: ") == true, "\(outcome.error)")
    let json = Program.run(["lint", folder.path, "--format", "json"])
    #expect(json.code == 0 && json.output.contains(#""severity": "warning""#))
  }

  @Test func allIsWell() throws {
    let folder = TemporaryFolder()
    folder.write(Self.good, "own.en.md")
    folder.write("Not a lesson.", "README.md")
    let one = Program.run(["lint", folder.path])
    #expect(one == .init(code: 0, output: "All is well: 1 lesson.\n", error: ""))
    folder.write(Self.chinese(Self.good), "own.zh.md")
    let both = Program.run(["lint", folder.path + "/"])
    #expect(both == .init(code: 0, output: "All is well: 1 lesson, in English and Chinese.\n", error: ""))
    let named = Program.run(["lint", folder.path + "/own.zh.md", "--lang", "zh"])
    #expect(named == .init(code: 0, output: "一切正常：1 课，中英文齐全。\n", error: ""))
    #expect(Program.run(["lint", folder.path, "--format", "json"]) == .init(code: 0, output: "[]\n", error: ""))
  }

  /// An editor's buffer that was not saved.
  @Test func standardInput() {
    let good = Program.run(["lint", "-"], input: Self.good)
    #expect(good == .init(code: 0, output: "All is well: 1 lesson.\n", error: ""))
    let broken = Program.run(["lint", "-", "--lang", "en"], input: Self.broken)
    #expect(broken.code == 2 && broken.output.isEmpty && broken.error.hasPrefix("-:1:1: error: the field 'title' is "))
    let chinese = Program.run(["lint", "-", "--lang", "zh"], input: Self.broken)
    #expect(chinese.code == 2 && chinese.error.contains("-:9:12: 错误："))
    #expect(Program.run(["lint", "-"], bytes: [0xFF, 0xFE]).code == 2)
  }

  @Test func allFaultsAtOnce() throws {
    let folder = TemporaryFolder()
    folder.write(Self.broken, "own.en.md")
    let outcome = Program.run(["lint", "--lang=en", folder.path + "/own.en.md"])
    let file = folder.path + "/own.en.md"
    #expect(
      outcome
        == .init(
          code: 2, output: "",
          error: """
            \(file):1:1: error: the field 'title' is missing
              ---
              ^~~
            \(file):4:1: error: there is no field 'titel' here
              titel: My own
              ^~~~~
            help: did you mean 'title'?
            \(file):9:12: error: 'w55' is not a quantity known here
              answer: dE/dw55
                         ^~~~
            help: did you mean 'w5'?

            3 faults

            """))
    let chinese = Program.run(["lint", "--lang", "zh", folder.path])
    #expect(chinese.code == 2 && chinese.error.contains(":4:1: 错误：") && chinese.error.hasSuffix("\n共 3 处错误\n"))
    let json = Program.run(["lint", "--format=json", folder.path])
    #expect(json.code == 2 && json.error.isEmpty)
    #expect(json.output.contains("\"line\": 9,\n    \"column\": 12,\n"))
  }

  /// A file that is named alone is held against its translation and may require what lies beside it.
  @Test func whatLiesBesideCounts() throws {
    let folder = TemporaryFolder()
    folder.write(Self.good.replacing("lang", with: "requires: [other]\nlang"), "own.en.md")
    let file = folder.path + "/own.en.md"
    #expect(Program.run(["lint", file]).error.contains(":5:12: error: there is no lesson 'other'"))
    folder.write(Self.good.replacing("own", with: "other"), "other.en.md")
    #expect(Program.run(["lint", file]) == .init(code: 0, output: "All is well: 1 lesson.\n", error: ""))
    folder.write(Self.chinese(Self.good) + "```show step=dE/dw5\n```\n", "own.zh.md")
    let outcome = Program.run(["lint", folder.path + "/own.zh.md"])
    #expect(outcome.code == 2 && outcome.error.contains("own.zh.md:8:1: error: the English file has no block"))
    #expect(Program.run(["lint", file]).code == 0)
  }

  /// Nothing is waited for, followed, or read beyond a lesson's size.
  @Test func hostilePaths() throws {
    let folder = TemporaryFolder()
    folder.write("", "large.en.md")
    truncate(folder.path + "/large.en.md", 1 << 30)
    mkfifo(folder.path + "/pipe.en.md", 0o600)
    symlink("/etc/passwd", folder.path + "/link.en.md")
    symlink(folder.path, folder.path + "/loop")
    mkdir(folder.path + "/empty", 0o700)
    folder.write(Self.good.replacing("lang", with: "network: ../../etc/passwd\nlang"), "path.en.md")
    let outcome = Program.run([
      "lint", folder.path, "/dev/zero", "/etc/passwd", folder.path + "/empty", folder.path + "/none",
      "\u{1B}]0;x\u{7}.md",
    ])
    #expect(outcome.code == 2)
    let error = outcome.error
    #expect(error.contains("/large.en.md:1:1: error: the file has more than 256 KB\n"))
    #expect(error.contains("/pipe.en.md:1:1: error: this is no ordinary file\n"))
    #expect(error.contains("/link.en.md:1:1: error: links are not followed\n"))
    #expect(error.contains("/path.en.md:5:10: error: '../../etc/passwd' is not the name of a file beside"))
    #expect(error.contains("/dev/zero:1:1: error: this is no ordinary file\n"))
    #expect(error.contains("/etc/passwd:1:1: error: this is no lesson\n"))
    #expect(error.contains("/empty:1:1: error: there is no lesson in this folder\n"))
    #expect(error.contains("/none:1:1: error: there is no such file\n"))
    #expect(!error.contains("root:") && !error.contains("\u{1B}"))
    #expect(error.hasSuffix("\n9 faults in 9 files\n"))
  }
}
