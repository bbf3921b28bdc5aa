import Diagnostics

extension ExpressionFault {
  var id: String {
    switch self {
    case .empty: "empty"
    case .textTooLong: "text-too-long"
    case .tooManyNodes: "too-many-terms"
    case .tooDeep: "too-deep"
    case .unexpectedCharacter: "unexpected-character"
    case .equation: "equation"
    case .decimalComma: "decimal-comma"
    case .malformedNumber: "malformed-number"
    case .hexadecimal: "hexadecimal"
    case .notFinite: "not-finite"
    case .numberTooLarge: "number-too-large"
    case .tooManyDigits: "too-many-digits"
    case .expectedOperand: "expected-operand"
    case .expectedOperator: "expected-operator"
    case .unclosed: "unclosed"
    case .unopened: "unopened"
    case .functionWithoutArgument: "function-without-argument"
    case .primeWithoutFunction: "prime-without-function"
    case .higherDerivative: "higher-derivative"
    case .incompleteDerivative: "incomplete-derivative"
    case .incompleteFraction: "incomplete-fraction"
    case .unknownCommand: "unknown-command"
    case .unknownName: "unknown-name"
    }
  }

  var message: Words {
    switch self {
    case .empty: Words(en: "there is nothing here yet", zh: "这里还没有内容")
    case .textTooLong(let bytes, let limit):
      Words(en: "the text has \(bytes) bytes; at most \(limit) are read", zh: "文本有 \(bytes) 字节，最多读取 \(limit) 字节")
    case .tooManyNodes(let limit):
      Words(en: "too long: more than \(limit) numbers, names and operators", zh: "太长：数、名称和运算符超过 \(limit) 个")
    case .tooDeep(let limit): Words(en: "too deep: more than \(limit) levels", zh: "嵌套太深：超过 \(limit) 层")
    case .unexpectedCharacter(let scalar):
      switch Self.code(of: scalar) {
      case let code?: Words(en: "\(code) has no meaning in a formula", zh: "\(code) 在公式中没有意义")
      case nil: Words(en: "'\(scalar)' has no meaning in a formula", zh: "“\(scalar)”在公式中没有意义")
      }
    case .equation: Words(en: "an expression was expected, not an equation", zh: "这里应是表达式，而不是等式")
    case .decimalComma: Words(en: "a comma cannot stand in a number", zh: "数字中不能用逗号")
    case .malformedNumber(let text): Words(en: "'\(text)' is not a number", zh: "“\(text)”不是一个数")
    case .hexadecimal: Words(en: "hexadecimal numbers are not read", zh: "不支持十六进制数")
    case .notFinite(let text): Words(en: "'\(text)' is not a number to calculate with", zh: "“\(text)”不是可以计算的数")
    case .numberTooLarge(let text):
      Words(en: "\(text) is larger than any number that can be stored", zh: "\(text) 超出了可表示的最大数")
    case .tooManyDigits(let text):
      Words(en: "\(text) has more digits than are calculated with", zh: "\(text) 的位数超出了计算精度")
    case .expectedOperand(nil): Words(en: "a number, a name or '(' was expected", zh: "这里应有数、名称或“(”")
    case .expectedOperand(let found?):
      Words(en: "a number, a name or '(' was expected before '\(found)'", zh: "“\(found)”之前应有数、名称或“(”")
    case .expectedOperator(let found):
      Words(en: "an operator was expected before '\(found)'", zh: "“\(found)”之前应有运算符")
    case .unclosed(let opening): Words(en: "this '\(opening)' is not closed", zh: "这个“\(opening)”没有闭合")
    case .unopened(let closing):
      Words(en: "nothing was opened that this '\(closing)' closes", zh: "这个“\(closing)”没有对应的左括号")
    case .functionWithoutArgument(let name):
      Words(en: "the function \(name) needs its argument in parentheses", zh: "函数 \(name) 的自变量要写在括号里")
    case .primeWithoutFunction(let name):
      Words(en: "'\(name)' is not a function, so it has no ′", zh: "“\(name)”不是函数，不能加 ′")
    case .higherDerivative: Words(en: "only first derivatives are read", zh: "只支持一阶导数")
    case .incompleteDerivative: Words(en: "this derivative is not complete", zh: "这个导数不完整")
    case .incompleteFraction: Words(en: "this fraction is not complete", zh: "这个分数不完整")
    case .unknownCommand(let name, _):
      Words(en: "the LaTeX command \(name) is not known here", zh: "这里不认识 LaTeX 命令 \(name)")
    case .unknownName(let name, _): Words(en: "'\(name)' is not a quantity known here", zh: "这里没有名为“\(name)”的量")
    }
  }

  var help: Words? {
    switch self {
    case .empty:
      Words(en: "write a number or a formula, such as out_h1*(1-out_h1)", zh: "请写一个数或公式，例如 out_h1*(1-out_h1)")
    case .equation: Words(en: "write only what is on the right of =", zh: "只写等号右边的部分")
    case .decimalComma: Words(en: "write a point: 0.5", zh: "请用小数点：0.5")
    case .tooManyDigits: Words(en: "about 15 digits are kept", zh: "大约保留 15 位")
    case .hexadecimal: Words(en: "write it in decimal", zh: "请用十进制书写")
    case .notFinite: Words(en: "write a finite number", zh: "请写一个有限的数")
    case .expectedOperator: Words(en: "write * for a product", zh: "乘法请写 *")
    case .functionWithoutArgument(let name): Words("\(name)(net_O)")
    case .primeWithoutFunction: Words(en: "write f'(net_O) for the slope of f", zh: "f 的导数写作 f'(net_O)")
    case .incompleteDerivative:
      Words(en: "write it like dE/dw5 or d(w5*out_h1)/dw5", zh: "写法如 dE/dw5 或 d(w5*out_h1)/dw5")
    case .incompleteFraction: Words("\\frac{a}{b}")
    case .unknownName(_, let nearest?), .unknownCommand(_, let nearest?):
      Suggestion.didYouMean(nearest)
    default: nil
    }
  }

  /// A character that may be invisible or act on the terminal is named by its number.
  private static func code(of scalar: Unicode.Scalar) -> String? {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse, .unassigned,
      .nonspacingMark, .enclosingMark, .spacingMark:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: return nil
    }
  }
}
