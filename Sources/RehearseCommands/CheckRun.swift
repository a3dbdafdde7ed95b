import Authoring
import ScenarioEngine
import Scoring
import SourceText

/// One run of `check`: what all of its files need is read and compiled once.
struct CheckRun {
  /// What was found in a file.
  struct Checked {
    let files: [SourceFile]
    let diagnostics: [Diagnostic]
    /// The scenarios of the file that have no errors, reviewed.
    var reviews: [Reviewed] = []

    /// Whether the file is not good enough; strictly, a warning is as bad as an error.
    func fails(strictly: Bool) -> Bool {
      diagnostics.contains { $0.severity == .error || (strictly && $0.severity == .warning) }
    }
  }

  /// A scenario, and everything the reviewer says of it.
  struct Reviewed {
    let scenario: Scenario
    let review: ScenarioReview
  }

  private let catalog: Catalog
  /// The most states to search; absent, the usual number.
  private let states: Int?
  /// The rubrics on the shelves, once a file needed them.
  private var knownRubrics: Rubrics?
  /// The cases that could hold a scenario, by their paths; nothing for one that cannot be played.
  private var knownCases: [String: Catalog.PlayableCase?] = [:]

  init(_ catalog: Catalog, states: Int?) {
    self.catalog = catalog
    self.states = states
  }

  /// Reads a scenario, case or rubric, and says everything that is to be mended; of a scenario without
  /// errors also what a careful colleague would say.
  mutating func check(_ file: SourceFile) -> Checked {
    if let other = OtherFile.finding(in: file) {
      return Checked(files: [file], diagnostics: [other])
    }
    do throws(Catalog.Failure) {
      switch DocumentFormat(of: file) {
      case .rubric: return Checked(files: [file], diagnostics: RubricLoader.load(file).diagnostics)
      case .weights: return Checked(files: [file], diagnostics: EarLoader.load(file).diagnostics)
      case .wholeCase: return checked(try catalog.wholeCase(file, by: rubrics()), in: file)
      case .scenario:
        let playable = try catalog.scenario(file, path: nil, by: rubrics())
        return reviewed(playable, after: try earlierState(for: playable.scenario, in: file))
      }
    } catch {
      guard case .invalid(let files, let diagnostics) = error else {
        return Checked(files: [file], diagnostics: [])
      }
      return Checked(files: files, diagnostics: diagnostics)
    }
  }

  private func checked(_ found: Catalog.PlayableCase, in file: SourceFile) -> Checked {
    let talks = found.talks.enumerated().map { place, talk in
      let earlier = found.talks.prefix(place).map(\.scenario)
      return reviewed(talk, after: EarlierState(after: earlier, carry: found.file.carry))
    }
    return Checked(
      files: [file] + talks.flatMap(\.files),
      diagnostics: talks.flatMap(\.diagnostics).inFileOrder(),
      reviews: talks.flatMap(\.reviews)
    )
  }

  private func reviewed(_ playable: Catalog.Playable, after earlier: EarlierState) -> Checked {
    let review = catalog.review(playable, after: earlier, states: states)
    return Checked(
      files: [playable.file],
      diagnostics: (playable.remarks + (review?.diagnostics ?? [])).inFileOrder(),
      reviews: review.map { [Reviewed(scenario: playable.scenario, review: $0)] } ?? []
    )
  }

  // MARK: What the files share

  private mutating func rubrics() throws(Catalog.Failure) -> Rubrics {
    if let knownRubrics { return knownRubrics }
    let rubrics = try catalog.rubrics()
    knownRubrics = rubrics
    return rubrics
  }

  /// What the earlier talks of the cases that hold a scenario may leave behind for it.
  private mutating func earlierState(
    for scenario: Scenario,
    in file: SourceFile
  ) throws(Catalog.Failure) -> EarlierState {
    var talks: [Scenario] = []
    var carry: [String] = []
    for file in catalog.cases(besides: file) {
      guard let found = try wholeCase(file),
        let place = found.file.scenarios.firstIndex(of: scenario.notes.id)
      else { continue }
      talks += found.talks.prefix(place).map(\.scenario)
      carry += found.file.carry
    }
    return EarlierState(after: talks, carry: carry)
  }

  private mutating func wholeCase(
    _ file: SourceFile
  ) throws(Catalog.Failure) -> Catalog.PlayableCase? {
    if let known = knownCases[file.id.path] { return known }
    let rubrics = try rubrics()
    let found = try? catalog.wholeCase(file, by: rubrics)
    knownCases[file.id.path] = .some(found)
    return found
  }
}
