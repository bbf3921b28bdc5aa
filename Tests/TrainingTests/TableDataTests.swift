import Diagnostics
import Formats
import Networks
import Testing

@testable import Training

/// Tables as people have them: words for classes, columns by name, separators, columns of other sizes.
@Suite struct TableDataTests {
  private func data(
    _ text: String, inputs: String? = nil, targets: String? = nil, classes: Bool = false,
    for architecture: Architecture? = nil
  ) throws -> DataSet {
    let selection = DataSelection(
      inputs: inputs.map { ColumnList(option: "--inputs", $0) },
      targets: targets.map { ColumnList(option: "--targets", $0) }, isClassed: classes)
    return try DataFile.parse(SourceText(name: "data", text), for: architecture, choosing: selection)
  }

  /// Three lines of Fisher's irises: one output a class, in the order of their names.
  @Test func irisHasAnOutputForEachClass() throws {
    let data = try data("5.1,3.5,1.4,0.2,virginica\n7.0,3.2,4.7,1.4,setosa\n6.3,3.3,6.0,2.5,versicolor\n")
    #expect(data.classes == ["setosa", "versicolor", "virginica"])
    #expect(data.inputCount == 4 && data.targetCount == 3 && data.count == 3)
    #expect((0..<3).map { Array(data.targets(ofSample: $0)) } == [[0, 0, 1], [1, 0, 0], [0, 1, 0]])
    #expect(Array(data.inputs(ofSample: 1)) == [7.0, 3.2, 4.7, 1.4])
  }

  @Test func twoClassesAreOneTarget() throws {
    let text = "x y answer\n0 1 yes\n1 0 no\n"
    let data = try data(text)
    #expect(data.classes == ["no", "yes"] && data.values == [0, 1, 1, 1, 0, 0])
    #expect(data.inputNames == ["x", "y"])
    // A network with two outputs gets two.
    let two = try #require(Network.layered([2, 2])).architecture
    #expect(try self.data(text, for: two).values == [0, 1, 0, 1, 1, 0, 1, 0])
  }

  @Test func numbersAsClasses() throws {
    let data = try data("1,10\n2,9\n3,10\n4,2\n", classes: true)
    #expect(data.classes == ["2", "9", "10"])
    #expect((0..<4).map { data.classNumber(ofSample: $0) } == [2, 1, 2, 0])
  }

  private static let choices: [(String?, String?, [Double])] = [
    ("1-2", "3", [1, 2, 3]), ("b,a", "c", [2, 1, 3]), ("2-1", "c", [2, 1, 3]), ("a", "c,b", [1, 3, 2]),
    ("a , 2", nil, [1, 2, 4]), (nil, "1", [2, 3, 4, 1]), (nil, "c,d", [1, 2, 3, 4]), ("a，b", "d", [1, 2, 4]),
  ]

  @Test(arguments: choices)
  func columnsAreChosen(_ inputs: String?, _ targets: String?, _ values: [Double]) throws {
    #expect(try data("a,b,c,d\n1,2,3,4\n", inputs: inputs, targets: targets).values == values)
  }

  private static let wrong: [(String?, String?, String)] = [
    ("e", nil, "no-column-named"), ("1-9", nil, "no-such-column"), ("0", nil, "no-such-column"),
    ("a,1", nil, "chosen-twice"), ("a", "a", "chosen-twice"), ("", nil, "no-column-named"),
    ("99999999999999999999", nil, "no-column-named"), ("1-99999999", nil, "no-such-column"),
  ]

  @Test(arguments: wrong)
  func wrongChoices(_ inputs: String?, _ targets: String?, _ id: String) throws {
    let faults = try #require(throws: DataFile.Faults.self) {
      try data("a,b,c\n1,2,3\n", inputs: inputs, targets: targets)
    }
    #expect(faults.diagnostics.map(\.id) == ["data." + id])
    #expect(faults.choice != nil)
  }

  @Test(arguments: [
    ("1,red,0\n2,blue,1", ["data.text-column"]), ("1,a\n2,a\n", ["data.one-class"]),
    ("5\n6\n", ["data.too-few-columns"]),
    ("1,2,red\n3,4,\n", ["data.missing-value"]), ("1,?,0\nNA,2,1", ["data.missing-value", "data.missing-value"]),
    ("1 2 3\n1,2,3\n", ["data.ragged"]), ("1,O.5\n2,0.1\n3,0.2\n4,0.3\n", ["data.not-a-number"]),
    ("1,2\n2,x\n", ["data.not-a-number"]),
  ])
  func faults(_ text: String, _ ids: [String]) throws {
    let network = text.contains("O.5") ? try #require(Network.layered([1, 1])).architecture : nil
    let faults = try #require(throws: DataFile.Faults.self) { try data(text, for: network) }
    #expect(faults.diagnostics.map(\.id) == ids)
    for fault in faults.diagnostics { #expect(!fault.message.zh.isEmpty && !fault.message.en.isEmpty) }
  }

  @Test func tooManyClasses() throws {
    let text = (0..<200).map { "\($0),name\($0)\n" }.joined()
    let faults = try #require(throws: DataFile.Faults.self) { try data(text) }
    #expect(faults.diagnostics.first?.id == "data.too-many-classes")
    let three = try #require(throws: DataFile.Faults.self) {
      try data("1,2,a\n1,2,b\n1,2,c", for: BundledNetworks.default.architecture)
    }
    #expect(three.diagnostics.map(\.id) == ["data.wrong-class-count"])
  }

  /// How many faults there are is counted to the end, and costs little.
  @Test func restIsCounted() throws {
    let faults = try #require(throws: DataFile.Faults.self) {
      try data("1,2,3\n" + String(repeating: "a,b,c\n", count: 1000))
    }
    #expect(faults.diagnostics.count == DataFile.Limit.faults + 1)
    #expect(faults.diagnostics.last?.message.en == "and 2980 more")
  }

  // MARK: Scaling

  @Test func standard() throws {
    let data = DataSet(name: "", inputCount: 2, targetCount: 1, values: [1, 7, 0, 2, 7, 1, 3, 7, 0])
    let scaled = try #require(Scaling(.standard, fitting: data).applied(to: data))
    // √(2/3) is the deviation of 1, 2, 3.
    let end = 1 / (2.0 / 3).squareRoot()
    let expected: [Double] = [-end, 0, 0, 0, 0, 1, end, 0, 0]
    #expect(zip(scaled.values, expected).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test func minmax() throws {
    let data = DataSet(name: "", inputCount: 1, targetCount: 1, values: [-2, 0, 0, 1, 6, 0])
    let scaling = Scaling(.minmax, fitting: data)
    #expect(try #require(scaling.applied(to: data)).values == [0, 0, 0.25, 1, 1, 0])
    // Later samples are scaled as the first were.
    let later = DataSet(name: "", inputCount: 1, targetCount: 1, values: [14, 1])
    #expect(try #require(scaling.applied(to: later)).values == [2, 1])
  }

  @Test(arguments: Scaling.Kind.allCases)
  func extremeNumbersAreSurvived(_ kind: Scaling.Kind) throws {
    for values in [[1e308, -1e308, 1e308], [0, .leastNonzeroMagnitude, 0], [3, 3, 3]] {
      let data = DataSet(name: "", inputCount: 1, targetCount: 0, values: values)
      #expect(try #require(Scaling(kind, fitting: data).applied(to: data)).values.allSatisfy { !$0.isNaN })
    }
  }

  @Test func unevenInputsAreNoticed() {
    func data(_ large: Double) -> DataSet {
      DataSet(name: "", inputCount: 3, targetCount: 1, values: [0, 5, 0, 0, 1, 5, large, 1])
    }
    #expect(data(999).unevenInputs == nil)
    #expect(data(2000).unevenInputs.map { [$0.small, $0.large] } == [0, 2])
  }

  // MARK: Holding out

  @Test(arguments: [("20%", 4), ("0.25", 5), ("3", 3), ("50％", 10)])
  func sizes(_ text: String, _ count: Int) throws {
    let data = DataSet(name: "", inputCount: 1, targetCount: 1, values: (0..<40).map(Double.init))
    let split = try #require(HoldOut(text, seed: 3)?.split(data))
    #expect(split.heldOut.count == count && split.training.count == 20 - count)
    let all = split.heldOut.values + split.training.values
    #expect(all.sorted() == data.values)
    #expect(try #require(HoldOut(text, seed: 3)?.split(data)).heldOut == split.heldOut)
  }

  @Test(arguments: ["0%", "100%", "-1", "0", "1.5", "x", "nan", "inf%"])
  func noShares(_ text: String) { #expect(HoldOut(text, seed: 1) == nil) }

  @Test func everyClassGivesItsShare() throws {
    let split = try #require(HoldOut(.share(0.2), seed: 1).split(BuiltInData.digits.dataSet()))
    #expect(split.heldOut.count == 359)
    for digit in 0...9 {
      let count = (0..<359).count { split.heldOut.classNumber(ofSample: $0) == digit }
      #expect((34...37).contains(count))
    }
  }

  /// All that was done to the samples is in the file: the run goes on to the same bits.
  @Test(arguments: [false, true])
  func savedAndResumed(isLarge: Bool) throws {
    let width = isLarge ? 900 : 3
    var random = RandomSource(seed: 4)
    var values: [Double] = []
    for sample in 0..<300 {
      for _ in 0..<width { values.append(random.next(in: -3...9)) }
      values.append(Double(sample & 1))
    }
    var whole = DataSet(name: "t.csv", inputCount: width, targetCount: 1, values: values)
    whole.classes = ["no", "yes"]
    let holdOut = HoldOut(.share(0.2), seed: 7)
    let split = try #require(holdOut.split(whole))
    let scaling = Scaling(.standard, fitting: split.training)
    let network = try #require(Network.layered([width, 4, 1]))
    let training = try #require(scaling.applied(to: split.training))
    let heldOut = scaling.applied(to: split.heldOut)
    let run = try #require(TrainingRun(network, data: training, heldOut: heldOut, holdOut: holdOut))
    run.train(epochs: 3)
    let source = SourceText(TrainingFile.json(run).oneLine)
    let resumed = try TrainingFile.parse(source, data: isLarge ? whole : nil)
    #expect(resumed.heldOut?.values == run.heldOut?.values && resumed.data.scaling == scaling)
    #expect(resumed.history.heldOutLosses == run.history.heldOutLosses && run.history.heldOutLosses.count == 4)
    for run in [run, resumed] { run.train(epochs: 2) }
    #expect(resumed.snapshot() == run.snapshot() && resumed.history == run.history)
    if !isLarge { #expect(resumed.data == run.data) }
  }
}
