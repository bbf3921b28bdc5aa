/// A strict reader of XML, enough for the pages here: every fault of well-formedness, ids and links as text.
struct MarkupChecker {
  private(set) var faults: [String] = []
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// The text outside of tags, entities resolved, without that of `<style>`.
  private(set) var text = ""
  private var open: [String] = []

  init(_ markup: String) {
    var rest = markup[...]
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst(15) }
    while let start = rest.firstIndex(of: "<") {
      read(text: rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        faults.append("a tag without end")
        break
      }
      read(tag: rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    read(text: rest)
    if !open.isEmpty { faults.append("left open: \(open)") }
    checkLinks()
  }

  func count(_ name: String) -> Int { elements.filter { $0.name == name }.count }

  private mutating func read(text part: Substring) {
    if part.contains(">") && open.last != "style" { faults.append("a bare > in \(part.prefix(40))") }
    let resolved = resolve(part)
    if open.last != "style" { text += resolved }
    if part.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) }) {
      faults.append("a control character")
    }
  }

  private mutating func resolve(_ part: Substring) -> String {
    var result = ""
    var rest = part
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      let known = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
      guard let entity = known.first(where: { rest[ampersand...].hasPrefix($0.key) }) else {
        faults.append("an ampersand in \(rest[ampersand...].prefix(20))")
        return result
      }
      result += entity.value
      rest = rest[ampersand...].dropFirst(entity.key.count)
    }
    return result + rest
  }

  private mutating func read(tag: Substring) {
    if tag.first == "/" {
      let last = open.popLast()
      if last.map({ $0[...] }) != tag.dropFirst() { faults.append("</\(tag.dropFirst())> closes \(last ?? "nothing")") }
      return
    }
    let isClosed = tag.last == "/"
    let body = isClosed ? tag.dropLast() : tag
    let name = body.prefix { $0.isLetter || $0.isNumber }
    if name.isEmpty { faults.append("no element: <\(tag.prefix(20))") }
    elements.append((String(name), attributes(body.dropFirst(name.count))))
    if !isClosed { open.append(String(name)) }
  }

  private mutating func attributes(_ part: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = part
    while true {
      rest = rest.drop { $0 == " " || $0 == "\n" }
      if rest.isEmpty { return result }
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty, rest.hasPrefix("=\""), let end = rest.dropFirst(2).firstIndex(of: "\"") else {
        faults.append("an attribute in \(part.prefix(60))")
        return result
      }
      let value = rest.dropFirst(2)[..<end]
      if result.updateValue(resolve(value), forKey: String(name)) != nil { faults.append("\(name) twice") }
      rest = rest[rest.index(after: end)...]
      if let next = rest.first, next != " ", next != "\n" { faults.append("no space after \(name)") }
    }
  }

  private mutating func checkLinks() {
    let ids = elements.compactMap { $0.attributes["id"] }
    if Set(ids).count != ids.count { faults.append("an id twice") }
    for element in elements {
      if let link = element.attributes["href"], !link.hasPrefix("#") || !ids.contains(String(link.dropFirst())) {
        faults.append("a link to \(link)")
      }
      for id in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") where !ids.contains(String(id)) {
        faults.append("no \(id) to be labelled by")
      }
    }
  }
}
