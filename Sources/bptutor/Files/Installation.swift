import Arguments
import Diagnostics

/// What is installed, and where below a prefix.
struct Installation {
  let prefix: String

  /// A text that is written, by its path below the prefix.
  struct File {
    let path: String
    let text: String
  }

  var program: String { path("bin/\(CommandTable.program)") }

  /// What speaks MQTT for the program.
  static let helperName = "bptutor-room"
  var helper: String { path("bin/\(Self.helperName)") }

  func path(_ below: String) -> String { prefix.hasSuffix("/") ? prefix + below : prefix + "/" + below }

  /// Manual pages in both languages, completions where shells look for them, and the menu's entry with its picture.
  static var files: [File] {
    let name = CommandTable.program
    return [
      File(path: "share/man/man1/\(name).1", text: ManualPage(language: .en).text),
      File(path: "share/man/zh_CN/man1/\(name).1", text: ManualPage(language: .zh).text),
      File(path: "share/bash-completion/completions/\(name)", text: CompletionScript.bash.text(.en)),
      File(path: "share/zsh/site-functions/_\(name)", text: CompletionScript.zsh.text(.en)),
      File(path: "share/fish/vendor_completions.d/\(name).fish", text: CompletionScript.fish.text(.en)),
      File(path: "share/applications/\(name).desktop", text: desktopEntry),
      File(path: "share/icons/hicolor/scalable/apps/\(name).svg", text: icon),
    ]
  }

  /// By the desktop entry specification 1.5.
  private static var desktopEntry: String {
    """
    [Desktop Entry]
    Type=Application
    Name=\(CommandTable.program)
    Comment=\(CommandTable.purpose.en)
    Comment[zh]=\(CommandTable.purpose.zh)
    Exec=\(CommandTable.program)
    Icon=\(CommandTable.program)
    Terminal=true
    Categories=Education;Science;ArtificialIntelligence;

    """
  }

  /// The 2-2-1 network with the path of w5 lit.
  private static var icon: String {
    let nodes = [(12, 18), (12, 46), (32, 18), (32, 46), (52, 32)]
    let edges = [(0, 2), (0, 3), (1, 2), (1, 3), (3, 4), (2, 4)]
    let lines = edges.map { from, to in
      let color = (from, to) == (2, 4) ? "#f5a623" : "#7f8c9b"
      return
        "<line x1=\"\(nodes[from].0)\" y1=\"\(nodes[from].1)\" x2=\"\(nodes[to].0)\" y2=\"\(nodes[to].1)\" stroke=\"\(color)\" stroke-width=\"2\"/>"
    }
    let circles = nodes.enumerated().map { index, node in
      let color = index == 2 || index == 4 ? "#f5a623" : "#dfe6ee"
      return "<circle cx=\"\(node.0)\" cy=\"\(node.1)\" r=\"6\" fill=\"\(color)\"/>"
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
      <rect width="64" height="64" rx="12" fill="#1b2330"/>
      \((lines + circles).joined(separator: "\n"))
      </svg>

      """
  }
}
