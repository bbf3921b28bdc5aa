import Diagnostics
import Networks
import Screen
import Training
import TrainingReports

extension TrainingDesk {
  mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    switch key {
    case .character(" "):
      if !isRunning { return resume() }
      isRunning = false
    case .right, .character("l"): return go(by: 1)
    case .left, .character("h"), .backspace: return go(by: -1)
    case .pageDown, .character("]"): return go(by: pace * 10)
    case .pageUp, .character("["): return go(by: -pace * 10)
    case .home, .character("g"): return go(by: -(progress?.epoch ?? 0))
    case .end, .character("G"): return go(by: end - (progress?.epoch ?? end))
    case .character("+"), .character("="): return changeRate(up: true)
    case .character("-"), .character("_"): return changeRate(up: false)
    case .character(">"), .character("."): pace = min(pace * 2, 1 << 30)
    case .character("<"), .character(","): pace = max(1, pace / 2)
    case .character("n"): return look(1)
    case .character("N"): return look(-1)
    case .tab: turn(1)
    case .backTab: turn(-1)
    case .enter, .character("d"):
      isRunning = false
      return progress == nil ? [] : [.derive]
    case .character(":"), .character("："): prompt = LineEditor()
    case .paste(let text): prompt = LineEditor(text)
    case .control("c") where isRunning: isRunning = false
    case .character("q"), .escape, .control("c"): return [.quit]
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: break
    }
    return []
  }

  /// A key while a line is typed.
  mutating func type(_ key: Key) -> [Effect] {
    guard var editor = prompt else { return [] }
    switch key {
    case .enter:
      prompt = nil
      return submit(editor.text.filter { $0 != " " })
    case .escape, .control("c"), .control("g"):
      prompt = nil
      return []
    case .backspace where editor.text.isEmpty:
      prompt = nil
      return []
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: _ = editor.edit(key)
    }
    prompt = editor
    return []
  }

  private mutating func submit(_ text: String) -> [Effect] {
    notice = nil
    guard let progress, !text.isEmpty else { return [] }
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2, let number = Int(parts[1]), number >= 0 {
      switch parts[0] {
      case "epoch":
        isRunning = false
        return [.go(min(number, 1 << 40))]
      case "sample": return [.look(sample: max(0, min(number, progress.sampleCount) - 1))]
      default: break
      }
    }
    do throws(Diagnostic) {
      let change = try WhatIf.parse(text, for: progress.network.architecture)
      switch change {
      case .learningRate, .momentum, .batch, .parameters, .mistake: return [.change(change)]
      case .seed, .activation, .hiddenActivation:
        notice = Words(
          en: "That would be another run: bptutor train --what-if \(text)",
          zh: "那将是另一个训练过程：bptutor train --what-if \(text)")
        return []
      }
    } catch {
      notice = Words(
        en: error.message.en + (error.help.map { "; " + $0.en } ?? ""),
        zh: error.message.zh + (error.help.map { "；" + $0.zh } ?? ""))
      return []
    }
  }

  /// Stops, and goes some epochs on or back.
  private mutating func go(by distance: Int) -> [Effect] {
    isRunning = false
    guard let epoch = progress?.epoch else { return [] }
    let target = max(0, min(epoch + distance, 1 << 40))
    if target == epoch {
      if distance < 0 { notice = Words(en: "This is where training began.", zh: "已经回到训练的开头。") }
      return []
    }
    return [.go(target)]
  }

  /// To the next of 1, 2 and 5 times a power of ten.
  private func changeRate(up: Bool) -> [Effect] {
    guard let rate = progress?.settings.learningRate, rate.isFinite, rate > 0 else { return [] }
    var steps: [Double] = []
    for exponent in -12...12 {
      for multiple in [1, 2, 5] { if let step = Double("\(multiple)e\(exponent)") { steps.append(step) } }
    }
    let next = up ? steps.first { $0 > rate * (1 + 1e-9) } : steps.last { $0 < rate * (1 - 1e-9) }
    return next.map { [.change(.learningRate($0))] } ?? []
  }

  private func look(_ distance: Int) -> [Effect] {
    guard let progress, progress.sampleCount > 0 else { return [] }
    return [.look(sample: (progress.sample + distance + progress.sampleCount) % progress.sampleCount)]
  }

  /// The pictures that there are beside the loss.
  private mutating func turn(_ distance: Int) {
    var sides: [TrainingPlot] = [.weights, .gradients]
    if progress?.network.inputs.count == 2 { sides.insert(.boundary, at: 0) }
    let at = sides.firstIndex(of: side) ?? 0
    side = sides[(at + distance + sides.count) % sides.count]
  }
}
