import Diagnostics
import Training

/// Options that several commands have, the same everywhere.
extension OptionEntry {
  /// `--format` of what is written in every form of a registry.
  static func format<Form: CaseIterable & RawRepresentable<String>>(_ standard: Form) -> OptionEntry {
    format(Form.allCases.map(\.rawValue), standard.rawValue)
  }

  /// `--format`; the first form is what is written without it.
  static func format(_ forms: String...) -> OptionEntry { format(forms, forms.first ?? "") }

  private static func format(_ forms: [String], _ standard: String) -> OptionEntry {
    OptionEntry(
      .format, .choice(forms),
      summary: Words(en: "form of the output (default: \(standard))", zh: "输出格式（默认 \(standard)）"))
  }

  static let output = OptionEntry(.output, .file, summary: Words(en: "write to this file", zh: "写入这个文件"))

  /// `--data`, which stands for something else in each command.
  static func data(_ summary: Words) -> OptionEntry {
    OptionEntry(.data, .data(BuiltInData.allCases.map(\.rawValue)), summary: summary)
  }
}
