import Classroom
import Diagnostics
import Testing

@Suite struct RoomAnswerTests {
  private let code = RoomCode("f3k9-qa") ?? .random()
  private let student = "0123456789abcdef"

  private func topic(_ student: String = "0123456789abcdef") -> String { "bptutor/f3k9-qa/answer/q1/\(student)" }

  private func fault(_ payload: String, _ topic: String? = nil) -> RoomFault? {
    do throws(RoomFault) {
      _ = try RoomAnswer(topic: topic ?? self.topic(), payload: Array(payload.utf8), in: code)
      return nil
    } catch { return error }
  }

  @Test func reads() throws {
    let answer = RoomAnswer(question: "q1", student: student, round: 2, number: 7, text: "δO·w5 \"x\"\n")
    #expect(try RoomAnswer(topic: topic(), payload: Array(answer.payload.utf8), in: code) == answer)
    let named = answer.signed(by: student, "042 王")
    #expect(try RoomAnswer(topic: topic(), payload: Array(named.payload.utf8), in: code) == named)
    #expect(!RoomAnswer.isName(String(repeating: "x", count: 41)) && RoomAnswer.isName("042"))
  }

  /// Forged, malformed and oversized ones say what is wrong with them.
  @Test(arguments: [
    (#"{"round":0,"number":1,"answer":"a"}"#, RoomFault.member("round")),
    (#"{"round":3,"number":1,"answer":"a"}"#, .member("round")),
    (#"{"round":1.5,"number":1,"answer":"a"}"#, .member("round")),
    (#"{"round":1e300,"number":1,"answer":"a"}"#, .member("round")),
    (#"{"round":"1","number":1,"answer":"a"}"#, .member("round")),
    (#"{"round":1,"number":0,"answer":"a"}"#, .member("number")),
    (#"{"round":1,"number":-1e18,"answer":"a"}"#, .member("number")),
    (#"{"round":1,"number":1,"answer":""}"#, .member("answer")),
    (#"{"round":1,"number":1,"answer":"  "}"#, .member("answer")),
    (#"{"round":1,"number":1,"answer":7}"#, .member("answer")),
    (#"{"round":1,"number":1}"#, .member("answer")),
    (#"{"round":1,"number":1,"answer":"a","right":true}"#, .member("right")),
    (#"{"round":1,"round":1,"number":1}"#, .member("answer")),
    (#"{"round":1,"number":1,"answer":"a","name":""}"#, .member("name")),
    (#"{"round":1,"number":1,"answer":"a","name":" "}"#, .member("name")),
    (#"{"round":1,"number":1,"answer":"a","name":"a\nb"}"#, .member("name")),
    (#"{"round":1,"number":1,"answer":"a","name":42}"#, .member("name")),
    (#"{"round":1,"number":1,"name":"042"}"#, .member("answer")),
    (#"[1]"#, .text), ("", .text), ("{", .text), ("nonsense", .text),
  ])
  func refuses(_ payload: String, _ expected: RoomFault) { #expect(fault(payload) == expected) }

  @Test func refusesWhatIsTooLong() {
    #expect(
      fault(#"{"round":1,"number":1,"answer":""# + String(repeating: "a", count: 201) + "\"}") == .member("answer"))
    #expect(fault(String(repeating: " ", count: 1_025)) == .oversized)
    #expect(
      throws: RoomFault.text, performing: { try RoomAnswer(topic: topic(), payload: [0x7B, 0xFF, 0x7D], in: code) })
    #expect(fault(String(repeating: "[", count: 1_000)) == .text)
  }

  @Test(arguments: [
    "bptutor/f3k9-qa/answer/q1/short", "bptutor/other-room/answer/q1/0123456789abcdef", "bptutor/f3k9-qa/screen",
    "bptutor/f3k9-qa/answer/q1/0123456789abcde/", "bptutor/f3k9-qa/answer//0123456789abcdef",
    "bptutor/f3k9-qa/answer/q1/0123456789abc\u{1B}ef", "bptutor/f3k9-qa/answer/q1/x/0123456789abcdef", "",
  ])
  func refusesForeignTopics(_ topic: String) {
    #expect(fault(#"{"round":1,"number":1,"answer":"a"}"#, topic) == .topic)
  }

  @Test func topics() {
    for topic in [
      RoomTopic.screen, .answer(question: "a.b", student: student), .result(question: "a.b"),
      .present(student: student),
    ] {
      #expect(RoomTopic(topic.text(in: code), in: code) == topic)
    }
    #expect(RoomTopic.name(of: "hidden-weight/q 1/0") == "hidden-weight.q_201.0")
    // Different keys keep different names, however long or strange they are.
    let keys = [
      "a.b", "a/b", "a_2eb", "a b", "", "ä", String(repeating: "x", count: 500), String(repeating: "x", count: 501),
    ]
    let names = keys.map(RoomTopic.name)
    #expect(Set(names).count == keys.count)
    #expect(names.allSatisfy { $0.isEmpty || RoomTopic.isName($0) })
  }

  @Test func codes() {
    #expect(RoomCode("F3K9-QA")?.text == "f3k9-qa")
    for text in ["", "abc", "a/b/c", "a b c d", "räume", String(repeating: "a", count: 25), "#+#+"] {
      #expect(RoomCode(text) == nil)
    }
    let codes = (0..<200).map { _ in RoomCode.random() }
    #expect(Set(codes).count == 200)
    #expect(codes.allSatisfy { RoomCode($0.text) == $0 && $0.text.utf8.count == 8 })
  }
}
