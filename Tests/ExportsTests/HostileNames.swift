import Networks

/// A network whose names try to break out of strings, comments and cells.
enum HostileNames {
  static var network: Network {
    let layers = [
      Layer(neurons: ["h\"1", "h\\", "{h}", "中", "😀\u{202E}"], activation: .tanh, bias: .each),
      Layer(neurons: ["o', 1)", "o&lt;"], activation: .sigmoid, bias: .shared),
    ]
    let architecture = Architecture(inputs: ["=1+1", "#\r\nimport os"], layers: layers, loss: .squaredError)
    var network = Network(
      name: "coding: utf-7\nraise SystemExit(7)\r\"\"\"\u{1B}[31m", architecture: architecture
    ).randomized(seed: 4)
    network.held = [1, 2]
    return network
  }
}
