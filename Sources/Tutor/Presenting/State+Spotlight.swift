package import Networks
import Traces

/// A spotlight on one factor of the chain, one node or one edge of the picture: all else is faint.
extension State {
  /// What the spotlight is on; nil for none.
  package var spotlight: Quantity? { presentation?.spotlight }

  /// What it goes through, the way back: the factors of the chain at hand, the loss, each neuron with its parameters, then the inputs.
  private var spots: [Quantity] {
    let architecture = walk.network.architecture
    let path = lightsStep ? walk.step.path.filter { $0 != walk.step.quantity || walk.step.path.count > 1 } : []
    var spots: [Quantity] = path + [.loss]
    var seen: Set<Quantity> = []
    for neuron in (0..<architecture.neuronCount).reversed() where spots.count < Self.maxSpots {
      spots.append(.out(neuron))
      let weights = architecture.sources(ofNeuron: neuron).prefix(Self.maxSpots)
        .map { architecture.weight(from: $0, to: neuron) }
      let parameters = weights + [architecture.biasParameter(ofNeuron: neuron)].compactMap { $0 }
      spots += parameters.map(Quantity.parameter).filter { seen.insert($0).inserted }
    }
    return (spots + walk.network.inputs.indices.prefix(Self.maxSpots).map(Quantity.input)).prefix(Self.maxSpots).map {
      $0
    }
  }

  /// No picture has more that could be distinguished.
  private static let maxSpots = 200

  /// To the next one, or the one before; behind the last one there is no light.
  mutating func moveSpotlight(_ distance: Int) {
    let spots = spots
    let place = spotlight.flatMap(spots.firstIndex(of:))
    let next = place.map { $0 + distance } ?? (distance > 0 ? 0 : spots.count - 1)
    presentation?.spotlight = spots.indices.contains(next) ? spots[next] : nil
  }
}
