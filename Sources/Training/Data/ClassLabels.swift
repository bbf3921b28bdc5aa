/// The names of classes as they turn up in a column, numbered in the order in which they are seen.
struct ClassLabels {
  /// In the order in which they were seen.
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a class; nil of one too many.
  mutating func number(of name: String) -> Int? {
    if let number = numbers[name] { return number }
    guard names.count < DataFile.Limit.classes else { return nil }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The names in an order that does not hang on the order of the samples, and where each number goes in it.
  ///
  /// Numbers by their value, before other names.
  var sorted: (names: [String], places: [Int]) {
    func key(_ name: String) -> Double {
      if case .finite(let value)? = NumberText(name) { value } else { .infinity }
    }
    let order = names.indices.sorted { (key(names[$0]), names[$0]) < (key(names[$1]), names[$1]) }
    var places = Array(repeating: 0, count: names.count)
    for (place, number) in order.enumerated() { places[number] = place }
    return (order.map { names[$0] }, places)
  }
}
