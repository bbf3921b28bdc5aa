internal import CTerminal
internal import Glibc

/// The encoding of characters that the environment names.
package enum CharacterEncoding {
  /// Takes it for all that the C library does with characters; true if it is UTF-8.
  ///
  /// Nothing else is taken from the environment: with the numbers of a locale, 1.5 could become 1,5. A locale that is not
  /// installed, as in most containers and over ssh, is replaced by the one that nearly always is, if its name says UTF-8; where
  /// that is missing too, by the program's own copy of it.
  @discardableResult
  package static func adopt() -> Bool {
    if setlocale(LC_CTYPE, "") == nil, namesUTF8, setlocale(LC_CTYPE, "C.UTF-8") == nil, !isUTF8 {
      _ = terminal_encoding_adopt()
    }
    return isUTF8
  }

  /// Whether the C library takes characters for UTF-8.
  package static var isUTF8: Bool {
    guard let encoding = nl_langinfo(nl_item(CODESET)) else { return false }
    return strcmp(encoding, "UTF-8") == 0
  }

  private static var namesUTF8: Bool {
    let variables: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
    let values = variables.compactMap { variable in getenv(variable).map { String(cString: $0) } }
    let name = values.first { !$0.isEmpty }?.lowercased() ?? ""
    return name.contains(".utf-8") || name.contains(".utf8")
  }
}
