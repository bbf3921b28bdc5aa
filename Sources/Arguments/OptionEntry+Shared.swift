import Diagnostics

/// Options that several commands have, the same everywhere.
extension OptionEntry {
  /// `--format`; the first form is what is written without it, unless another one is.
  static func format(_ forms: String..., default standard: String? = nil) -> OptionEntry {
    let standard = standard ?? forms.first ?? ""
    return OptionEntry(
      .format, .choice(forms),
      summary: Words(en: "form of the output (default: \(standard))", zh: "输出格式（默认 \(standard)）"))
  }

  static let output = OptionEntry(.output, .file, summary: Words(en: "write to this file", zh: "写入这个文件"))

  /// `--data`, which stands for something else in each command.
  static func data(_ summary: Words) -> OptionEntry {
    OptionEntry(.data, .data(["xor", "and", "circles", "spirals", "digits"]), summary: summary)
  }
}
