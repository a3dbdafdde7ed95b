import Platform
import Records
import ScenarioCompiler
import ScenarioEngine
import TerminalFront

/// What a class works through: one talk, or the talks of a case in their order.
struct RoomCourse {
  let talks: [Catalog.Playable]
  let file: Case?
  /// The command that leads to it again.
  let command: String

  /// Finds a scenario or a case by its name or file.
  init(_ word: String, facts: String?, host: Host) throws(Catalog.Failure) {
    var catalog = Catalog(host: host)
    if let facts { try catalog.replaceFacts(facts) }
    switch try catalog.find(word) {
    case .scenario(let playable):
      talks = [playable]
      file = nil
    case .wholeCase(let found):
      talks = found.talks
      file = found.file
    }
    command =
      "rehearse class \(word.forShell)" + (facts.map { " --facts \($0.forShell)" } ?? "")
  }

  /// Whether a class that is on record worked through this.
  func holds(_ beginning: ClassBeginning) -> Bool {
    guard let file else {
      return beginning.talk == nil && beginning.scenario == talks[0].scenario.notes.id
    }
    guard let talk = beginning.talk, talks.indices.contains(talk.index) else { return false }
    return talk.id == file.id && talks[talk.index].scenario.notes.id == beginning.scenario
  }

  /// A class at the beginning of one of the talks.
  func session(
    _ index: Int,
    _ setup: RoomSetup,
    seed: UInt64? = nil,
    carried: Carried = Carried()
  ) -> RoomSession {
    let talk = talks[index]
    return RoomSession(
      talk.scenario,
      rubric: talk.rubric,
      seed: seed ?? setup.seed,
      band: setup.band,
      carried: carried,
      talk: file.map { file in
        RoomTalk(
          title: file.title,
          number: index + 1,
          count: talks.count,
          next: index + 1 < talks.count ? talks[index + 1].scenario.notes.title : nil
        )
      },
      ear: RoomEar.listening(with: talk.listener)
    )
  }
}

/// How a class begins: anew, where it was left, or with the talk after the one that was closed.
struct RoomOpening {
  let index: Int
  let session: RoomSession
  let journal: ClassJournal
  let began: Int64
  /// What the facilitator should know at once.
  let news: [String]
}

extension RoomOpening {
  /// Within this time a class that was left is taken up by the same command; later it is another day's.
  private static let resumable: Int64 = 12 * 60 * 60 * 1000
  /// Within this time the next talk of a case follows; later it is another class's.
  private static let course: Int64 = 60 * 24 * 60 * 60 * 1000

  /// Opens by what is on record.
  init(
    _ course: RoomCourse,
    _ setup: RoomSetup,
    _ store: ClassStore,
    _ host: Host
  ) {
    let listing = try? store.list()
    let unreadable = (listing?.unreadable ?? []).map(Self.unreadable)
    let last = setup.isNew ? nil : listing?.classes.first { course.holds($0.beginning) }
    guard let last, host.now() - last.lastActivity < Self.course else {
      self.init(begin: 0, nil, course, setup, store, host, news: unreadable)
      return
    }
    let index = last.beginning.talk?.index ?? 0
    let carried = last.beginning.talk.map { Carried(json: $0.carried) } ?? Carried()
    let fresh = course.session(index, setup, seed: last.beginning.seed, carried: carried)
    let isSame = course.talks[index].scenario.notes.digest == last.beginning.digest
    if last.isClosed {
      guard index + 1 < course.talks.count else {
        self.init(begin: 0, nil, course, setup, store, host, news: unreadable)
        return
      }
      let before = Before(last.name, fresh.replaying(last.standing.compactMap(\.act)))
      let news = ["Talk \(index + 1) is behind you; this is the next. --new begins the case anew."]
      self.init(begin: index + 1, before, course, setup, store, host, news: unreadable + news)
      return
    }
    guard isSame, host.now() - last.lastActivity < Self.resumable else {
      // Another day: the same talk from its beginning, with what earlier talks left.
      let before = last.beginning.follows.map { Before($0, carried) }
      self.init(begin: index, before, course, setup, store, host, news: unreadable)
      return
    }
    do throws(JournalError) {
      let resumed = try store.resume(last)
      self.init(
        index: index,
        session: fresh.replaying(last.standing.compactMap(\.act)),
        journal: resumed.journal,
        began: last.began,
        news: unreadable + resumed.notices.map(\.explanation)
          + ["Taken up where it was. u takes back; --new begins anew."]
      )
    } catch {
      let news = unreadable + ["\(error.explanation) A new class begins."]
      let before = last.beginning.follows.map { Before($0, carried) }
      self.init(begin: index, before, course, setup, store, host, news: news)
    }
  }

  /// Opens the talk after one that the room has just closed.
  init(
    after opening: RoomOpening,
    _ session: RoomSession,
    _ course: RoomCourse,
    _ setup: RoomSetup,
    _ store: ClassStore,
    _ host: Host
  ) {
    // As many are here as a moment ago, and they have read the test card.
    let people = session.people.map { [RoomKey.people($0)] } ?? []
    self.init(
      begin: opening.index + 1,
      Before(opening.journal.name, session),
      course,
      setup,
      store,
      host,
      news: [],
      known: people + [.step(.frame)]
    )
  }

  /// What the talk before left.
  private struct Before {
    let name: String
    var session: RoomSession?
    var carried = Carried()

    init(_ name: String, _ session: RoomSession) {
      self.name = name
      self.session = session
    }

    init(_ name: String, _ carried: Carried) {
      self.name = name
      self.carried = carried
    }
  }

  private init(
    begin index: Int,
    _ before: Before?,
    _ course: RoomCourse,
    _ setup: RoomSetup,
    _ store: ClassStore,
    _ host: Host,
    news: [String],
    known: [RoomKey] = []
  ) {
    let carried =
      before?.session?.conversation.carriedOn(course.file?.carry ?? []) ?? before?.carried
      ?? Carried()
    let seed = before?.session?.seed ?? setup.seed
    var session = course.session(index, setup, seed: seed, carried: carried)
    let talk = course.talks[index]
    let notes = talk.scenario.notes
    let journal = store.begin(
      ClassBeginning(
        scenario: notes.id,
        title: notes.title,
        digest: notes.digest,
        path: talk.path,
        seed: seed,
        keepsWords: setup.keepsWords,
        talk: course.file.map {
          Beginning.CaseTalk(id: $0.id, index: index, carried: carried.json)
        },
        follows: before?.name
      )
    )
    for key in known {
      for record in session.take(key) { journal.append(record.record(in: "")) }
    }
    self.init(index: index, session: session, journal: journal, began: host.now(), news: news)
  }

  /// Says that the record of a class cannot be read.
  static func unreadable(_ path: String) -> String {
    "The record of a class cannot be read and is left alone: \(path)"
  }
}

extension String {
  /// The text as one word of a command that can be copied.
  var forShell: String {
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./~+,:=@".utf8.contains(byte)
      }
    }
    return isPlain && !isEmpty ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
