extension Scenario {
  /// The people, in the file's order.
  public var cast: [CastMember] { tables.cast }
  /// The declared state, in the file's order.
  public var slots: [Slot] { tables.slots }
  /// How many moments there are.
  public var momentCount: Int { tables.moments.count }
  /// How many replies there are.
  public var replyCount: Int { tables.replies.count }

  /// The id of a moment.
  public func id(of moment: MomentIndex) -> String { tables.momentNotes[moment.place].id }
  /// The id of a reply, unique within its moment.
  public func id(of reply: ReplyIndex) -> String { tables.replyNotes[reply.place].id }
  /// The person at a place in the cast.
  public func person(_ index: CastIndex) -> CastMember { tables.cast[index.place] }
  /// The place of the person with this id.
  public func person(_ id: String) -> CastIndex? {
    tables.cast.firstIndex { $0.id == id }.map { CastIndex($0) }
  }
  /// The place of the moment with this id.
  public func moment(_ id: String) -> MomentIndex? { momentsByID[id] }
  /// A moment.
  public func moment(_ index: MomentIndex) -> Moment { tables.moments[index.place] }
  /// What a moment says to the people around the conversation.
  public func notes(of index: MomentIndex) -> MomentNotes { tables.momentNotes[index.place] }
  /// A reply.
  public func reply(_ index: ReplyIndex) -> Reply { tables.replies[index.place] }
  /// What an author says about a reply.
  public func notes(of index: ReplyIndex) -> ReplyNotes { tables.replyNotes[index.place] }
  /// A line.
  public func line(_ index: LineIndex) -> Line { tables.lines[index.place] }
  /// An ending.
  public func ending(_ index: EndingIndex) -> Ending { tables.endings[index.place] }

  /// The replies of a moment, in the author's order.
  public func replies(of moment: MomentIndex) -> TableRange<Reply> {
    guard case .replies(let replies, _) = tables.moments[moment.place].exit else { return .none }
    return replies
  }

  /// The reply with this id at a moment.
  public func reply(_ id: String, at moment: MomentIndex) -> ReplyIndex? {
    for place in replies(of: moment).places where tables.replyNotes[place].id == id {
      return ReplyIndex(place)
    }
    return nil
  }

  /// What stands greyed in a reply's place while it may not be said.
  public func locked(_ index: ReplyIndex) -> Template? { tables.replies[index.place].locked }

  /// Appends a text to `bytes` as UTF-8.
  public func write(_ template: Template, in state: State, to bytes: inout [UInt8]) {
    for place in template.pieces.places {
      switch tables.pieces[place] {
      case .literal(let start, let count):
        tables.pool.withUnsafeBufferPointer { pool in
          bytes.append(
            contentsOf: UnsafeBufferPointer(rebasing: pool[Int(start)..<Int(start + count)])
          )
        }
      case .value(let slot):
        let value = state.values[slot.place]
        if case .number = tables.slots[slot.place].kind {
          bytes.append(contentsOf: String(value).utf8)
        } else {
          bytes.append(contentsOf: tables.slots[slot.place].text(of: value).utf8)
        }
      }
    }
  }

  /// A text as it reads in a state.
  public func text(_ template: Template, in state: State) -> String {
    var bytes: [UInt8] = []
    write(template, in: state, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of a ledger entry.
  public func text(_ words: LedgerEntry.Words, in state: State) -> String {
    switch words {
    case .script(let template): text(template, in: state)
    case .spoken(let text): text
    }
  }
}
