import Diagnostics
import Networks
import Traces
import Training

/// The board at a moment of a training run.
extension Board {
  /// Takes the samples of a run before anything else has happened, and the batch of its next update: the walk then ends
  /// in the update that the run makes.
  ///
  /// The sample at hand is walked if it is in that batch, else the first that is. What the walk leaves out of the run's
  /// update is said.
  mutating func begin(with data: DataSet, sample: Int, nextBatch: [Int], settings: TrainingSettings) {
    guard data.count > 1, data.fits(walk.network.architecture), var samples = Samples(data),
      let first = nextBatch.first, (nextBatch + [sample]).allSatisfy((0..<data.count).contains)
    else { return }
    let isWhole = nextBatch.count <= maxBatchHere
    samples.shown = isWhole && !nextBatch.contains(sample) ? first : sample
    samples.batch = isWhole && nextBatch.count > 1 ? nextBatch.sorted() : nil
    self.samples = samples
    open(walk.network.showing(sample: samples.shown, of: data))
    past = []
    before = nil
    walk.setBatch(samples.averaged)
    let notes = Self.notes(
      asked: sample, shown: samples.shown, size: nextBatch.count, isWhole: isWhole, settings: settings)
    if notes.isEmpty { return }
    // The bottom line has no room for more than one short sentence.
    let isShort =
      notes.count == 1 && max(DisplayWidth.of(notes[0].en), DisplayWidth.of(notes[0].zh)) <= Self.maxNotice
    reply = Reply(isShort ? .notice : .answer, notes.map(Reply.Line.words))
  }

  private static let maxNotice = 78

  private static func notes(
    asked: Int, shown: Int, size: Int, isWhole: Bool, settings: TrainingSettings
  ) -> [Words] {
    var notes: [Words] = []
    if !isWhole {
      notes.append(
        Words(
          en:
            "The run's next update is the mean over \(size) samples, too many for a walk: here it is this sample's own.",
          zh: "训练的下一次更新取 \(size) 个样本的平均，推导放不下这么多，这里只用这个样本自己的梯度。"))
    } else if asked != shown {
      let (en, zh) =
        size == 1
        ? ("uses sample \(shown + 1) alone", "只用样本 \(shown + 1)")
        : ("is the mean over \(size) samples", "取 \(size) 个样本的平均")
      notes.append(
        Words(
          en: "The run's next update \(en). Sample \(asked + 1) has no part in it, so this is sample \(shown + 1).",
          zh: "训练的下一次更新\(zh)，不含样本 \(asked + 1)，所以这里推导样本 \(shown + 1)。"))
    }
    if settings.momentum != 0 {
      let share = DecimalText.significant(settings.momentum, digits: 4)
      notes.append(
        Words(
          en: "The run also adds \(share) of its last step (momentum); the walk leaves that out.",
          zh: "训练还会加上上一步的 \(share) 倍（动量），推导中的更新不含这一部分。"))
    }
    if settings.mistake != nil {
      notes.append(Words(en: "The mistake planted in the run is not in the walk.", zh: "训练中植入的错误不在推导里。"))
    }
    return notes
  }
}
