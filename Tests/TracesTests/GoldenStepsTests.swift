import Networks
import Testing
import Traces

/// The whole derivation of the lessons, word for word.
@Suite struct GoldenStepsTests {
  @Test func outputWeightThenHiddenWeight() {
    let trace = Trace(BundledNetworks.default, goals: Trace.defaultGoals(of: BundledNetworks.default.architecture))
    #expect(trace.goals.map(trace.name) == ["dE/dw5", "dE/dw1"])
    let golden = """
      1 netInput net_h1 | i1*w1 + i2*w2 + b1 | 0.4*0.2 + 0.7*(-0.2) + (-0.9) | -0.96 | -
      2 output out_h1 | f(net_h1) | f(-0.96) | 0.276878194876 | - | uses 1
      3 netInput net_h2 | i1*w3 + i2*w4 + b1 | 0.4*(-0.4) + 0.7*(-0.7) + (-0.9) | -1.55 | -
      4 output out_h2 | f(net_h2) | f(-1.55) | 0.175086268164 | - | uses 3
      5 netInput net_O | out_h1*w5 + out_h2*w6 + b2 | 0.276878194876*(-0.1) + 0.175086268164*(-1.2) + (-0.5) | -0.737791341284 | - | uses 2, 4
      6 output out_O | f(net_O) | f(-0.737791341284) | 0.323487305294 | - | uses 5
      7 loss E | 1/2*(target - out_O)^2 | 1/2*(0.9 - 0.323487305294)^2 | 0.166183443579 | - | uses 6
      8 chain dE/dw5 | for dE/dw5 | dE/dout_O * dout_O/dnet_O * dnet_O/dw5 | (-0.576512694706)*0.218843268608*0.276878194876 | -0.0349325928775 | chain
      9 factor dE/dout_O | for dE/dw5 | -(target - out_O) | -(0.9 - 0.323487305294) | -0.576512694706 | power | uses 6
      10 factor dout_O/dnet_O | for dE/dw5 | out_O*(1 - out_O) | 0.323487305294*(1 - 0.323487305294) | 0.218843268608 | sigmoid-derivative | uses 6
      11 factor dnet_O/dw5 | for dE/dw5 | out_h1 | 0.276878194876 | 0.276878194876 | constant-multiple | uses 2
      12 product dE/dw5 | for dE/dw5 | -(target - out_O)*out_O*(1 - out_O)*out_h1 | (-0.576512694706)*0.218843268608*0.276878194876 | -0.0349325928775 | - | uses 9, 10, 11
      13 chain dE/dw1 | for dE/dw1 | dE/dout_O * dout_O/dnet_O * dnet_O/dout_h1 * dout_h1/dnet_h1 * dnet_h1/dw1 | (-0.576512694706)*0.218843268608*(-0.1)*0.200216660078*0.4 | 0.00101042078477 | chain
      14 factor dE/dout_O | for dE/dw1 | -(target - out_O) | -(0.9 - 0.323487305294) | -0.576512694706 | power | uses 9 | as 9
      15 factor dout_O/dnet_O | for dE/dw1 | out_O*(1 - out_O) | 0.323487305294*(1 - 0.323487305294) | 0.218843268608 | sigmoid-derivative | uses 10 | as 10
      16 factor dnet_O/dout_h1 | for dE/dw1 | w5 | -0.1 | -0.1 | constant-multiple
      17 factor dout_h1/dnet_h1 | for dE/dw1 | out_h1*(1 - out_h1) | 0.276878194876*(1 - 0.276878194876) | 0.200216660078 | sigmoid-derivative | uses 2
      18 factor dnet_h1/dw1 | for dE/dw1 | i1 | 0.4 | 0.4 | constant-multiple
      19 product dE/dw1 | for dE/dw1 | -(target - out_O)*out_O*(1 - out_O)*w5*out_h1*(1 - out_h1)*i1 | (-0.576512694706)*0.218843268608*(-0.1)*0.200216660078*0.4 | 0.00101042078477 | - | uses 14, 15, 16, 17, 18
      20 update w5+ | w5 - eta*dE/dw5 | (-0.1) - 0.8*(-0.0349325928775) | -0.072053925698 | - | uses 12
      21 update w1+ | w1 - eta*dE/dw1 | 0.2 - 0.8*0.00101042078477 | 0.199191663372 | - | uses 19
      """
    #expect(TraceTable.text(trace).split(separator: "\n") == golden.split(separator: "\n"))
    #expect(trace.validate().isEmpty)
  }

  /// b1 reaches E by two paths, whose products are added.
  @Test func sharedBias() {
    let trace = Trace(BundledNetworks.default, named: "dE/db1")
    let last = """
      21 product dE/db1 | for dE/db1 | -(target - out_O)*out_O*(1 - out_O)*w6*out_h2*(1 - out_h2) | (-0.576512694706)*0.218843268608*(-1.2)*0.144431066864*1 | 0.0218667345469 | - | uses 16, 17, 18, 19, 20
      22 sum dE/db1 | for dE/db1 | -(target - out_O)*out_O*(1 - out_O)*w5*out_h1*(1 - out_h1) - (target - out_O)*out_O*(1 - out_O)*w6*out_h2*(1 - out_h2) | 0.00252605196193 + 0.0218667345469 | 0.0243927865088 | sum | uses 14, 21
      23 update b1+ | b1 - eta*dE/db1 | (-0.9) - 0.8*0.0243927865088 | -0.919514229207 | - | uses 22
      """
    #expect(TraceTable.text(trace).split(separator: "\n").suffix(3) == last.split(separator: "\n")[...])
    #expect(
      trace.chains(of: "dE/db1") == [
        "dE/dout_O * dout_O/dnet_O * dnet_O/dout_h1 * dout_h1/dnet_h1 * dnet_h1/db1",
        "dE/dout_O * dout_O/dnet_O * dnet_O/dout_h2 * dout_h2/dnet_h2 * dnet_h2/db1",
      ])
    #expect(trace.validate().isEmpty)
  }
}
