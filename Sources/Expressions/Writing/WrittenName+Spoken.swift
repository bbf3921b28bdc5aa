package import Diagnostics

extension WrittenName {
  /// The name as it is said: "w one three" reads each index by itself, since a speech engine makes thirteen of 13.
  package var spoken: Words {
    let letter = Letter.spoken(base)
    let index = below.map { " " + $0.map { $0 == "," ? "," : String($0) }.joined(separator: " ") } ?? ""
    let layer = above.map { String($0.filter { $0 != "(" && $0 != ")" }) }
    let new = isUpdated ? Words(en: "new ", zh: "新的 ") : Words("")
    return Words(
      en: new.en + letter.en + index + (layer.map { " of layer \($0)" } ?? ""),
      zh: new.zh + (layer.map { "第 \($0) 层的 " } ?? "") + letter.zh + index)
  }
}
