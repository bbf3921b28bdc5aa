package import Diagnostics

/// Every field of a lesson as a table for people, made of the table that the reader itself goes by.
package enum LessonReference {
  /// The names of all fields, those inside options and wrong answers too, each once.
  package static var fieldNames: [String] {
    var names: [String] = []
    for row in rows where !names.contains(row.field.name) { names.append(row.field.name) }
    return names
  }

  /// The names of the fields of a kind of block; of the front matter without a kind.
  package static func fieldNames(of kind: BlockKind?) -> [String] {
    (kind.map(FieldTable.fields) ?? FieldTable.frontMatter).map(\.name)
  }

  /// Markdown: a row for each field, with where it may stand.
  package static func markdown(_ language: Language) -> String {
    let heads = [
      Words(en: "field", zh: "字段"), Words(en: "where", zh: "位置"), Words(en: "value", zh: "写法"),
      Words(en: "meaning", zh: "含义"),
    ]
    var text = "| " + heads.map { $0[language] }.joined(separator: " | ") + " |\n|---|---|---|---|\n"
    for row in rows {
      let name = row.field.isInHeader ? "\(row.field.name)=" : "\(row.field.name):"
      let cells = [
        "`\(name)`" + (row.field.isRequired ? " *" : ""), row.place(language), row.field.shape.words[language],
        row.field.about[language],
      ]
      text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return text
  }

  // MARK: Rows

  /// A field and every place where it means the same.
  private struct Row {
    let field: Field
    /// nil where it is in the front matter.
    var kinds: [BlockKind]?
    /// The list that it is inside of.
    let parent: String?

    func isSame(_ other: Field, in parent: String?) -> Bool {
      kinds != nil && field.name == other.name && field.about == other.about && field.isRequired == other.isRequired
        && field.isInHeader == other.isInHeader && field.shape.words == other.shape.words && self.parent == parent
    }

    func place(_ language: Language) -> String {
      if let parent { return Words(en: "inside `\(parent)`", zh: "`\(parent)` 内")[language] }
      guard let kinds else { return Words(en: "front matter", zh: "文件头")[language] }
      let asks = BlockKind.allCases.filter { $0.rawValue.hasPrefix("ask ") }
      var names = kinds.map { "`\($0.rawValue)`" }
      if Set(asks).isSubset(of: kinds) {
        names = kinds.filter { !asks.contains($0) }.map { "`\($0.rawValue)`" }
        names.insert(Words(en: "every `ask`", zh: "所有 `ask`")[language], at: 0)
      }
      return names.joined(separator: Words(en: ", ", zh: "、")[language])
    }
  }

  /// The front matter first, then the blocks' fields as they first occur.
  private static var rows: [Row] {
    var rows = FieldTable.frontMatter.map { Row(field: $0, kinds: nil, parent: nil) }
    func add(_ field: Field, _ kind: BlockKind, parent: String?) {
      if let index = rows.firstIndex(where: { $0.isSame(field, in: parent) }) {
        if rows[index].kinds?.contains(kind) == false { rows[index].kinds?.append(kind) }
      } else {
        rows.append(Row(field: field, kinds: [kind], parent: parent))
      }
      guard case .list(.record(let fields)) = field.shape else { return }
      for inner in fields { add(inner, kind, parent: field.name) }
    }
    for kind in BlockKind.allCases {
      for field in FieldTable.fields(of: kind) { add(field, kind, parent: nil) }
    }
    return rows
  }
}
