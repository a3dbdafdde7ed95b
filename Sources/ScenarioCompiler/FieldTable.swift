import JSONSyntax
import SourceText

/// The keys of one kind of object, as an enumeration whose cases have the keys' names.
protocol FieldKey: CaseIterable, RawRepresentable<Int>, Sendable {}

enum RootKey: Int, FieldKey {
  case format, id, title, summary, language, place, reviewed, contentNote
  case stage, objectives, before, after, watchFor, notes, sources, rubric, order, allow, layout
  case setting, listener, cast, facts, owed, state, carried, opening, moments
}

enum MomentKey: Int, FieldKey {
  case lines, replies, next, ending, otherwise, listener, present
  case asked, must, ask, discuss, hint, notes
}

enum ReplyKey: Int, FieldKey {
  case id, say, rates, why, heard, when, once, locked, reaction, tells, softens, denies, promises
  case repairs, stops, effects, next
}

enum LineKey: Int, FieldKey { case by, text, mood, when, oneOf }
enum WayKey: Int, FieldKey { case when, go }
enum DeedKey: Int, FieldKey { case element, id, about, words, to }
enum EndingKey: Int, FieldKey { case title, text, kind }
enum PersonKey: Int, FieldKey { case name, role, kind, about }
enum StateKey: Int, FieldKey { case start, from, to, values, of, shown }
enum CaseKey: Int, FieldKey { case format, id, title, summary, scenarios, carry }
enum NoteKey: Int, FieldKey { case name, source, checked, by, date, code, because }

/// The values of an object's known keys, found in one pass over its members.
///
/// A value under a misspelt key is taken as if the key were right: the key has been reported, and
/// nothing else shall be reported because of it.
struct FieldTable<Key: FieldKey> {
  private let names: [String]
  private let hashes: [UInt64]
  private var values: [JSONNode.ID?]
  private var keys: [JSONNode.ID?]
  /// How many misspelt keys may still be looked for; each look takes long.
  private var patience = 200

  init() {
    names = Key.allCases.map { String(describing: $0) }
    hashes = names.map { foldedHash(of: $0) }
    values = Array(repeating: nil, count: names.count)
    keys = values
  }

  /// The value of a key.
  subscript(key: Key) -> JSONNode.ID? { values[key.rawValue] }

  /// The key itself, where it is written.
  func keyNode(_ key: Key) -> JSONNode.ID? { keys[key.rawValue] }

  /// Reads the members of another object.
  mutating func read(_ object: JSONNode.ID?, in source: borrowing Source) {
    for place in values.indices {
      values[place] = nil
      keys[place] = nil
    }
    guard let object else { return }
    var strangers: [JSONNode.Member] = []
    for member in source.document.members(of: object) {
      let hash = source.keyHash(of: member.key)
      if let place = hashes.firstIndex(of: hash) {
        values[place] = member.value
        keys[place] = member.key
      } else if patience > 0, !source.document.text(of: member.key, equals: "note") {
        patience -= 1
        strangers.append(member)
      }
    }
    for stranger in strangers { adopt(stranger, in: source) }
  }

  private mutating func adopt(_ stranger: JSONNode.Member, in source: borrowing Source) {
    let absent = names.indices.filter { values[$0] == nil }
    let word = source.string(of: stranger.key)
    guard let name = nearestMatch(to: word, among: absent.map { names[$0] }),
      let place = names.firstIndex(of: name)
    else { return }
    values[place] = stranger.value
    keys[place] = stranger.key
  }
}
