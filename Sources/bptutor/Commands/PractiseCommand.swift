import Arguments
import Diagnostics
import Networks
import Questions
import Skills
import Tutor

/// What `bptutor practise` does.
struct PractiseCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    let skill = invocation.operands.first.flatMap { Skill(named: $0) }
    let seed = invocation.value(of: .random).flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
    let log = ProgressLog()
    // With a seed the same problems are to come again, whatever is known by then.
    let adapts = skill == nil && !invocation.has(.random)
    var start = Start(
      .practice(skill, seed: seed, adapts: adapts), network: network, language: preferences.language,
      notation: preferences.notation)
    start.kept = log.kept()
    start.now = Clock.now()
    return try Session.run(start, preferences, log)
  }
}
