/// The marks of an axis, at numbers that people like: 1, 2 or 5 times a power of ten (Heckbert 1990).
struct Ticks: Equatable {
  struct Tick: Equatable {
    let value: Double
    let label: String
  }

  let ticks: [Tick]
  /// The axis, widened to its outermost marks where that was asked for.
  let axis: Axis

  /// The widest label's columns.
  var labelWidth: Int { ticks.map(\.label.count).max() ?? 0 }

  /// At most `count` ticks, at least two where they exist; `isLoose` widens the axis to whole steps.
  init(_ axis: Axis, atMost count: Int, isLoose: Bool, isASCII: Bool) {
    let count = max(2, count)
    switch axis.scale {
    case .linear: self.init(linear: axis, count, isLoose)
    case .logarithmic: self.init(logarithmic: axis, count, isLoose, isASCII)
    }
  }

  private init(linear axis: Axis, _ count: Int, _ isLoose: Bool) {
    let span = axis.high - axis.low
    var exponent = Decade.floor(span / Double(count)) - 1
    if axis.isWhole { exponent = max(0, exponent) }
    // From fine to coarse, until few enough fit.
    for _ in 0..<12 {
      for multiple in [1, 2, 5] {
        let step = Double(multiple) * Decade.power(exponent)
        guard step > 0 else { continue }
        var first = (axis.low / step - 1e-9).rounded(.up)
        var last = (axis.high / step + 1e-9).rounded(.down)
        if isLoose {
          first = (axis.low / step + 1e-9).rounded(.down)
          last = (axis.high / step - 1e-9).rounded(.up)
        }
        guard last - first < Double(count), first.magnitude < 1e15, last.magnitude < 1e15, first <= last else {
          continue
        }
        let numbers = stride(from: Int(first), through: Int(last), by: 1)
        ticks = numbers.map { number in
          Tick(
            value: Double(number) * step,
            label: Self.decimal(number * multiple, exponent, like: Int(max(first.magnitude, last.magnitude)) * multiple)
          )
        }
        let (low, high) = (Double(Int(first)) * step, Double(Int(last)) * step)
        self.axis = isLoose && low < high ? Axis(low: low, high: high, scale: .linear) : axis
        return
      }
      exponent += 1
    }
    (ticks, self.axis) = ([], axis)
  }

  private init(logarithmic axis: Axis, _ count: Int, _ isLoose: Bool, _ isASCII: Bool) {
    var (low, high) = (Decade.floor(axis.low), Decade.ceiling(axis.high))
    if isLoose, high - low >= 1 {
      self.axis = Axis(low: Decade.power(low), high: Decade.power(high), scale: .logarithmic)
    } else {
      (low, high) = (Decade.ceiling(axis.low), Decade.floor(axis.high))
      self.axis = axis
    }
    if high - low >= 2 || high - low >= 1 && count < 5 {
      let step = max(1, (high - low + count - 2) / max(1, count - 1))
      ticks = stride(from: low, through: high, by: step).map {
        Tick(value: Decade.power($0), label: isASCII ? "1e\($0)" : "10" + Self.superscript($0))
      }
      return
    }
    var ticks: [Tick] = []
    for exponent in Decade.floor(axis.low) - 1...Decade.ceiling(axis.high) + 1 {
      for multiple in count >= 5 ? [1, 2, 5] : [1] {
        let value = Double(multiple) * Decade.power(exponent)
        if value >= self.axis.low * (1 - 1e-9), value <= self.axis.high * (1 + 1e-9) {
          ticks.append(Tick(value: value, label: Self.decimal(multiple, exponent, like: multiple)))
        }
      }
    }
    self.ticks = Array(ticks.prefix(count))
  }

  /// number·10^exponent, exactly; with a power of ten where plain digits would be long.
  ///
  /// `like` is the largest number of the axis, so that all its labels have one form.
  static func decimal(_ number: Int, _ exponent: Int, like largest: Int) -> String {
    if number == 0 { return exponent < 0 && -exponent <= 5 ? "0" + zeros(".", -exponent) : "0" }
    let sign = number < 0 ? "-" : ""
    let digits = String(number.magnitude)
    let size = String(largest.magnitude).count + exponent
    if exponent >= 0, size <= 6 { return sign + digits + String(repeating: "0", count: exponent) }
    if exponent < 0, -exponent <= 5, size <= 7 {
      let padded = String(repeating: "0", count: max(0, -exponent + 1 - digits.count)) + digits
      return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
    }
    let trimmed = digits.reversed().drop { $0 == "0" }.reversed()
    let power = exponent + digits.count - 1
    let fraction = trimmed.dropFirst()
    return sign + String(trimmed.prefix(1)) + (fraction.isEmpty ? "" : "." + String(fraction)) + "e\(power)"
  }

  private static func zeros(_ point: String, _ count: Int) -> String { point + String(repeating: "0", count: count) }

  static func superscript(_ number: Int) -> String {
    let digits: [Character: String] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]
    return String(number).map { digits[$0] ?? "" }.joined()
  }
}
