/// A shell's completions, made from the table.
package enum CompletionScript: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  package var text: String {
    switch self {
    case .bash: BashCompletion.text
    case .zsh: ZshCompletion.text
    case .fish: FishCompletion.text
    }
  }
}
