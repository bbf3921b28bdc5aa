import Diagnosis
import Networks

/// Answers judged as `bptutor check --jsonl` does: one line of JSON in, one out.
struct CheckFigures {
  let stopwatch: Stopwatch

  /// The share of right, wrong and unreadable answers is about that of a class.
  private static let lines = [
    #"{"quantity": "dE/dw5", "answer": "-0.03493"}"#,
    #"{"quantity": "dE/dw5", "answer": "0.03493"}"#,
    #"{"quantity": "dE/dw1", "answer": "0.00101"}"#,
    #"{"quantity": "dE/dw1", "answer": "(out_O-target)*out_O*(1-out_O)*w5*out_h1*(1-out_h1)*i1"}"#,
    #"{"quantity": "dE/dw1", "answer": "(target-out_O)*out_O*(1-out_O)*w5*out_h1*(1-out_h1)*i1"}"#,
    #"{"quantity": "dE/db1", "answer": "-0.0208"}"#,
    #"{"quantity": "w5+", "answer": "-0.128"}"#,
    #"{"quantity": "net_h1", "answer": "-0.96"}"#,
    #"{"quantity": "dout_O/dnet_O", "answer": "\\frac{1}{4}"}"#,
    #"{"quantity": "out_O", "answer": "0.32("}"#,
  ]

  func jsonLines() -> Figure {
    let checker = CheckLine(network: BundledNetworks.default)
    let time = stopwatch.time { times in
      for _ in 0..<times { for line in Self.lines { sink(checker.respond(to: line).utf8.count) } }
    }
    return Figure(
      id: "check.jsonl", title: "an answer checked and diagnosed, as a line of JSON", unit: .nanoseconds,
      ours: time / Double(Self.lines.count), budget: .value(100_000), note: "10,000 a second are 100 µs each")
  }
}
