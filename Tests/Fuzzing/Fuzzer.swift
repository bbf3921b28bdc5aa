import CFuzzer
import Glibc

/// libFuzzer on what reads text: `bptutor-fuzz TARGET [libFuzzer's options and folders]`, built and run by `.ci/fuzz`.
@main
struct Fuzzer {
  /// Set before the first input, and read by the function without a context that libFuzzer calls.
  nonisolated(unsafe) private static var target = FuzzTarget.expressions

  static func main() {
    guard let chosen = getenv("BPTUTOR_FUZZ_TARGET").flatMap({ FuzzTarget(rawValue: String(cString: $0)) }) else {
      print("BPTUTOR_FUZZ_TARGET must be one of:", FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
      exit(2)
    }
    target = chosen
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    let code = LLVMFuzzerRunDriver(&count, &arguments) { bytes, size in
      Fuzzer.target.read(Array(UnsafeBufferPointer(start: bytes, count: size)))
      return 0
    }
    exit(code)
  }
}
