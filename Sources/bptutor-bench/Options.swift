/// What the command was asked to do.
struct Options {
  static let help = """
    bptutor-bench: how fast and how large, beside C programs that do the same, in the same run.

      swift run -c release bptutor-bench [--only NAME] [--quick] [--json] [--program PATH] [--static PATH]
                                            [--torch PYTHON]

      --only NAME     only the figures whose id contains NAME (several times: any of them)
      --quick         fewer repetitions, 20 sessions instead of 100
      --json          an array of objects, times in nanoseconds, sizes in bytes
      --program PATH  the tutor to measure; without it, `bptutor` beside this program
      --static PATH   another build of it, measured too
      --torch PYTHON  a Python with PyTorch, for the figures of batches: --only batch --torch python3

    Ratios are medians over pairs measured right after each other in turns. The exit code is 1 if something could not be
    measured, else 0, also where a figure is over its budget.
    """

  var only: [String] = []
  var isQuick = false
  var isJSON = false
  var wantsHelp = false
  var program: String?
  var python: String?
  var ourStatic: String?

  /// nil for arguments that mean nothing; `problem` says which.
  init?(_ arguments: [String], problem: inout String) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": isQuick = true
      case "--json": isJSON = true
      case "--help", "-h": wantsHelp = true
      case "--only", "--program", "--static", "--torch":
        guard let value = rest.popFirst() else {
          problem = "\(argument) needs a value after it"
          return nil
        }
        switch argument {
        case "--only": only.append(value)
        case "--program": program = value
        case "--torch": python = value
        default: ourStatic = value
        }
      default:
        problem = "unknown argument \(argument); --help lists them"
        return nil
      }
    }
  }

  func wants(_ id: String) -> Bool { only.isEmpty || only.contains { id.contains($0) } }
}
