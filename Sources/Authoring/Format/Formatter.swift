import JSONSyntax
public import SourceText

/// A file in canonical layout, or as it was when it could not be read.
public struct FormatResult: Sendable {
  /// The bytes to keep; those of the file itself when it was not formatted.
  public let bytes: [UInt8]
  /// What the reader found, in file order; mistakes that were mended on the way are warnings.
  public let diagnostics: [Diagnostic]
  /// Whether the bytes are in canonical layout.
  public let isFormatted: Bool
  /// Whether the bytes differ from those of the file.
  public let isChanged: Bool
}

/// Lays a file out as the library's files are, and changes nothing else in it.
///
/// The order of keys, the contents of every text with its escapes, and the spelling of every number
/// stay as the author wrote them. A second pass changes nothing.
public enum Formatter {
  /// Formats any JSON file of an author's; a scenario's moments and replies get lines of their own.
  ///
  /// A missing, trailing or doubled comma and a missing colon are mended, because there is only one
  /// thing they can mean. With any other mistake the file is returned as it was.
  /// - Parameters:
  ///   - file: The file.
  ///   - fixQuotes: Whether Word's curly quotes around a text are made straight.
  /// - Returns: The bytes to keep, and what the reader found.
  public static func format(_ file: SourceFile, fixQuotes: Bool = false) -> FormatResult {
    let (document, diagnostics) = JSONReader.read(file)
    func unchanged() -> FormatResult {
      FormatResult(
        bytes: file.bytes,
        diagnostics: diagnostics,
        isFormatted: false,
        isChanged: false
      )
    }
    let mended = mendable.union(fixQuotes ? [.curlyQuotes] : [])
    guard let document,
      diagnostics.allSatisfy({ $0.severity != .error || mended.contains($0.code) })
    else { return unchanged() }
    var layout = CanonicalLayout(document)
    layout.writeRoot()
    if diagnostics.hasErrors {
      // What was mended must read as what the reader took it for.
      let (again, problems) = JSONReader.read(SourceFile(path: file.id.path, bytes: layout.output))
      guard let again, problems.isEmpty,
        again.value(of: again.root) == document.value(of: document.root)
      else { return unchanged() }
    }
    return FormatResult(
      bytes: layout.output,
      diagnostics: diagnostics.map { diagnostic in
        var softened = diagnostic
        softened.severity = min(softened.severity, .warning)
        return softened
      },
      isFormatted: true,
      isChanged: layout.output != file.bytes
    )
  }

  /// Lays out a value built by the program, as the file of an author.
  static func bytes(of value: JSONValue) -> [UInt8] {
    let file = SourceFile(path: "", bytes: Array(JSONWriter.compact(value).utf8))
    return format(file).bytes
  }

  private static let mendable: Set<DiagnosticCode> = [
    .missingComma, .trailingComma, .extraComma, .missingColon, .oddSpace,
  ]
}
