import Diagnostics
import YAML

/// Names in braces: in a lesson with numbers of its author's own each must be one of them, or it would be shown as it is.
extension LessonBuilder {
  mutating func checkBraces(_ fields: Fields, _ scene: Scene) {
    let names = scene.setting.variables.map(\.name)
    guard !names.isEmpty else { return }
    for name in ["prompt", "hints", "options", "why", "wrong"] {
      if let value = fields.own[name] { checkBraces(value, names) }
    }
  }

  mutating func checkBraces(_ block: Prose.Block, at range: Range<Int>) {
    guard !variables.isEmpty else { return }
    var texts: [String] = []
    _ = block.mapping { text in
      texts.append(text)
      return text
    }
    for stranger in texts.flatMap({ DrawnNumbers.strangers(in: $0, variables.map(\.name)) }) {
      let needle = Array("{\(stranger.name)}".utf8)
      let start = range.first { own.source.utf8[$0..<range.upperBound].starts(with: needle) } ?? range.lowerBound
      reportStranger(stranger.name, variables.map(\.name), at: start..<min(start + needle.count, range.upperBound))
    }
  }

  private mutating func checkBraces(_ value: YAMLValue, _ names: [String]) {
    switch value {
    case .scalar(let scalar):
      for stranger in DrawnNumbers.strangers(in: scalar.text, names) {
        reportStranger(stranger.name, names, at: scalar.place(of: stranger.range))
      }
    case .list(let elements, _): for element in elements { checkBraces(element, names) }
    case .mapping(let members, _):
      for member in members where ["text", "say"].contains(member.key) { checkBraces(member.value, names) }
    }
  }

  private mutating func reportStranger(_ name: String, _ names: [String], at place: Range<Int>) {
    report(NameFault.unknownVariable(name, nearest: Suggestion.nearest(to: name, in: names)), at: place)
  }
}
