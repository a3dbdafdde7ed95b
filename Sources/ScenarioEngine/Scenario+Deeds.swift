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
