import Diagnostics
import Exports
import Networks
import Testing
import Traces

/// Names from files are text in every format, whatever they contain.
@Suite struct InjectionTests {
  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n"
      case .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: false
      // The invisible operators of MathML are meant.
      case .format: scalar.value == 0x2061 || scalar.value == 0x2062
      default: true
      }
    }
  }

  @Test(arguments: TraceFormat.allCases, Language.allCases)
  func nothingActsOnATerminal(_ format: TraceFormat, _ language: Language) {
    #expect(Self.isHarmless(format.text(of: Samples.hostile, language: language)))
  }

  @Test func htmlShowsNamesAsText() {
    let page = MarkupChecker(TraceHTML.text(Samples.hostile, language: .en))
    #expect(page.faults.isEmpty, "\(page.faults.prefix(3))")
    #expect(page.count("script") == 0)
    #expect(page.text.contains("<script>alert(1)</script>"))
    #expect(page.text.contains("'x'&amp;"))
  }

  @Test(arguments: Language.allCases)
  func markdownHasNoForeignMarkup(_ language: Language) {
    let text = TraceMarkdown.text(Samples.hostile, language: language)
    var anchors = 0
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      #expect(rest[start...].hasPrefix("<a id=\"step-") || rest[start...].hasPrefix("</a>"))
      anchors += 1
      rest = rest[rest.index(after: start)...]
    }
    #expect(anchors == 2 * Samples.hostile.steps.count)
    #expect(!text.replacing("\\`", with: "").contains("`"))
    // Links only to steps.
    let unescaped = text.replacing("\\]", with: "")
    #expect(unescaped.components(of: "](") == unescaped.components(of: "](#step-"))
    // Five borders in every row of the table, none of them from a name.
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.count > 3)
    #expect(rows.allSatisfy { String($0).replacing("\\|", with: "").filter { $0 == "|" }.count == 5 })
    let bordered = text.split(separator: "\n").filter { $0.replacing("\\|", with: "").contains("|") }
    #expect(bordered.allSatisfy { $0.hasPrefix("| ") }, "a border outside of the table")
    // Dollars come in pairs on each line; a name's own are escaped.
    for line in text.split(separator: "\n") {
      let bare = String(line).replacing("\\\\", with: "").replacing("\\$", with: "")
      #expect(bare.filter { $0 == "$" }.count.isMultiple(of: 2), "\(line)")
    }
  }

  /// Of LaTeX, amsmath, xcolor, TikZ and hyperref, as the article loads them.
  private static let knownCommands: Set<String> = [
    "documentclass", "usepackage", "definecolor", "setlength", "parindent", "parskip", "allowdisplaybreaks", "sloppy",
    "title", "author", "date", "begin", "end", "maketitle", "section", "subsection", "paragraph", "hypertarget",
    "hyperlink", "texorpdfstring", "mbox", "item", "small", "itshape", "hline", "renewcommand", "arraystretch",
    "resizebox", "ifdim", "width", "linewidth", "else", "fi", "draw", "node", "textbf", "scriptsize", "colorbox",
    "displaystyle", "frac", "left", "right", "cdot", "cdots", "dots", "partial", "eta", "infty", "mathrm", "text",
    "operatorname", "tanh", "ln", "exp", "sqrt", "lambda", "mu", "pi", "Phi", "vert", "surd", "quad", "times", "vdots",
    "backslash", "textbackslash",
    "textasciicircum", "textasciitilde", "textless", "textgreater", "textbar", "textquotedbl", "textasciigrave",
  ]

  @Test(arguments: Language.allCases)
  func latexHasNoForeignCommands(_ language: Language) throws {
    let traces = [Samples.hostile, Samples.lesson, try Samples.mazur(), Samples.saturated, Samples.wide]
    for trace in traces + (0..<20 as Range<UInt64>).map(Samples.random) {
      let text = TraceLaTeX.text(trace, language: language)
      #expect(!text.contains("\\input") && !text.contains("\\write") && !text.contains("^^"))
      #expect(!text.contains("\\\\input"))
      let checker = LaTeXChecker(text)
      #expect(checker.faults.isEmpty, "\(checker.faults.prefix(3))")
      #expect(checker.commands.isSubset(of: Self.knownCommands), "\(checker.commands.subtracting(Self.knownCommands))")
    }
  }
}

/// Whether braces, dollars and environments of LaTeX close in the order in which they open.
struct LaTeXChecker {
  private(set) var faults: [String] = []
  /// Control words.
  private(set) var commands: Set<String> = []

  init(_ text: String) {
    var open: [String] = []
    var line = 1
    var rest = text[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "\n": line += 1
      case "\\":
        let command = rest.prefix { $0.isASCII && $0.isLetter }
        if !command.isEmpty { commands.insert(String(command)) }
        if rest.hasPrefix("begin{") || rest.hasPrefix("end{") {
          let name = String(rest.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" })
          if rest.hasPrefix("begin") { open.append(name) } else { close(name, &open, line) }
          rest = rest.drop { $0 != "}" }.dropFirst()
        } else {
          rest = rest.dropFirst()
        }
      case "{": open.append("{")
      case "}": close("{", &open, line)
      case "$": if open.last == "$" { open.removeLast() } else { open.append("$") }
      case "%" where rest.first != "\n": faults.append("line \(line): a comment")
      case "#", "~": faults.append("line \(line): a bare \(character)")
      default: break
      }
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
  }

  private mutating func close(_ name: String, _ open: inout [String], _ line: Int) {
    let last = open.popLast()
    if last != name { faults.append("line \(line): \(name) closes \(last ?? "nothing")") }
  }
}
