import Diagnostics
import Glibc
import Networks

/// Finds the network of `--network`: one of the program's, else a file.
enum NetworkChoice {
  static func network(named name: String?) throws(Failure) -> Network {
    guard let name else { return BundledNetworks.default }
    if let bundled = BundledNetworks.network(named: name) { return bundled }
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) {
      bytes = try ReadableFile.read(name)
    } catch {
      throw error.failure(help: error.code == ENOENT ? help(for: name) : nil)
    }
    let source = SourceText(name: name, utf8: bytes)
    do throws(NetworkFile.Faults) {
      return try NetworkFile.parse(source)
    } catch {
      throw .faults(error.diagnostics, in: source)
    }
  }

  private static func help(for name: String) -> Words {
    if let nearest = Suggestion.nearest(to: name, in: BundledNetworks.names) {
      return Suggestion.didYouMean(nearest)
    }
    return Words(
      en: "name a network file, or one of \(BundledNetworks.names.joined(separator: ", "))",
      zh: "请写网络文件名，或以下之一：\(BundledNetworks.names.joined(separator: "、"))")
  }
}
