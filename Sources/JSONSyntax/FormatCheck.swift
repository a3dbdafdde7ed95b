public import SourceText

/// Looks at a file's `format` before anything else.
public struct FormatCheck {
  /// What is wrong with it.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether the file is of another kind or time, so that its keys say nothing.
  public private(set) var isForeign = false
  /// Whether nothing says what the file is.
  public private(set) var isMissing = false

  /// Looks for `expected`, such as `rehearse-case/1`.
  ///
  /// `kind` is what the file's keys look like, such as "a case", where that is known.
  public init(_ expected: String, in document: JSONDocument, likely kind: String? = nil) {
    guard document.kind(of: document.root) == .object else { return }
    guard let node = document.member("format", of: document.root) else {
      isMissing = true
      // A format that went missing with other damage is no mistake of its own.
      guard !document.isDamaged(document.root) else { return }
      let start = document.offsets(of: document.root).lowerBound
      let brace = SourceRange(start..<(start + 1), in: document.file.id)
      let after = SourceRange((start + 1)..<(start + 1), in: document.file.id)
      report(
        .missingFormat,
        "the file \(kind.map { "looks like \($0), but " } ?? "")does not say what it is: "
          + "\"format\": \"\(expected)\" is expected first",
        at: brace,
        fixIts: [
          .init(
            "add \"format\": \"\(expected)\"",
            edits: [SourceEdit(replacing: after, with: "\n  \"format\": \"\(expected)\",")]
          )
        ]
      )
      return
    }
    guard let written = document.string(of: node), written != expected else { return }
    isForeign = true
    let range = document.range(of: node)
    if let version = Self.version(of: written, like: expected), version > 1 {
      report(
        .newerFormat,
        "this file is written in \"\(written)\", and this program reads \"\(expected)\": "
          + "a newer version of the program is needed",
        at: range
      )
    } else {
      report(
        .unknownFormat,
        "\"\(written)\" is not the format of this kind of file; \"\(expected)\" is expected",
        at: range,
        fixIts: [
          .init(
            "write \"\(expected)\"",
            edits: [SourceEdit(replacing: range, with: "\"\(expected)\"")]
          )
        ]
      )
    }
  }

  private mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at range: SourceRange,
    fixIts: [Diagnostic.FixIt] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: range, fixIts: fixIts))
  }

  /// The number after the slash, if what stands before it is the same.
  private static func version(of written: String, like expected: String) -> Int? {
    let (given, wanted) = (written.split(separator: "/"), expected.split(separator: "/"))
    guard given.count == 2, given[0] == wanted[0], given[1].count < 10 else { return nil }
    return Int(given[1])
  }
}

extension DiagnosticCode {
  /// The file does not say which format it is written in.
  public static let missingFormat = Self(
    "missing-format",
    .error,
    "The file does not say which format it is written in."
  )
  /// The file says that it is of another kind.
  public static let unknownFormat = Self(
    "unknown-format",
    .error,
    "The file says that it is of another kind."
  )
  /// The file is written for a newer version of the program.
  public static let newerFormat = Self(
    "newer-format",
    .error,
    "The file is written for a newer version of the program."
  )
}
