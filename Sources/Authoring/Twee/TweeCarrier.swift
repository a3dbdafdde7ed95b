import JSONSyntax
import SourceText

/// The scenario that an exported story carries in a passage of its own.
struct TweeCarrier {
  /// The name of the passage; no moment can have it, because it is no id.
  static let name = "Rehearse scenario"
  /// The tag of the passage.
  static let tag = "rehearse"

  let story: TweeStory
  let passage: TweeStory.Passage

  init?(_ story: TweeStory) {
    guard let passage = story.passages.last(where: { $0.tags.contains(Self.tag) }) else {
      return nil
    }
    self.story = story
    self.passage = passage
  }

  /// The scenario as it is carried, with what was changed in the story since.
  func scenario(dimensions: [String]) -> TweeImport {
    var result = TweeImport()
    let carried = SourceFile(
      path: story.file.id.path,
      bytes: Self.showingLinks(Array(story.text(of: passage).utf8))
    )
    let (document, problems) = JSONReader.read(carried)
    guard let document, !problems.hasErrors, document.kind(of: document.root) == .object,
      document.member("moments", of: document.root) != nil
    else {
      let reason = problems.first.map { ": \($0.message)" } ?? ""
      result.diagnostics = [
        Diagnostic(
          .tweeBadCarrier,
          "the scenario carried in \"\(passage.name)\" cannot be read\(reason); the passages are read instead",
          at: passage.nameRange
        )
      ]
      return result
    }
    var merger = TweeMerger(story, document, dimensions: dimensions)
    merger.merge()
    result.origin = merger.isChanged ? .merged : .carried
    result.diagnostics = merger.log.finished()
    result.kept = merger.kept
    result.scenario =
      merger.isChanged ? Formatter.bytes(of: merger.value) : Formatter.format(carried).bytes
    return result
  }

  // MARK: Links in the carried text

  /// JSON in which Twine sees no link: two opening brackets never stand together.
  static func hidingLinks(_ json: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(json.count)
    var isText = false
    var isEscaped = false
    for byte in json {
      if byte == UInt8(ascii: "["), output.last == byte {
        if isText {
          output += "\\u005b".utf8
        } else {
          output += " [".utf8
        }
        isEscaped = false
        continue
      }
      if byte == UInt8(ascii: "\""), !isEscaped { isText.toggle() }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      output.append(byte)
    }
    return output
  }

  /// The same JSON with the brackets in texts as they were.
  static func showingLinks(_ json: [UInt8]) -> [UInt8] {
    let hidden = Array("[\\u005b".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(json.count)
    var position = 0
    while position < json.count {
      if json[position] == hidden[0], json[position...].starts(with: hidden) {
        output += "[[".utf8
        position += hidden.count
      } else {
        output.append(json[position])
        position += 1
      }
    }
    return output
  }
}
