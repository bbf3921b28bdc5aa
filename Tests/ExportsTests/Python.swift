import Glibc
import TerminalTesting

/// Python as this machine has it; `BPTUTOR_PYTHON` names another one.
enum Python {
  static let interpreter = getenv("BPTUTOR_PYTHON").map { String(cString: $0) } ?? "python3"

  /// The first of its words is a program that finds others.
  private static func run(_ arguments: [String], input: String = "") -> ProgramRun? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return try? ProgramRun(
      ["/usr/bin/env", interpreter] + arguments, input: input,
      environment: ["PATH": path, "JAX_PLATFORMS": "cpu", "HOME": "/tmp"], within: 300)
  }

  static let hasNumPy = has("numpy")
  static let hasPyTorch = has("torch")
  static let hasJAX = has("jax")

  private static func has(_ package: String) -> Bool {
    run(["-c", "import \(package); print('here')"])?.standardOutput == "here\n"
  }

  /// What each program prints, or how it fails; all run in one process, since loading a framework takes seconds.
  static func outputs(of programs: [String]) -> [String] {
    let driver = """
      import contextlib, io, sys, traceback
      for source in sys.stdin.buffer.read().split(b"\\0"):
          out = io.StringIO()
          try:
              with contextlib.redirect_stdout(out):
                  exec(compile(source, "program", "exec"), {"__name__": "__main__"})
          except BaseException:
              out.write(traceback.format_exc())
          sys.stdout.buffer.write(out.getvalue().encode() + b"\\0")
      """
    let output = run(["-c", driver], input: programs.joined(separator: "\0"))?.standardOutput ?? ""
    return output.split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
