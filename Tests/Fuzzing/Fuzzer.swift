import CFuzzer
import Glibc

/// libFuzzer on what reads text: `BPTUTOR_FUZZ_TARGET=TARGET bptutor-fuzz [options] [folders]`, built and run by `.ci/fuzz`.
@main
struct Fuzzer {
  fileprivate static let target: FuzzTarget = {
    if let target = getenv("BPTUTOR_FUZZ_TARGET").flatMap({ FuzzTarget(rawValue: String(cString: $0)) }) {
      return target
    }
    print("BPTUTOR_FUZZ_TARGET must be one of:", FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
    exit(2)
  }()

  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments, tryInput))
  }
}

/// The name that libFuzzer knows, whichever `main` it is linked with.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  Fuzzer.target.read(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}
