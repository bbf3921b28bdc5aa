import Diagnostics
import Exports
import Networks
import RandomNetworks
import Testing
import Traces

@Suite struct TraceHTMLTests {
  private static let knownElements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6", "nav", "ol", "li",
    "a",
    "section", "p", "div", "dl", "dt", "dd", "span", "figure", "table", "thead", "tbody", "tr", "th", "td", "svg",
    "desc",
    "line", "text", "g", "rect", "math", "mrow", "mi", "mn", "mo", "mfrac", "msub", "msup", "msubsup", "msqrt",
    "mtable",
    "mtr", "mtd", "mstyle", "mspace", "mtext",
  ]
  private static let knownAttributes: Set<String> = [
    "xmlns", "lang", "charset", "content", "name", "class", "id", "href", "scope", "role", "style", "viewBox", "x", "y",
    "x1", "y1", "x2", "y2", "rx", "width", "height", "display", "form", "stretchy", "displaystyle", "http-equiv",
    "aria-label", "aria-labelledby", "aria-hidden", "alttext", "tabindex",
  ]

  @Test(arguments: Language.allCases)
  func isWellFormedAndSelfContained(_ language: Language) throws {
    var traces = (0..<8 as Range<UInt64>).map(Samples.random)
    traces += [Samples.lesson, Samples.sharedBias, try Samples.mazur(), Samples.saturated, Samples.hostile]
    for trace in traces {
      let html = TraceHTML.text(trace, language: language)
      let page = MarkupChecker(html)
      #expect(page.faults.isEmpty, "\(trace.network.name): \(page.faults.prefix(3))")
      let names = Set(page.elements.map(\.name))
      #expect(names.isSubset(of: Self.knownElements), "\(names.subtracting(Self.knownElements))")
      let attributes = Set(page.elements.flatMap(\.attributes.keys))
      #expect(attributes.isSubset(of: Self.knownAttributes), "\(attributes.subtracting(Self.knownAttributes))")
      // Reached in the page's own order.
      #expect(page.elements.allSatisfy { $0.attributes["tabindex"] == nil || $0.attributes["tabindex"] == "0" })
      #expect(!html.contains("url(") && !html.contains("@import"))
      // Addresses only name the vocabularies.
      let addresses = page.elements.flatMap { $0.attributes.filter { $0.value.contains("//") } }
      #expect(addresses.allSatisfy { $0.key == "xmlns" })
    }
  }

  @Test func canBeReadByEverybody() {
    for (language, tag) in [(Language.en, "en"), (.zh, "zh-Hans")] {
      let page = MarkupChecker(TraceHTML.text(Samples.lesson, language: language))
      #expect(page.elements.first { $0.name == "html" }?.attributes["lang"] == tag)
      #expect(page.count("title") == 1 + page.count("svg"))
      #expect(page.count("svg") == 3)
      #expect(page.count("desc") == 3)
      #expect(page.elements.filter { $0.name == "svg" }.allSatisfy { $0.attributes["role"] == "img" })
      #expect(page.count("h1") == 1)
      let levels = page.elements.compactMap { $0.name.first == "h" ? Int($0.name.dropFirst()) : nil }
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "no level of headings is left out")
      #expect(page.text.contains("= −0.576513") == false)
    }
  }

  /// Every node, edge and value is in the picture, and the path is lit.
  @Test func pictureNamesEverything() {
    let page = MarkupChecker(TraceHTML.text(Samples.lesson, language: .en))
    for label in [
      "w1 = 0.2", "w2 = −0.2", "w3 = −0.4", "w4 = −0.7", "w5 = −0.1", "w6 = −1.2", "b1 = −0.9", "b2 = −0.5",
      "net −0.96", "out 0.276878", "net −1.55", "out 0.175086", "net −0.737791", "out 0.323487", "target 0.9",
    ] {
      #expect(page.text.components(of: label) >= 3, "\(label)")
    }
    let lit = page.elements.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains("lit") }
    // ∂E/∂w5: w5 and the way to E; O and E; one label. ∂E/∂w1: w1, w5, the way to E; i1, h1, O, E; two labels.
    #expect(lit.filter { $0.name == "line" }.count == 2 + 3)
    #expect(lit.filter { $0.name == "g" }.count == 2 + 4)
    #expect(lit.filter { $0.name == "text" }.count == 1 + 2)
    #expect(page.text.contains("h1 is fed by i1 over w1, i2 over w2, b1."))
    #expect(page.text.contains("Highlighted: i1, w1, w5, h1, O, E."))
  }

  /// A network of any width has a picture of bounded size that still holds what is lit.
  @Test func wideNetworks() {
    let network = RandomNetworks.network([300, 90, 10])
    let trace = Trace(network, named: ["dE/dw12345"])
    let page = MarkupChecker(TraceHTML.text(trace, language: .en))
    #expect(page.faults.isEmpty)
    #expect(page.count("line") < 400)
    #expect(page.text.contains("⋮"))
    #expect(page.text.contains("w12345 = "))
    #expect(page.elements.contains { $0.name == "g" && $0.attributes["class"] == "node neuron lit" })
  }
}
