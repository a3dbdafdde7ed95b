import JSONSyntax
public import SourceText

/// A scenario as a Twee story, or the reasons why there is none.
public struct TweeExport: Sendable {
  /// The story; absent when the file could not be read.
  public let bytes: [UInt8]?
  /// What was found in the scenario file.
  public let diagnostics: [Diagnostic]
}

/// Writes scenarios as Twee 3 stories that Twine opens with the passages laid out.
///
/// What Twine has no place for (levels, reasons, effects, conditions) is carried in a passage of its
/// own, because Twine and Tweego drop metadata they do not know. ``TweeReader`` reads it again.
public enum TweeWriter {
  /// Writes a scenario; the story's identity follows from the scenario's id, so that it stays.
  public static func export(_ file: SourceFile) -> TweeExport {
    let (document, diagnostics) = JSONReader.read(file)
    guard let document, !diagnostics.hasErrors, document.kind(of: document.root) == .object else {
      return TweeExport(bytes: nil, diagnostics: diagnostics)
    }
    let canonical = SourceFile(path: file.id.path, bytes: Formatter.format(file).bytes)
    let story = TweeRendering(document)
    var output: [UInt8] = []
    func add(_ text: String) { output += text.utf8 }
    add(":: StoryTitle\n\(TweeRendering.escapedLine(story.title))\n\n")
    add(":: StoryData\n\(JSONWriter.pretty(story.data))\n")
    for passage in story.passages {
      add(":: \(passage.name)")
      if !passage.tags.isEmpty { add(" [\(passage.tags.joined(separator: " "))]") }
      add(" {\"position\":\"\(passage.x),\(passage.y)\",\"size\":\"100,100\"}\n")
      add(passage.written)
      add("\n\n")
    }
    add(":: \(TweeCarrier.name) [\(TweeCarrier.tag)]")
    add(" {\"position\":\"0,\(story.bottom)\",\"size\":\"100,100\"}\n")
    output += TweeCarrier.hidingLinks(canonical.bytes)
    return TweeExport(bytes: output, diagnostics: diagnostics)
  }
}
