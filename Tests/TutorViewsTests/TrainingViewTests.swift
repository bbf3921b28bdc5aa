import Diagnostics
import Expressions
import Networks
import Reports
import Screen
import ScreenTesting
import Testing
import Training
import Tutor
import TutorViews

@Suite struct TrainingViewTests {
  /// A session that watches a run, with the run's pictures.
  private struct Desk {
    var state: State
    var progress: TrainingProgress?

    func render(_ size: Size) -> Grid { View.render(state, size, training: progress) }
  }

  private func desk(_ language: Language, _ notation: TextStyle, epochs: Int = 60) throws -> Desk {
    let plan = DataGenerator.xor.plan()
    let run = try #require(TrainingRun(plan.network, data: DataGenerator.xor.dataSet(), settings: plan.settings))
    run.train(epochs: epochs)
    let progress = TrainingProgress(run, sample: 1, Look(language: language, notation: notation))
    var state = State(
      Start(
        .training(title: "xor", epoch: 0, epochs: 500, side: .boundary, begins: false), network: run.start,
        language: language, notation: notation))
    _ = state.update(.trained(progress.status))
    return Desk(state: state, progress: progress)
  }

  @Test(arguments: [(40, 12), (80, 24), (200, 60)], Language.allCases)
  func golden(_ size: (Int, Int), _ language: Language) throws {
    let desk = try desk(language, language == .en ? .ascii : .unicode)
    let grid = desk.render(Size(columns: size.0, rows: size.1))
    let name = "training-\(size.0)x\(size.1).\(language.rawValue)"
    if let difference = Golden.difference(grid.lines.joined(separator: "\n") + "\n", from: name) {
      Issue.record("\(difference)")
    }
    if language == .en { #expect(grid.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }) }
  }

  /// A number is shown whole or not at all.
  @Test func numbersAreNotCut() throws {
    let desk = try desk(.en, .unicode)
    func pairs(_ columns: Int) -> [String] {
      let lines = desk.render(Size(columns: columns, rows: 24)).lines
      let line = lines.last { $0.hasPrefix(" sample 2/4: ") } ?? ""
      return line.dropFirst(13).split(separator: "  ").map { $0.filter { $0 != " " } }
    }
    let all = pairs(200)
    #expect(all.count == 4 && all.last == "target=1")
    var counts: Set<Int> = []
    for columns in 20...80 {
      let shown = pairs(columns).filter { $0 != "…" }
      #expect(shown == Array(all.prefix(shown.count)), "\(columns)")
      counts.insert(shown.count)
    }
    #expect(counts == [0, 1, 2, 3, 4])
  }

  @Test func theTypedLineIsShownWithItsCursor() throws {
    var desk = try desk(.en, .unicode)
    _ = desk.state.update(.key(.paste("eta=0.1")))
    let grid = desk.render(Size(columns: 80, rows: 24))
    #expect(grid.lines.last == ":eta=0.1")
    #expect(grid.cursor == Point(column: 8, row: 23))
    _ = desk.state.update(.key(.paste(String(repeating: "长", count: 300))))
    let full = desk.render(Size(columns: 80, rows: 24))
    #expect(full.cursor.map { $0.column < 80 && $0.row == 23 } ?? false)
  }

  /// No size is too small or odd, before the first report and after it.
  @Test(arguments: 0..<60)
  func anySize(_ seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    let size = Size(columns: Int(random.next() % 160), rows: Int(random.next() % 60))
    let scene = Start.Scene.training(title: "t", epoch: 0, epochs: 10, side: .weights, begins: false)
    let empty = Desk(state: State(Start(scene, network: BundledNetworks.default)))
    for desk in [empty, try desk(.zh, .unicode, epochs: seed % 3)] {
      let grid = desk.render(size)
      #expect(grid.size == size)
    }
  }

  /// Digits: what is confused with what, and pictures of what was mistaken and of the first layer's weights.
  @Test func digitsAreShownAsTableAndPictures() throws {
    let plan = try #require(BuiltInData.digits.plan())
    let data = BuiltInData.digits.dataSet()
    let run = try #require(TrainingRun(plan.network, data: data, settings: plan.settings))
    let progress = TrainingProgress(run, sample: 0, Look())
    for (side, expected) in [
      (TrainingActivity.Side.confusion, ["Answers by class", "Most often taken"]),
      (.pictures, ["Mistaken (right > answered)", "Weights of the first layer", "Samples"]),
    ] {
      let scene = Start.Scene.training(title: "digits", epoch: 0, epochs: 10, side: side, begins: false)
      var state = State(Start(scene, network: run.start))
      _ = state.update(.trained(progress.status))
      for columns in [80, 160] {
        let lines = View.render(state, Size(columns: columns, rows: 40), training: progress).lines
        for text in expected { #expect(lines.contains { $0.contains(text) }, "\(columns) \(text)") }
      }
    }
    // Every sample is counted once.
    let table = try #require(run.confusion())
    let rows = progress.confusion(Look(size: Size(columns: 78, rows: 30))).filter {
      $0.first == " " || $0.first?.isNumber == true
    }
    let counts = rows.dropFirst().prefix(10).map { row in
      row.split(separator: " ").dropFirst().reduce(0) { $0 + (Int($1) ?? 0) }
    }
    #expect(counts.reduce(0, +) == table.total && table.total == data.count)
    #expect(counts == table.counts.map { $0.reduce(0, +) })
  }

  @Test func tabReachesTableAndPictures() throws {
    let plan = try #require(BuiltInData.digits.plan())
    let run = try #require(
      TrainingRun(plan.network, data: BuiltInData.digits.dataSet(), settings: plan.settings))
    let scene = Start.Scene.training(title: "digits", epoch: 0, epochs: 10, side: .weights, begins: false)
    var state = State(Start(scene, network: run.start))
    _ = state.update(.trained(TrainingProgress(run, sample: 0, Look()).status))
    var sides: [TrainingActivity.Side?] = []
    for _ in 0..<4 {
      if case .training(let training) = state.activity { sides.append(training.side) } else { sides.append(nil) }
      _ = state.update(.key(.tab))
    }
    #expect(sides == [.weights, .gradients, .confusion, .pictures])
  }
}
