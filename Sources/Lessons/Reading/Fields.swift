import YAML

/// The fields of a block or front matter: those of the file itself before those of its translation.
struct Fields {
  let own: [String: YAMLValue]
  let other: [String: YAMLValue]
  /// Where what is missing is shown.
  let range: Range<Int>
  /// Whether the own ones could be read.
  let isReadable: Bool

  subscript(name: String) -> (value: YAMLValue, isOwn: Bool)? {
    if let value = own[name] { return (value, true) }
    return other[name].map { ($0, false) }
  }

  /// The fields of one entry of a list of records.
  func entry(_ index: Int, of name: String) -> Fields {
    func fields(_ values: [String: YAMLValue]) -> [String: YAMLValue] {
      let elements = values[name]?.elements ?? []
      guard elements.indices.contains(index) else { return [:] }
      return Dictionary(elements[index].members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    let elements = own[name]?.elements ?? []
    let place = elements.indices.contains(index) ? elements[index].range : range
    return Fields(
      own: fields(own), other: fields(other), range: place.lowerBound..<min(place.upperBound, place.lowerBound + 1),
      isReadable: isReadable && elements.indices.contains(index))
  }

  /// How many entries a list has.
  func count(of name: String) -> Int { self[name]?.value.elements.count ?? 0 }
}
