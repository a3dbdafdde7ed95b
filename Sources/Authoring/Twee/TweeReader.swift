import JSONSyntax
public import SourceText

/// What came of reading a Twee story.
public struct TweeImport: Sendable {
  /// Where the scenario comes from.
  public enum Origin: String, Sendable {
    /// The story carried a scenario, and its passages still say the same.
    case carried
    /// The story carried a scenario, and passages were changed since.
    case merged
    /// The passages are all there is; much is still to write.
    case skeleton
  }

  /// The scenario file in canonical layout; absent when nothing could be read.
  public internal(set) var scenario: [UInt8]?
  /// What was found, in file order.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// What had no place in a scenario and is kept in notes, in file order.
  public internal(set) var kept: [KeptNote] = []
  /// Where the scenario comes from.
  public internal(set) var origin = Origin.skeleton
  /// How many moments there are.
  public internal(set) var moments = 0
  /// How many replies there are.
  public internal(set) var replies = 0
  /// How many endings there are.
  public internal(set) var endings = 0
  /// How many texts still have to be written.
  public internal(set) var toWrite = 0

  /// How many pieces of each kind were kept, in the order of the kinds; none are left out.
  public var keptCounts: [(kind: KeptNote.Kind, count: Int)] {
    KeptNote.Kind.allCases.compactMap { kind in
      let count = kept.count { $0.kind == kind }
      return count == 0 ? nil : (kind, count)
    }
  }
}

/// Reads Twee 3 stories as scenarios.
public enum TweeReader {
  /// Makes a scenario of a story; one that came from an export gives that scenario again.
  ///
  /// What must still be written is marked `(to write)`. Nothing is lost: code, comments, pictures
  /// and whatever else a scenario has no place for are kept word for word in notes and listed.
  /// - Parameters:
  ///   - file: The story.
  ///   - id: The scenario's id; made from the title, if absent.
  ///   - dimensions: The dimensions of the rubric, each of which is rated "not shown" at first.
  /// - Returns: The scenario file, what was found, and what was kept in notes.
  public static func read(
    _ file: SourceFile,
    id: String? = nil,
    dimensions: [String] = ["honesty", "clarity", "shared-parenting"]
  ) -> TweeImport {
    let (story, diagnostics) = TweeParser.parse(file)
    guard let story else { return TweeImport(diagnostics: diagnostics) }
    var result: TweeImport
    if let carrier = TweeCarrier(story) {
      result = carrier.scenario(dimensions: dimensions)
      if result.scenario == nil {
        let problems = result.diagnostics
        result = SkeletonBuilder(story, id: id, dimensions: dimensions).build()
        result.diagnostics += problems
      }
    } else {
      result = SkeletonBuilder(story, id: id, dimensions: dimensions).build()
    }
    result.diagnostics = (diagnostics + result.diagnostics).inFileOrder()
    result.count()
    return result
  }
}

extension TweeImport {
  /// Counts what the scenario has.
  fileprivate mutating func count() {
    guard let scenario,
      let document = JSONReader.read(SourceFile(path: "", bytes: scenario)).document
    else { return }
    toWrite = ToWrite.places(in: document).count
    guard let moments = document.member("moments", of: document.root) else { return }
    self.moments = document.count(of: moments)
    for moment in document.members(of: moments) {
      if document.member("ending", of: moment.value) != nil { endings += 1 }
      if let replies = document.member("replies", of: moment.value) {
        self.replies += document.count(of: replies)
      }
    }
  }
}
