import Diagnostics
import Networks

/// Every field that a lesson can have: the one table behind the reader, the lint and the schema for editors.
enum FieldTable {
  /// The newest format; the ones before it are read too.
  static let version = 2
  static let modes = Ask.Mode.allCases.map(\.rawValue)
  static let reveals = Show.Reveal.allCases.map(\.rawValue)
  static let views = Show.View.allCases.map(\.rawValue)

  static let frontMatter = [
    Field("bptutor", .whole(1...version), required: true, Words(en: "format version", zh: "格式版本")),
    Field("id", .identifier, required: true, Words(en: "the same in every language", zh: "各语言版本相同")),
    Field("title", .text, required: true, Words(en: "title of the lesson", zh: "课程标题")),
    Field(
      "network", .networkName,
      Words(en: "default, a bundled network, or a file beside the lesson", zh: "default、内置网络名，或课程旁的网络文件")),
    Field(
      "notation", .oneOf(BundledNotations.names),
      Words(en: "the letters in which the lesson is shown", zh: "本课显示所用的记号")),
    Field("requires", .list(.lessonID), Words(en: "lessons to be done before", zh: "须先完成的课程")),
    Field("skills", .list(.skill), Words(en: "skills that are practiced", zh: "练习的技能")),
    Field("minutes", .whole(1...240), Words(en: "about how long it takes", zh: "大约需要的分钟数")),
    Field(
      "let", .variables, since: 2,
      Words(
        en: "numbers of your own, drawn anew with --random; {k} in texts and in $…$, k in answers",
        zh: "自定义的数，用 --random 时重新抽取；文字和 $…$ 中写 {k}，答案中写 k")),
    Field("lang", .oneOf(Language.allCases.map(\.rawValue)), required: true, Words(en: "language", zh: "语言")),
  ]

  /// The fields of a kind of block, those of its header first.
  static func fields(of kind: BlockKind) -> [Field] {
    switch kind {
    case .show: [step(header: true), optionalID, after, view, reveal] + setting + [light]
    case .plot: [optionalID, of, neuron, over, plotRange, rounds, eta] + setting + [light]
    case .number: [id, prompt, answer(.expression), tolerance] + setting + [samples] + help
    case .expression: [id, prompt, answer(.expression), symbols] + setting + help
    case .sign: [id, prompt, answer(.signExpression)] + setting + help
    case .choice: [id, prompt, options("options", option, required: true)] + setting + hintsAndMode
    case .chain: [id, prompt, answer(.quantity), distractors] + setting + hintsAndMode
    case .faded: [id, prompt, step(header: false), blank] + setting + hintsAndMode
    case .bug: [id, prompt, lines, bug, options("why", reason, required: false), mistake] + setting + hintsAndMode
    case .poll: [id, prompt, options("options", opinion, required: true)] + setting + [light, seconds]
    case .text: [id, prompt] + setting + [light, seconds]
    case .attempt: [id, promptIfAny, moved, range, watch, goal, network, variables, hints, skills, light]
    }
  }

  static let option = reason + [goto]
  /// Of a question without a right answer.
  static let opinion = [chosen, say, goto]
  /// Why a line of someone's derivation is wrong.
  static let reason = [
    chosen,
    Field("right", .truth, Words(en: "true, or a condition such as out_h1 > out_h2", zh: "true，或条件如 out_h1 > out_h2")),
    say,
  ]

  private static let chosen = Field("text", .text, required: true, Words(en: "what is chosen", zh: "选项文字"))
  private static let say = Field("say", .text, Words(en: "said when it is chosen", zh: "选中后说的话"))
  private static let goto = Field(
    "goto", .blockID, since: 2,
    Words(en: "the block to go on with after this answer", zh: "选此项后前往的块"))

  static let wrongAnswer = [
    Field("when", .expression, required: true, Words(en: "the wrong answer", zh: "错误答案")),
    Field("say", .text, required: true, Words(en: "what to think about", zh: "提示学习者思考什么")),
  ]

  // MARK: Fields that several blocks share

  private static let id = Field(
    "id", .identifier, required: true, header: true, Words(en: "unique in the lesson", zh: "课程内唯一"))
  private static let optionalID = Field("id", .identifier, header: true, Words(en: "unique in the lesson", zh: "课程内唯一"))
  private static let prompt = Field("prompt", .text, required: true, Words(en: "the question", zh: "问题"))
  private static let promptIfAny = Field("prompt", .text, Words(en: "what to do", zh: "要做什么"))
  private static let network = Field(
    "network", .networkName, Words(en: "another network for this block", zh: "本块所用的另一个网络"))
  private static let set = Field(
    "set", .assignments, Words(en: "other numbers for this block", zh: "本块所用的其他数值"))
  private static let variables = Field(
    "let", .variables, since: 2, Words(en: "numbers of this block's own", zh: "本块自定义的数"))
  private static let setting = [network, set, variables]
  static let light = Field(
    "light", .list(.quantity), since: 2,
    Words(en: "what is lit in the picture; dE/dw5 lights its path", zh: "图中点亮的部分；dE/dw5 点亮整条路径"))
  private static let seconds = Field(
    "seconds", .whole(5...3600), since: 2,
    Words(en: "counted down when it is presented", zh: "讲课演示时的倒计时秒数"))
  private static let samples = Field(
    "samples", .list(.assignments), Words(en: "the answer is the mean over these samples", zh: "答案取这些样本上的平均"))
  private static let tolerance = Field(
    "tolerance", .tolerance, Words(en: "relative: 0.5% or 0.005; 0.1% without", zh: "相对误差：0.5% 或 0.005，默认 0.1%"))
  private static let symbols = Field(
    "symbols", .list(.quantity), Words(en: "the only names that the answer may use", zh: "答案只能使用的名称"))
  private static let hints = Field("hints", .list(.text), Words(en: "the vaguest first", zh: "由浅入深"))
  private static let skills = Field(
    "skills", .list(.skill), Words(en: "of the lesson's, those practiced here", zh: "本题练习的技能"))
  private static let mode = Field(
    "mode", .oneOf(modes), Words(en: "guess is not scored, test gives no hints", zh: "guess 不计分，test 不给提示"))
  private static let wrong = Field(
    "wrong", .list(.record(wrongAnswer)), Words(en: "mistakes of this question's own", zh: "本题特有的错误"))
  private static let hintsAndMode = [hints, skills, mode, light, seconds]
  private static let help = hintsAndMode + [wrong]
  private static let blank = Field(
    "blank", .list(.quantity), required: true, Words(en: "the factors left out", zh: "留空的因子"))
  private static let lines = Field(
    "lines", .list(.equation), required: true, Words(en: "the derivation, one of its lines wrong", zh: "推导，其中一行有错"))
  private static let bug = Field(
    "bug", .whole(1...40), required: true, Words(en: "number of the wrong line", zh: "错误行的行号"))
  private static let mistake = Field(
    "mistake", .mistake, Words(en: "the mistake's name in the catalogue", zh: "错误目录中的名称"))
  private static let distractors = Field(
    "distractors", .whole(0...12), Words(en: "how many tiles too many", zh: "多余因子块的数量"))
  private static let moved = Field(
    "set", .assignments, required: true, Words(en: "what is moved, and from where", zh: "调整哪个量，从何处开始"))
  private static let range = Field("range", .interval, required: true, Words(en: "how far it moves", zh: "调整范围"))
  private static let watch = Field("watch", .list(.quantity), Words(en: "quantities to look at", zh: "要观察的量"))
  private static let goal = Field("goal", .condition, required: true, Words(en: "when it is done", zh: "何时完成"))
  private static let of = Field(
    "of", .oneOf(Show.Plot.names), required: true,
    Words(
      en: "a neuron's activation, E over one number, or E while training", zh: "神经元的激活函数、E 随一个数的变化，或训练中的 E"))
  private static let neuron = Field(
    "neuron", .neuron, Words(en: "whose activation; the first output's without", zh: "哪个神经元；不写则为第一个输出神经元"))
  private static let over = Field(
    "over", .quantity, Words(en: "the number that E is plotted over: w5", zh: "E 随哪个数变化：w5"))
  private static let plotRange = Field(
    "range", .interval, Words(en: "how far the curve goes", zh: "曲线的范围"))
  private static let rounds = Field(
    "rounds", .whole(1...Show.Plot.maxRounds), Words(en: "steps of training; 100 without", zh: "训练的步数，默认 100"))
  private static let eta = Field(
    "eta", .number, Words(en: "its learning rate; the network's without", zh: "训练的学习率，不写则用网络的学习率"))
  private static let after = Field(
    "after", .list(.quantity), Words(en: "gradients derived before, to be used again", zh: "之前推导过的梯度，其因子可沿用"))
  private static let view = Field(
    "view", .oneOf(views), Words(en: "factor by factor, or folded into δ", zh: "逐个因子，或合成 δ"))
  private static let reveal = Field(
    "reveal", .oneOf(reveals), Words(en: "stage by stage, factor by factor or at once", zh: "逐步、逐因子或一次显示"))

  private static func step(header: Bool) -> Field {
    Field("step", .quantity, required: true, header: header, Words(en: "what is derived: dE/dw5", zh: "推导的对象：dE/dw5"))
  }

  private static func answer(_ shape: Field.Shape) -> Field {
    Field("answer", shape, required: true, Words(en: "in the engine's quantities: dE/dw5", zh: "用引擎中的量表示：dE/dw5"))
  }

  private static func options(_ name: String, _ entry: [Field], required: Bool) -> Field {
    let about =
      entry.contains { $0.name == "right" }
      ? Words(en: "at least one of them right", zh: "至少有一项正确") : Words(en: "what there is to choose", zh: "可选的各项")
    return Field(name, .list(.record(entry)), required: required, about)
  }
}
