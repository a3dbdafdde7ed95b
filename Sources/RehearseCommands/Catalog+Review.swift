import Authoring
import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText

extension Catalog {
  /// What the reviewer finds in a scenario, its author's levels held against what the scorer hears.
  ///
  /// `states` is the most states to search; absent, the usual number.
  func review(_ playable: Playable, after earlier: EarlierState, states: Int?) -> ScenarioReview? {
    guard let document = JSONReader.read(playable.file).document else { return nil }
    let rubric = playable.rubric
    let listener = playable.listener()
    var options = ReviewOptions()
    options.critical = rubric.criticalPlaces
    options.jargon = rubric.jargon.map { ($0.term, $0.plain) }
    options.otherCodes = ScenarioCompiler.codes
    options.typist = playable.typist(hearing: listener)
    options.search.earlier = earlier
    if let states { options.search.limit = states }
    options.ear = { scenario, reply, words in
      let card = ListeningContext(scenario, at: scenario.reply(reply).moment)
      let judgement = listener.judge(words, card)
      guard judgement.dimensions.contains(where: { $0.state == .rated }) else { return nil }
      var heard = HeardReply(levels: Levels())
      for (place, dimension) in judgement.dimensions.enumerated() where !dimension.isUncertain {
        heard.levels[place] = dimension.level
        heard.findings[place] = judgement.findings
          .filter { $0.counts && rubric.finding($0.code)?.dimension == dimension.id }
          .map { "\($0.code) \"\($0.quote)\": \($0.because)" }
      }
      return heard
    }
    return ScenarioReview.of(document, playable.scenario, options)
  }

  /// The cases that may hold the scenario in a file: those on the shelves, and those beside it.
  func cases(besides file: SourceFile) -> [SourceFile] {
    let onShelves = library.items(.cases).compactMap { try? read($0) }
    let beside = FileSiblings(of: file, host: host).cases()
    let paths = Set(onShelves.map(\.id.path))
    return onShelves + beside.filter { !paths.contains($0.id.path) }
  }
}
