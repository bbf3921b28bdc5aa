import Arguments
import FrameworkExports
import Networks

/// What `bptutor export --format …` does.
struct ExportCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    let format = invocation.value(of: .format).flatMap(FrameworkFormat.init) ?? .numpy
    return try WrittenResult.write(
      format.text(of: network, language: preferences.language), to: invocation.value(of: .output))
  }
}
