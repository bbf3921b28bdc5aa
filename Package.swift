// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with; warnings are errors, so nothing is waved through.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// One room of the house: a Swift target that may import only what stands below it.
func room(_ name: String, _ below: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: below, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ below: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: below, swiftSettings: settings)
}

let package = Package(
  name: "bptutor",
  targets: [
    // The pure core, from the ground up.
    room("Diagnostics"),
    room("JSON", ["Diagnostics"]),
    room("Expressions", ["Diagnostics"]),
    room(
      "Networks", ["Expressions", "JSON", "Diagnostics"],
      resources: [
        .embedInCode("Bundled/default.json"), .embedInCode("Bundled/mazur-2-2-2.json"),
        .embedInCode("Bundled/mazur-2-2-1.json"), .embedInCode("Bundled/rgu-2-2-1.json"),
        .embedInCode("Bundled/negnevitsky-xor.json"),
      ]),
    room("Traces", ["Networks", "Expressions", "Diagnostics"]),
    room("Training", ["Networks", "JSON", "Diagnostics"]),
    room("FrameworkExports", ["Networks", "JSON", "Diagnostics"]),

    // Behaviour and its looks.
    room("Screen", ["Diagnostics"]),
    room("Plots", ["Screen", "Diagnostics"]),
    room("Tutor", ["Traces", "Networks", "Expressions", "JSON", "Screen", "Diagnostics"]),
    room("TutorViews", ["Tutor", "Traces", "Networks", "Expressions", "Screen", "Diagnostics"]),

    tests("Diagnostics", ["Diagnostics"]),
    tests("JSON", ["JSON", "Diagnostics"]),
    tests("Expressions", ["Expressions", "Diagnostics"]),
    tests("Training", ["Training", "Networks", "JSON", "Diagnostics"]),
    tests("Plots", ["Plots", "Screen", "Diagnostics"]),
    tests("FrameworkExports", ["FrameworkExports", "Networks", "JSON", "Diagnostics"]),
  ]
)
