import Arguments
import Diagnostics
import Networks
import Traces
import Tutor

/// What `bptutor walk` does.
struct WalkCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    let (scene, goals) = try scene(network)
    var start = Start(scene, network: network, language: preferences.language, notation: preferences.notation)
    if !goals.isEmpty { start.goals = goals }
    let lines = invocation.value(of: .command).map { GivenLines($0) }
    let isJSON = invocation.value(of: .format) == "json"
    var preferences = preferences
    if lines != nil || isJSON { preferences.isPlain = true }
    return try Session.run(start, preferences, lines: lines, asJSON: isJSON)
  }

  /// What is walked, and the gradients that were asked for; none for the usual ones.
  @inline(never)
  func scene(_ network: Network) throws(Failure) -> (scene: Start.Scene, goals: [Quantity]) {
    let goals: [Quantity]
    do throws(UsageFault) {
      goals = try invocation.gradients(of: network.architecture)
    } catch { throw .usage(error) }
    let wanted = goals.isEmpty ? Trace.defaultGoals(of: network.architecture) : goals
    if let (message, help) = Trace.refusal(of: wanted, in: network.architecture) {
      throw .message(message, help: help)
    }
    var scene = Start.Scene.walk
    if let name = invocation.value(of: .data) {
      let help = Words(en: "choose a network that fits with --network", zh: "用 --network 选一个相符的网络")
      scene = .samples(try TrainingSetup.data(named: name, for: network.architecture, help: help))
    }
    return (scene, goals)
  }
}
