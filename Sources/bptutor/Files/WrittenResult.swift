import Diagnostics

/// Puts the result of a command where it is wanted.
enum WrittenResult {
  /// To standard output, or to a file that is complete or not there at all.
  static func write(_ text: String, to file: String?) throws(Failure) -> Int32 {
    if let file, file != "-" {
      do throws(WrittenFile.Fault) { try WrittenFile.write(text, to: file) } catch { throw .unwritable(error) }
    } else {
      do throws(Output.Failure) { try Output.standard.write(text) } catch { throw .output(error) }
    }
    return ExitCode.success
  }
}
