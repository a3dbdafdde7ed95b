public import Foundation
public import Testing

/// One page of the author's guide, with the parts of it that the program writes.
///
/// Such a part stands between `<!-- name:begin -->` and `<!-- name:end -->`.
public struct GuidePage {
  /// `Scenarios/`.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")

  /// The pages, the first one first.
  public static let names = [
    "README.md", "Guide/workshop.md", "Guide/remembering.md", "Guide/writing.md", "Guide/keys.md",
    "Guide/errors.md",
  ]

  /// Where it lies.
  public let url: URL
  /// All of it.
  public let text: String

  /// Reads a page by its path under `Scenarios/`.
  public init(_ name: String) throws {
    url = Self.folder.appending(path: name)
    text = try String(contentsOf: url, encoding: .utf8)
  }

  /// The text of an example file.
  public static func example(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "Guide/Examples/\(name)"), encoding: .utf8)
  }

  /// The part of this name, without its markers.
  public func part(_ name: String) throws -> Substring {
    let begin = try #require(text.range(of: "<!-- \(name):begin -->\n"), "\(name) does not begin")
    let rest = text[begin.upperBound...]
    let end = try #require(rest.range(of: "<!-- \(name):end -->"), "\(name) does not end")
    return rest[..<end.lowerBound]
  }

  /// Expects the part to be what the program says; with `REHEARSE_RECORD=1` it is written, and the
  /// test fails once.
  public func expectPart(
    _ name: String,
    is expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let part = try part(name)
    guard part != expected else { return }
    guard ProcessInfo.processInfo.environment["REHEARSE_RECORD"] != nil else {
      Issue.record(
        "\(name) in \(url.lastPathComponent) is now:\n\(expected)",
        sourceLocation: sourceLocation
      )
      return
    }
    var mended = text
    mended.replaceSubrange(part.startIndex..<part.endIndex, with: expected)
    try mended.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
  }

  /// The blocks of this language, each without its fences.
  public func blocks(_ language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  /// The rows of a Markdown table in a part, each as its cells; the heading is left out.
  public static func rows(_ part: Substring) -> [[String]] {
    part.split(separator: "\n")
      .filter { $0.hasPrefix("|") && !$0.hasPrefix("| ---") }
      .map { row in
        row.components(separatedBy: " | ").map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: "| "))
        }
      }
      .filter { $0[0].hasPrefix("`") }
  }
}
