package import Diagnostics
package import Networks

extension RunComparison.Parting {
  /// One sentence about where the two runs part.
  package func words(_ architecture: Architecture) -> Words {
    let name = architecture.name(of: quantity)
    let numbers = "\(DecimalText.significant(original, digits: 9)) ≠ \(DecimalText.significant(changed, digits: 9))"
    if step == 0 {
      return Words(en: "They part before training: \(name): \(numbers)", zh: "训练之前就不同：\(name)：\(numbers)")
    }
    let (en, zh) = place
    return Words(
      en: "They part at step \(step), in the \(en): \(name): \(numbers)",
      zh: "从第 \(step) 步的\(zh)开始不同：\(name)：\(numbers)")
  }

  private var place: (en: String, zh: String) {
    switch quantity {
    case .net, .out: ("forward pass", "前向传播")
    case .derivative: ("backward pass", "反向传播")
    default: ("update", "参数更新")
    }
  }
}
