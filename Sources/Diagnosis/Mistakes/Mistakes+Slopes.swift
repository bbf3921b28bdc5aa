import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes in an activation's slope, f′.
extension Mistake {
  static let slopeOfNet = Mistake(
    "slope-of-net", Words(en: "net put where out belongs in the slope", zh: "激活函数的导数里把 net 当成了 out"),
    skill: .outputSlope
  ) { subject in
    subject.slopes { neuron in
      subject.activation(neuron).function.slope(ofOut: subject.leaf(.net(neuron))).map { [$0] } ?? []
    }
  } question: { subject, focus in
    let neuron = subject.neuron(at: focus)
    let (net, out) = (subject.text(.net(neuron)), subject.text(.out(neuron)))
    let interval = subject.activation(neuron).function.interval ?? "(0, 1)"
    return Words(
      en: "\(net) or \(out): which quantity lies in \(interval)?", zh: "\(net) 与 \(out)，哪个量在 \(interval) 内？")
  }

  static let sigmoidTwice = Mistake(
    "sigmoid-twice", Words(en: "the activation applied twice", zh: "激活函数用了两次"), skill: .outputSlope
  ) { subject in
    subject.slopes { neuron in
      // f′ taken at out: the function applied once more, in the slope.
      guard subject.activation(neuron).function.interval != nil,
        case .call(let function, _) = subject.activation(neuron).applied(to: subject.leaf(.out(neuron)))
      else { return [] }
      return [.slope(function, subject.leaf(.out(neuron)))]
    }
  } question: { subject, focus in
    let out = subject.text(.out(subject.neuron(at: focus)))
    return Words(en: "Has \(out) already been through the activation function?", zh: "\(out) 是不是已经过了激活函数？")
  }

  static let halfSlope = Mistake(
    "half-slope", Words(en: "only a part of the activation's slope", zh: "激活函数的导数只写了一部分"), skill: .outputSlope
  ) { subject in
    subject.slopes { neuron in
      subject.activation(neuron).function.halfSlopes(out: subject.leaf(.out(neuron)))
    }
  } question: { subject, focus in
    let net = subject.text(.net(subject.neuron(at: focus)))
    return Words(en: "Test that slope at \(net) = 0.", zh: "用 \(net) = 0 检验这个斜率。")
  } here: { subject, rewrite, pass in
    subject.test(ofSlopeIn: rewrite, pass)
  }

  /// The sigmoid's slope at a linear output, tanh's at a ReLU; ReLU's own and the sigmoid's halves have entries of theirs.
  static let foreignSlope = Mistake(
    "foreign-slope", Words(en: "the slope of another activation", zh: "用了另一种激活函数的导数"), skill: .swapActivation
  ) { subject in
    subject.slopes { neuron in
      let out = subject.leaf(.out(neuron))
      let own = subject.activation(neuron)
      let sigmoid = Expression.product([out, .difference(.number(1), out)])
      let tanh = Expression.difference(.number(1), .power(out, .number(2)))
      if own == .sigmoid { return [] }
      return (own == .relu ? [] : [sigmoid]) + (own == .tanh ? [] : [tanh])
    }
  } question: { subject, focus in
    let name = subject.architecture.neuronName(subject.neuron(at: focus))
    return Words(en: "Which function does \(name) apply?", zh: "\(name) 用的是哪个激活函数？")
  }

  static let reluSlope = Mistake(
    "relu-slope", Words(en: "the slope of ReLU", zh: "ReLU 的导数写错了"), skill: .swapActivation
  ) { subject in
    subject.slopes { neuron in
      guard subject.activation(neuron) == .relu else { return [] }
      let (net, out) = (subject.leaf(.net(neuron)), subject.leaf(.out(neuron)))
      let forms = [net, out, .product([out, .difference(.number(1), out)])]
      // 1 on both sides; further on that is a slope left out.
      return subject.quantity.slopeNeuron == nil ? forms : forms + [.number(1)]
    }
  } question: { subject, focus in
    let net = subject.text(.net(subject.neuron(at: focus)))
    return Words(
      en: "ReLU at \(net): what is its slope on each side of 0?", zh: "ReLU 在 \(net) 处：0 两侧的斜率各是多少？")
  }

  static let otherNodesSlope = Mistake(
    "other-nodes-slope", Words(en: "another neuron's slope", zh: "用了另一个神经元的激活导数"), skill: .outputSlope
  ) { subject in
    let architecture = subject.architecture
    var rewrites: [Rewrite] = []
    for layers in subject.scopes {
      let focus = Focus.neuron(subject.neuron(ofLayer: layers.lowerBound))
      // A hidden neuron's slope from an output, an output's from a hidden neuron.
      if layers.upperBound < subject.lastLayer {
        rewrites += (architecture.firstOutput..<architecture.neuronCount).prefix(4).map { other in
          subject.slope(focus, of: layers) { _ in .slope(other) }
        }
      } else if layers.lowerBound == subject.lastLayer, subject.lastLayer > 0 {
        let hidden = architecture.blocks[subject.lastLayer - 1].firstNeuron..<architecture.firstOutput
        rewrites += hidden.prefix(4).map { other in subject.slope(focus, of: layers) { _ in .slope(other) } }
      }
      guard layers.count == 1 else { continue }
      let count = architecture.blocks[layers.lowerBound].neuronCount
      rewrites += (1..<max(1, count)).prefix(4).map { step in
        subject.slope(focus, of: layers) { .slope(subject.siblings(ofNeuron: $0)[step - 1]) }
      }
    }
    return rewrites + subject.ownSlopesBesideTheDiagonal
  } question: { subject, focus in
    let slope = subject.text(.slope(subject.neuron(at: focus)))
    return Words(en: "\(slope): whose slope is this?", zh: "\(slope)：这是哪个节点的斜率？")
  }
}

extension Subject {
  /// An output's slope by its own net input, where that by another one's is asked: under softmax the two differ.
  fileprivate var ownSlopesBesideTheDiagonal: [Rewrite] {
    let asked = quantity
    guard case .derivative(of: .out(let out), by: .net(let net)) = asked, out != net,
      architecture.takesWholeLayer(out), architecture.neurons(behindOut: out).contains(net)
    else { return [] }
    let slopes = [out, net].map { Expression.product([leaf(.out($0)), .difference(.number(1), leaf(.out($0)))]) }
    return (slopes + slopes.map(Expression.negation)).map { slope in
      .exchange(.neuron(out)) { $0 == asked ? slope : nil }
    }
  }

  /// A place at which the mistaken slope of a rewrite is seen to be wrong: where the curve is steepest, or far out.
  fileprivate func test(ofSlopeIn rewrite: Rewrite, _ pass: Pass) -> Words? {
    let neuron = neuron(at: rewrite.focus)
    let item = Item.now(.slope(neuron))
    guard let right = definition(of: item), let wrong = rewrite.change(item, right) else { return nil }
    func value(_ slope: Expression, at net: Double) -> Double? {
      let out = try? activation(neuron).applied(to: .number(net)).evaluated { _ in nil }
      return try? slope.evaluated { name in
        switch architecture.quantity(named: name) {
        case .net(neuron): net
        case .out(neuron): out
        default: nil
        }
      }
    }
    let here = pass.value(of: .net(neuron))
    let place = [0.0, 5, -5, 2, -2].first { net in
      guard (net - here).magnitude > 1e-6, let one = value(right, at: net), let other = value(wrong, at: net) else {
        return false
      }
      return (one - other).magnitude > 0.1
    }
    guard let place else { return nil }
    let net = text(.net(neuron))
    if place == 0 { return Words(en: "Test that slope at \(net) = 0.", zh: "用 \(net) = 0 检验这个斜率。") }
    let number = (place < 0 ? "−" : "") + (place.magnitude == 5 ? "5" : "2")
    if place.magnitude == 2 {
      return Words(en: "Test that slope at \(net) = \(number).", zh: "用 \(net) = \(number) 检验这个斜率。")
    }
    return Words(
      en: "Test that slope at \(net) = \(number): is the curve still steep there?",
      zh: "用 \(net) = \(number) 检验这个斜率：曲线在那里还陡吗？")
  }

  /// A rewrite of slopes for each scope and each of the forms that a neuron's slope is mistaken for.
  func slopes(_ forms: @escaping @Sendable (Int) -> [Expression]) -> [Rewrite] {
    scopes.flatMap { layers in
      let most = layers.map { forms(architecture.blocks[$0].firstNeuron).count }.max() ?? 0
      // The last layer on the way whose slope can be mistaken so is the one to look at.
      let asked = neuron(
        ofLayer: layers.last { !forms(architecture.blocks[$0].firstNeuron).isEmpty } ?? layers.upperBound)
      return (0..<most).map { number -> Rewrite in
        .exchange(.neuron(asked)) { quantity in
          guard let neuron = quantity.slopeNeuron, layers.contains(architecture.layer(ofNeuron: neuron)) else {
            return nil
          }
          let own = forms(neuron)
          return own.indices.contains(number) ? own[number] : nil
        }
      }
    }
  }

  fileprivate func slope(
    _ focus: Focus, of layers: ClosedRange<Int>, becomes other: @escaping @Sendable (Int) -> Quantity
  ) -> Rewrite {
    .exchange(focus) { quantity in
      guard let neuron = quantity.slopeNeuron, layers.contains(architecture.layer(ofNeuron: neuron)),
        case let other = other(neuron), other != quantity, let from = other.slopeNeuron
      else { return nil }
      // A slope that is 1 or 0 everywhere belongs to no one in particular.
      return activation(from).function.interval == nil ? nil : definition(of: .now(other))
    }
  }
}
