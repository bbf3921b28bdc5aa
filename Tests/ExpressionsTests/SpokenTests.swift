import Diagnostics
import Expressions
import Testing

/// Formulas in words, as they are heard.
@Suite struct SpokenTests {
  @Test(arguments: [
    ("dE/dw5", "partial E by partial w 5", "E 对 w 5 的偏导数"),
    ("-(target - out_O)", "minus open bracket target minus out O close bracket", "负 左括号 target 减 out O 右括号"),
    ("out_O*(1-out_O)", "out O times open bracket 1 minus out O close bracket", "out O 乘 左括号 1 减 out O 右括号"),
    ("(target-out_O)^2", "open bracket target minus out O close bracket squared", "左括号 target 减 out O 右括号 的平方"),
    ("w5+", "new w 5", "新的 w 5"),
    ("f(net_h1)", "f of net h 1", "f net h 1"),
    ("out_h1/net_h1", "out h 1 over net h 1", "net h 1 分之 out h 1"),
    (
      "1/(1+e^(-net_O))",
      "the fraction 1 over 1 plus e to the power minus net O, end of power, end of fraction",
      "分式：分子 1，分母 1 加 e 的 负 net O 次方，分式完"
    ),
    ("i1*w1 + i2*w2 - b1", "i 1 times w 1 plus i 2 times w 2 minus b 1", "i 1 乘 w 1 加 i 2 乘 w 2 减 b 1"),
    ("-ln(out_o2)", "minus natural log of out o 2", "负 out o 2 的自然对数"),
    ("0.5*w5", "0.5 times w 5", "0.5 乘 w 5"),
  ])
  func wordsOfFormulas(_ text: String, _ en: String, _ zh: String) throws {
    let spoken = try Expression.parse(text).spoken()
    #expect(spoken.en == en)
    #expect(spoken.zh == zh)
  }

  @Test func numbersAreSaid() {
    #expect(Expression.number(-0.0349326).spoken().en == "minus 0.0349326")
    #expect(Expression.number(1.5e-7).spoken(numberDigits: 6).en == "1.5 times 10 to the power minus 7")
    #expect(Expression.number(-1.5e-7).spoken(numberDigits: 6).zh == "负 1.5 乘 10 的 负 7 次方")
    #expect(Expression.quotient(.number(1), .number(2)).spoken().zh == "二分之一")
    #expect(Expression.slope(.sigmoid, .symbol("net_O")).spoken().en == "f prime of net O")
  }
}
