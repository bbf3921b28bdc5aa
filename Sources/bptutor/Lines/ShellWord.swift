/// Words as a shell takes them.
enum ShellWord {
  /// The word itself where no character of it means anything to a shell, else in quotation marks.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty && !word.hasPrefix("-")
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789./-_+:,@%".unicodeScalars.contains($0)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
