import Diagnostics
import Formats
import Testing

/// `train`, `gradcheck` and `export` as the real program.
@Suite struct TrainingCommandsTests {
  /// Mazur's article: ten thousand rounds with the biases held.
  @Test func tenThousandRounds() {
    let outcome = Program.run(["train", "--network", "mazur-2-2-2", "--epochs", "10000", "--plot", "loss"])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    #expect(outcome.output.contains("10000 epochs, E from 0.298371 to 3.51019e-05"))
    #expect(outcome.output.contains("  0.01591362  0.98406427\n"))
  }

  /// By its usual plan and to its end; that the plan of every generator leads to all samples is tested without the program.
  @Test func xorIsLearnedAndDrawn() {
    let outcome = Program.run(["train", "--data", "xor"])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("500 epochs, E from ") && outcome.output.contains("4/4 samples right"))
    #expect(outcome.output.contains("out_O after epoch 500") && outcome.output.contains("█"))
    #expect(outcome.output.contains("● target ≥ 0.5  ○ < 0.5\n"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  /// Not to the end, which takes a minute where nothing is optimised.
  @Test func spiralsAreDrawn() {
    let outcome = Program.run(["train", "--data", "spirals", "--epochs", "20"])
    #expect(
      outcome.output.hasPrefix("2-16-16-1 (tanh, tanh, sigmoid), cross-entropy\nspirals: 200 samples, 20 an update\n"))
    #expect(outcome.output.contains("out_O after epoch 20") && outcome.output.contains("◆◇ wrong"))
  }

  @Test func layersAsAsked() {
    let outcome = Program.run(
      ["train", "--data", "xor", "--hidden", "8,8", "--activation", "relu", "--epochs", "300", "--batch", "2"])
    #expect(outcome.output.hasPrefix("2-8-8-1 (relu, relu, sigmoid), cross-entropy\nxor: 4 samples, 2 an update\n"))
    #expect(outcome.output.contains("4/4 samples right"))
  }

  /// The whole way at once, or with a stop in between: the same to the last bit.
  @Test func resumedRunsGoOnExactly() {
    let file = TemporaryFile()
    // Orders of their own in each epoch, batches of two sizes, momentum.
    let begin = ["train", "--data", "xor", "--batch", "3"]
    _ = Program.run(begin + ["--epochs", "7", "--save", file.path])
    let resumed = Program.run(["train", "--resume", file.path, "--epochs", "5", "--format", "json"])
    let whole = Program.run(begin + ["--epochs", "12", "--format", "json"])
    #expect(resumed.code == 0 && resumed.output == whole.output && whole.output.contains("\"epoch\": 12"))
  }

  @Test func historiesAndPictures() {
    let (history, picture) = (TemporaryFile(), TemporaryFile())
    let outcome = Program.run(["train", "--epochs", "3", "--history", history.path, "--svg", picture.path])
    #expect(outcome.code == 0)
    let lines = history.text.split(separator: "\n")
    #expect(lines.count == 5 && lines[0].hasPrefix("epoch,loss,w1,"))
    #expect(lines[1].hasPrefix("0,0.1661834435785548"))
    #expect(picture.text.hasPrefix("<svg ") && picture.text.hasSuffix("</svg>\n"))
  }

  /// Every fault at its line and column, all at once.
  @Test func malformedDataIsTold() {
    let file = TemporaryFile("0,0,0\n0,1\n1,x,1\n1,1,NaN\n1,,0\n")
    let outcome = Program.run(["train", "--data", file.path])
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    for place in ["2:1", "3:3", "4:5", "5:3"] {
      #expect(outcome.error.contains("\(file.path):\(place): error: "), "\(place)")
    }
    let empty = TemporaryFile()
    #expect(Program.run(["train", "--data", empty.path]).error.contains("\(empty.path):1:1: error: the file is empty"))
    #expect(Program.run(["train", "--data", "spiral"]).error.contains("did you mean 'spirals'?"))
    let wide = TemporaryFile("1,2,3,4\n")
    let unfit = Program.run(["train", "--network", "2-2-1", "--data", wide.path])
    #expect(unfit.code == 2 && unfit.error.contains(":1:1: error: a sample of this network has 3 values"))
  }

  /// A file of a gigabyte is refused at its first line by every command that takes one, and is not read.
  @Test func giantFilesAreRefused() throws {
    let file = TemporaryFile("0,0,0\n")
    try #require(Program.shell("truncate -s 1G \(file.path)").code == 0)
    let commands = [
      ["train", "--data"], ["train", "--network", "2-2-1", "--data"], ["walk", "--data"], ["gradcheck", "--data"],
      ["train", "--resume"], ["trace", "--network"], ["progress", "--merge"],
    ]
    for command in commands {
      // A megabyte of memory for each thousand that reading it would take.
      let outcome = Program.shell(
        "ulimit -v 1000000; bptutor \(command.joined(separator: " ")) \(file.path); echo $?")
      #expect(outcome.output == "2\n", "\(command)")
      #expect(outcome.error.hasPrefix("\(file.path):1:1: error: "), "\(command): \(outcome.error)")
      #expect(outcome.error.contains("1024 MiB; at most 16 MiB are read\n"), "\(command): \(outcome.error)")
    }
  }

  @Test func optionsAreChecked() {
    for (arguments, word) in [
      (["--epochs", "0"], "--epochs"), (["--epochs", "many"], "--epochs"), (["--eta", "fast"], "--eta"),
      (["--hidden", "3,0"], "--hidden"), (["--plot", "loss,lines"], "--plot"), (["--batch", "-1"], "--batch"),
      (["--show", "w99"], "w99"), (["--what-if", "eat=2"], "eta"), (["--hidden", "3"], "--data"),
      (["--network", "2-2-1", "--hidden", "3"], "--network"), (["--activation", "tan"], "tanh"),
      (["--resume", "/nonexistent"], "/nonexistent"), (["--save", "/nonexistent/a"], "/nonexistent/a"),
    ] {
      let outcome = Program.run(["train"] + arguments)
      #expect(outcome.code == (word == "/nonexistent/a" ? 1 : 2), "\(arguments)")
      #expect(outcome.error.contains(word), "\(arguments): \(outcome.error)")
    }
  }

  @Test func whatIfTellsWhereTheRunsPart() {
    let outcome = Program.run(["train", "--what-if", "mistake=updated-weight", "--epochs", "20", "--lang", "zh"])
    #expect(outcome.code == 0 && outcome.output.contains("从第 1 步的反向传播开始不同：dE/dw1"))
    let same = Program.run(["train", "--what-if", "eta=0.8", "--epochs", "20"])
    #expect(same.output.contains("They never part"))
  }

  /// The saved run stays whole when a second one is held beside it.
  @Test func whatIfGoesOnFromASavedRun() {
    let (file, other) = (TemporaryFile(), TemporaryFile())
    _ = Program.run(["train", "--data", "xor", "--batch", "3", "--epochs", "7", "--save", file.path])
    let both = Program.run(
      ["train", "--resume", file.path, "--epochs", "5", "--what-if", "eta=0.01", "--save", other.path])
    #expect(
      both.code == 0 && both.output.contains("as it is: 12 epochs") && both.output.contains("η = 0.01: 12 epochs"))
    _ = Program.run(["train", "--resume", file.path, "--epochs", "5", "--save", file.path])
    #expect(!other.text.isEmpty && other.text == file.text)
  }

  /// What was trained until then is told and kept.
  @Test(arguments: [[], ["--what-if", "eta=0.01"]])
  func ctrlCStopsTheTraining(_ more: [String]) {
    let (save, history) = (TemporaryFile(), TemporaryFile())
    let outcome = Program.shell(
      "timeout --preserve-status -s INT 2 bptutor train --data spirals --epochs 1000000000 \(more.joined(separator: " "))"
        + " --save \(save.path) --history \(history.path)")
    #expect(outcome.code == 130 && outcome.error.isEmpty, "\(outcome.error)")
    #expect(outcome.output.contains(" epochs, E from 0.") && outcome.output.contains("epoch  E"))
    #expect(history.text.hasPrefix("epoch,loss,"))
    #expect(Program.run(["train", "--resume", save.path, "--epochs", "1"]).code == 0)
  }

  @Test func divergenceIsNoFault() {
    let outcome = Program.run(["train", "--data", "xor", "--eta", "500"])
    #expect(outcome.code == 0 && outcome.output.contains("Training diverges") && outcome.output.contains("smaller η"))
  }

  @Test func gradientsAreChecked() {
    let all = Program.run(["gradcheck", "--ascii"])
    #expect(all.code == 0 && all.output.contains("All 8 gradients are right."))
    #expect(all.output.utf8.allSatisfy { $0 < 0x80 })
    let mean = Program.run(["gradcheck", "--data", "xor", "dE/dw5", "--lang", "zh"])
    #expect(mean.code == 0 && mean.output.contains("xor 的 4 个样本的平均损失") && mean.output.contains("这个梯度正确。"))
    #expect(Program.run(["gradcheck", "--data", "xor", "--network", "mazur-2-2-2"]).error.contains("--network"))
    // A loss without bounds has no difference that agrees, and scripts are told so.
    let network = TemporaryFile(
      Array(
        """
        {"name": "line", "inputs": ["x"], "layers": [{"neurons": ["O"], "activation": "identity", "bias": "none"}],
        "loss": "squared-error", "values": {"x": 1e200, "w1": 1, "target": 1}, "learningRate": 1}
        """.utf8))
    let infinite = Program.run(["gradcheck", "--network", network.path])
    #expect(infinite.code == 2 && infinite.output.contains("0 of 1 gradients are right."), "\(infinite.error)")
    let unknown = Program.run(["gradcheck", "dE/dw9"])
    #expect(unknown.code == 2 && unknown.error.contains("dE/dw"))
    #expect(Program.run(["gradcheck", "dE/dnet_h1"]).error.contains("only a weight or bias can be nudged"))
    #expect(Program.run(["gradcheck", "w5", "--format", "csv"]).output.split(separator: "\n").count == 13)
  }

  @Test func networksLeave() {
    let outcome = Program.run(["export", "--format", "pytorch", "--set", "w5=0.25"])
    #expect(outcome.code == 0 && outcome.output.contains("[0.25, -1.2],  # O: w5, w6"))
    #expect(Program.run(["export", "--format", "keras"]).code == 2)
  }
}
