import Classroom
import Diagnostics
import Testing

@Suite struct RoomFilesTests {
  @Test func logLinesComeBack() throws {
    let payload = #"{"round":1,"number":2,"answer":"δ \"x\""}"#
    let line = try #require(AnswerLog.line(topic: "bptutor/room/answer/q/s", payload: Array(payload.utf8)))
    #expect(line.hasSuffix("\n") && line.filter { $0 == "\n" }.count == 1)
    let read = try #require(AnswerLog.message(inLine: Array(line.utf8.dropLast())[...]))
    #expect(read.topic == "bptutor/room/answer/q/s" && read.payload == Array(payload.utf8))
    // Cut in two by a crash.
    #expect(AnswerLog.message(inLine: Array(line.utf8.prefix(20))[...]) == nil)
    #expect(AnswerLog.line(topic: "t", payload: [UInt8](repeating: 0x41, count: 1_025)) == nil)
    #expect(AnswerLog.line(topic: "t", payload: [0xFF]) == nil)
  }

  @Test func screensAreReadBackAndOthersRefused() throws {
    let screen = ScreenMessage(
      title: Words(en: "a", zh: "甲"), lines: .init(en: ["x"], zh: ["乙"]),
      question: .init(
        id: "q", prompt: Words("?"), options: [.init(answer: "a", text: Words("one"))], round: 1, phase: .open))
    let line = try #require(screen.roomLine)
    #expect(RoomMessage.read(ScreenMessage.self, Array(line.utf8)) == screen)
    #expect(RoomMessage.read(ScreenMessage.self, Array(line.utf8.dropLast())) == nil)
    #expect(RoomMessage.read(ScreenMessage.self, []) == nil)
    let large = [UInt8](repeating: 0x20, count: 2 * ScreenMessage.maxBytes + 1)
    #expect(RoomMessage.read(ScreenMessage.self, large) == nil)
  }

  @Test func studentsWriteTheirOwnTopicsAlone() {
    let files = BrokerFiles(
      code: RoomCode("abcd") ?? .random(), port: 8080, innerPort: 1884, presenterPassword: "p", folder: "/run/x",
      account: nil)
    #expect(files.access.contains("user student\ntopic read bptutor/abcd/screen\ntopic read bptutor/abcd/result/+\n"))
    #expect(files.access.contains("pattern write bptutor/abcd/answer/+/%c\n"))
    #expect(files.configuration.contains("allow_anonymous false\n"))
    #expect(files.configuration.contains("listener 1884 127.0.0.1\nlistener 8080\nprotocol websockets\n"))
    #expect(files.pagePath == "/run/x/page/abcd")
  }
}
