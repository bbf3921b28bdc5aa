import Arguments
import Configuration
import Diagnostics
import Glibc
import Networks

/// Finds the notation of `--notation`: one of the program's, else a file.
enum NotationChoice {
  /// The network in the letters that were asked for; without an option in its own.
  static func applying(_ invocation: Invocation, to network: Network) throws(Failure) -> Network {
    guard let name = invocation.value(of: .notation) else {
      // Set once for all networks, it leaves those alone whose names it would make ambiguous.
      let configured = try invocation.configuration.notation.map { name throws(Failure) in try notation(named: name) }
      return configured.flatMap { try? network.lettered(in: $0) } ?? network
    }
    if let bundled = BundledNotations.notation(named: name) {
      do throws(NotationClash) { return try network.lettered(in: bundled) } catch {
        throw .faults([error.diagnostic(at: 0..<name.utf8.count)], in: SourceText(name: "--notation", name))
      }
    }
    let (read, source) = try file(name)
    do throws(NotationClash) { return try network.lettered(in: read.notation) } catch {
      throw .faults([read.diagnostic(error)], in: source)
    }
  }

  /// The notation alone, for networks that are still to come; nil without the option.
  static func notation(_ invocation: Invocation) throws(Failure) -> Notation? {
    try (invocation.value(of: .notation) ?? invocation.configuration.notation)
      .map { name throws(Failure) in try notation(named: name) }
  }

  private static func notation(named name: String) throws(Failure) -> Notation {
    if let bundled = BundledNotations.notation(named: name) { return bundled }
    return try file(name).0.notation
  }

  /// Why a file cannot be used as a notation, in one sentence; nil where it can.
  static func fault(_ name: String) -> Words? {
    do throws(Failure) {
      _ = try file(name)
      return nil
    } catch {
      switch error {
      case .message(let words, let help):
        return Words(
          en: words.en + (help.map { "; " + $0.en } ?? ""), zh: words.zh + (help.map { "；" + $0.zh } ?? ""))
      default: return Words(en: "there are faults in '\(name)'", zh: "“\(name)”中有错误")
      }
    }
  }

  private static func file(_ name: String) throws(Failure) -> (NotationFile.Read, SourceText) {
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(name) } catch {
      throw error.failure(help: error.code == ENOENT ? help(for: name) : nil)
    }
    let source = SourceText(name: name, utf8: bytes)
    do throws(NetworkFile.Faults) { return (try NotationFile.parse(source), source) } catch {
      throw .faults(error.diagnostics, in: source)
    }
  }

  private static func help(for name: String) -> Words {
    if let nearest = Suggestion.nearest(to: name, in: BundledNotations.names) {
      return Words(en: "did you mean '\(nearest)'?", zh: "是不是“\(nearest)”？")
    }
    return Words(
      en: "name a notation file, or one of \(BundledNotations.names.joined(separator: ", "))",
      zh: "请写记号文件名，或以下之一：\(BundledNotations.names.joined(separator: "、"))")
  }
}
