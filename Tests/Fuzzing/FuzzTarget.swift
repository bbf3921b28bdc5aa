import Derivations
import Diagnosis
import Diagnostics
import Expressions
import Formats
import Lessons
import Networks
import Progress
import Training
import Tutor

@testable import Terminal

/// What reads text that other people wrote.
enum FuzzTarget: String, CaseIterable {
  case expressions, network, lesson, data, check, derivation, keys, answers, training, recording, session, room, store

  /// Reads an input, and does with it what the program does; nothing may trap.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .expressions: expression(String(decoding: bytes, as: UTF8.self))
    case .network: network(SourceText(name: "n.json", utf8: bytes))
    case .lesson: lesson(SourceText(name: "x.en.md", utf8: bytes))
    case .data: data(SourceText(name: "d.csv", utf8: bytes))
    case .check: precondition(!CheckLine().respond(to: String(decoding: bytes, as: UTF8.self)).isEmpty)
    case .derivation: derivation(String(decoding: bytes, as: UTF8.self))
    case .keys: keys(bytes)
    case .answers: _ = try? AttemptFile.attempts(SourceText(name: "a.csv", utf8: bytes))
    case .training: training(SourceText(name: "r.json", utf8: bytes))
    case .recording: recording(bytes)
    case .session:
      var session = Session(bytes)
      session.run()
    case .room: room(bytes)
    case .store: store(bytes)
    }
  }

  private func expression(_ text: String) {
    do throws(Diagnostic) {
      let expression = try Expression.parse(text)
      let derivative = expression.derived(by: "x").value.simplified()
      _ = try? derivative.evaluated { _ in 0.7 }
      for style in [TextStyle.ascii, .unicode] { precondition(!derivative.text(style).isEmpty) }
      // What is printed can be read again.
      precondition((try? Expression.parse(expression.text(.ascii))) != nil, "\(expression.text(.ascii))")
    } catch {
      precondition(!SourceText(text).report([error], language: .zh).isEmpty)
    }
  }

  private func network(_ source: SourceText) {
    do throws(NetworkFile.Faults) {
      let network = try NetworkFile.parse(source)
      let text = NetworkFile.json(network).pretty
      precondition(
        (try? NetworkFile.parse(SourceText(text))) == network, "a network that was written reads back the same")
    } catch {
      precondition(!source.report(error.diagnostics, language: .en).isEmpty)
    }
  }

  private func lesson(_ source: SourceText) {
    let catalogue = LessonCatalogue([LessonFile(source)])
    _ = catalogue.report.text(language: .en)
    _ = catalogue.report.json.oneLine
    for entry in catalogue.entries where catalogue.report.isClean { _ = entry.summary }
  }

  private func data(_ source: SourceText) {
    do throws(DataFile.Faults) {
      _ = try DataFile.parse(source, for: BundledNetworks.default.architecture)
    } catch {
      precondition(!source.report(error.diagnostics, language: .en).isEmpty)
    }
  }

  private func derivation(_ text: String) {
    let network = BundledNetworks.default
    let sheet = SheetMarker.mark(text, with: Checker(network))
    precondition(!sheet.report(.en, isASCII: true).isEmpty)
    precondition(!sheet.json(network.architecture).oneLine.isEmpty)
    let points = sheet.points
    precondition(points.earned >= 0 && points.earned <= Double(points.possible), "points")
  }

  private func recording(_ bytes: [UInt8]) {
    do throws(RecordingFault) {
      let recording = try Recording(reading: bytes, knowing: [])
      _ = recording.state(after: min(200, recording.steps.count))
    } catch {
      precondition(!error.message.en.isEmpty)
    }
  }

  private func training(_ source: SourceText) {
    do throws(TrainingFile.Faults) {
      try TrainingFile.parse(source, data: nil).train(epochs: 1)
    } catch {
      precondition(!source.report(error.diagnostics, language: .en).isEmpty)
    }
  }

  /// The first byte says how the others are cut into reads.
  private func keys(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    let step = Int(bytes.first ?? 0) % 7 + 1
    var rest = bytes.dropFirst()
    while !rest.isEmpty {
      decoder.append(rest.prefix(step))
      rest = rest.dropFirst(step)
      while decoder.next() != nil {}
      if rest.count % 5 == 0, decoder.waitLimit != nil { _ = decoder.giveUpWaiting() }
    }
    var patience = 4
    while decoder.waitLimit != nil {
      _ = decoder.giveUpWaiting()
      patience -= 1
      precondition(patience > 0, "it waits for ever")
    }
  }
}
