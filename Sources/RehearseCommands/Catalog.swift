import Authoring
import JSONSyntax
import Platform
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText

/// Files made into scenarios, cases and rubrics, with everything that was found on the way.
struct Catalog: Sendable {
  /// Why something could not be had.
  enum Failure: Error, Sendable {
    /// Nothing of that name is there; perhaps something near it is.
    case notFound(String, nearest: String?)
    /// A file could not be read.
    case unreadable(HostError)
    /// A file was read and has errors.
    case invalid([SourceFile], [Diagnostic])
  }

  /// A scenario that can be played, and where it came from.
  struct Playable: Sendable {
    let scenario: Scenario
    let rubric: Rubric
    /// Makes the scorer, which takes a while, when words are typed.
    let listener: @Sendable () -> Listener
    let file: SourceFile
    /// The absolute path, or `nil` if it came with the program.
    let path: String?
    /// Warnings and notes.
    let remarks: [Diagnostic]
  }

  /// A case that can be played.
  struct PlayableCase: Sendable {
    let file: Case
    let talks: [Playable]
  }

  /// What a word on the command line turned out to name.
  enum Found: Sendable {
    case scenario(Playable)
    case wholeCase(PlayableCase)
  }

  let host: Host
  let library: Library
  /// The facts that replace declared ones.
  var facts: [ReplacedFact] = []
  /// The file they were read from.
  var factsFile: SourceFile?

  init(host: Host) {
    self.host = host
    self.library = Library(host: host)
  }

  // MARK: Finding

  /// Finds a scenario or case by id, by title's id, or by the path of a file.
  func find(_ word: String) throws(Failure) -> Found {
    if word.hasSuffix(".json") || word.contains("/") { return try open(path: word) }
    if let item = library.item(.scenarios, named: word) {
      return .scenario(try scenario(item))
    }
    if let item = library.item(.cases, named: word) {
      return .wholeCase(try wholeCase(read(item)))
    }
    let names = (library.items(.scenarios) + library.items(.cases)).map(\.name)
    throw .notFound(word, nearest: nearestMatch(to: word, among: names))
  }

  private func open(path: String) throws(Failure) -> Found {
    let file: SourceFile
    do throws(HostError) {
      file = SourceFile(path: path, bytes: try host.files.read(path, Library.sizeLimit))
    } catch {
      if case .notFound = error { throw .notFound(path, nearest: nil) }
      throw .unreadable(error)
    }
    if let other = OtherFile.finding(in: file) { throw .invalid([file], [other]) }
    if DocumentFormat(of: file) == .wholeCase { return .wholeCase(try wholeCase(file)) }
    return .scenario(try scenario(file, path: absolute(path)))
  }

  private func absolute(_ path: String) -> String? {
    if let real = try? host.files.realPath(path) { return real }
    return path.hasPrefix("/") ? path : host.currentDirectory().map { "\($0)/\(path)" }
  }

  // MARK: Compiling

  func scenario(_ item: Library.Item) throws(Failure) -> Playable {
    try scenario(item, by: rubrics())
  }

  func scenario(_ item: Library.Item, by rubrics: Rubrics) throws(Failure) -> Playable {
    let file = try read(item)
    switch item.shelf {
    case .shipped: return try scenario(file, path: nil, by: rubrics)
    case .folder: return try scenario(file, path: absolute(item.path), by: rubrics)
    }
  }

  func scenario(_ file: SourceFile, path: String?) throws(Failure) -> Playable {
    try scenario(file, path: path, by: rubrics())
  }

  func scenario(
    _ file: SourceFile,
    path: String?,
    by rubrics: Rubrics
  ) throws(Failure) -> Playable {
    let result = ScenarioCompiler.compile(file, context: context(rubrics))
    guard let scenario = result.scenario, let shelved = rubrics[scenario.notes.rubric] else {
      throw .invalid([file] + [factsFile].compactMap(\.self), result.diagnostics)
    }
    return Playable(
      scenario: scenario,
      rubric: shelved.rubric,
      listener: { shelved.listener.value },
      file: file,
      path: path,
      remarks: result.diagnostics
    )
  }

  /// Compiles a case and its talks, which it names by id.
  func wholeCase(_ file: SourceFile) throws(Failure) -> PlayableCase {
    try wholeCase(file, by: rubrics())
  }

  func wholeCase(_ file: SourceFile, by rubrics: Rubrics) throws(Failure) -> PlayableCase {
    let beside = FileSiblings(of: file, host: host)
    let known = library.items(.scenarios).map(\.name)
    var sources: [SourceFile] = []
    let result = CaseCompiler.compile(file, known: known, context: context(rubrics)) { id in
      guard let source = beside.scenario(id) ?? library.scenario(id) else { return nil }
      sources.append(source)
      return source
    }
    guard let compiled = result.case, !result.scenarios.isEmpty else {
      throw .invalid([file] + sources + [factsFile].compactMap(\.self), result.diagnostics)
    }
    var talks: [Playable] = []
    for (talk, source) in zip(result.scenarios, sources) {
      guard let shelved = rubrics[talk.notes.rubric] else {
        throw .invalid([file] + sources + [factsFile].compactMap(\.self), result.diagnostics)
      }
      let isShipped = source.id.path.hasPrefix("shipped:")
      talks.append(
        Playable(
          scenario: talk,
          rubric: shelved.rubric,
          listener: { shelved.listener.value },
          file: source,
          path: isShipped ? nil : absolute(source.id.path),
          remarks: []
        )
      )
    }
    return PlayableCase(file: compiled, talks: talks)
  }

  private func context(_ rubrics: Rubrics) -> CompileContext {
    CompileContext(
      dimensions: rubrics.mapValues { $0.rubric.dimensions.map(\.id) },
      replacedFacts: facts
    )
  }

  /// Every rubric on the shelves, by id; who opens many files reads them once.
  func rubrics() throws(Failure) -> Rubrics {
    var rubrics: Rubrics = [:]
    for item in library.items(.rubrics) {
      let file = try read(item)
      // What came with the program was checked cue by cue by its tests.
      let isKnown = library.isAsShipped(file, item)
      let (rubric, diagnostics) = RubricLoader.load(file, checkingCues: !isKnown)
      guard let rubric, !diagnostics.hasErrors else { throw .invalid([file], diagnostics) }
      rubrics[rubric.id] = ShelvedRubric(rubric, library)
    }
    return rubrics
  }

  func read(_ item: Library.Item) throws(Failure) -> SourceFile {
    do throws(HostError) {
      return try library.read(item)
    } catch {
      throw .unreadable(error)
    }
  }

  // MARK: Facts

  /// Takes the facts of a file in place of declared ones.
  mutating func replaceFacts(_ path: String) throws(Failure) {
    let file: SourceFile
    do throws(HostError) {
      file = SourceFile(path: path, bytes: try host.files.read(path, 1 << 20))
    } catch {
      if case .notFound = error { throw .notFound(path, nearest: nil) }
      throw .unreadable(error)
    }
    let (facts, diagnostics) = FactsFile.read(file)
    guard !diagnostics.hasErrors else { throw .invalid([file], diagnostics) }
    self.facts = facts
    factsFile = file
  }
}

/// The files that lie beside a file of `Library` or `Cases`.
struct FileSiblings {
  /// The folder that both lie in, with a slash after it; empty where that is the folder one is in.
  private let shelf: String?
  private let host: Host

  init(of file: SourceFile, host: Host) {
    let parts = file.id.path.split(separator: "/", omittingEmptySubsequences: false)
    let isOnShelf = parts.count >= 2 && ["Cases", "Library"].contains(parts[parts.count - 2])
    shelf = isOnShelf ? parts.dropLast(2).map { $0 + "/" }.joined() : nil
    self.host = host
  }

  /// The cases there are.
  func cases() -> [SourceFile] {
    guard let shelf, let names = try? host.files.list("\(shelf)Cases") else { return [] }
    let files = names.sorted().filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    return files.compactMap { name in
      let path = "\(shelf)Cases/\(name)"
      return (try? host.files.read(path, Library.sizeLimit)).map {
        SourceFile(path: path, bytes: $0)
      }
    }
  }

  /// The scenario with this id; an id never holds a slash, so it never leaves the folder.
  func scenario(_ id: String) -> SourceFile? {
    guard let shelf, !id.contains("/"), !id.hasPrefix(".") else { return nil }
    let path = "\(shelf)Library/\(id).json"
    guard let bytes = try? host.files.read(path, Library.sizeLimit) else { return nil }
    return SourceFile(path: path, bytes: bytes)
  }
}
