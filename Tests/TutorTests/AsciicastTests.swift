import Diagnostics
import Formats
import Screen
import Testing
import Tutor

/// Lines of asciicast v2, by its description.
@Suite struct AsciicastTests {
  private func value(_ line: String) throws -> JSONValue {
    #expect(!line.contains("\n"))
    return try JSONValue.parse(SourceText(line))
  }

  @Test func header() throws {
    let line = Asciicast.header(Size(columns: 100, rows: 30), time: 1_504_467_315, title: "bptutor", terminal: "xterm")
    let header = try value(line)
    for (name, number) in [("version", 2.0), ("width", 100), ("height", 30), ("timestamp", 1_504_467_315)] {
      guard case .number(number, _, _)? = header[name] else {
        Issue.record("\(name): \(line)")
        continue
      }
    }
    guard case .string("xterm", _)? = header["env"]?["TERM"] else {
      Issue.record("\(line)")
      return
    }
    #expect(line.contains(#""version": 2,"#) && !line.contains("100.0"))
    #expect(try value(Asciicast.header(Size(columns: 1, rows: 1), time: 0, title: "", terminal: nil))["env"] != nil)
  }

  /// Times are in seconds, and what the terminal got comes back byte for byte.
  @Test func events() throws {
    let bytes = Array("\u{1B}[31m∂E/∂w5 \"反向\" \\ \r\n".utf8)
    guard case .array(let elements, _) = try value(Asciicast.output(at: 1_234, bytes)), elements.count == 3,
      case .number(1.234, _, _) = elements[0], case .string("o", _) = elements[1],
      case .string(let text, _) = elements[2]
    else {
      Issue.record("no event")
      return
    }
    #expect(Array(text.utf8) == bytes)
    #expect(Asciicast.resize(at: 4_050, Size(columns: 80, rows: 24)) == #"[4.05, "r", "80x24"]"#)
    #expect(Asciicast.output(at: -5, []) == #"[0, "o", ""]"#)
  }
}
