extension Scenario {
  /// What the promises of a reply guarantee.
  public func promises(of reply: ReplyIndex) -> [PromiseSubject] {
    deeds(of: reply).filter { $0.kind == .promised }.compactMap(\.about)
  }

  /// The promises of a reply, by id, with what each guarantees.
  public func promiseIDs(of reply: ReplyIndex) -> [(id: String, about: PromiseSubject)] {
    deeds(of: reply).compactMap { deed in
      guard deed.kind == .promised, let id = deed.error, let about = deed.about else { return nil }
      return (id, about)
    }
  }

  /// The elements a reply tells.
  public func elementsTold(by reply: ReplyIndex) -> [Element] {
    deeds(of: reply).filter { $0.kind == .told }.compactMap(\.element)
  }

  /// The ids of the errors a reply repairs.
  public func repairs(of reply: ReplyIndex) -> [String] {
    deeds(of: reply).filter { $0.kind == .repaired }.compactMap(\.error)
  }

  /// Whether a reply repairs anything.
  public func isRepair(_ reply: ReplyIndex) -> Bool { !repairs(of: reply).isEmpty }

  private func deeds(of reply: ReplyIndex) -> ArraySlice<Deed> {
    tables.deeds[tables.replies[reply.place].deeds.places]
  }
}

extension Scenario {
  /// What a reply puts into the ledger when it is said.
  package func entries(of index: ReplyIndex, turn: Int) -> [LedgerEntry] {
    let reply = tables.replies[index.place]
    let hearers = tables.moments[reply.moment.place].hearers
    let origin = "\(id(of: reply.moment))/\(id(of: index))"
    return reply.deeds.places.map { place in
      let deed = tables.deeds[place]
      return LedgerEntry(
        kind: deed.kind,
        hearers: deed.hearers ?? hearers,
        element: deed.element,
        about: deed.about,
        stop: deed.stop,
        error: deed.error,
        origin: deed.kind.isError ? origin : nil,
        words: deed.words.map { .script($0) },
        turn: turn
      )
    }
  }
}
