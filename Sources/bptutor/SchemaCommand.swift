import Arguments
import JSON
import Lessons

/// What `bptutor schema` does.
struct SchemaCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let text =
      invocation.value(of: .format) == "markdown"
      ? LessonReference.markdown(preferences.language) : LessonSchema.json(language: preferences.language).pretty + "\n"
    return try WrittenResult.write(text, to: invocation.value(of: .output))
  }
}
