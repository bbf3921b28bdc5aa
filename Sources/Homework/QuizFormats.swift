import Diagnostics
import Exports
import Lessons

/// Moodle's XML format: numbers with tolerance and a feedback for each mistake.
struct MoodleXML {
  private let key: AnswerKey
  private let language: Language

  init(_ key: AnswerKey, _ language: Language) { (self.key, self.language) = (key, language) }

  var text: String {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<quiz>"]
    var exercise = 0
    for item in QuizItem.items(key, language) {
      if item.exercise != exercise {
        exercise = item.exercise
        // A slash would begin a category below.
        let title = key.title.replacing("/", with: "-")
        lines += [
          "<question type=\"category\"><category><text>$course$/\(MarkupText.html(title))/\(exercise)</text></category></question>"
        ]
      }
      lines += question(item)
    }
    return (lines + ["</quiz>"]).joined(separator: "\n") + "\n"
  }

  private func question(_ item: QuizItem) -> [String] {
    let type =
      switch item.answer {
      case .number: "numerical"
      case .options: "multichoice"
      case .short: "shortanswer"
      case .text: "essay"
      }
    var lines = [
      "<question type=\"\(type)\">", "<name><text>\(MarkupText.html(item.name))</text></name>",
      "<questiontext format=\"html\"><text>\(Self.cdata(item.html))</text></questiontext>",
      "<generalfeedback format=\"html\"><text></text></generalfeedback>",
      "<defaultgrade>\(DecimalText.significant(item.points, digits: 7))</defaultgrade>", "<penalty>0.3333333</penalty>",
      "<hidden>0</hidden>",
    ]
    switch item.answer {
    case .number(let right, let tolerance, let wrong):
      lines += answer(right, tolerance, fraction: "100", "")
      for entry in wrong {
        lines += answer(entry.value, 5e-3 * entry.value.magnitude, fraction: "0", entry.feedback[item.language])
      }
      lines.append("<unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>3</showunits>")
    case .options(let options):
      let right = max(1, options.filter(\.isRight).count)
      lines += [
        "<single>\(right == 1)</single>", "<shuffleanswers>true</shuffleanswers>",
        "<answernumbering>abc</answernumbering>",
      ]
      for option in options {
        let fraction =
          option.isRight ? DecimalText.significant(100 / Double(right), digits: 7) : right == 1 ? "0" : "-100"
        lines.append(
          "<answer fraction=\"\(fraction)\" format=\"html\"><text>\(MarkupText.html(MarkupText.html(option.text)))</text>"
            + "<feedback format=\"html\"><text></text></feedback></answer>")
      }
    case .short(let texts):
      lines.append("<usecase>0</usecase>")
      lines += texts.map {
        "<answer fraction=\"100\" format=\"moodle_auto_format\"><text>\(MarkupText.html($0))</text>"
          + "<feedback format=\"html\"><text></text></feedback></answer>"
      }
    case .text:
      lines += [
        "<responseformat>editor</responseformat>", "<responserequired>1</responserequired>",
        "<responsefieldlines>15</responsefieldlines>", "<attachments>0</attachments>",
        "<attachmentsrequired>0</attachmentsrequired>",
        "<graderinfo format=\"html\"><text></text></graderinfo>",
        "<responsetemplate format=\"html\"><text></text></responsetemplate>",
      ]
    }
    return lines + ["</question>"]
  }

  private func answer(_ value: Double, _ tolerance: Double, fraction: String, _ feedback: String) -> [String] {
    [
      "<answer fraction=\"\(fraction)\" format=\"moodle_auto_format\"><text>\(DecimalText.shortest(value))</text>",
      "<feedback format=\"html\"><text>\(MarkupText.html(MarkupText.html(feedback)))</text></feedback>",
      "<tolerance>\(DecimalText.significant(tolerance, digits: 4))</tolerance></answer>",
    ]
  }

  static func cdata(_ text: String) -> String {
    "<![CDATA[" + SourceText.harmless(text).replacing("]]>", with: "]]]]><![CDATA[>") + "]]>"
  }
}

/// GIFT, the plain text that Moodle and others read.
struct GIFT {
  private let key: AnswerKey
  private let language: Language

  init(_ key: AnswerKey, _ language: Language) { (self.key, self.language) = (key, language) }

  var text: String {
    var blocks: [String] = []
    var exercise = 0
    for item in QuizItem.items(key, language) {
      if item.exercise != exercise {
        exercise = item.exercise
        let title = SourceText.harmless(key.title).replacing("/", with: "-")
        blocks.append("$CATEGORY: $course$/\(title)/\(exercise)")
      }
      blocks.append("::\(Self.escaped(item.name)):: \(Self.escaped(item.plain)) {\(answers(item))}")
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func answers(_ item: QuizItem) -> String {
    switch item.answer {
    case .number(let right, let tolerance, let wrong):
      // Importers differ on exponents, and on a share of 100 %.
      var lines = ["=\(Self.plain(right, digits: 15)):\(Self.plain(tolerance, digits: 4))"]
      lines += wrong.map { entry in
        "=%0%\(Self.plain(entry.value, digits: 15)):\(Self.plain(5e-3 * entry.value.magnitude, digits: 4))"
          + "#\(Self.escaped(entry.feedback[item.language]))"
      }
      return "#\n" + lines.joined(separator: "\n") + "\n"
    case .options(let options):
      let right = options.filter(\.isRight).count
      let lines = options.map { option in
        if right == 1 { return "\(option.isRight ? "=" : "~")\(Self.escaped(option.text))" }
        let share = option.isRight ? DecimalText.significant(100 / Double(max(1, right)), digits: 5) : "-100"
        return "~%\(share)%\(Self.escaped(option.text))"
      }
      return "\n" + lines.joined(separator: "\n") + "\n"
    case .short(let texts): return texts.map { "=\(Self.escaped($0))" }.joined(separator: " ")
    case .text: return ""
    }
  }

  /// A number without an exponent.
  static func plain(_ value: Double, digits: Int) -> String {
    let text = DecimalText.significant(value, digits: digits)
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
      (-300...300).contains(exponent)
    else { return text }
    let figures = text[..<mark].filter(\.isNumber)
    let sign = text.hasPrefix("-") ? "-" : ""
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + figures }
    return sign + figures + String(repeating: "0", count: max(0, exponent + 1 - figures.count))
  }

  /// What GIFT takes for its own, with a backslash; a blank line would end the question.
  static func escaped(_ text: String) -> String {
    SourceText.harmless(text.replacing("\n", with: " ")).map { character in
      "~=#{}:\\".contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }
}

/// IMS QTI 1.2, which Canvas and other platforms import.
struct QTI {
  private let key: AnswerKey
  private let language: Language

  init(_ key: AnswerKey, _ language: Language) { (self.key, self.language) = (key, language) }

  var text: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<questestinterop xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
        + " http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd\">",
      "<assessment ident=\"bptutor\" title=\"\(MarkupText.html(key.title))\">", "<section ident=\"root_section\">",
    ]
    for (index, item) in QuizItem.items(key, language).enumerated() { lines += question(item, index + 1) }
    return (lines + ["</section>", "</assessment>", "</questestinterop>"]).joined(separator: "\n") + "\n"
  }

  private func question(_ item: QuizItem, _ number: Int) -> [String] {
    let type =
      switch item.answer {
      case .number: "numerical_question"
      case .options(let options):
        options.filter(\.isRight).count == 1 ? "multiple_choice_question" : "multiple_answers_question"
      case .short: "short_answer_question"
      case .text: "essay_question"
      }
    let fields = [("question_type", type), ("points_possible", DecimalText.significant(item.points, digits: 7))].map {
      "<qtimetadatafield><fieldlabel>\($0.0)</fieldlabel><fieldentry>\($0.1)</fieldentry></qtimetadatafield>"
    }
    let presentation = [
      "<presentation>", "<material><mattext texttype=\"text/html\">\(MarkupText.html(item.html))</mattext></material>",
    ]
    return [
      "<item ident=\"q\(number)\" title=\"\(MarkupText.html(item.name))\">",
      "<itemmetadata><qtimetadata>\(fields.joined())</qtimetadata></itemmetadata>",
    ] + presentation + response(item) + ["</presentation>"] + processing(item) + ["</item>"]
  }

  private func response(_ item: QuizItem) -> [String] {
    guard case .options(let options) = item.answer else {
      let type = if case .number = item.answer { " fibtype=\"Decimal\"" } else { "" }
      return [
        "<response_str ident=\"response1\" rcardinality=\"Single\"><render_fib\(type)><response_label ident=\"answer1\"/>"
          + "</render_fib></response_str>"
      ]
    }
    let cardinality = options.filter(\.isRight).count == 1 ? "Single" : "Multiple"
    let labels = options.enumerated().map { index, option in
      "<response_label ident=\"a\(index + 1)\"><material><mattext texttype=\"text/plain\">\(MarkupText.html(option.text))</mattext>"
        + "</material></response_label>"
    }
    return [
      "<response_lid ident=\"response1\" rcardinality=\"\(cardinality)\"><render_choice>\(labels.joined())</render_choice>"
        + "</response_lid>"
    ]
  }

  private func processing(_ item: QuizItem) -> [String] {
    let outcome =
      "<outcomes><decvar maxvalue=\"100\" minvalue=\"0\" varname=\"SCORE\" vartype=\"Decimal\"/></outcomes>"
    let full = "<setvar action=\"Set\" varname=\"SCORE\">100</setvar>"
    var conditions: [String] = []
    var feedback: [String] = []
    func condition(_ test: String, _ result: String) {
      conditions.append("<respcondition continue=\"No\"><conditionvar>\(test)</conditionvar>\(result)</respcondition>")
    }
    switch item.answer {
    case .number(let right, let tolerance, let wrong):
      condition(Self.between(right, tolerance), full)
      for (index, entry) in wrong.enumerated() {
        condition(
          Self.between(entry.value, 5e-3 * entry.value.magnitude),
          "<displayfeedback feedbacktype=\"Response\" linkrefid=\"f\(index + 1)\"/>")
        feedback.append(
          "<itemfeedback ident=\"f\(index + 1)\"><flow_mat><material><mattext texttype=\"text/plain\">"
            + "\(MarkupText.html(entry.feedback[item.language]))</mattext></material></flow_mat></itemfeedback>")
      }
    case .options(let options):
      let tests = options.enumerated().map { index, option in
        let test = "<varequal respident=\"response1\">a\(index + 1)</varequal>"
        return option.isRight ? test : "<not>\(test)</not>"
      }
      let isSingle = options.filter(\.isRight).count == 1
      let only =
        options.firstIndex(where: \.isRight).map { "<varequal respident=\"response1\">a\($0 + 1)</varequal>" } ?? ""
      condition(isSingle ? only : "<and>\(tests.joined())</and>", full)
    case .short(let texts):
      let tests = texts.map { "<varequal respident=\"response1\" case=\"No\">\(MarkupText.html($0))</varequal>" }
      condition(tests.count == 1 ? tests[0] : "<or>\(tests.joined())</or>", full)
    case .text: condition("<other/>", "")
    }
    return ["<resprocessing>", outcome] + conditions + ["</resprocessing>"] + feedback
  }

  private static func between(_ value: Double, _ tolerance: Double) -> String {
    let (low, high) = (DecimalText.shortest(value - tolerance), DecimalText.shortest(value + tolerance))
    return "<or><varequal respident=\"response1\">\(DecimalText.shortest(value))</varequal><and>"
      + "<vargte respident=\"response1\">\(low)</vargte><varlte respident=\"response1\">\(high)</varlte></and></or>"
  }
}
