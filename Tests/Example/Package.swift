// swift-tools-version: 6.2
import PackageDescription

// A package of someone else's that uses the engine: `swift run` in this folder.

let package = Package(
  name: "example",
  dependencies: [.package(name: "bptutor", path: "../..")],
  targets: [
    .executableTarget(name: "example", dependencies: [.product(name: "Backpropagation", package: "bptutor")])
  ]
)
