import Authoring
import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText

extension Catalog {
  /// What the reviewer finds in a scenario, its author's levels held against what the scorer hears.
  func review(_ file: SourceFile, _ playable: Playable) -> [Diagnostic] {
    guard let document = JSONReader.read(file).document else { return [] }
    let rubric = playable.rubric
    let listener = playable.listener()
    var options = ReviewOptions()
    options.critical = Set(rubric.dimensions.indices.filter { rubric.dimensions[$0].isCritical })
    options.jargon = rubric.jargon.map { ($0.term, $0.plain) }
    options.otherCodes = ScenarioCompiler.codes
    options.typist = playable.typist(hearing: listener)
    options.ear = { scenario, reply, words in
      let card = ListeningContext(scenario, at: scenario.reply(reply).moment)
      let judgement = listener.judge(words, card)
      var levels = Levels()
      for (place, dimension) in judgement.dimensions.enumerated() where !dimension.isUncertain {
        levels[place] = dimension.level
      }
      return judgement.dimensions.contains { $0.state == .rated } ? levels : nil
    }
    return ScenarioReview.of(document, playable.scenario, options).diagnostics
  }
}
