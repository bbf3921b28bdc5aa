import Arguments
import Configuration
import JSON
import Lessons
import Networks

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
      default: isTable ? LessonReference.markdown(language) : LessonSchema.json(language: language).pretty + "\n"
      }
    return try WrittenResult.write(text, to: invocation.value(of: .output))
  }
}
