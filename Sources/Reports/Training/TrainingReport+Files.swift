import Diagnostics
import Expressions
package import Formats
import Networks
package import Screen
import Training

extension TrainingReport {
  /// How many samples' answers are reported.
  private static let sampleLimit = 1000

  /// How each run ended, and where two of them parted.
  package var json: JSONText {
    let architecture = run.start.architecture
    var members: [(key: String, value: JSONText)] = [
      ("format", .string("bptutor-train")), ("version", .number(1)), ("data", .string(run.data.name)),
      ("runs", .array(runs.map { json($0.run, $0.name.en) })),
    ]
    if let comparison {
      let parting = comparison.parting.map { parting in
        JSONText.object([
          ("step", .number(Double(parting.step))), ("epoch", .number(Double(parting.epoch))),
          ("batch", .number(Double(parting.batch))), ("quantity", .string(architecture.name(of: parting.quantity))),
          ("original", .number(parting.original)), ("changed", .number(parting.changed)),
        ])
      }
      members.append(("parting", parting ?? .null))
    }
    return .object(members)
  }

  private func json(_ run: TrainingRun, _ name: String) -> JSONText {
    let network = run.network(sample: 0)
    let architecture = network.architecture
    let parameters = network.parameters.enumerated().map {
      (architecture.name(of: .parameter($0)), JSONText.number($1))
    }
    let outputs = run.outputs().prefix(Self.sampleLimit).map { JSONText.array($0.map(JSONText.number)) }
    return .object([
      ("name", .string(name)), ("epoch", .number(Double(run.epoch))),
      ("lossBefore", .number(run.history.losses.values.first ?? .nan)), ("loss", .number(run.loss)),
      ("accuracy", run.hasClasses ? .number(run.accuracy()) : .null), ("heldOut", heldOut(run)),
      ("divergence", run.divergence.map { .string($0.message.en) } ?? .null), ("parameters", .object(parameters)),
      ("outputs", .array(Array(outputs))),
    ])
  }
}

extension TrainingReport {
  /// How the samples that were held out are answered, and what is taken for what; null without any.
  private func heldOut(_ run: TrainingRun) -> JSONText {
    guard let heldOut = run.heldOut, let loss = run.heldOutLoss else { return .null }
    var members: [(key: String, value: JSONText)] = [
      ("samples", .number(Double(heldOut.count))), ("loss", .number(loss)),
      ("accuracy", run.hasClasses ? .number(run.heldOutAccuracy() ?? .nan) : .null),
    ]
    if let table = run.confusion() {
      members.append(("classes", .array(table.classes.map(JSONText.string))))
      members.append(("confusion", .array(table.counts.map { .array($0.map { .number(Double($0)) }) })))
    }
    return .object(members)
  }

  /// The pictures as one file.
  package func svg(_ look: Look) -> String {
    var look = look
    look.notation = .unicode
    let name = SourceText.harmless(run.data.name)
    var page = SVGPage(title: Words(en: "Training on \(name)", zh: "训练：\(name)")[look.language], look)
    for plot in plots {
      // A map of each run; curves lie over each other.
      for runs in plot == .boundary ? runs.map({ [$0] }) : [runs] {
        switch plot.picture(of: runs, look) {
        case .lines(let lines)?: page.add(lines)
        case .map(var map)?:
          if comparison != nil { map.title = look[runs.first?.name ?? Words("")] }
          page.add(map)
        case nil: break
        }
      }
    }
    return page.text
  }
}
