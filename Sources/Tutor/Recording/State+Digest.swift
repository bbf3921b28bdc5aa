import Diagnostics
import Classroom
import Diagnosis
import Expressions
import Formats
import Lessons
import Networks
import Progress
import Questions
import Traces
import Training

extension State {
  /// The same for equal states on every machine, and all but never for others: over what can be seen and asked.
  package var digest: String {
    var fingerprint = Fingerprint()
    for line in account { fingerprint.add(line + "\n") }
    return String(fingerprint.value, radix: 16)
  }

  /// The state as lines of text.
  var account: [String] {
    let places = shared.places.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
    return [
      shared.language.rawValue, shared.notation.rawValue, "\(shared.now)", "\(shared.calendarOffset)",
      shared.banner?.en ?? "", shared.leaving.rawValue, shared.library.map(\.id).joined(separator: " "),
      audience.account,
    ] + places + shared.answered.sorted() + shared.history + shared.sheet.account
      + (beneath + [activity]).flatMap(\.account)
  }
}

extension DerivationSheet {
  fileprivate var account: [String] { isEmpty ? [] : rows + ["\(row)"] }
}

extension Activity {
  fileprivate var account: [String] {
    var lines = [kind.rawValue, "\(console.page)", "\(console.pending)", console.prompt?.editor.text ?? ""]
    lines += console.reply.map { ["\($0.kind)"] + $0.lines.map(\.account) } ?? []
    switch self {
    case .menu(let menu):
      lines += ["\(menu.selected)", menu.search?.text ?? "", "\(menu.skillRow ?? -1)", "\(menu.typed)", "\(menu.now)"]
      lines += ["\(menu.found)"] + menu.walk.account
    case .walk(let walk): lines += walk.board.account + ["\(walk.descent?.done ?? -1)"]
    case .lesson(let lesson): lines += lesson.board.account + [lesson.run.id, lesson.run.place.text]
    case .practice(let practice):
      lines +=
        practice.board.account + ["\(practice.drill.number) \(practice.drill.solved) \(practice.summary?.count ?? -1)"]
    case .seat(let seat):
      lines += seat.board.account + ["\(seat.link) \(seat.seat.own?.text ?? "")", seat.seat.screen?.roomLine ?? ""]
    case .training(let training):
      lines += ["\(training.isRunning) \(training.end) \(training.pace) \(training.side) \(training.due ?? -1)"]
      lines += training.status.map { ["\($0.epoch) \($0.sample) \($0.loss.digestBits)", $0.network.account] } ?? []
    }
    return lines
  }
}

extension Board {
  fileprivate var account: [String] {
    let numbers = earlier.map { "\(architecture.name(of: $0.key)) \($0.value.digestBits)" }.sorted()
    let marked = marks.map { "\($0.key) \($0.value)" }.sorted()
    let name = selection.map(architecture.name(of:)) ?? ""
    return walk.account + numbers + marked + predicted.sorted().map(String.init) + (asking?.account ?? [])
      + [
        original.account, name, searched, "\(result?.digestBits ?? 0)", "\(predicts) \(past.count) \(future.count)",
        before?.network.account ?? "",
      ]
      + ["\(samples?.shown ?? -1) \(samples?.batch ?? [])"]
  }
}

extension Walk {
  fileprivate var account: [String] {
    ["\(index) of \(stops.count) \(trace.form.rawValue)", network.account]
      + trace.goals.map { network.architecture.name(of: $0) }
  }
}

extension Network {
  fileprivate var account: String {
    name + " "
      + (inputs + parameters + targets + [learningRate, weightDecay, momentum] + lastSteps).map {
        String($0.digestBits, radix: 16)
      }.joined(separator: " ")
  }
}

extension Asking {
  fileprivate var account: [String] {
    let tried = tries.map {
      "\($0.part) \($0.aside?.text(.ascii) ?? "") \($0.verdict.kind.rawValue) \($0.text) \($0.verdict.mistakes) \($0.verdict.feedback.en)"
    }
    let looked = lookups.map { "\($0.key) \($0.value.rawValue)" }.sorted()
    return tried + looked + hints.map { "\($0.rung.rawValue) \($0.words.en)" } + times.map(String.init) + [
      "\(again) \(part) \(rung) \(isSettled) \(isTold) \(likeSeed ?? 0) \(compares) \(since ?? -1) \(pausedUntil ?? -1)",
      like?.account ?? "", aside?.expression.text(.ascii) ?? "",
    ]
  }
}

extension Reply.Line {
  fileprivate var account: String {
    switch self {
    case .words(let words), .text(let words): words.en + "|" + words.zh
    case .equation(let left, let right, let note): left.text(.unicode) + "=" + right.text(.unicode) + (note?.en ?? "")
    case .value(let left, let value): left.text(.unicode) + "=" + String(value.digestBits, radix: 16)
    case .formula(let formula): formula
    case .errorCurve(let check): check.points.map { "\($0.numeric.digestBits)" }.joined(separator: " ")
    case .entry(let usage, let words): usage + " " + words.en
    }
  }
}

extension Double {
  /// The bits of a number; what is no number has one form only, as in a file, whatever sign the machine gave it.
  fileprivate var digestBits: UInt64 { isNaN ? Double.nan.bitPattern : bitPattern }
}
