import Arguments
import Configuration
import JSON
import Lessons

/// What `bptutor schema` does.
struct SchemaCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let language = preferences.language
    let isTable = invocation.value(of: .format) == "markdown"
    let text =
      invocation.operands.first == "config"
      ? isTable ? ConfigurationSchema.markdown(language) : ConfigurationSchema.json(language).pretty + "\n"
      : isTable ? LessonReference.markdown(language) : LessonSchema.json(language: language).pretty + "\n"
    return try WrittenResult.write(text, to: invocation.value(of: .output))
  }
}
