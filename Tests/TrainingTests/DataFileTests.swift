import Diagnostics
import Networks
import Testing
import Training

@Suite struct DataFileTests {
  private static let twoInputs = BundledNetworks.default.architecture

  private func mazur() throws -> Architecture {
    try #require(BundledNetworks.network(named: "mazur-2-2-2")).architecture
  }

  private func values(_ text: String, _ architecture: Architecture = twoInputs) throws -> [Double] {
    try DataFile.parse(SourceText(name: "data", text), for: architecture).values
  }

  @Test(arguments: [
    "0,0.5,1\n-1,2e-3,.25\n", "0,0.5,1\r\n-1,2e-3,.25", "\u{FEFF}0,0.5,1\n\n-1, 2e-3 ,.25\n\n", "0;0.5;1\n-1;2e-3;.25",
    "0\t0.5\t1\n-1\t2e-3\t.25\n", "x,y,label\n0,0.5,1\n-1,2e-3,.25\n", "\"0\",\"0.5\",1\r-1,\"2e-3\" ,.25",
    "i1,i2,target\n0,0.5,1\n-1,2e-3,.25", "target,i2,i1\n1,0.5,0\n.25,2e-3,-1", "O,i2,i1\n1,0.5,0\n.25,2e-3,-1",
    "[[0, 0.5, 1], [-1, 2e-3, 0.25]]", " [{\"i2\": 0.5, \"target\": 1, \"i1\": 0}, [-1, 0.002, 0.25]]",
    "{\"inputs\": [[0, 0.5], [-1, 0.002]], \"targets\": [1, 0.25]}",
    "{\"inputs\": [[0, 0.5], [-1, 0.002]], \"targets\": [[1], [0.25]]}",
  ])
  func reads(_ text: String) throws {
    #expect(try values(text) == [0, 0.5, 1, -1, 0.002, 0.25])
  }

  @Test func severalTargets() throws {
    let data = try DataFile.parse(SourceText(name: "m.csv", "o2,target_o1,i1,i2\n1,2,3,4\n"), for: mazur())
    #expect(data.values == [3, 4, 2, 1])
    #expect(data.name == "m.csv")
    #expect(Array(data.inputs(ofSample: 0)) == [3, 4])
    #expect(Array(data.targets(ofSample: 0)) == [2, 1])
  }

  /// Each « and » mark the place of a fault, in order.
  @Test(arguments: [
    ("«»", ["empty"]), ("  \n\n«»", ["empty"]), ("x,y,z\n«»", ["no-samples"]), ("«[]»", ["no-samples"]),
    ("1,2,3\n«1,2»\n«1,2,3,4»\n", ["ragged", "ragged"]), ("1,«two»,3\n«4,5,6,5»", ["not-a-number", "ragged"]),
    ("1,«two»,3\n«0x10»,5,«1e»\n", ["not-a-number", "not-a-number", "not-a-number"]),
    ("1,«»,3\n1,2,«»\n", ["missing-value", "missing-value"]),
    ("1,«nan»,3\n«-Inf»,1,«1e999»", ["not-finite", "not-finite", "not-finite"]),
    ("1;«0,5»;3", ["not-a-number"]), ("«1,2»\n1,2\n", ["wrong-column-count"]),
    ("1,2,3\n1,«\"»2,3", ["unclosed-quote", "ragged"]), ("1,2,3\n1,2,«\"»a\n", ["unclosed-quote"]),
    ("1,\"2\"«x»,3", ["text-after-quote"]),
    ("i1,«i3»,target\n1,2,3", ["unknown-column", "missing-columns"]),
    ("i1,i2,«i1»,target\n1,2,3,4", ["duplicate-column"]), ("1,2,«\u{0}»3", ["not-text"]),
    ("[[1, 2, 3], «[1, 2]»]", ["wrong-column-count"]), ("[[1, «\"a\"», «null»]]", ["not-a-number", "not-a-number"]),
    ("[[1, «\"NaN\"», 3], «4»]", ["not-finite", "not-a-list"]),
    (
      "[[1, «NaN», 3], «[1, 2]», [1, «-Infinity», «1e999»]]",
      ["not-finite", "wrong-column-count", "not-finite", "not-finite"]
    ), ("«{»\"a\": 1}", ["wrong-shape"]),
    ("[{\"i1\": 1, «\"zz\"»: 2}]", ["unknown-column", "missing-columns"]),
    ("{\"inputs\": [[1, 2]], \"targets\": «[1, 2]»}", ["unequal-lists"]),
  ])
  func faultsHaveTheirPlaces(_ marked: String, ids: [String]) throws {
    var text = ""
    var starts: [Int] = []
    for character in marked {
      switch character {
      case "«": starts.append(text.utf8.count)
      case "»": break
      default: text.append(character)
      }
    }
    let faults = try #require(throws: DataFile.Faults.self) { try values(text) }.diagnostics
    #expect(faults.map(\.id).sorted() == ids.map { "data." + $0 }.sorted())
    for start in starts { #expect(faults.contains { $0.range.lowerBound == start }, "\(start) in \(faults)") }
  }

  @Test func theReportNamesFileLineAndColumn() throws {
    let source = SourceText(name: "points.csv", "i1,i2,target\n0,1,1\n1,x2,0\n")
    let faults = try #require(throws: DataFile.Faults.self) { try DataFile.parse(source, for: Self.twoInputs) }
    #expect(source.report(faults.diagnostics, language: .en).hasPrefix("points.csv:3:3: error: 'x2' is not a number\n"))
    #expect(source.report(faults.diagnostics, language: .zh).hasPrefix("points.csv:3:3: 错误：“x2”不是数\n"))
  }

  /// A column that is there already is not what a name that is not known was meant to be.
  @Test func theColumnThatIsMissingIsOffered() throws {
    let faults = try #require(throws: DataFile.Faults.self) { try values("i1,i3,target\n1,2,3") }.diagnostics
    #expect(faults.compactMap { $0.help?.en } == ["did you mean 'i2'?"])
  }

  @Test func aFloodOfFaultsIsCutOff() throws {
    let faults = try #require(throws: DataFile.Faults.self) {
      try values("1,2,3\n" + String(repeating: "a,b,c\n", count: 1000))
    }.diagnostics
    #expect(faults.count == DataFile.Limit.faults + 1)
    #expect(faults.last?.id == "data.more-faults")
  }

  @Test func largeFilesAreRefusedByTheirSize() throws {
    #expect(DataFile.fault(forSize: 1 << 30)?.message.en == "the file has 1024 MiB; at most 16 MiB are read")
    #expect(DataFile.fault(forSize: 16 << 20) == nil)
    let source = SourceText(utf8: Array(repeating: UInt8(ascii: "1"), count: (16 << 20) + 1))
    let faults = try #require(throws: DataFile.Faults.self) { try DataFile.parse(source, for: Self.twoInputs) }
    #expect(faults.diagnostics.map(\.id) == ["data.too-large"])
  }

  /// Whatever bytes come, there is an answer, and what is read is complete.
  @Test func anyBytes() {
    var random = RandomSource(seed: 11)
    let pieces = [
      "1", ",", "\n", "\"", "-", ".", "e", "nan", "i1", "target", ";", "\r", "[", "]", "{", "}", "é", "\u{0}", ":",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int(random.next() % 24)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      do throws(DataFile.Faults) {
        let data = try DataFile.parse(SourceText(text), for: Self.twoInputs)
        #expect(data.count > 0 && data.values.count % 3 == 0 && data.values.allSatisfy(\.isFinite), "\(text)")
      } catch {
        #expect(!error.diagnostics.isEmpty)
        for fault in error.diagnostics { #expect(fault.range.upperBound <= text.utf8.count, "\(text)") }
      }
    }
  }
}
