import Prose

/// Finds what the words themselves tell, make smaller, deny, promise and take back.
struct LedgerReading {
  private let hearing: Hearing
  private let counted: Set<String>

  init(_ hearing: Hearing, counted: Set<String>) {
    self.hearing = hearing
    self.counted = counted
  }

  func entries() -> [Judgement.Entry] {
    var entries: [Judgement.Entry] = []
    let rubric = hearing.rubric
    for element in rubric.elements {
      guard
        let heard = hearing.heard.first(where: { heard in
          element.groups.contains(heard.match.group) && Self.tells.contains(heard.status)
            && (heard.match.group >= Int32(rubric.findings.count)
              || rubric.findings[Int(heard.match.group)].kind == .point)
        })
      else { continue }
      entries.append(entry(.told, element.id, heard.match))
    }
    for heard in hearing.heard where heard.match.group < Int32(rubric.findings.count) {
      let finding = rubric.findings[Int(heard.match.group)]
      guard counted.contains(finding.code), finding.counts.contains(heard.status) else { continue }
      switch finding.code {
      case "H1a": entries.append(entry(.promised, about(heard.match, other: "other"), heard.match))
      case "H1b": entries.append(entry(.denied, about(heard.match, other: "plan-b"), heard.match))
      case "H2b": entries.append(entry(.softened, about(heard.match, other: "plan-b"), heard.match))
      default: continue
      }
    }
    for match in hearing.retractions {
      entries.append(entry(.retracted, about(match, other: "other", wholeTurn: true), match))
    }
    return entries
  }

  private static let tells: Set<SpeechStatus> = [
    .asserted, .hedged, .unknown, .supposed, .wished, .negated,
  ]

  private func entry(
    _ kind: Judgement.Entry.Kind,
    _ about: String,
    _ match: CueMatch
  )
    -> Judgement.Entry
  {
    let range = hearing.utterance.byteRange(ofTokens: match.tokens)
    return Judgement.Entry(
      kind: kind,
      about: about,
      range: range,
      quote: hearing.utterance.quote(range)
    )
  }

  /// Which element the sentence of a match speaks of.
  private func about(_ match: CueMatch, other: String, wholeTurn: Bool = false) -> String {
    let tokens = hearing.utterance.tokens
    let sentence = tokens[match.tokens.lowerBound].sentence
    for id in ["plan-b", "plan-a", "dates"] {
      guard let element = hearing.rubric.elements.first(where: { $0.id == id }) else { continue }
      let touches = hearing.heard.contains { heard in
        element.groups.contains(heard.match.group)
          && (heard.match.tokens.overlaps(match.tokens)
            || wholeTurn && tokens[heard.match.tokens.lowerBound].sentence >= sentence)
      }
      if touches { return id }
    }
    return other
  }
}
