import Diagnostics
import Exports
import Expressions
import Networks
import Testing
import Traces

@Suite struct TraceTextTests {
  /// The sides of every equation of the ASCII text parse, and come to the same value at six digits.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func equationsHold(_ seed: UInt64) throws {
    let trace = seed == 0 ? Samples.lesson : Samples.random(seed)
    let architecture = trace.network.architecture
    let text = TraceText.text(trace, language: .en, style: .ascii)
    var checked = 0
    for line in text.split(separator: "\n") where line.contains(" = ") {
      if line.hasPrefix("Rule") || line.contains("  Rule:") || line.hasPrefix("Sigmoid") { continue }
      // The label, and the marks of the factor at hand.
      let equation = line.split(separator: ": ").last ?? ""
      for part in equation.split(separator: ", ") {
        let sides = part.replacing("[", with: "(").replacing("]", with: ")").split(separator: " = ").map {
          String($0.trimmingPrefix(while: { $0 == " " }))
        }
        let values = try sides.map { side in
          try Expression.parse(side).evaluated { name in
            name == "..." ? nil : architecture.quantity(named: name).map(trace.pass.value)
          }
        }
        for value in values {
          #expect((value - values[0]).magnitude <= 2e-5 * max(1, values[0].magnitude), "\(line)")
        }
        checked += 1
      }
    }
    #expect(checked > trace.steps.count)
  }

  @Test func asciiTextIsASCII() {
    #expect(TraceText.text(Samples.lesson, language: .en, style: .ascii).utf8.allSatisfy { $0 < 0x80 })
  }

  /// Each line fits the sentence: what was found is not derived again but pointed to.
  @Test func reuseIsSaid() throws {
    let text = TraceText.text(Samples.lesson, language: .en)
    #expect(text.contains("Step 14. Factor 1 of 5: ∂E/∂out_O\n  Already found in step 9:\n  ∂E/∂out_O = −0.576513\n"))
    #expect(TraceText.text(Samples.lesson, language: .zh).contains("第 14 步，因子 1/5：∂E/∂out_O\n  第 9 步已经求出：\n"))
    #expect(text.components(of: "∂(½(target − out_O)²)/∂out_O") == 1)
  }

  /// The Chinese text has no English words but names, and the English one nothing Chinese.
  @Test(arguments: [0, 3, 9, 14] as [UInt64])
  func oneLanguageAtATime(_ seed: UInt64) throws {
    let traces = [seed == 0 ? Samples.lesson : Samples.random(seed), try Samples.mazur(), Samples.saturated]
    for trace in traces {
      let chinese = TraceText.text(trace, language: .zh)
      let words = Set(chinese.split { !($0.isASCII && $0.isLetter) }.filter { $0.count >= 4 }.map { String($0) })
      #expect(
        words.subtracting([
          "Sigmoid", "target", "ReLU", "relu", "tanh", "softmax", "softplus", "SiLU", "GELU", "mazur", "random",
          "sizes",
        ]).isEmpty, "\(words)"
      )
      let english = TraceText.text(trace, language: .en)
      #expect(!english.unicodeScalars.contains { (0x3000..<0xA000).contains($0.value) || $0.value >= 0xFF00 })
    }
  }

  @Test func saturationIsExplained() {
    let text = TraceText.text(Samples.saturated, language: .en)
    #expect(text.contains("E is computed from the net input."))
    #expect(text.contains("= −0.9\n  One factor is too large"))
    // At net = 40 out rounds to 1, and 1(1 − 1) is not what is shown.
    var network = Samples.saturated.network
    network.parameters = [40]
    let rounded = TraceText.text(Trace(network, named: ["dE/dw1"]), language: .en)
    #expect(rounded.contains("1(1 − 1) = 4.24835e-18\n  The output is so close to its limit"))
    let lesson = TraceText.text(Samples.lesson, language: .en)
    #expect(!lesson.contains("computed from") && !lesson.contains("too large"))
  }

  /// A product along one path among several is not called the gradient.
  @Test func pathsAreParts() {
    let text = TraceText.text(Samples.sharedBias, language: .en, style: .ascii)
    let product = text.split(separator: "\n").first { $0.contains("= 0.00252605") }
    #expect(product?.hasPrefix("  -(target") == true)
    #expect(text.contains("  dE/db1 = -(target - out_O)*out_O*(1 - out_O)*w5"))
  }
}

extension String {
  /// How often a part occurs.
  func components(of part: String) -> Int {
    var (count, rest) = (0, self[...])
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
