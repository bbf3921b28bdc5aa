import Diagnostics

/// What can be wrong with the file of a run beyond its JSON; the sentences stand here and nowhere else.
enum TrainingFault {
  case notATrainingFile
  case unknownVersion
  case wrongMember(String)
  case dataNeeded
  case otherData

  func diagnostic(at range: Range<Int>) -> Diagnostic {
    let (id, message, help) = words
    return Diagnostic(id: "training." + id, range: range, message: message, help: help)
  }

  private var words: (id: String, message: Words, help: Words?) {
    switch self {
    case .notATrainingFile:
      (
        "not-a-training-file", Words(en: "this is not a saved training run", zh: "这不是保存的训练过程"),
        Words(en: "its \"format\" would be \"bptutor-training\"", zh: "其 \"format\" 应为 \"bptutor-training\"")
      )
    case .unknownVersion:
      ("unknown-version", Words(en: "this version of the format is not known", zh: "不支持这个格式版本"), nil)
    case .wrongMember(let name):
      (
        "wrong-member", Words(en: "'\(name)' is missing or does not fit", zh: "“\(name)”缺失或与其余内容不符"),
        Words(en: "saved runs are not meant to be edited by hand", zh: "保存的训练过程不宜手工修改")
      )
    case .dataNeeded:
      (
        "data-needed", Words(en: "this run does not hold its samples", zh: "这个文件没有包含样本"),
        Words(en: "give the data file as well", zh: "请同时给出数据文件")
      )
    case .otherData:
      (
        "other-data", Words(en: "these are not the samples of this run", zh: "这些样本与原训练过程的不同"),
        Words(en: "give the data file that the run began with", zh: "请给出训练开始时的数据文件")
      )
    }
  }
}
