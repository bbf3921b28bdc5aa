import Diagnostics
import Networks
import Skills

extension PublishedExample {
  /// The examples, the most read first.
  package static let all = [mazur, rgu, negnevitsky, hanKamber, course, zhou, nielsen]

  private static let mazur = PublishedExample(
    source: Words(
      en: "M. Mazur, *A Step by Step Backpropagation Example* (2015)",
      zh: "M. Mazur，*A Step by Step Backpropagation Example*（2015）"),
    differs: Words(en: "biases are not updated", zh: "偏置不更新"),
    network: bundled("mazur-2-2-2"),
    printed: figures(
      """
      net_h1 0.3775 · out_h1 0.593269992 · out_h2 0.596884378 · net_o1 1.105905967 · out_o1 0.75136507 · \
      out_o2 0.772928465 · E_o1 0.274811083 · E_o2 0.023560026 · E 0.298371109 · dE/dout_o1 0.74136507 · \
      dout_o1/dnet_o1 0.186815602 · dE/dw5 0.082167041 · dE/dout_h1 0.036350306 · dout_h1/dnet_h1 0.241300709 · \
      dE/dw1 0.000438568 · w1+ 0.149780716 · w2+ 0.19956143 · w3+ 0.24975114 · w4+ 0.29950229 · w5+ 0.35891648 · \
      w6+ 0.408666186 · w7+ 0.511301270 · w8+ 0.561370121 · E+ 0.291027924 updated-weight
      """))

  private static let rgu = PublishedExample(
    source: Words(
      en: "Robert Gordon University, *The Back Propagation Algorithm* (handout)",
      zh: "Robert Gordon University，*The Back Propagation Algorithm*（讲义）"),
    differs: Words(
      en: "no biases; error with the sign of target − output", zh: "没有偏置；误差项取目标值 − 输出值的符号"),
    network: bundled("rgu-2-2-1"),
    printed: figures(
      """
      out_h1 0.68 · out_h2 0.6637 · out_O 0.69 · w5+ 0.272392 early-rounding · w6+ 0.87305 early-rounding · \
      w1+ 0.09916 updated-weight · w2+ 0.7978 updated-weight · w3+ 0.3972 updated-weight · w4+ 0.5928 updated-weight
      """))

  private static let negnevitsky = PublishedExample(
    source: Words(
      en: "M. Negnevitsky, *Artificial Intelligence*, section 6.4", zh: "M. Negnevitsky《人工智能：智能系统指南》6.4 节"),
    differs: Words(
      en: "X, y, e, θ; thresholds are subtracted; δ with the sign of target − output",
      zh: "X、y、e、θ；减去阈值；δ 取目标值 − 输出值的符号"),
    network: lettered(bundled("negnevitsky-xor"), "negnevitsky"),
    printed: figures(
      """
      y_3 0.5250 · y_4 0.8808 · y_5 0.5097 · delta_5 -0.1274 · delta_3 0.0381 · delta_4 -0.0147 · w13+ 0.5038 · \
      w14+ 0.8985 · w23+ 0.4038 · w24+ 0.9985 · w35+ -1.2067 · w45+ 1.0888 · theta_3+ 0.7962 · theta_4+ -0.0985 · \
      theta_5+ 0.3127
      """))

  private static let hanKamber = PublishedExample(
    source: Words(en: "J. Han, M. Kamber, J. Pei, *Data Mining*, section 9.2", zh: "Han、Kamber、裴健《数据挖掘》9.2 节"),
    differs: Words(
      en: "I, O, T, Err, θ, l; Err with the sign of target − output", zh: "I、O、T、Err、θ、l；Err 取目标值 − 输出值的符号"),
    network: lettered(bundled("han-kamber"), "han-kamber"),
    printed: figures(
      """
      I_4 -0.7 · O_4 0.332 · I_5 0.1 · O_5 0.525 · I_6 -0.105 · O_6 0.474 · Err_6 0.1311 · Err_5 -0.0065 · \
      Err_4 -0.0087 · w46+ -0.261 · w56+ -0.138 · w14+ 0.192 · w15+ -0.306 · w24+ 0.4 · w25+ 0.1 · w34+ -0.508 · \
      w35+ 0.194 · theta_6+ 0.218 · theta_5+ 0.194 · theta_4+ -0.408
      """))

  private static let course = PublishedExample(
    source: Words(en: "a course's exercise with a loss without ½", zh: "某课程的习题，损失函数没有 ½"),
    differs: Words(
      en: "E = (target − out)²; four decimals carried on the way", zh: "E = (target − out)²；中间结果取四位小数"),
    network: network(
      """
      {"name": "course", "inputs": ["x1", "x2"],
       "layers": [{"neurons": ["h1", "h2"], "bias": "each"}, {"neurons": ["y"], "bias": "each"}],
       "loss": "sum-of-squares", "learningRate": 1,
       "values": {"x1": 1, "x2": 0, "w1": 0.5, "w2": 0.3, "w3": -0.2, "w4": 0.8, "w5": 0.6, "w6": -0.4, "b1": 0.1,
         "b2": -0.1, "b3": 0.2, "target": 1}}
      """),
    printed: figures(
      """
      E 0.1578 · delta_y -0.1903 · dE/dw5 -0.1229 · dE/dw6 -0.0810 · delta_h1 -0.0261 · w5+ 0.7229
      """))

  private static let zhou = PublishedExample(
    source: Words(
      en: "Zhou Zhihua, *Machine Learning* (the watermelon book), 5.10 to 5.15", zh: "周志华《机器学习》（西瓜书）式 5.10 至 5.15"),
    differs: Words(
      en: "b_h, ŷ_j, v_ih, w_hj, γ_h, θ_j, g_j, e_h, E_k; thresholds are subtracted; formulas, no numbers",
      zh: "b_h、ŷ_j、v_ih、w_hj、γ_h、θ_j、g_j、e_h、E_k；减去阈值；只有公式，没有数"),
    network: lettered(bundled("negnevitsky-xor"), "zhou"),
    printed: [
      Figure("g_1", "yhat_1*(1-yhat_1)*(y_1-yhat_1)"), Figure("w_11+", "w_11+eta*g_1*b_1"),
      Figure("theta_1+", "theta_1-eta*g_1"), Figure("v_11+", "v_11+eta*e_1*x_1"),
      Figure("gamma_1+", "gamma_1-eta*e_1"), Figure("e_1", "b_1*(1-b_1)*w_11*g_1"),
    ])

  private static let nielsen = PublishedExample(
    source: Words(
      en: "M. Nielsen, *Neural Networks and Deep Learning*, BP1 to BP4", zh: "M. Nielsen《神经网络与深度学习》式 BP1 至 BP4"),
    differs: Words(
      en: "z, a, C; the inputs are layer 1; formulas, no numbers", zh: "z、a、C；输入是第 1 层；只有公式，没有数"),
    network: lettered(bundled("han-kamber"), "nielsen"),
    printed: [
      Figure("delta^3_1", "dC/da^3_1*f'(z^3_1)"), Figure("delta^2_1", "w^3_11*delta^3_1*f'(z^2_1)"),
      Figure("dC/db^3_1", "delta^3_1"), Figure("dC/dw^3_12", "a^2_2*delta^3_1"),
    ])

  // MARK: Making them

  /// Name, number and, for a misprint, its mistake; between dots.
  private static func figures(_ text: String) -> [Figure] {
    text.split(separator: "·").compactMap { part in
      let words = part.split { $0 == " " || $0 == "\n" }.map(String.init)
      return words.count < 2 ? nil : Figure(words[0], words[1], mistake: words.count > 2 ? MistakeID(words[2]) : nil)
    }
  }

  private static func bundled(_ name: String) -> Network {
    BundledNetworks.network(named: name) ?? BundledNetworks.default
  }

  private static func network(_ text: String) -> Network {
    (try? NetworkFile.parse(SourceText(text))) ?? BundledNetworks.default
  }

  private static func lettered(_ network: Network, _ notation: String) -> Network {
    BundledNotations.notation(named: notation).flatMap { try? network.lettered(in: $0) } ?? network
  }
}
