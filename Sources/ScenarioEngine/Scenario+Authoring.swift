/// Readings of the tables that only an author's tools need.
extension Scenario {
  /// Every moment, in the file's order.
  package var momentIndices: [MomentIndex] { tables.moments.indices.map { MomentIndex($0) } }
  /// Every reply, in the file's order.
  package var replyIndices: [ReplyIndex] { tables.replies.indices.map { ReplyIndex($0) } }

  /// What a reply does to the ledger, with everybody who hears it.
  package func deeds(of reply: ReplyIndex) -> [(deed: Deed, hearers: CastSet)] {
    let hearers = tables.moments[tables.replies[reply.place].moment.place].hearers
    return tables.replies[reply.place].deeds.places.map { place in
      (tables.deeds[place], tables.deeds[place].hearers ?? hearers)
    }
  }

  /// Whether a reply commits a stop, or has level 1 in a critical dimension.
  package func errs(_ reply: ReplyIndex, critical: Set<Int>) -> Bool {
    let row = tables.replies[reply.place]
    return critical.contains { row.rates[$0] == 1 }
      || row.deeds.places.contains { tables.deeds[$0].kind == .stopped }
  }

  /// The name by which other replies repair what a reply does: `moment/reply`.
  package func name(of reply: ReplyIndex) -> String {
    "\(id(of: tables.replies[reply.place].moment))/\(id(of: reply))"
  }

  /// For each reply that makes an error, those that repair something of it.
  package func repairsByError() -> [ReplyIndex: [ReplyIndex]] {
    var byID: [String: [ReplyIndex]] = [:]
    for reply in replyIndices {
      for place in tables.replies[reply.place].deeds.places {
        guard tables.deeds[place].kind == .repaired, let id = tables.deeds[place].error else {
          continue
        }
        byID[id, default: []].append(reply)
      }
    }
    guard !byID.isEmpty else { return [:] }
    var repairs: [ReplyIndex: [ReplyIndex]] = [:]
    for reply in replyIndices {
      let deeds = tables.replies[reply.place].deeds.places.map { tables.deeds[$0] }
      guard deeds.contains(where: \.kind.isError) else { continue }
      let names = Set([name(of: reply)] + deeds.filter(\.kind.isError).compactMap(\.error))
      let found = names.flatMap { byID[$0] ?? [] }
      if !found.isEmpty { repairs[reply] = found }
    }
    return repairs
  }
}

extension Scenario {
  /// Every moment that some way on leads to from a moment, whatever its conditions.
  package func targets(of moment: MomentIndex) -> [MomentIndex] {
    func targets(_ routes: TableRange<Route>) -> [MomentIndex] {
      routes.places.map { tables.routes[$0].moment }
    }
    switch tables.moments[moment.place].exit {
    case .ending: return []
    case .next(let routes): return targets(routes)
    case .replies(let replies, let otherwise):
      return replies.places.flatMap { targets(tables.replies[$0].routes) } + targets(otherwise)
    }
  }
}

extension Scenario {
  /// How it comes out at a moment that is an ending.
  package func endingKind(at moment: MomentIndex) -> EndingKind? {
    guard case .ending(let ending) = tables.moments[moment.place].exit else { return nil }
    return tables.endings[ending.place].kind
  }
}
