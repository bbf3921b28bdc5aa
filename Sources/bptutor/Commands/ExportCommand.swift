import Arguments
import Diagnostics
import Exports
import Lessons
import Networks
import Tutor

/// What `bptutor export` does: a lesson, or the network.
struct ExportCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    let form = invocation.value(of: .format)
    if let name = invocation.operands.first { return try export(lesson: name, form) }
    if let form, LessonFormat(rawValue: form) != nil {
      throw .message(
        Words(en: "--format \(form) is for a lesson", zh: "--format \(form) 用于课程"),
        help: Words(
          en: "name one: bptutor export forward-pass --format \(form)",
          zh: "请写明课程：bptutor export forward-pass --format \(form)"))
    }
    if invocation.has(.answers) || invocation.value(of: .notesFile) != nil {
      throw .message(
        Words(en: "--answers and --notes-file are for a lesson", zh: "--answers 和 --notes-file 用于课程"),
        help: Words(en: "name one: bptutor export forward-pass", zh: "请写明课程：bptutor export forward-pass"))
    }
    let format = form.flatMap(FrameworkFormat.init) ?? .numpy
    return try WrittenResult.write(
      format.text(of: network, language: preferences.language), to: invocation.value(of: .output))
  }

  private func export(lesson name: String, _ form: String?) throws(Failure) -> Int32 {
    guard let format = form.map(LessonFormat.init) ?? .html else {
      let forms = LessonFormat.allCases.map(\.rawValue)
      throw .message(
        Words(en: "a lesson is not written as \(form ?? "")", zh: "课程不能写成 \(form ?? "")"),
        help: Words(
          en: "for a lesson: \(forms.joined(separator: ", "))", zh: "课程可用：\(forms.joined(separator: "、"))"))
    }
    let library = try LessonLibrary(invocation)
    let entry = try library.entry(named: name)
    guard let lesson = entry.lesson(in: preferences.language), !lesson.screens.isEmpty else {
      throw .message(Words(en: "there is nothing in this lesson", zh: "这一课没有内容"))
    }
    let seed = invocation.value(of: .random).flatMap { UInt64($0) }
    let base = seed.map { lesson.drawn(seed: $0).suitableNetwork(seed: $0) } ?? lesson.network
    let document = LessonDocument(lesson, base: base, seed: seed, hasAnswers: invocation.has(.answers))
    if let file = invocation.value(of: .notesFile) { _ = try WrittenResult.write(document.notes, to: file) }
    return try WrittenResult.write(format.text(of: document), to: invocation.value(of: .output))
  }
}
