import Formats
import Testing

@Suite struct TableScannerTests {
  private func rows(_ text: String, _ dialect: TableScanner.Dialect? = nil) -> [[String]] {
    var scanner = dialect.map { TableScanner(Array(text.utf8), $0) } ?? TableScanner(Array(text.utf8))
    var rows: [[String]] = []
    while let row = scanner.nextRow() { rows.append(row.map(\.text)) }
    return rows
  }

  @Test(arguments: [
    "a,b\n1,2", "a,b\r\n1,2\r\n", "a;b\r1;2", "a\tb\n1\t2\n", "a b\n1 2\n", "  a   b \n\t1 \t 2  \n\n",
    "\u{FEFF}a,b\n\n1,2",
    "# note, with commas\n\na b\n1 2\n#end", "\"a\" , b\n \"1\",2", "\"a\" b\n1 \"2\"", "a, b\n1,\t2", "a,\tb\n1,\t2",
  ])
  func readsWhatPeopleWrite(_ text: String) { #expect(rows(text) == [["a", "b"], ["1", "2"]]) }

  @Test func quotedFieldsHoldAnything() {
    #expect(rows("\"a,b\",\"c \"\"d\"\"\"\n\"e\nf\",") == [["a,b", "c \"d\""], ["e\nf", ""]])
    // A comma in quotation marks separates nothing.
    #expect(rows("\"a,b\" c\n1 2") == [["a,b", "c"], ["1", "2"]])
    #expect(rows("\t1\t\n", nil) == [["", "1", ""]])
  }

  /// As a program writes it: space and `#` are part of a value.
  @Test func strictDialect() {
    #expect(rows(" a,b \n#x,\"y\"\n", .init()) == [[" a", "b "], ["#x", "y"]])
  }

  @Test func flawsAreNoted() {
    var scanner = TableScanner(Array("1,\"2\"x,3\n4,\"5".utf8))
    let first = scanner.nextRow()?.map(\.flaw)
    #expect(first == [nil, .textAfterQuote(5..<6), nil])
    #expect(scanner.nextRow()?.map(\.flaw) == [nil, .unclosedQuote])
    #expect(scanner.nextRow() == nil)
  }

  /// What is written with every separator, with quotation marks where they are needed, is read back.
  @Test(arguments: TableSeparator.allCases)
  func whatIsWrittenIsReadBack(_ separator: TableSeparator) {
    var random = SystemRandomNumberGenerator()
    let mark = [TableSeparator.comma: ",", .semicolon: ";", .tab: "\t", .blanks: " "][separator] ?? ","
    let letters = ["a", "1", "-", ",", ";", "\t", " ", "\"", "é", "中", "#", "\n"]
    for _ in 0..<2000 {
      let table = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 1...4, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
        }
      }
      let text = table.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: mark)
      }.joined(separator: "\n")
      #expect(rows(text, .init(separator: separator, hasComments: true, trims: true)) == table)
    }
  }

  /// Any bytes are cut into fields that lie in the text, in order.
  @Test func anyBytes() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? Array("\",; \t\n\r#1a".utf8).randomElement(using: &random) ?? 0 : .random(in: 0...255)
      }
      var scanner = TableScanner(bytes)
      var end = 0
      while let row = scanner.nextRow() {
        #expect(!row.isEmpty)
        for field in row {
          #expect(field.range.lowerBound >= end && field.range.upperBound <= bytes.count)
          end = field.range.upperBound
        }
      }
    }
  }
}
