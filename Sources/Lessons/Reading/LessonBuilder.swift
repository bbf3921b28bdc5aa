import Diagnostics
import Networks
import Skills
import YAML

/// Makes a lesson out of a file and its translation, and reports what is wrong in the file itself.
///
/// A field or block that the file lacks is taken from the translation; faults in it are the translation's to report.
struct LessonBuilder {
  let own: CheckedDraft
  let other: CheckedDraft?
  /// Whether faults that both files share, such as a field that both lack, are reported here.
  let isFirst: Bool
  let context: LessonContext
  var faults: [Diagnostic] = []
  /// The lesson's network; the default one where it cannot be had.
  private(set) var network = BundledNetworks.default
  /// The letters that the lesson asks for.
  private var notation: Notation?
  /// Whether the network is the one that the author meant, so that unknown names are faults.
  private(set) var hasNetwork = true
  private(set) var skills: [Skill] = []
  /// The author's own numbers that every block may name.
  private(set) var variables: [Variable] = []
  /// Where the answers of this file's questions lead, for the check of these ways.
  var ways: [Way] = []

  init(_ own: CheckedDraft, translation other: CheckedDraft?, isFirst: Bool, context: LessonContext) {
    self.own = own
    self.other = other
    self.isFirst = isFirst
    self.context = context
  }

  /// The lesson without what is too faulty to be shown; nil without a readable front matter.
  mutating func build() -> Lesson? {
    guard own.frontMatter != nil || other?.frontMatter != nil else { return nil }
    let front = Fields(
      own: own.frontMatter ?? [:], other: other?.frontMatter ?? [:], range: markerRange,
      isReadable: own.frontMatter != nil)
    check(front, FieldTable.frontMatter.filter { $0.name != "lang" })
    if own.frontMatter != nil, own.frontMatter?["lang"] == nil {
      report(FieldFault.missingField("lang"), at: markerRange)
    }
    if let (value, _) = front["notation"], let name = value.scalar,
      let named = BundledNotations.notation(named: name.text)
    {
      notation = named
    }
    network = lettered(network, at: nil) ?? network
    if let (value, isOwn) = front["network"], let name = value.scalar {
      let named = resolve(name, isOwn: isOwn)
      hasNetwork = named != nil
      network = named ?? network
    }
    skills = skills(named: front)
    checkSkills(front)
    variables = ownNumbers(front, network, isKnown: hasNetwork)
    let title = front["title"]?.value.scalar?.text ?? ""
    checkRows(front["title"]?.value, "title", limit: 1, isOwn: front.own["title"] != nil)
    let elements = buildElements()
    let lesson = Lesson(
      id: front["id"]?.value.scalar?.text ?? "", title: title, language: own.language, network: network,
      requires: names(front, "requires"), skills: skills,
      minutes: front["minutes"]?.value.scalar.flatMap { Int($0.text) }, variables: variables, elements: elements)
    checkScreens(of: lesson)
    checkWays(of: lesson)
    return lesson
  }

  /// The opening line of the front matter, where what is missing in it is shown.
  private var markerRange: Range<Int> { own.source.bytes(ofLine: 1) }

  // MARK: Elements

  private mutating func buildElements() -> [Lesson.Element] {
    let translations = Dictionary(
      (other?.blocks ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var elements: [Lesson.Element] = []
    var missing = missingBlocks()
    elements += missing.removeValue(forKey: "") ?? []
    var built: Set<String> = []
    for element in own.elements {
      switch element {
      case .prose(let block, let range):
        checkBraces(block, at: range)
        elements.append(self.element(.prose(block), at: range))
      case .pause(let range): elements.append(self.element(.pause, at: range))
      case .note(let text, let range): elements.append(self.element(.note(text), at: range))
      case .light(let value, let range): elements.append(self.element(.light(lit(value)), at: range))
      case .block(let block):
        if built.insert(block.key).inserted {
          elements += self.elements(of: block, translation: translations[block.key])
        }
        elements += missing.removeValue(forKey: block.key) ?? []
      }
    }
    return elements
  }

  private func element(_ content: Lesson.Content, id: String? = nil, at range: Range<Int>) -> Lesson.Element {
    Lesson.Element(content: content, id: id, line: own.source.line(of: range.lowerBound), language: own.language)
  }

  /// A block, behind what it lights.
  private mutating func elements(
    of block: CheckedDraft.Block, translation: CheckedDraft.Block?
  ) -> [Lesson.Element] {
    guard let content = content(of: block, translation: translation) else { return [] }
    let light = self.light(of: block, translation: translation)
    let lit = light.isEmpty ? [] : [element(.light(light), at: block.fence)]
    return lit + [element(content, id: block.id?.text ?? translation?.id?.text, at: block.fence)]
  }

  /// The blocks that only the translation has, by the key of the block that they follow.
  private mutating func missingBlocks() -> [String: [Lesson.Element]] {
    guard let other else { return [:] }
    let present = Set(own.blocks.map(\.key))
    var missing: [String: [Lesson.Element]] = [:]
    var before = ""
    for block in other.blocks {
      if present.contains(block.key) {
        before = block.key
        continue
      }
      var builder = LessonBuilder(other, translation: nil, isFirst: false, context: context)
      builder.network = network
      builder.notation = notation
      builder.hasNetwork = hasNetwork
      builder.skills = skills
      builder.variables = variables
      missing[before, default: []] += builder.elements(of: block, translation: nil)
    }
    // The file that has the block has the place to show that the other lacks it.
    return missing
  }

  // MARK: Front matter

  private mutating func checkSkills(_ fields: Fields) {
    guard let (value, isOwn) = fields["skills"], isOwn else { return }
    for case .scalar(let scalar) in value.elements where Skill(rawValue: scalar.text) == nil {
      let nearest = Suggestion.nearest(to: scalar.text, in: Skill.allCases.map(\.rawValue))
      report(NameFault.unknownSkill(scalar.text, nearest: nearest), at: scalar.range)
    }
  }

  mutating func checkSkills(ofBlock fields: Fields) { checkSkills(fields) }

  /// The skills that a block or the front matter names; others were reported.
  func skills(named fields: Fields) -> [Skill] { names(fields, "skills").compactMap(Skill.init(rawValue:)) }

  func names(_ fields: Fields, _ name: String) -> [String] {
    fields[name]?.value.elements.compactMap { $0.scalar?.text } ?? []
  }

  /// The network of that name; reports why there is none.
  mutating func resolve(_ name: YAMLValue.Scalar, isOwn: Bool) -> Network? {
    switch context.network(name.text, folder: own.folder) {
    case .success(let network): return lettered(network, at: isOwn ? name.range : nil)
    case .failure(let problem):
      if isOwn { report(problem.fault, at: name.range) }
      return nil
    }
  }

  /// A network in the letters of the lesson; nil where these would be ambiguous, which is reported.
  private mutating func lettered(_ network: Network, at place: Range<Int>?) -> Network? {
    guard let notation = notation ?? context.notation else { return network }
    do throws(NotationClash) { return try network.lettered(in: notation) } catch {
      if let place { faults.append(error.diagnostic(at: place)) }
      return nil
    }
  }

  // MARK: Reporting

  mutating func report(_ fault: any LessonFault, at range: Range<Int>) {
    faults.append(fault.diagnostic(at: range))
  }
}
