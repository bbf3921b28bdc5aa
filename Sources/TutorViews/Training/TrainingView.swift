import Configuration
import Diagnostics
import Expressions
import Networks
import Reports
import Screen
import Training
import Tutor

/// The screen of a training run that is watched.
struct TrainingView {
  private let training: TrainingActivity
  /// The run's pictures at this moment.
  private let progress: TrainingProgress?
  private let look: Look
  private let keys: KeyText
  var grid: Grid

  init(
    _ training: TrainingActivity, _ progress: TrainingProgress?, _ look: Look, _ size: Size,
    _ keymap: Keymap = .standard
  ) {
    (self.training, self.progress, self.look) = (training, progress, look)
    keys = KeyText(keymap, isASCII: look.isASCII)
    grid = Grid(size)
  }

  mutating func draw() {
    guard grid.size.rows > 1 else { return drawBottom() }
    drawTop()
    drawBottom()
    let lines = grid.size.rows >= 12 ? training.status.map(message) ?? [] : []
    for (number, line) in lines.enumerated() {
      grid.write(line.text, at: 1, grid.size.rows - 1 - lines.count + number, line.style, width: grid.size.columns - 2)
    }
    if let progress, training.status != nil { drawPlots(progress, rows: 1..<grid.size.rows - 1 - lines.count) }
  }

  // MARK: Plots

  /// One, two or four of them, as many as can be read.
  private mutating func drawPlots(_ progress: TrainingProgress, rows: Range<Int>) {
    let columns = grid.size.columns
    let half = columns / 2
    func area(_ column: Int, _ row: Int, _ columns: Int, _ rows: Int) -> (Point, Size) {
      (Point(column: column, row: row), Size(columns: columns, rows: rows))
    }
    if columns >= 130, let lines = sideLines(progress, Size(columns: columns - half - 2, rows: rows.count)) {
      draw(.loss, progress, area(1, rows.lowerBound, half - 2, rows.count))
      draw(lines, at: half + 1, rows)
    } else if columns >= 130, rows.count >= 34 {
      let middle = rows.lowerBound + rows.count / 2
      let (upper, lower) = (middle - rows.lowerBound - 1, rows.upperBound - middle)
      draw(.loss, progress, area(1, rows.lowerBound, half - 2, upper))
      draw(.boundary, progress, area(half + 1, rows.lowerBound, columns - half - 2, upper))
      draw(.weights, progress, area(1, middle, half - 2, lower))
      draw(.gradients, progress, area(half + 1, middle, columns - half - 2, lower))
    } else if columns < 130, let lines = sideLines(progress, Size(columns: columns - 2, rows: rows.count)) {
      // A table and pictures need the width.
      draw(lines, at: 1, rows)
    } else if columns >= 60 {
      draw(.loss, progress, area(1, rows.lowerBound, half - 2, rows.count))
      draw(TrainingPlot(training.side), progress, area(half + 1, rows.lowerBound, columns - half - 2, rows.count))
    } else {
      draw(TrainingPlot(training.side), progress, area(0, rows.lowerBound, columns, rows.count))
    }
  }

  private mutating func draw(_ plot: TrainingPlot, _ progress: TrainingProgress, _ area: (Point, Size)) {
    if plot == .boundary {
      let architecture = progress.network.architecture
      let output = architecture.text(of: .out(architecture.firstOutput), look.notation)
      if let map = progress.boundary(title: output) { return map.draw(in: &grid, at: area.0, area.1, look) }
    }
    // Without a plane of inputs the weights stand in for it.
    progress.curves[plot == .boundary ? .weights : plot]?.draw(in: &grid, at: area.0, area.1, look)
  }

  /// What is written rather than plotted, where it was chosen and there is any.
  private func sideLines(_ progress: TrainingProgress, _ size: Size) -> [String]? {
    let look = look.sized(columns: size.columns, rows: size.rows)
    let lines: [String] =
      switch training.side {
      case .confusion: progress.confusion(look)
      case .pictures: progress.pictures(look)
      case .boundary, .weights, .gradients: []
      }
    return lines.isEmpty ? nil : lines
  }

  private mutating func draw(_ lines: [String], at column: Int, _ rows: Range<Int>) {
    for (row, line) in zip(rows, lines) {
      grid.write(line, at: column, row, Style(), width: max(0, grid.size.columns - column - 1))
    }
  }

  // MARK: Lines

  private func words(_ words: Words) -> String { look[words] }

  private mutating func drawTop() {
    grid.fill(" ", columns: 0..<grid.size.columns, rows: 0..<1, Style(.bar))
    grid.write(headline, at: 1, 0, Style(.bar, bold: true), width: max(0, grid.size.columns - 2))
  }

  /// The most important first, since what has no room is left out.
  private var headline: String {
    guard let progress = training.status else { return words(Words(en: "Training", zh: "训练")) }
    let loss = DecimalText.significant(progress.loss, digits: 5)
    let rate = DecimalText.significant(progress.settings.learningRate, digits: 4)
    var parts = [
      words(training.isRunning ? Words(en: "running", zh: "训练中") : Words(en: "paused", zh: "已暂停")),
      words(Words(en: "epoch \(progress.epoch)/\(training.end)", zh: "第 \(progress.epoch)/\(training.end) 轮")),
      "E = \(loss)",
    ]
    if let accuracy = progress.accuracy {
      let percent = DecimalText.significant((accuracy * 1000).rounded() / 10, digits: 4)
      parts.append(words(Words(en: "\(percent)% right", zh: "正确 \(percent)%")))
    }
    parts.append(words(Words("η = \(rate)")))
    parts.append(training.title)
    parts.append(words(Words(en: "\(training.pace) epochs a picture", zh: "每幅 \(training.pace) 轮")))
    let line = { (count: Int) in parts.prefix(count).joined(separator: "   ") }
    let fitting = (1...parts.count).last { Screen.width(of: line($0)) <= grid.size.columns - 2 }
    return line(fitting ?? 1)
  }

  /// The sample at hand, and what there is to say.
  private func message(_ progress: TrainingStatus) -> [(text: String, style: Style)] {
    let (network, architecture) = (progress.network, progress.network.architecture)
    func value(_ quantity: Quantity, _ value: Double) -> String {
      architecture.text(of: quantity, look.notation) + " = " + DecimalText.significant(value, digits: 5)
    }
    let pass = Pass(network)
    let inputs = network.inputs.enumerated().prefix(4).map { value(.input($0), $1) }
    let outputs = (0..<architecture.outputCount).prefix(3).flatMap { output in
      [
        value(.out(architecture.firstOutput + output), pass.outs[architecture.firstOutput + output]),
        value(.target(output), network.targets[output]),
      ]
    }
    let name = Words(
      en: "sample \(progress.sample + 1)/\(progress.sampleCount): ",
      zh: "样本 \(progress.sample + 1)/\(progress.sampleCount)：")
    // Whole pairs only: half a number is a wrong one.
    let pairs = inputs + outputs
    let line = { (count: Int) in
      words(name) + pairs.prefix(count).joined(separator: "  ")
        + (count < pairs.count ? "  " + look.sign(.dots) : "")
    }
    let fitting = (0...pairs.count).last { Screen.width(of: line($0)) <= grid.size.columns - 2 }
    var lines: [(text: String, style: Style)] = [(line(fitting ?? 0), Style())]
    if let divergence = progress.divergence {
      let advice = divergence.advice(
        learningRate: progress.settings.learningRate, momentum: progress.settings.momentum)
      let text = words(divergence.message) + (look.language == .zh ? "" : " ") + words(advice)
      lines += TextFlow.lines(of: text, columns: max(20, grid.size.columns - 2)).prefix(3).map { ($0, Style(.bad)) }
    }
    if case .words(let notice)? = training.console.reply?.lines.first { lines.append((words(notice), Style(.focus))) }
    return lines
  }

  private mutating func drawBottom() {
    let row = grid.size.rows - 1
    grid.fill(" ", columns: 0..<grid.size.columns, rows: row..<row + 1, Style(.bar))
    if let prompt = training.console.prompt?.editor {
      let room = max(1, grid.size.columns - 3)
      // The cursor stays in sight.
      var before = prompt.textBeforeCursor
      while width(of: before) > room { before.removeFirst() }
      let at = grid.write(":" + before, at: 0, row, Style(.bar))
      grid.cursor = Point(column: at, row: row)
      grid.write(prompt.textAfterCursor, at: at, row, Style(.bar), width: max(0, grid.size.columns - at))
      if prompt.text.isEmpty {
        let hint = words(
          Words(
            en: " eta=0.1  w1=0.3  batch=4  epoch=20  sample=3", zh: " 例如 eta=0.1  w1=0.3  batch=4  epoch=20  sample=3")
        )
        grid.write(hint, at: at + 1, row, Style(.bar), width: max(0, grid.size.columns - at - 1))
      }
      return
    }
    var at = 1
    for (key, meaning) in hints where !key.isEmpty {
      let text = words(meaning)
      guard at + width(of: key) + width(of: text) + 3 <= grid.size.columns + 1 else { break }
      at = grid.write(key, at: at, row, Style(.bar, bold: true))
      at = grid.write(" " + text + "  ", at: at, row, Style(.bar))
    }
  }

  private var hints: [(String, Words)] {
    func key(_ command: KeyCommand, _ en: String, _ zh: String) -> (String, Words) {
      (keys.first(command, in: .training), Words(en: en, zh: zh))
    }
    return [
      training.isRunning ? key(.run, "pause", "暂停") : key(.run, "go on", "继续"),
      (keys.pair(.next, .back, in: .training), Words(en: "epoch", zh: "逐轮")), key(.derive, "derive", "推导"),
      (keys.pair(.raise, .lower, in: .training), Words("η")), key(.commandLine, "change", "修改"),
      key(.leave, "leave", "离开"), key(.nextPlot, "picture", "换图"),
      (keys.pair(.slower, .faster, in: .training), Words(en: "speed", zh: "速度")),
      key(.nextSample, "sample", "换样本"), key(.first, "start", "开头"),
    ]
  }
}

extension TrainingPlot {
  fileprivate init(_ side: TrainingActivity.Side) {
    switch side {
    case .boundary: self = .boundary
    case .weights: self = .weights
    case .gradients: self = .gradients
    // Where there are none to be written.
    case .confusion, .pictures: self = .weights
    }
  }
}
