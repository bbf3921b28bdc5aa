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
    engine("Diagnostics", "CUtf8proc"),
    engine("Formats", "Diagnostics"),
    engine("Skills", "Diagnostics"),
    engine("Expressions", "Diagnostics"),
    engine(
      "Networks", "Expressions Formats Diagnostics",
      embedding: """
        mazur-2-2-2.json mazur-2-2-1.json rgu-2-2-1.json negnevitsky-xor.json han-kamber.json
        z-a.json nielsen.json han-kamber-letters.json negnevitsky.json zhou.json qiu.json
        """),
    engine("Traces", "Networks Expressions Diagnostics"),
    engine("Diagnosis", "Skills Traces Networks Expressions Formats Diagnostics"),
    engine("Backpropagation", "Skills Diagnosis Traces Networks Expressions Formats Diagnostics"),
    room("Derivations", "Skills Diagnosis Networks Expressions Formats Diagnostics"),

    // How text looks, and what its reader has chosen.
    library("CYaml", package: "libyaml-dev"),
    room("YAML", "CYaml Diagnostics"),
    room("Screen", "Diagnostics"),
    room("Configuration", "YAML Screen Formats Diagnostics"),

    // Training, lessons, a room, and what a learner made of them.
    kernels("CKernels"),
    .target(name: "CDigits", exclude: ["digits.bits"], cSettings: [.treatAllWarnings(as: .error)]),
    room("Training", "CKernels CDigits Networks Formats Diagnostics"),
    library("CCmark", package: "libcmark-dev"),
    c("CCurriculum"),
    room("Lessons", "CCmark CCurriculum YAML Skills Networks Expressions Formats Diagnostics"),
    library("CSQLite", package: "libsqlite3-dev"),
    room("Progress", "CSQLite Skills Formats Diagnostics"),
    room("Questions", "Lessons Skills Diagnosis Traces Networks Expressions Diagnostics"),
    room("Classroom", "Skills Formats Diagnostics", embedding: "room.html"),

    // What leaves the program.
    room("Exports", "Questions Lessons Training Screen Traces Networks Expressions Formats Diagnostics"),
    room(
      "Homework",
      "Questions Exports Lessons Derivations Skills Diagnosis Traces Networks Expressions Formats Diagnostics"),
    room("Reports", "Exports Progress Training Screen Skills Diagnosis Networks Expressions Formats Diagnostics"),

    // Behavior, and how it looks.
    room(
      "Tutor",
      """
      Classroom Configuration Lessons Training Progress Skills Questions Derivations Diagnosis Traces Networks Expressions
      Formats Screen Diagnostics
      """),
    room(
      "TutorViews",
      """
      Tutor Configuration Reports Exports Training Lessons Progress Skills Questions Derivations Diagnosis Classroom
      Traces Networks Expressions Screen Diagnostics
      """),

    // The edge: the terminal, the arguments, the program.
    library("CNcurses", package: "libncurses-dev"),
    library("CEdit", package: "libedit-dev"),
    c("CTerminal"),
    c("CProcess"),
    room("Terminal", "Screen Diagnostics CNcurses CTerminal"),
    room(
      "Arguments",
      "Classroom Configuration Exports Training Screen Skills Questions Traces Networks Expressions Diagnostics"),
    // What speaks MQTT for the program where a room takes part: the walk without a room carries none of it.
    library("CPaho", package: "libpaho-mqtt-dev"),
    program("bptutor-room", "CPaho Classroom", linking: fullyStatic()),
    // It needs `bptutor-room` beside it, so that building the one builds the other; nothing of it is linked.
    program(
      "bptutor",
      """
      bptutor-room Arguments CEdit CProcess Classroom Configuration Derivations Diagnosis Diagnostics Exports Expressions
      Formats Homework Lessons Networks Progress Questions Reports Screen Skills Terminal Traces Training Tutor TutorViews
      """, beside: "start.order", linking: fullyStatic(order: "Sources/bptutor/start.order")),

    // Measuring beside C that does the same: `swift run -c release bptutor-bench`. Nothing here ships.
    .target(name: "CBaseline"),
    .executableTarget(
      name: "bptutor-bench-screen", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    program(
      "bptutor-bench",
      """
      bptutor bptutor-bench-screen CBaseline TutorViews Tutor Training Screen Diagnosis Traces Networks Expressions Formats Diagnostics
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
      Classroom LessonTesting RandomNetworks TutorViews Tutor Training Progress Lessons Questions Skills Traces Formats
      Networks Screen Diagnostics
      """),
    program("bptutor-storm", "Storms Lessons Diagnosis", path: "Tests/StormProgram"),
    program("terminal-probe", "Terminal Screen Diagnostics", path: "Tests/TerminalProbe"),
    program("progress-probe", "Progress", path: "Tests/ProgressProbe"),

    tests("Diagnostics", "Diagnostics"),
    tests("Formats", "Formats Diagnostics"),
    tests("Expressions", "Expressions Diagnostics"),
    tests("Networks", "Networks Expressions RandomNetworks Formats Diagnostics"),
    tests("Traces", "Traces RandomNetworks Networks Expressions Diagnostics"),
    tests("Diagnosis", "Skills Diagnosis RandomNetworks Traces Networks Expressions Formats Diagnostics"),
    tests("Backpropagation", "Backpropagation"),
    tests("Derivations", "Skills Derivations Diagnosis Networks Formats Diagnostics"),
    tests("Screen", "Screen ScreenTesting Networks Diagnostics", beside: "Golden"),
    tests("Configuration", "Configuration Screen Formats Diagnostics"),
    tests("Training", "Training RandomNetworks Networks Formats Diagnostics"),
    tests("Lessons", "Skills Lessons Progress Networks Expressions Formats Diagnostics", beside: "Broken"),
    tests("Curriculum", "LessonTesting Lessons Skills Diagnosis Diagnostics"),
    tests("Progress", "Progress Skills CSQLite TerminalTesting progress-probe Formats Diagnostics"),
    tests("Questions", "Questions Lessons Skills Diagnosis Traces Networks Expressions Diagnostics"),
    tests("Classroom", "Skills Classroom ScreenTesting Formats Diagnostics"),
    tests(
      "Exports",
      """
      Exports ScreenTesting TerminalTesting RandomNetworks Lessons Skills Diagnosis Traces Networks Expressions Formats
      Diagnostics
      """, beside: "Golden"),
    tests(
      "Homework",
      """
      Homework Exports Questions Lessons Derivations Skills Diagnosis Traces Networks Expressions Formats Diagnostics
      """),
    tests(
      "Reports",
      """
      Reports Progress Training Skills ScreenTesting RandomNetworks Networks Expressions Formats Screen Diagnostics
      """, beside: "Golden"),
    tests(
      "Tutor",
      """
      Classroom Tutor Configuration Lessons Progress Skills Training Questions Derivations Diagnosis Traces RandomNetworks
      Networks Expressions Formats Screen LessonTesting Diagnostics
      """),
    tests(
      "TutorViews",
      """
      LessonTesting Lessons Progress Skills TutorViews Tutor Reports Training Questions Diagnosis Traces RandomNetworks
      Networks Expressions ScreenTesting Screen Diagnostics
      """, beside: "Golden"),
    tests(
      "PlainView", "TutorViews Tutor Traces Networks Expressions ScreenTesting Diagnostics", beside: "Golden"),
    tests(
      "LessonRun",
      """
      LessonTesting Classroom Lessons TutorViews Tutor Configuration Training Progress Skills Questions Diagnosis Traces
      Networks Expressions Screen Diagnostics
      """),
    tests("Storm", "Storms Lessons Diagnosis"),
    tests("Terminal", "Terminal Screen TerminalTesting terminal-probe"),
    tests("Arguments", "Arguments Configuration Screen Networks Expressions Diagnostics"),
    tests(
      "bptutor",
      """
      bptutor CSQLite LessonTesting Questions Lessons Progress Skills Diagnosis Terminal TerminalTesting TutorViews Tutor
      Networks Formats Screen Diagnostics
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
        CFuzzer Classroom Derivations Diagnosis Diagnostics Expressions Formats Lessons Networks Progress Screen Skills
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
/// libedit is followed by the libraries that it calls. What `order` names lies together in the file, in that order.
func fullyStatic(order: String? = nil) -> [LinkerSetting] {
  let sorting = order.map { ["--symbol-ordering-file=\(Context.packageDirectory)/\($0)", "--no-warn-symbol-ordering"] }
  return [
    .unsafeFlags(
      ["-use-ld=lld", "-static-executable"] + (["-lbsd", "-lmd"] + (sorting ?? [])).flatMap { ["-Xlinker", $0] },
      .when(configuration: .release))
  ]
}

/// What makes the first frame come sooner.
///
/// Each function can be laid where `Sources/bptutor/start.order` wants it, and types are asked for by their parts instead of
/// by a name that the runtime has to read. A package that others depend on may not be compiled with flags of its own, so
/// the engine is not.
func quickStart() -> [SwiftSetting] {
  [
    .unsafeFlags(
      ["-function-sections", "-disable-concrete-type-metadata-mangled-name-accessors"].flatMap { ["-Xfrontend", $0] },
      .when(configuration: .release))
  ]
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
  swift(name, below, files, settings() + quickStart())
}

/// A Swift target of the engine, which other packages use too.
func engine(_ name: String, _ below: String = "", embedding files: String = "") -> Target {
  swift(name, below, files, settings())
}

private func swift(_ name: String, _ below: String, _ files: String, _ settings: [SwiftSetting]) -> Target {
  .target(
    name: name, dependencies: dependencies(below), resources: names(files).map { .embedInCode("Bundled/\($0)") },
    swiftSettings: settings)
}

func program(
  _ name: String, _ below: String, path: String? = nil, beside file: String? = nil, linking: [LinkerSetting] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies(below), path: path, exclude: file.map { [$0] } ?? [],
    swiftSettings: settings() + quickStart(), linkerSettings: linking)
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
