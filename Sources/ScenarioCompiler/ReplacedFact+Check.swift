import SourceText

extension ReplacedFact {
  /// The findings about facts that replace none of those that are known.
  static func unknown(
    in facts: [ReplacedFact],
    known: [String],
    otherwise place: SourceRange
  ) -> [Diagnostic] {
    let keys = Set(known)
    return facts.filter { !keys.contains($0.key) }.prefix(200).map { fact in
      let nearest = nearestMatch(to: fact.key, among: known)
      var fixIts: [Diagnostic.FixIt] = []
      if let nearest, let range = fact.range {
        let edit = SourceEdit(replacing: range, with: "\"\(nearest)\"")
        fixIts = [Diagnostic.FixIt("did you mean \"\(nearest)\"?", edits: [edit])]
      }
      var message = "there is no fact \"\(fact.key)\" to replace"
      if let nearest, fact.range == nil {
        message += "; did you mean \"\(nearest)\"?"
      } else if nearest == nil, !known.isEmpty, known.count <= 12 {
        message += "; there is \(listed(known))"
      }
      return Diagnostic(.unknownFact, message, at: fact.range ?? place, fixIts: fixIts)
    }
  }
}
