import Diagnostics
import Testing

@Suite struct DecimalTextTests {
  @Test(
    arguments: [
      (0.27687819487561016, "0.276878"), (-0.03493259287751622, "-0.0349326"), (0.0010104207847705972, "0.00101042"),
      (0.00001234567, "1.23457e-05"), (1234567, "1.23457e+06"), (123456, "123456"), (0.5, "0.5"), (1, "1"), (0, "0"),
      (-0.0, "0"), (9.999996, "10"), (999999.7, "1e+06"), (0.9999999, "1"), (1e300, "1e+300"),
      (.leastNonzeroMagnitude, "5e-324"),
      (100, "100"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (12.5, "12.5"),
    ] as [(Double, String)])
  func sixDigits(_ value: Double, text: String) {
    #expect(DecimalText.significant(value) == text)
  }

  @Test func otherDigits() {
    #expect(DecimalText.significant(0.125, digits: 2) == "0.13")
    #expect(DecimalText.significant(0.0349, digits: 1) == "0.03")
    #expect(DecimalText.significant(0.0349, digits: -3) == "0.03")
    #expect(DecimalText.significant(-0.2, digits: nil) == "-0.2")
    #expect(DecimalText.significant(3, digits: nil) == "3")
    #expect(DecimalText.significant(-0.0, digits: nil) == "0")
  }
}
