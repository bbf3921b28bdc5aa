import Arguments
import Configuration
import Derivations
import Diagnostics
import Exports
import Formats
import Lessons
import Networks
import Reports
import Tutor

/// What `bptutor schema` does.
struct SchemaCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let language = preferences.language
    let isTable = invocation.value(of: .format) == "markdown"
    let text =
      switch invocation.operands.first {
      case "config":
        isTable ? ConfigurationSchema.markdown(language) : ConfigurationSchema.json(language).pretty + "\n"
      case "network": isTable ? NetworkSchema.markdown(language) : NetworkSchema.json(language).pretty + "\n"
      case "trace": Self.text(TraceSchema.json(language), isTable, language)
      case "check": Self.text(CheckSchema.json(language), isTable, language)
      case "train": Self.text(TrainSchema.json(language), isTable, language)
      case "recording": Self.text(RecordingSchema.json(language), isTable, language)
      default: isTable ? LessonReference.markdown(language) : LessonSchema.json(language: language).pretty + "\n"
      }
    return try WrittenResult.write(text, to: invocation.value(of: .output))
  }
  private static func text(_ schema: JSONText, _ isTable: Bool, _ language: Language) -> String {
    isTable ? JSONSchema.markdown(schema, language) : schema.pretty + "\n"
  }
}
