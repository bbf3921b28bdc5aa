import Diagnostics

/// The notations that come with the program, by name.
package enum BundledNotations {
  /// The names, the default first.
  package static let names = ["net-out"] + files.map(\.name)

  /// A new notation: its file in `Bundled`, its name in Package.swift, and a line here.
  private static let files: [(name: String, bytes: @Sendable () -> [UInt8])] = [
    ("z-a", { PackageResources.z_a_json }),
    ("nielsen", { PackageResources.nielsen_json }),
    ("han-kamber", { PackageResources.han_kamber_letters_json }),
    ("negnevitsky", { PackageResources.negnevitsky_json }),
    ("zhou", { PackageResources.zhou_json }),
    ("qiu", { PackageResources.qiu_json }),
  ]

  /// Cost: parses its file.
  package static func notation(named name: String) -> Notation? {
    if name == Notation.netOut.name || name == "default" { return .netOut }
    guard let file = files.first(where: { $0.name == name }) else { return nil }
    return try? NotationFile.parse(SourceText(name: name, utf8: file.bytes())).notation
  }
}
