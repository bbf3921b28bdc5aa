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
    let skill = invocation.operands.first.flatMap(Skill.init)
    let seed = invocation.value(of: .random).flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
    var state = State(network: network, language: preferences.language, notation: preferences.notation)
    let log = ProgressLog()
    _ = state.update(log.tell())
    // With a seed the same problems are to come again, whatever is known by then.
    let adapts = skill == nil && !invocation.has(.random)
    state.practise(ProblemGenerator(base: network, skill: skill, seed: seed), adapts: adapts)
    return try Session.run(state, preferences, log)
  }
}
