import Diagnostics
import Networks

/// The small networks of the public cases, by case.
enum PublicNetworks {
  static let case01 = network(
    #"""
    {"name": "case 01", "inputs": ["x1", "x2"],
     "layers": [{"neurons": ["O"], "activation": "sigmoid", "bias": "shared"}], "loss": "squared-error",
     "values": {"x1": 1, "x2": 2, "w1": 0.5, "w2": -0.4, "b1": 0.1, "target": 1}, "held": [], "learningRate": 0.1}
    """#)

  static let book = network(
    #"""
    {"name": "book", "inputs": ["x1", "x2", "x3"],
     "layers": [{"neurons": ["h1", "h2"], "activation": "sigmoid", "bias": "each"},
                {"neurons": ["o1", "o2"], "activation": "sigmoid", "bias": "each"}], "loss": "squared-error",
     "values": {"x1": 1, "x2": 4, "x3": 5, "w1": 0.1, "w2": 0.3, "w3": 0.5, "w4": 0.2, "w5": 0.4, "w6": 0.6, "w7": 0.7,
                "w8": 0.9, "w9": 0.8, "w10": 0.1, "b1": 0.5, "b2": 0.5, "b3": 0.5, "b4": 0.5,
                "target_o1": 0.1, "target_o2": 0.05}, "held": [], "learningRate": 0.01}
    """#)

  static let case03 = network(
    #"""
    {"name": "case 03", "inputs": ["x1", "x2"],
     "layers": [{"neurons": ["h1", "h2"], "activation": "sigmoid", "bias": "none"},
                {"neurons": ["O3"], "activation": "sigmoid", "bias": "none"}], "loss": "squared-error",
     "values": {"x1": 0.35, "x2": 0.7, "w1": 0.2, "w2": 0.2, "w3": 0.3, "w4": 0.3, "w5": 0.3, "w6": 0.9, "target": 0.5},
     "held": [], "learningRate": 1}
    """#)

  static let identity = network(
    #"""
    {"name": "identity", "inputs": ["i1", "i2"],
     "layers": [{"neurons": ["h1", "h2"], "activation": "sigmoid", "bias": "shared"},
                {"neurons": ["O"], "activation": "identity", "bias": "shared"}], "loss": "squared-error",
     "values": {"i1": 0.4, "i2": 0.7, "w1": 0.2, "w2": -0.2, "w3": -0.4, "w4": -0.7, "w5": -0.1, "w6": -1.2, "b1": -0.9,
                "b2": -0.5, "target": 0.9}, "held": [], "learningRate": 0.8}
    """#)

  static let deep = network(
    #"""
    {"name": "deep", "inputs": ["i1"],
     "layers": [{"neurons": ["h1"], "activation": "sigmoid", "bias": "each"},
                {"neurons": ["h2"], "activation": "sigmoid", "bias": "each"},
                {"neurons": ["o"], "activation": "sigmoid", "bias": "each"}], "loss": "squared-error",
     "values": {"i1": 0.6, "w1": 0.4, "w2": -0.7, "w3": 1.3, "b1": 0.1, "b2": -0.2, "b3": 0.3, "target": 0.9},
     "held": [], "learningRate": 0.5}
    """#)

  static let tanh = network(
    #"""
    {"name": "tanh", "inputs": ["x1", "x2"], "layers": [{"neurons": ["o"], "activation": "tanh", "bias": "each"}],
     "loss": "squared-error", "values": {"x1": 2, "x2": 0, "w1": -3, "w2": 1, "b1": 6.881373587019543, "target": 0},
     "held": [], "learningRate": 0.1}
    """#)

  static let case14 = network(
    #"""
    {"name": "case 14", "inputs": ["x1", "x2"], "layers": [{"neurons": ["O"], "activation": "identity", "bias": "shared"}],
     "loss": "squared-error", "values": {"x1": 1, "x2": 0, "w1": 0.34, "w2": 0.56, "b1": 0.54, "target": 0.1056},
     "held": [], "learningRate": 1}
    """#)

  static let rgu = BundledNetworks.network(named: "rgu-2-2-1") ?? BundledNetworks.default

  private static func network(_ text: String) -> Network {
    (try? NetworkFile.parse(SourceText(text))) ?? BundledNetworks.default
  }
}
