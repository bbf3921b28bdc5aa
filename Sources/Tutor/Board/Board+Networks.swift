import Diagnostics
import Networks
import Training

/// Another network, other numbers, or the first ones again.
extension Board {
  mutating func reset() {
    let original = sampled(self.original)
    if original == walk.network {
      reply = .notice(Words(en: "The numbers are the first ones already.", zh: "已经是最初的数值。"))
    } else {
      edit(original)
      reply = .notice(Words(en: "The first numbers are back.", zh: "已恢复最初的数值。"))
    }
  }

  mutating func randomize(_ seed: UInt64) {
    edit(sampled(walk.network.randomized(seed: seed)))
    reply = .notice(Words(en: "Fresh numbers: seed \(seed) brings them again.", zh: "已换一组数值，种子 \(seed) 可再次得到它们。"))
  }

  /// The network at the sample that is shown, where there are samples.
  private func sampled(_ network: Network) -> Network {
    samples.map { network.showing(sample: $0.shown, of: $0.data) } ?? network
  }

  mutating func openNetwork(_ name: String) -> [Request] {
    if name.isEmpty {
      reply = Reply(
        .answer,
        [
          .words(
            Words(en: "These networks come with the program; a file's name opens that file.", zh: "以下网络随程序提供；也可写文件名。")),
          .words(Words(BundledNetworks.names.joined(separator: "  "))),
        ])
      return []
    }
    guard let network = BundledNetworks.network(named: name) else { return [.outside(.read(name))] }
    open(keepingLetters(network))
    announceNetwork()
    return []
  }

  /// The bytes of a network file have come, or none.
  mutating func opened(_ name: String, _ bytes: [UInt8]?, _ reason: Words?) {
    guard let bytes else {
      let nearest = Suggestion.nearest(to: name, in: BundledNetworks.names)
      reply = .fault(
        nearest.map {
          Words(
            en: "There is no network or file '\(name)'.\(Suggestion.sentence($0).en)",
            zh: "没有名为“\(name)”的网络或文件。\(Suggestion.sentence($0).zh)")
        }
          ?? Words(
            en: "The file '\(name)' cannot be read" + (reason.map { ": \($0.en)." } ?? "."),
            zh: "无法读取文件“\(name)”" + (reason.map { "：\($0.zh)。" } ?? "。")))
      return
    }
    let source = SourceText(name: name, utf8: bytes)
    do throws(NetworkFile.Faults) {
      open(keepingLetters(try NetworkFile.parse(source)))
      announceNetwork()
    } catch {
      reply = .faults(error.diagnostics, in: source)
    }
  }

  mutating func announceNetwork() {
    let name = walk.network.name
    reply = .notice(Words(en: "This is the network \(name).", zh: "已打开网络 \(name)。"))
  }
}
