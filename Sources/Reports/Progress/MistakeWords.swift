import Diagnosis
import Diagnostics
import Networks
import Skills

/// What a mistake of the catalogue is about: the question that points to it.
enum MistakeWords {
  /// What was done, in a few words.
  static func name(_ mistake: MistakeID) -> Words { Catalogue.mistake(mistake)?.name ?? Words(mistake.rawValue) }

  /// In the names of the default network, at the step where it was made if that is one of its own.
  static func question(_ mistake: MistakeID, step: String?) -> Words? {
    let network = BundledNetworks.default
    let architecture = network.architecture
    // Behind the name may stand what was asked about it.
    let quantity = step.flatMap { architecture.quantity(spelled: String($0.prefix { $0 != " " })) }
    let fallback = Quantity.gradient(.parameter(0))
    for quantity in [quantity, fallback].compactMap({ $0 }) where network[given: quantity] == nil {
      let words = Catalogue.question(mistake, quantity, network, .loss)
      if !words.en.isEmpty { return words }
    }
    return nil
  }
}
