import Diagnostics
import Formats
import Lessons
import Testing

/// What editors and people are told of the fields is what the reader goes by.
@Suite struct SchemaTests {
  private func schema(_ language: Language) throws -> JSONValue {
    try JSONValue.parse(SourceText(LessonSchema.json(language: language).pretty))
  }

  private func names(_ value: JSONValue?) -> [String] {
    guard case .object(let members, _)? = value else { return [] }
    return members.map(\.key)
  }

  private func headerNames(_ value: JSONValue?) -> [String] {
    guard case .array(let fields, _)? = value else { return [] }
    return fields.compactMap { if case .string(let name, _)? = $0["name"] { name } else { nil } }
  }

  @Test(arguments: Language.allCases) func schemaNamesEveryField(_ language: Language) throws {
    let definitions = try #require(try schema(language)["definitions"])
    for kind in [nil] + BlockKind.allCases.map(Optional.some) {
      let definition = try #require(definitions[kind?.rawValue ?? "front matter"])
      let found = names(definition["properties"]) + headerNames(definition["x-header"])
      let known = LessonReference.fieldNames(of: kind)
      #expect(!known.isEmpty && found.sorted() == known.sorted(), "\(kind?.rawValue ?? "front matter")")
    }
  }

  /// The reader refuses what is no field and takes what the schema names.
  @Test func readerKnowsTheSameFields() {
    for kind in BlockKind.allCases {
      for name in LessonReference.fieldNames(of: kind) {
        let text =
          "---\nbptutor: 1\nid: x\ntitle: X\nlang: en\n---\n```\(kind.rawValue)\n\(name): 1\n\(name)x: 1\n```\n"
        let catalogue = LessonCatalogue([LessonFile(SourceText(name: "x.en.md", text))])
        let unknown = catalogue.report.files[0].diagnostics.filter { $0.id == "lesson.unknown-field" }
        #expect(unknown.count == 1 && unknown[0].message.en.contains("'\(name)x'"), "\(kind.rawValue) \(name)")
      }
    }
  }

  @Test(arguments: Language.allCases) func tableNamesEveryField(_ language: Language) {
    let rows = LessonReference.markdown(language).split(separator: "\n")
    #expect(rows.allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") && $0.count { $0 == "|" } == 5 })
    for name in LessonReference.fieldNames {
      #expect(rows.contains { $0.hasPrefix("| `\(name):`") || $0.hasPrefix("| `\(name)=`") }, "\(name)")
    }
    for kind in BlockKind.allCases {
      #expect(Set(LessonReference.fieldNames(of: kind)).isSubset(of: LessonReference.fieldNames))
    }
  }

  @Test func namesOfNewLessons() {
    #expect(LessonTemplate.id(stem: "03-momentum") == "momentum")
    #expect(LessonTemplate.id(stem: "2024") == "2024")
    #expect(LessonTemplate.id(stem: "a b") == nil && LessonTemplate.id(stem: "") == nil)
    #expect(LessonTemplate.usableName("My  Lesson!") == "my-lesson")
    #expect(LessonTemplate.usableName("我的课") == "my-lesson")
    #expect(LessonTemplate.usableName("Über 2") == "ber-2")
  }
}
