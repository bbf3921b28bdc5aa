import Diagnostics
import Networks
import Screen
import Testing
import Training

@testable import Tutor

/// A watched run: what comes in, what it asks for.
@Suite struct TrainingActivityTests {
  /// A session that watches a run.
  struct Desk {
    var state: State

    enum Event {
      case key(Key)
      /// The time asked for has come.
      case tick
      case progress(TrainingStatus)
    }

    init(title: String, from epoch: Int, epochs: Int, side: TrainingActivity.Side) {
      let scene = Start.Scene.training(title: title, epoch: epoch, epochs: epochs, side: side, begins: false)
      state = State(Start(scene, network: BundledNetworks.default))
    }

    mutating func update(_ event: Event) -> [Effect] {
      switch event {
      case .key(let key): state.update(.key(key))
      case .tick: state.update(.time(state.now + TrainingActivity.tick))
      case .progress(let status): state.update(.trained(status))
      }
    }

    private var training: TrainingActivity? { state.training }
    var isRunning: Bool { training?.isRunning == true }
    var end: Int { training?.end ?? 0 }
    var pace: Int { training?.pace ?? 0 }
    var side: TrainingActivity.Side? { training?.side }
    var prompt: LineEditor? { state.prompt?.editor }
    var notice: Words? { if case .words(let words)? = state.reply?.lines.first { words } else { nil } }
  }

  private func progress(
    _ epoch: Int, sample: Int = 0, data: DataSet = DataGenerator.xor.dataSet(), eta: Double = 0.5
  ) throws -> TrainingStatus {
    var network = DataGenerator.xor.suggestedNetwork()
    network.learningRate = eta
    let run = try #require(TrainingRun(network, data: data))
    run.train(epochs: epoch)
    return TrainingStatus(run, sample: sample)
  }

  private func desk(epochs: Int = 320) throws -> Desk {
    var desk = Desk(title: "xor", from: 0, epochs: epochs, side: .boundary)
    #expect(desk.update(.progress(try progress(0))) == [])
    return desk
  }

  @Test func runsToItsEndInPictures() throws {
    var desk = try desk()
    #expect(!desk.isRunning && desk.end == 320 && desk.pace == 2)
    #expect(desk.update(.key(.character(" "))) == [.wake(0)])
    #expect(desk.isRunning)
    #expect(desk.update(.tick) == [.train(2)])
    #expect(desk.update(.progress(try progress(2))) == [.wake(TrainingActivity.tick)])
    // The last picture has what is left.
    #expect(desk.update(.progress(try progress(319))) == [.wake(TrainingActivity.tick)])
    #expect(desk.update(.tick) == [.train(1)])
    #expect(desk.update(.progress(try progress(320))) == [])
    #expect(!desk.isRunning)
    // And once more as far.
    #expect(desk.update(.key(.character(" "))) == [.wake(0)])
    #expect(desk.end == 640)
  }

  @Test func nothingHappensWhilePaused() throws {
    var desk = try desk()
    _ = desk.update(.key(.character(" ")))
    #expect(desk.update(.key(.character(" "))) == [])
    let paused = desk
    #expect(desk.update(.tick) == [])
    #expect(desk.state.activity == paused.state.activity)
  }

  @Test func divergenceStopsIt() throws {
    var desk = try desk()
    _ = desk.update(.key(.character(" ")))
    var network = DataGenerator.xor.suggestedNetwork()
    network.parameters[0] = .nan
    let run = try #require(TrainingRun(network, data: DataGenerator.xor.dataSet()))
    run.train(epochs: 5)
    #expect(desk.update(.progress(TrainingStatus(run, sample: 0))) == [])
    #expect(!desk.isRunning)
  }

  @Test func arrowsGoBackAndForth() throws {
    var desk = try desk()
    _ = desk.update(.key(.character(" ")))
    _ = desk.update(.progress(try progress(50)))
    #expect(desk.update(.key(.left)) == [.go(49)])
    #expect(!desk.isRunning)
    #expect(desk.update(.key(.right)) == [.go(51)])
    #expect(desk.update(.key(.pageUp)) == [.go(30)])
    #expect(desk.update(.key(.pageDown)) == [.go(70)])
    #expect(desk.update(.key(.home)) == [.go(0)])
    #expect(desk.update(.key(.end)) == [.go(320)])
    _ = desk.update(.progress(try progress(0)))
    #expect(desk.update(.key(.left)) == [])
    #expect(desk.notice?.en == "This is where training began.")
  }

  @Test func ratesGoByOneTwoFive() throws {
    for (rate, up, down) in [(0.5, 1, 0.2), (0.3, 0.5, 0.2), (1, 2, 0.5), (0.02, 0.05, 0.01)] {
      var desk = try desk()
      _ = desk.update(.progress(try progress(1, eta: rate)))
      #expect(desk.update(.key(.character("+"))) == [.change(.learningRate(up))])
      #expect(desk.update(.key(.character("-"))) == [.change(.learningRate(down))])
    }
  }

  @Test func linesChangeTheRun() throws {
    let lines: [(String, [Effect])] = [
      ("eta=0.1", [.change(.learningRate(0.1))]), ("w1 = 0.3", [.change(.parameters([0: 0.3]))]),
      ("batch=2", [.change(.batch(.samples(2)))]), ("mistake=sign-flip", [.change(.mistake(.signFlip))]),
      ("epoch=20", [.go(20)]), ("sample=3", [.look(sample: 2)]), ("sample=99", [.look(sample: 3)]), ("", []),
    ]
    for (line, effects) in lines {
      var desk = try desk()
      #expect(desk.update(.key(.character(":"))) == [])
      for character in line { #expect(desk.update(.key(.character(String(character)))) == []) }
      #expect(desk.prompt?.text == line)
      #expect(desk.update(.key(.enter)) == effects, "\(line)")
      #expect(desk.prompt == nil && desk.notice == nil, "\(line)")
    }
  }

  @Test func linesThatCannotBeAreExplained() throws {
    for (line, word) in [("eta=fast", "fast"), ("w99=1", "w99"), ("seed=3", "--what-if seed=3"), ("hello", "eta=")] {
      var desk = try desk()
      _ = desk.update(.key(.paste(line)))
      #expect(desk.update(.key(.enter)) == [])
      #expect(desk.notice?.en.contains(word) ?? false && desk.notice?.zh.contains(word) ?? false, "\(line)")
    }
  }

  @Test func otherKeys() throws {
    var desk = try desk()
    #expect(desk.update(.key(.character("n"))) == [.look(sample: 1)])
    #expect(desk.update(.key(.character("N"))) == [.look(sample: 3)])
    #expect(desk.update(.key(.character("d"))) == [.derive])
    #expect(desk.update(.key(.tab)) == [] && desk.side == .weights)
    #expect(desk.update(.key(.backTab)) == [] && desk.side == .boundary)
    #expect(desk.update(.key(.character(">"))) == [] && desk.pace == 4)
    #expect(desk.update(.key(.character("<"))) == [] && desk.pace == 2)
    #expect(desk.update(.key(.control("l"))) == [.redraw])
    #expect(desk.update(.key(.control("z"))) == [.suspend])
    #expect(desk.update(.key(.character("q"))) == [.quit])
    // Ctrl-C stops what runs, then leaves.
    #expect(desk.update(.key(.character(" "))) == [.wake(0)] && desk.isRunning)
    #expect(desk.update(.key(.control("c"))) == [] && !desk.isRunning)
    #expect(desk.update(.key(.control("c"))) == [.quit])
    // In a line that is typed they are characters.
    _ = desk.update(.key(.character(":")))
    #expect(desk.update(.key(.character("q"))) == [] && desk.prompt?.text == "q")
    #expect(desk.update(.key(.escape)) == [] && desk.prompt == nil)
  }

  /// A line is edited with the keys of every other line of the program.
  @Test func linesAreEdited() throws {
    var desk = try desk()
    _ = desk.update(.key(.paste("batch=2 eta=1")))
    for key in [Key.meta("b"), .meta("b"), .control("k"), .control("b"), .control("t")] { _ = desk.update(.key(key)) }
    #expect(desk.prompt?.text == "batch= 2")
  }

  /// Whatever is typed in whatever order, nothing traps, and all that is asked for makes sense.
  @Test(arguments: 0..<100)
  func anyKeysInAnyOrder(_ seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    let keys: [Key] =
      "  hl[]gG+-<>nNd:=q0123456789ewo.".map { .character(String($0)) }
      + [
        .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .enter, .escape, .backspace, .delete,
        .paste("epoch=99999999999999999"), .paste("w1=1e999"), .function(1), .control("w"), .control("y"),
      ]
    let reports = try [0, 3, 700].map { try progress($0, sample: $0) }
    var desk = Desk(title: "x", from: seed, epochs: seed == 0 ? .max : seed * 1000, side: .gradients)
    for _ in 0..<400 {
      let event: Desk.Event =
        switch random.next() % 8 {
        case 0: .tick
        case 1: .progress(reports[Int(random.next() % 3)])
        default: .key(keys[Int(random.next() % UInt64(keys.count))])
        }
      for effect in desk.update(event) {
        switch effect {
        case .train(let epochs): #expect(epochs > 0 && desk.isRunning)
        case .go(let epoch): #expect(epoch >= 0)
        case .look(let sample): #expect((0..<4).contains(sample))
        default: break
        }
      }
      #expect(desk.pace > 0 && desk.end > 0)
    }
  }
}
