import Arguments
import Diagnostics
import Glibc
import Networks
import Training

/// Samples by the name of a file or of a set that comes with the program.
enum TrainingSamples {
  static let fittingNetwork = Words(en: "leave out --network: a fitting one is made", zh: "去掉 --network，程序会建一个合适的网络")

  /// The columns that the options choose.
  static func selection(_ invocation: Invocation) -> DataSelection {
    func list(_ option: Option) -> ColumnList? {
      invocation.value(of: option).map { ColumnList(option: "--" + option.rawValue, $0) }
    }
    return DataSelection(
      inputs: list(.inputs), targets: list(.targets), isClassed: invocation.has(.classes))
  }

  /// Samples for a network, or for one that is made for them; `help` says what to do where they do not fit.
  static func data(
    named name: String, for architecture: Architecture?, choosing selection: DataSelection = DataSelection(),
    help: Words = fittingNetwork
  ) throws(Failure) -> DataSet {
    if let known = BuiltInData(rawValue: name) {
      if !selection.isEmpty {
        throw .message(
          Words(en: "columns are chosen in a file, not in '\(name)'", zh: "只有文件能选列，“\(name)”不能"),
          help: Words(en: "leave out --inputs, --targets and --classes", zh: "请去掉 --inputs、--targets 和 --classes"))
      }
      return try fitting(known.dataSet(), architecture, help)
    }
    let source = try source(name)
    do throws(DataFile.Faults) {
      return try DataFile.parse(source, for: architecture, choosing: selection)
    } catch {
      let place = error.choice.map { SourceText(name: $0.option, $0.text) } ?? source
      throw .faults(error.diagnostics, in: place)
    }
  }

  private static func fitting(
    _ data: DataSet, _ architecture: Architecture?, _ help: Words
  ) throws(Failure) -> DataSet {
    guard let architecture, !data.fits(architecture) else { return data }
    let (inputs, outputs) = (architecture.inputs.count, architecture.outputCount)
    let targets = data.targetCount == 1 ? "1 target" : "\(data.targetCount) targets"
    throw .message(
      Words(
        en: "'\(data.name)' has \(data.inputCount) inputs and \(targets), the network \(inputs) and \(outputs)",
        zh: "“\(data.name)”有 \(data.inputCount) 个输入和 \(data.targetCount) 个目标值，网络有 \(inputs) 个和 \(outputs) 个"),
      help: help)
  }

  private static func source(_ name: String) throws(Failure) -> SourceText {
    do throws(ReadableFile.Fault) {
      return SourceText(name: name, utf8: try ReadableFile.read(name))
    } catch {
      if let fault = error.size.flatMap(DataFile.fault(forSize:)) {
        throw .faults([fault], in: SourceText(name: name, ""))
      }
      throw .message(error.message, help: error.code == ENOENT ? help(for: name) : nil)
    }
  }

  private static func help(for name: String) -> Words {
    let names = BuiltInData.allCases.map(\.rawValue)
    if let nearest = Suggestion.nearest(to: name, in: names) {
      return Words(en: "did you mean '\(nearest)'?", zh: "是不是“\(nearest)”？")
    }
    return Words(
      en: "name a data file (CSV or JSON), or one of \(names.joined(separator: ", "))",
      zh: "请写数据文件名（CSV 或 JSON），或以下之一：\(names.joined(separator: "、"))")
  }
}
