import Diagnosis
import Diagnostics
import Glibc
import Networks
import Skills
import Testing

/// The table of published examples, and that the README has it.
@Suite struct PublishedReportTests {
  private let report = PublishedReport()

  /// Every figure agrees, or is the misprint that it is known to be and comes from the mistake that it is known for.
  @Test func nothingIsLeftUnexplained() {
    #expect(report.surprises == [])
    let figures = PublishedExample.all.flatMap(\.printed)
    #expect(figures.count >= 80 && figures.count { $0.mistake != nil } == 7)
  }

  @Test func agreement() throws {
    let network = try #require(BundledNetworks.network(named: "mazur-2-2-2"))
    func agreement(_ name: String, _ text: String) -> Agreement {
      Agreement(PublishedExample.Figure(name, text), on: network)
    }
    #expect(agreement("E", "0.298371109") == .whole && agreement("E", "0.3") == .whole)
    #expect(agreement("E", "0.29836") == .butForTheLastDigit && agreement("E", "0.29838") == .butForTheLastDigit)
    #expect(agreement("E", "0.2981") == .other(mistakes: []))
    #expect(agreement("E+", "0.291027924") == .other(mistakes: ["updated-weight"]))
    #expect(agreement("dE/dw5", "-(target_o1-out_o1)*out_o1*(1-out_o1)*out_h1") == .whole)
    #expect(agreement("dE/dw5", "(target_o1-out_o1)*out_o1*(1-out_o1)*out_h1") == .other(mistakes: ["sign-flip"]))
    #expect(agreement("nothing", "1") == .unreadable)
  }

  @Test func theReadmeHasTheTable() throws {
    let path = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/README.md"
    let stream = try #require(fopen(path, "r"))
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    #expect(String(decoding: bytes, as: UTF8.self).contains(report.markdown(.en)), "bptutor gradcheck --published")
  }

  @Test func bothLanguages() {
    let (english, chinese) = (report.markdown(.en), report.markdown(.zh))
    #expect(english.split(separator: "\n").count == PublishedExample.all.count + 2)
    #expect(chinese.split(separator: "\n").count == PublishedExample.all.count + 2)
    #expect(chinese.contains("西瓜书") && !english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }
}
