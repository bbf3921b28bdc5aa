import Glibc

/// What the kernel knows of a process.
struct ProcessReading {
  /// Time on a processor, in nanoseconds.
  let processorTime: Double
  /// How often it was put on or taken off one.
  let contextSwitches: Double
  /// Memory that counts for this process, in bytes: what is shared is divided among those who share it.
  let proportional: Double
  /// Memory of this process alone, in bytes.
  let unique: Double

  /// nil if the process is gone or cannot be looked at.
  init?(_ process: Int32) {
    let place = "/proc/\(process)/"
    guard let schedule = Self.text(place + "schedstat"), let status = Self.text(place + "status"),
      let memory = Self.text(place + "smaps_rollup"),
      let time = schedule.split(separator: " ").first.flatMap({ Double($0) })
    else { return nil }
    func sum(_ names: [String], in text: String) -> Double {
      text.split(separator: "\n").reduce(0) { total, line in
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard words.count > 1, names.contains(String(words[0])) else { return total }
        return total + (Double(words[1]) ?? 0)
      }
    }
    processorTime = time
    contextSwitches = sum(["voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:"], in: status)
    proportional = 1024 * sum(["Pss:"], in: memory)
    unique = 1024 * sum(["Private_Clean:", "Private_Dirty:"], in: memory)
  }

  private static func text(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
