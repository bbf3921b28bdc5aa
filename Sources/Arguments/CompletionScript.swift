package import Diagnostics

/// A shell's completions, made from the table.
package enum CompletionScript: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script; what it says about commands and options is in this language.
  package func text(_ language: Language) -> String {
    switch self {
    case .bash: BashCompletion.text
    case .zsh: ZshCompletion(language: language).text
    case .fish: FishCompletion(language: language).text
    }
  }
}
