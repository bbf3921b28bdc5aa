import Backpropagation

// The network of the lessons, with one weight of our own.
let network = try TracedNetwork.default.setting(["w5": 0.4])
print("E =", network.loss)

for step in try network.derivation(of: ["dE/dw5"]) where step.kind == .factor {
  print(step.quantity, "=", step.symbolic, "=", step.value)
}
print("dE/dw5 =", try network.value(of: "dE/dw5"))
print("E after one update =", network.updated.loss)

let judgment = try network.check("dE/dw5", answer: "(target-out_O)*out_O*(1-out_O)*out_h1")
print(judgment.kind.rawValue, judgment.mistakes, judgment.english)
