import Configuration
import Diagnostics
import Networks
import Screen
import Training

/// Keys and lines while a training run is watched.
extension TrainingActivity {
  mutating func press(_ key: Key, _ shared: Shared) -> [Request] {
    if key == .control("c") {
      // What runs is stopped first.
      defer { pause() }
      return isRunning ? [] : [.close]
    }
    let key = State.halfWidth(key)
    if case .paste(let text) = key { console.openPrompt(text) }
    guard let command = shared.keymap.command(for: key, in: .training) else { return [] }
    switch command {
    case .run:
      if !isRunning { return run(shared.now) }
      pause()
    case .next: return go(by: 1)
    case .back: return go(by: -1)
    case .farForward: return go(by: pace * 10)
    case .farBack: return go(by: -pace * 10)
    case .first: return go(by: -(status?.epoch ?? 0))
    case .last: return go(by: end - (status?.epoch ?? end))
    case .raise: return changeRate(up: true)
    case .lower: return changeRate(up: false)
    case .faster: pace = min(pace * 2, 1 << 30)
    case .slower: pace = max(1, pace / 2)
    case .nextSample: return look(1)
    case .previousSample: return look(-1)
    case .nextPlot: turn(1)
    case .previousPlot: turn(-1)
    case .derive:
      pause()
      return status == nil ? [] : [.outside(.derive)]
    case .commandLine: console.openPrompt("")
    case .leave: return [.close]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .enter, .nextFactor, .previousFactor, .nextSection, .previousSection, .skip, .pageForward, .pageBack, .mark,
      .goToMark, .search, .searchNext, .searchPrevious, .answer, .hint, .compare, .predict, .explain, .showAll,
      .switchForm, .fold, .switchPicture, .overview, .help, .close, .selectNext, .selectPrevious, .undo, .redo, .walk,
      .practise, .skills, .nextLesson, .previousLesson, .switchLanguage, .dark, .notes, .tally, .door, .countdown,
      .play,
      .spotlight,
      .spotlightBack, .enlarge:
      break
    }
    return []
  }

  mutating func pause() { (isRunning, due) = (false, nil) }

  /// A typed line, without its blanks.
  mutating func submit(_ text: String) -> [Request] {
    guard let status, !text.isEmpty else { return [] }
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2, let number = Int(parts[1]), number >= 0 {
      switch parts[0] {
      case "epoch":
        pause()
        return [.outside(.go(min(number, Self.maxEpoch)))]
      case "sample": return [.outside(.look(sample: max(0, min(number, status.sampleCount) - 1)))]
      default: break
      }
    }
    do throws(Diagnostic) {
      let change = try WhatIf.parse(text, for: status.network.architecture)
      switch change {
      case .learningRate, .momentum, .batch, .parameters, .mistake: return [.outside(.change(change))]
      case .seed, .activation, .hiddenActivation:
        notice(
          Words(
            en: "That would be another run: bptutor train --what-if \(text)",
            zh: "那将是另一个训练过程：bptutor train --what-if \(text)"))
        return []
      }
    } catch {
      notice(
        Words(
          en: error.message.en + (error.help.map { "; " + $0.en } ?? ""),
          zh: error.message.zh + (error.help.map { "；" + $0.zh } ?? "")))
      return []
    }
  }

  /// Stops, and goes some epochs on or back.
  private mutating func go(by distance: Int) -> [Request] {
    pause()
    guard let epoch = status?.epoch else { return [] }
    let target = max(0, min(epoch + distance, Self.maxEpoch))
    if target == epoch {
      if distance < 0 { notice(Words(en: "This is where training began.", zh: "已经回到训练的开头。")) }
      return []
    }
    return [.outside(.go(target))]
  }

  /// To the next of 1, 2 and 5 times a power of ten.
  private func changeRate(up: Bool) -> [Request] {
    guard let rate = status?.settings.learningRate, rate.isFinite, rate > 0 else { return [] }
    var steps: [Double] = []
    for exponent in -12...12 {
      for multiple in [1, 2, 5] { if let step = Double("\(multiple)e\(exponent)") { steps.append(step) } }
    }
    let next = up ? steps.first { $0 > rate * (1 + 1e-9) } : steps.last { $0 < rate * (1 - 1e-9) }
    return next.map { [.outside(.change(.learningRate($0)))] } ?? []
  }

  private func look(_ distance: Int) -> [Request] {
    guard let status, status.sampleCount > 0 else { return [] }
    return [.outside(.look(sample: (status.sample + distance + status.sampleCount) % status.sampleCount))]
  }

  /// The pictures that there are beside the loss.
  private mutating func turn(_ distance: Int) {
    var sides: [Side] = [.weights, .gradients]
    if status?.network.inputs.count == 2 { sides.insert(.boundary, at: 0) }
    if let status, status.accuracy != nil, status.network.targets.count > 1 {
      sides.append(.confusion)
      // Pixels of a square.
      if (4...28).contains(where: { $0 * $0 == status.network.inputs.count }) { sides.append(.pictures) }
    }
    let at = sides.firstIndex(of: side) ?? 0
    side = sides[(at + distance + sides.count) % sides.count]
  }
}
