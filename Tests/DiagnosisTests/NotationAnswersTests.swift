import Diagnosis
import Diagnostics
import Expressions
import Networks
import Skills
import Testing

/// Answers in the letters of books, and in other courses' words.
@Suite struct NotationAnswersTests {
  private static func checker(_ network: String, _ notation: String) throws -> Checker {
    let network = try #require(BundledNetworks.network(named: network))
    return Checker(try network.lettered(in: try #require(BundledNotations.notation(named: notation))))
  }

  /// Han, Kamber and Pei print these for their example (chapter 9), some with more digits, as a step needs them.
  @Test(arguments: [
    ("I4", "-0.7", "right"), ("O4", "0.332", "right"), ("I5", "0.1", "right"), ("O5", "0.525", "right"),
    ("I6", "-0.105", "right"), ("O6", "0.474", "right"), ("Err6", "0.1311", "right"), ("Err5", "-0.00654", "right"),
    ("Err4", "-0.00872", "right"), ("w46+", "-0.261", "right"), ("w56+", "-0.138", "right"),
    ("w14+", "0.19215", "right"), ("w15+", "-0.30589", "right"), ("w34+", "-0.50785", "right"),
    ("w35+", "0.19411", "right"),
    ("θ6+", "0.218", "right"), ("θ5+", "0.19411", "right"), ("θ4+", "-0.40785", "right"),
    ("Err6", "-0.1311", "mistake"),
    ("Err5", "0.00654", "mistake"), ("∂E/∂I_6", "-0.1311", "right"), ("∂E/∂I_6", "0.1311", "mistake"),
    ("Err_6", "O_6(1-O_6)(T_6-O_6)", "right"), ("Err_4", "O_4(1-O_4)*Err_6*w_46", "right"),
    ("Err_4", "-O_4(1-O_4)*Err_6*w_46", "mistake"), ("w46+", "w46+l*Err6*O4", "right"),
    ("dE/dw46", "-Err6*O4", "right"), ("Err_6", "Err_6 = 0.1311", "right"),
  ]) func hanAndKamber(quantity: String, answer: String, kind: String) throws {
    let checker = try Self.checker("han-kamber", "han-kamber")
    let verdict = checker.check(try checker.asked(quantity), answer: answer)
    #expect(verdict.kind.rawValue == kind, "\(verdict.feedback.en)")
    if kind == "mistake" { #expect(verdict.mistakes.contains("sign-flip"), "\(verdict.mistakes)") }
  }

  /// Negnevitsky's XOR: e = −0.5097, δ5 = −0.1274, δ3 = 0.0381, δ4 = −0.0147.
  @Test(arguments: [
    ("δ_5", "-0.1274", "right"), ("δ_3", "0.0381", "right"), ("δ_4", "-0.0147", "right"),
    ("delta_n5", "-0.1274", "right"),
    ("δ_5", "0.1274", "mistake"), ("y_3", "0.5250", "right"), ("y_4", "0.8808", "right"), ("y_5", "0.5097", "right"),
    ("δ_3", "y_3(1-y_3)*δ_5*w_35", "right"), ("w_35+", "w_35 + α*y_3*δ_5", "right"),
  ]) func negnevitsky(quantity: String, answer: String, kind: String) throws {
    let checker = try Self.checker("negnevitsky-xor", "negnevitsky")
    let verdict = checker.check(try checker.asked(quantity), answer: answer)
    #expect(verdict.kind.rawValue == kind, "\(verdict.feedback.en)")
  }

  @Test(arguments: ["net-out", "z-a", "nielsen", "qiu"]) func theOtherSignIsAMistakeWhereDeltaIsTheGradient(
    notation: String
  ) throws {
    let checker = try Self.checker("han-kamber", notation)
    #expect(checker.check(try checker.asked("delta_n6"), answer: "0.1311").mistakes == ["sign-flip"])
    #expect(checker.check(try checker.asked("delta_n6"), answer: "-0.1311").kind == .right)
  }

  /// Zhou's formulas (5.10) to (5.15), thresholds added as the network has them.
  @Test(arguments: [
    ("g_1", "ŷ_1(1-ŷ_1)(y_1-ŷ_1)"), ("e_1", "b_1(1-b_1)w_{11}g_1"), ("w_11+", "w_11+ηg_1b_1"),
    ("v_11+", "v_11+ηe_1x_1"), ("θ_1+", "θ_1+ηg_1"), ("γ_2+", "γ_2+ηe_2"), ("E_k", "\\frac{1}{2}(\\hat{y}_1-y_1)^2"),
    ("∂E_k/∂w_11", "-g_1b_1"), ("∂ŷ_1/∂β_1", "ŷ_1(1-ŷ_1)"), ("β_1", "w_11b_1+w_21b_2+θ_1"),
  ]) func zhou(quantity: String, answer: String) throws {
    let checker = try Self.checker("han-kamber", "zhou")
    let verdict = checker.check(try checker.asked(quantity), answer: answer)
    #expect(verdict.kind == .right, "\(verdict.feedback.zh)")
  }

  /// The four equations of Nielsen's chapter 2, one component each.
  @Test(arguments: [
    ("δ^3_1", "(a^3_1-y_1)*a^3_1(1-a^3_1)"), ("δ^2_1", "w^3_{11}*δ^3_1*a^2_1(1-a^2_1)"), ("∂C/∂b^3_1", "δ^3_1"),
    ("∂C/∂w^3_{12}", "a^2_2*δ^3_1"), ("∂C/∂w^2_{21}", "x_1*δ^2_2"),
    ("z^2_1", "w^2_{11}x_1+w^2_{12}x_2+w^2_{13}x_3+b^2_1"),
  ]) func nielsen(quantity: String, answer: String) throws {
    let checker = try Self.checker("han-kamber", "nielsen")
    let verdict = checker.check(try checker.asked(quantity), answer: answer)
    #expect(verdict.kind == .right, "\(verdict.feedback.en)")
  }

  @Test func feedbackIsInTheNotation() throws {
    let zhou = try Self.checker("2-2-1", "zhou").check("dE/dw5", answer: "0.0349326").feedback
    #expect(zhou.en.contains("ŷ₁") && zhou.zh.contains("ŷ₁"))
    #expect(!zhou.en.contains("out_O") && !zhou.zh.contains("out_O"))
    let plain = Checker(BundledNetworks.default).check("dE/dw5", answer: "0.0349326").feedback
    #expect(plain.en.contains("out_O"))
  }

  /// Other courses' words, where they can mean nothing else.
  @Test(arguments: [
    ("2-2-1", "dL/dw5", "dE/dw5"), ("2-2-1", "dJ/dw5", "dE/dw5"), ("2-2-1", "dC/dw5", "dE/dw5"),
    ("2-2-1", "dE_total/dw5", "dE/dw5"), ("2-2-1", "dE/dW5", "dE/dw5"), ("2-2-1", "w5_new", "w5+"),
    ("2-2-1", "\\frac{\\partial E_{total}}{\\partial w_5}", "dE/dw5"), ("mazur-2-2-2", "a_o1", "out_o1"),
    ("mazur-2-2-2", "z_h1", "net_h1"), ("mazur-2-2-2", "t1", "target_o1"), ("mazur-2-2-2", "o1", "out_o1"),
    ("mazur-2-2-2", "\\hat{y}_{o1}", "out_o1"), ("mazur-2-2-2", "L", "E"), ("2-2-1", "alpha", "eta"),
    ("2-2-1", "ŷ", "out_O"), ("2-2-1", "h1", "out_h1"), ("2-2-1", "t", "target"),
  ]) func otherWords(network: String, word: String, name: String) throws {
    let network = try #require(BundledNetworks.network(named: network))
    let quantity = try Checker(network).quantity(named: word)
    #expect(network.architecture.name(of: quantity) == name)
    #expect(network.architecture.name(of: try #require(network.architecture.quantity(spelled: word))) == name)
  }

  @Test(arguments: ["(o1-t1)*o1*(1-o1)*h1", "(a_o1-target_o1)*a_o1*(1-a_o1)*out_h1", "(o1-t_1)o1(1-o1)h_1"])
  func formulasInOtherWords(formula: String) throws {
    let checker = Checker(try #require(BundledNetworks.network(named: "mazur-2-2-2")))
    #expect(checker.check("dE/dw5", answer: formula).kind == .right)
  }

  /// What has a meaning here keeps it: an input called C is no loss.
  @Test func namesComeBeforeOtherWords() throws {
    let text = #"""
      {"inputs": ["C", "t"], "layers": [{"neurons": ["a1"], "bias": "none"}],
       "values": {"C": 2, "t": 3, "w1": 1, "w2": 1, "target": 1}}
      """#
    let network = try NetworkFile.parse(SourceText(text))
    let checker = Checker(network)
    #expect(try checker.quantity(named: "C") == .input(0))
    #expect(try checker.quantity(named: "t") == .input(1))
    #expect(try checker.quantity(named: "dE/dC") == .gradient(.input(0)))
  }

  @Test func linesNameTheirNotation() {
    let line = CheckLine()
    let right = line.respond(to: #"{"quantity": "g_1", "answer": "0.12617", "notation": "zhou"}"#)
    #expect(right.contains(#""right""#))
    let plain = line.respond(to: #"{"quantity": "delta_O", "answer": "0.12617"}"#)
    #expect(plain.contains("sign-flip"))
    #expect(line.respond(to: #"{"quantity": "E", "answer": "1", "notation": "zhuo"}"#).contains("did you mean 'zhou'"))
  }
}
