/// One thing that happened in a class, as records keep it.
///
/// A class is its scenario, its seed and these in order; so undo is dropping one and taking up where it
/// was is doing them again. None names a person.
public enum RoomAct: Hashable, Sendable {
  /// The class went to a step, and to one of its cards, from 0.
  case went(RoomStep, card: Int)
  /// A choice was counted, or its count taken away.
  case counted(RoomVote, choice: String, count: Int?)
  /// How many are in the room, as far as anybody said.
  case people(Int?)
  /// The room put a line of its own on the ballot, or took it off.
  case offered(RoomLine?)
  /// The story went on along a reply.
  case wentOn(reply: String)
  /// The story went back to where a turn began, from 0.
  case rewound(turn: Int)
}

/// What to keep before it is shown.
public enum RoomRecord: Hashable, Sendable {
  /// Something happened.
  case acted(RoomAct)
  /// The last thing was taken back.
  case undid
}

/// A line in the room's own words; it gets no level.
public struct RoomLine: Hashable, Sendable {
  /// The words; absent when they were not to be kept.
  public let words: String?
  /// One phrase to keep.
  public let keep: String?
  /// One phrase to change.
  public let change: String?

  /// Creates a line.
  public init(words: String?, keep: String?, change: String?) {
    self.words = words
    self.keep = keep
    self.change = change
  }
}

/// What the facilitator asks for, whatever key or word asked for it.
public enum RoomKey: Hashable, Sendable {
  /// The next card or step.
  case next
  /// The card or step before.
  case back
  /// A step, wherever the class is.
  case step(RoomStep)
  /// A choice, by its place on the ballot.
  case choice(Int)
  /// A digit of a count.
  case digit(Int)
  /// Takes the last digit away.
  case erase
  /// To the next choice to be counted.
  case nextCount
  /// To the choice before.
  case previousCount
  /// The choice under the cursor gets all who are left.
  case rest
  /// Counts a vote, or changes to the other one.
  case count
  /// A whole count at once.
  case counted(RoomVote, Int, Int?)
  /// How many are in the room.
  case people(Int?)
  /// The next prompt for the talk, or the next reply to look at.
  case more
  /// A line in the room's own words.
  case offer(String)
  /// Takes the room's own line off the ballot.
  case withdraw
  /// Back to where a turn began, from 0.
  case rewind(Int)
  /// Takes the last thing back.
  case undo
  /// Ends what was being typed.
  case escape
}
