import JSONSyntax
import ScenarioCompiler
import Scoring
public import SourceText

/// The catalogue of everything that can be found in a file, in groups for a person to look through.
public struct FindingGroup: Sendable {
  /// What the group is about.
  public let title: String
  /// Its codes, in the order of their pages.
  public let codes: [DiagnosticCode]

  /// All groups; each code is in one.
  public static let all: [FindingGroup] = [
    FindingGroup(
      title: "How a file is written",
      codes: DiagnosticCode.ofReader + [.moreFindings, .otherFile]
    ),
    FindingGroup(title: "Keys and values", codes: DiagnosticCode.ofShapes),
    FindingGroup(
      title: "What a scenario, a case or a facts file says",
      codes: ScenarioCompiler.codes
    ),
    FindingGroup(title: "Rubrics and their weights", codes: RubricLoader.codes),
    FindingGroup(title: "Twee stories", codes: DiagnosticCode.ofTwee),
    FindingGroup(title: "What a careful colleague would say", codes: ReviewCode.all),
  ]

  /// The code of a name.
  public static func code(_ name: String) -> DiagnosticCode? {
    all.lazy.flatMap(\.codes).first { $0.name == name }
  }
}
