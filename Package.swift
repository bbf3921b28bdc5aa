// swift-tools-version: 6.2
import PackageDescription

// The floor plan: a target may import only targets above it. `.github/ARCHITECTURE.md` explains the rooms.

let package = Package(
  name: "bptutor",
  // The engine for other packages; `swift build` makes the programs too, as every executable target is one.
  products: [.library(name: "Backpropagation", targets: ["Backpropagation"])],
  targets: [
    // Core: formulas, networks, their derivations, and what is wrong with an answer. Pure.
    library("CUtf8proc", package: "libutf8proc-dev"),
    room("Diagnostics", "CUtf8proc"),
    room("Files"),
    room("JSON", "Diagnostics"),
    room("Tables", "Diagnostics"),
    library("CYaml", package: "libyaml-dev"),
    room("YAML", "CYaml Diagnostics"),
    room("Skills", "Diagnostics"),
    room("Classroom", "Skills JSON Diagnostics", embedding: "room.html"),
    room("Expressions", "Diagnostics"),
    room(
      "Networks", "Expressions JSON Diagnostics",
      embedding: """
        default.json mazur-2-2-2.json mazur-2-2-1.json rgu-2-2-1.json negnevitsky-xor.json han-kamber.json
        z-a.json nielsen.json han-kamber-letters.json negnevitsky.json zhou.json qiu.json
        """),
    room("Traces", "Networks Expressions Diagnostics"),
    room("Diagnosis", "Skills Traces Networks Expressions JSON Diagnostics"),
    room("Backpropagation", "Skills Diagnosis Traces Networks Expressions JSON Diagnostics"),
    room("Published", "Skills Diagnosis Networks Diagnostics"),
    room("Derivations", "Skills Diagnosis Networks Expressions JSON Diagnostics"),
    room("Examination", "Skills Diagnosis Networks Expressions JSON Diagnostics"),

    // Training and what leaves the program.
    kernels("CKernels"),
    .target(name: "CDigits", exclude: ["digits.bits"], cSettings: [.treatAllWarnings(as: .error)]),
    room("Training", "CKernels CDigits Networks Tables JSON Diagnostics"),
    room("Exports", "Traces Networks Expressions JSON Diagnostics"),
    room("FrameworkExports", "Networks Diagnostics"),

    // Lessons, and what a learner made of them.
    library("CCmark", package: "libcmark-dev"),
    library("CSQLite", package: "libsqlite3-dev"),
    room("Lessons", "CCmark YAML Files Skills Networks Expressions JSON Diagnostics"),
    c("CCurriculum"),
    room("Curriculum", "CCurriculum Lessons Diagnostics"),
    room("Progress", "CSQLite Files Skills Tables JSON Diagnostics"),
    room("Questions", "Lessons Skills Diagnosis Traces Networks Expressions Diagnostics"),
    room(
      "Homework",
      "Questions Exports Tables Skills Lessons Derivations Diagnosis Traces Networks Expressions JSON Diagnostics"),

    // Behavior, and how it looks.
    room("Screen", "Diagnostics"),
    room("Keys", "Screen Diagnostics"),
    room("Configuration", "YAML Keys Screen JSON Diagnostics"),
    room("Plots", "Screen Diagnostics"),
    room("TrainingReports", "Training Plots Networks Expressions JSON Screen Diagnostics"),
    room(
      "LessonExports",
      "Questions Lessons Exports Training Plots Traces Networks Expressions Screen Diagnostics"),
    room("ProgressReports", "Exports Progress Skills Diagnosis Networks Expressions Screen Diagnostics"),
    room(
      "Tutor",
      """
      Classroom Keys Lessons Training Progress Skills Questions Derivations Diagnosis Traces Networks Expressions JSON
      Screen Diagnostics
      """),
    room(
      "TutorViews",
      """
      Tutor Keys LessonExports TrainingReports Training Plots Lessons Progress ProgressReports Skills Questions
      Derivations Diagnosis Classroom Exports Traces Networks Expressions Screen Diagnostics
      """),

    // The edge: the terminal, the arguments, the program.
    library("CNcurses", package: "libncurses-dev"),
    library("CEdit", package: "libedit-dev"),
    c("CTerminal"),
    c("CProcess"),
    room("Terminal", "Screen Diagnostics CNcurses CTerminal"),
    room(
      "Arguments",
      """
      Classroom Configuration Keys Exports FrameworkExports LessonExports Training Screen Skills Questions Traces Networks
      Expressions Diagnostics
      """),
    // What speaks MQTT for the program where a room takes part: the walk without a room carries none of it.
    library("CPaho", package: "libpaho-mqtt-dev"),
    program("bptutor-room", "CPaho Classroom", linking: fullyStatic()),
    // It needs `bptutor-room` beside it, so that building the one builds the other; nothing of it is linked.
    program(
      "bptutor",
      """
      bptutor-room Arguments CEdit CProcess Classroom Configuration Curriculum Derivations Diagnosis Diagnostics
      Examination Exports Expressions Files FrameworkExports Homework JSON Keys LessonExports Lessons Networks Progress
      ProgressReports Published Questions Screen Skills Terminal Traces Training TrainingReports Tutor TutorViews
      """, linking: fullyStatic()),

    // Measuring beside C that does the same: `swift run -c release bptutor-bench`. Nothing here ships.
    .target(name: "CBaseline"),
    .executableTarget(
      name: "bptutor-bench-screen", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    program(
      "bptutor-bench",
      """
      bptutor bptutor-bench-screen CBaseline TutorViews Tutor Training Screen Diagnosis Traces Networks Expressions JSON
      Diagnostics
      """),

    .executableTarget(
      name: "bptutor-bench-room", dependencies: ["bptutor", "bptutor-room", "CBaseline"], swiftSettings: settings()),

    // What tests stand on: golden text, an emulated terminal, learners, random networks, small programs to break.
    helper("ScreenTesting", "Screen"),
    c("CPty", path: "Tests/CPty"),
    library("CVTerm", package: "libvterm-dev", path: "Tests/CVTerm"),
    helper("TerminalTesting", "CPty CVTerm Screen"),
    helper("RandomNetworks", "Networks"),
    helper(
      "LessonTesting",
      "Tutor Progress Lessons Skills Questions Diagnosis Traces Networks Expressions Screen Diagnostics"),
    helper(
      "Storms",
      """
      Classroom LessonTesting RandomNetworks TutorViews Tutor Training Progress Lessons Questions Skills Traces JSON
      Networks Screen Diagnostics
      """),
    program("bptutor-storm", "Storms Curriculum Lessons Diagnosis", path: "Tests/StormProgram"),
    program("terminal-probe", "Terminal Screen Diagnostics", path: "Tests/TerminalProbe"),
    program("progress-probe", "Progress", path: "Tests/ProgressProbe"),

    tests("Diagnostics", "Diagnostics"),
    tests("Files", "Files"),
    tests("JSON", "JSON Diagnostics"),
    tests("Tables", "Tables Diagnostics"),
    tests("Classroom", "Skills Classroom ScreenTesting JSON Diagnostics"),
    tests("Expressions", "Expressions Diagnostics"),
    tests("Networks", "Networks Expressions RandomNetworks JSON Diagnostics"),
    tests("Traces", "Traces RandomNetworks Networks Expressions Diagnostics"),
    tests("Diagnosis", "Skills Diagnosis RandomNetworks Traces Networks Expressions JSON Diagnostics"),
    tests("Backpropagation", "Backpropagation"),
    tests("Published", "Skills Published Networks Diagnostics"),
    tests("Derivations", "Skills Derivations Diagnosis Networks JSON Diagnostics"),
    tests("Examination", "Skills Examination FrameworkExports Diagnosis Networks JSON Diagnostics"),
    tests("Questions", "Questions Lessons Skills Diagnosis Traces Networks Expressions Diagnostics"),
    tests("Training", "Training RandomNetworks Networks JSON Diagnostics"),
    tests(
      "Exports", "Exports ScreenTesting RandomNetworks Traces Networks Expressions JSON Diagnostics", beside: "Golden"),
    tests(
      "FrameworkExports", "FrameworkExports ScreenTesting RandomNetworks TerminalTesting Networks Diagnostics",
      beside: "Golden"),
    tests("Lessons", "Skills Lessons Progress Networks Expressions JSON Diagnostics", beside: "Broken"),
    tests(
      "Homework",
      "Skills Homework Questions Lessons Derivations Diagnosis Traces Networks Expressions JSON Diagnostics"),
    tests("Curriculum", "Curriculum LessonTesting Lessons Skills Diagnosis Diagnostics"),
    tests("Progress", "Progress Skills CSQLite TerminalTesting progress-probe JSON Diagnostics"),
    tests("LessonExports", "Skills LessonExports Curriculum Lessons Diagnosis Networks Expressions Diagnostics"),
    tests("ProgressReports", "ProgressReports Progress Skills Screen Diagnostics"),
    tests("Screen", "Screen Diagnostics ScreenTesting"),
    tests("Keys", "Keys Screen Diagnostics"),
    tests("Configuration", "Configuration Keys Screen JSON Diagnostics"),
    tests("Plots", "Plots ScreenTesting Networks Screen Diagnostics", beside: "Golden"),
    tests(
      "TrainingReports",
      "TrainingReports Training Plots ScreenTesting RandomNetworks Networks Expressions JSON Screen Diagnostics",
      beside: "Golden"),
    tests(
      "Tutor",
      """
      Classroom Tutor Keys Lessons Progress Skills Training Questions Derivations Diagnosis Traces RandomNetworks Networks
      Expressions JSON Screen LessonTesting
      Diagnostics
      """),
    tests(
      "TutorViews",
      """
      LessonTesting Lessons Progress Skills TutorViews Tutor TrainingReports Training Questions Diagnosis Traces
      RandomNetworks Networks Expressions ScreenTesting Screen Diagnostics
      """, beside: "Golden"),
    tests(
      "PlainView", "TutorViews Tutor Traces Networks Expressions ScreenTesting Diagnostics", beside: "Golden"),
    tests(
      "LessonRun",
      """
      LessonTesting Classroom Curriculum TutorViews Tutor Keys Training Progress Skills Lessons Questions Diagnosis Traces Networks
      Expressions
      Screen Diagnostics
      """),
    tests("Storm", "Storms Curriculum Lessons Diagnosis"),
    tests("Terminal", "Terminal Screen TerminalTesting terminal-probe"),
    tests("Arguments", "Arguments Configuration Keys Screen Networks Expressions Diagnostics"),
    tests(
      "bptutor",
      """
      bptutor CSQLite LessonTesting Questions Curriculum Lessons Progress Skills Diagnosis Terminal TerminalTesting
      TutorViews Tutor Networks JSON Screen Diagnostics
      """),
    tests("CBaseline", "bptutor-bench CBaseline TerminalTesting Screen Networks"),
  ].filter(isWanted) + fuzzers()
)

// MARK: How a target is made

/// Whether this is the build of `.ci/fuzz`: everything watches over its memory and tells libFuzzer where it has been.
func isFuzzing() -> Bool { Context.environment["BPTUTOR_FUZZ"] != nil }

func fuzzers() -> [Target] {
  guard isFuzzing() else { return [] }
  let sanitized = ["-sanitize=fuzzer,address", "-use-ld=lld"]
  return [
    c("CFuzzer", path: "Tests/CFuzzer"),
    .executableTarget(
      name: "bptutor-fuzz",
      dependencies: dependencies(
        """
        CFuzzer Classroom Derivations Diagnosis Diagnostics Expressions JSON Lessons Networks Progress Screen Skills
        Terminal Training Tutor TutorViews
        """),
      path: "Tests/Fuzzing", exclude: ["Seeds"], swiftSettings: settings(), linkerSettings: [.unsafeFlags(sanitized)]),
  ]
}

/// What every Swift target is compiled with; all warnings are errors.
func settings() -> [SwiftSetting] {
  (isFuzzing() ? [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])] : []) + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}

/// Release builds are one file without shared libraries.
///
/// It starts in half the time, takes a tenth of the memory, and runs where neither Swift nor ncurses is installed.
/// libedit is followed by the libraries that it calls.
func fullyStatic() -> [LinkerSetting] {
  [.unsafeFlags(["-static-executable", "-Xlinker", "-lbsd", "-Xlinker", "-lmd"], .when(configuration: .release))]
}

/// With `BPTUTOR_TESTS="DiagnosisTests TracesTests"` only these test targets are built, which is quicker while working on one
/// room: `swift build --product bptutorPackageTests && swift test --skip-build`; `pure` are all that need no program.
func isWanted(_ target: Target) -> Bool {
  guard let wanted = Context.environment["BPTUTOR_TESTS"], target.type == .test else { return true }
  if wanted == "pure" { return !["TerminalTests", "bptutorTests", "CBaselineTests"].contains(target.name) }
  return names(wanted).contains(target.name)
}

func names(_ list: String) -> [String] { list.split(whereSeparator: \.isWhitespace).map(String.init) }

func dependencies(_ list: String) -> [Target.Dependency] { names(list).map { .byName(name: $0) } }

/// A Swift target of the house.
func room(_ name: String, _ below: String = "", embedding files: String = "") -> Target {
  .target(
    name: name, dependencies: dependencies(below), resources: names(files).map { .embedInCode("Bundled/\($0)") },
    swiftSettings: settings())
}

func program(_ name: String, _ below: String, path: String? = nil, linking: [LinkerSetting] = []) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies(below), path: path, swiftSettings: settings(), linkerSettings: linking)
}

/// A C target of our own; release builds are one file (`fullyStatic`).
func c(_ name: String, path: String? = nil) -> Target {
  .target(
    name: name, path: path,
    cSettings: [.treatAllWarnings(as: .error), .define("PROCESS_IS_ONE_FILE", .when(configuration: .release))]
      + (isFuzzing() ? [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])] : []))
}

/// C that computes: compiled for speed even where the rest is compiled for debugging, so that tests of it end.
func kernels(_ name: String) -> Target {
  .target(name: name, cSettings: [.treatAllWarnings(as: .error), .unsafeFlags(["-O2"])])
}

/// A C library as Debian ships it.
func library(_ name: String, package: String, path: String? = nil) -> Target {
  .systemLibrary(name: name, path: path, providers: [.apt([package])])
}

/// Swift that only tests use.
func helper(_ name: String, _ below: String) -> Target {
  .target(name: name, dependencies: dependencies(below), path: "Tests/\(name)", swiftSettings: settings())
}

func tests(_ name: String, _ below: String, beside folder: String? = nil) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies(below), exclude: folder.map { [$0] } ?? [],
    swiftSettings: settings()
  )
}
