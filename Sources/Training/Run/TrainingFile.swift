package import Diagnostics
package import Formats
import Networks

/// A run in a file, to be resumed exactly where it stopped, to the last bit.
package enum TrainingFile {
  package static let format = "bptutor-training"
  package static let version = 1
  /// Data sets with more numbers stay in their own file, and the run's file only says which they were.
  package static let maxDataValues = 200_000

  /// Everything that is wrong with a file, in the order of its text.
  package struct Faults: Error, Equatable, Sendable {
    package let diagnostics: [Diagnostic]
  }

  /// The run as it is.
  ///
  /// Numbers are the shortest decimals that read back as the same doubles.
  package static func json(_ run: TrainingRun) -> JSONText {
    let now = run.snapshot()
    return .object([
      ("format", .string(format)), ("version", .number(Double(version))), ("network", NetworkFile.json(run.start)),
      ("data", data(run)), ("state", json(now)), ("edits", .array(run.edits.map(json))),
      (
        "history",
        .object(
          [("loss", json(run.history.losses)), ("states", json(run.history.states))]
            + (run.heldOut == nil ? [] : [("heldOut", json(run.history.heldOutLosses))]))
      ),
    ])
  }

  /// The samples, or how to know them again, and what was done to them.
  private static func data(_ run: TrainingRun) -> JSONText {
    let data = run.data
    var members: [(key: String, value: JSONText)] = [
      ("name", .string(data.name)), ("fingerprint", hexadecimal(data.fingerprint)),
    ]
    if let scaling = data.scaling {
      members.append(
        (
          "scaling",
          .object([
            ("kind", .string(scaling.kind.rawValue)), ("offsets", numbers(scaling.offsets)),
            ("widths", numbers(scaling.widths)),
          ])
        ))
    }
    if let holdOut = run.holdOut {
      let size: (key: String, value: JSONText) =
        switch holdOut.size {
        case .share(let share): ("share", .number(share))
        case .count(let count): ("count", .number(Double(count)))
        }
      members.append(("holdOut", .object([size, ("seed", hexadecimal(holdOut.seed))])))
    }
    if data.values.count + (run.heldOut?.values.count ?? 0) <= maxDataValues {
      members += samples(data)
      if let heldOut = run.heldOut { members.append(("heldOut", .object(samples(heldOut)))) }
    }
    return .object(members)
  }

  private static func samples(_ data: DataSet) -> [(key: String, value: JSONText)] {
    let rows = (0..<data.count).map { sample in
      numbers(data.inputs(ofSample: sample) + data.targets(ofSample: sample))
    }
    var members: [(key: String, value: JSONText)] = []
    if !data.classes.isEmpty { members.append(("classes", .array(data.classes.map(JSONText.string)))) }
    if !data.inputNames.isEmpty { members.append(("inputNames", .array(data.inputNames.map(JSONText.string)))) }
    return members + [("samples", .array(rows))]
  }

  private static func json(_ snapshot: TrainingSnapshot) -> JSONText {
    let settings = snapshot.settings
    let batch: JSONText =
      switch settings.batch {
      case .full: .string("full")
      case .samples(let count): .number(Double(count))
      }
    return .object([
      ("epoch", .number(Double(snapshot.epoch))), ("batch", .number(Double(snapshot.batch))),
      (
        "settings",
        .object([
          ("learningRate", .number(settings.learningRate)), ("momentum", .number(settings.momentum)),
          ("batch", batch), ("shuffled", .bool(settings.isShuffled)), ("seed", hexadecimal(settings.seed)),
          ("held", numbers(settings.held.sorted().map(Double.init))),
          ("mistake", settings.mistake.map { .string($0.rawValue) } ?? .null),
          ("weightDecay", .number(settings.weightDecay)), ("reduction", .string(settings.reduction.rawValue)),
        ])
      ), ("parameters", numbers(snapshot.parameters)), ("velocities", numbers(snapshot.velocities)),
      ("loss", .number(snapshot.loss)), ("watch", numbers(snapshot.watch.values)),
    ])
  }

  private static func json(_ series: SampledSeries) -> JSONText {
    .object([("stride", .number(Double(series.stride))), ("values", numbers(series.values))])
  }

  private static func numbers(_ values: some Sequence<Double>) -> JSONText { .array(values.map(JSONText.number)) }

  /// JSON numbers are doubles, which cannot hold 64 bits.
  private static func hexadecimal(_ value: UInt64) -> JSONText { .string(String(value, radix: 16)) }

  /// The run that the file tells of.
  ///
  /// `data` is needed where the file does not hold its samples, and must be the same ones. Throws what is wrong.
  package static func parse(_ source: SourceText, data: DataSet? = nil) throws(Faults) -> TrainingRun {
    let value: JSONValue
    do throws(Diagnostic) { value = try JSONValue.parse(source) } catch { throw Faults(diagnostics: [error]) }
    var reader = TrainingReader()
    let run = reader.run(from: value, data: data)
    guard let run, reader.faults.isEmpty else {
      throw Faults(diagnostics: reader.faults.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
    return run
  }
}
