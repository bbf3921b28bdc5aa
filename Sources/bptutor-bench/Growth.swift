import Glibc

/// How a cost grows with the number of edges.
struct Growth {
  let edges: [Double]
  let costs: [Double]

  /// k of the power law cost ∝ edgesᵏ that fits best: the slope of the least-squares line through the logarithms.
  var exponent: Double {
    let (x, y) = (edges.map { log($0) }, costs.map { log($0) })
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let products = zip(x, y).map { ($0 - meanX) * ($1 - meanY) }
    return products.reduce(0, +) / x.map { ($0 - meanX) * ($0 - meanX) }.reduce(0, +)
  }
}
