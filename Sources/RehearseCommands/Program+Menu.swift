import Platform
import Records
import ScenarioEngine
import Terminal
import TerminalFront

extension Program {
  /// The first screen: what this is, what it keeps, and what there is to practise.
  func menu() -> ExitStatus {
    console.show([
      .title("rehearse"),
      .text(
        "Practise the hard talks of child welfare before the real one: tell a parent about both "
          + "plans, tell a resource parent the child may leave, hear a young person say no."
      ),
      .text(
        "You choose what to say, the other person answers, and afterwards you see what they heard."
      ),
      .text(Rehearsal.privacy),
      .gap,
    ])
    let catalog = Catalog(host: host)
    let shelf: Shelf
    do throws(Catalog.Failure) {
      shelf = try Shelf(catalog)
    } catch {
      return explain(error)
    }
    let store = AttemptStore(host: host)
    let played = (try? store.list().attempts) ?? []
    let interrupted = try? store.newestInterrupted()
    var keys: [Choice] = []
    if let interrupted {
      keys.append(.resume(interrupted.attempt))
      let moves = interrupted.moves == 1 ? "1 turn" : "\(interrupted.moves) turns"
      console.show([
        .option(
          key: "\(keys.count)",
          words: "Go on with \(interrupted.beginning.title), where you left after \(moves).",
          isOpen: true
        )
      ])
    }
    for entry in shelf.entries where !entry.isTalk {
      keys.append(.play(entry.id))
      let times = played.count { $0.isFinished && $0.beginning.scenario == entry.id }
      let before = times == 0 ? "" : " Played \(times) time\(times == 1 ? "" : "s")."
      console.show([
        .option(
          key: "\(keys.count)",
          words: "\(entry.title). \(entry.summary)\(before)",
          isOpen: true
        )
      ])
    }
    sayBroken(shelf)
    guard !keys.isEmpty else {
      console.say("There is nothing to practise. rehearse where shows the folders looked at.")
      return .noSuchFile
    }
    return choose(keys)
  }

  private enum Choice {
    case resume(String)
    case play(String)
  }

  private func choose(_ keys: [Choice]) -> ExitStatus {
    let prompt = Prompt(
      .choice,
      full: "Type a number, then Enter. Just Enter takes 1. Type q to leave, ? for help.",
      short: "A number, or Enter for 1:"
    )
    while true {
      let line: String
      switch console.ask(prompt) {
      case .line(let typed): line = typed.text
      case .woken: continue
      case .endOfInput, .failed: return .done
      case .interrupted(let signal): return .signal(signal.number)
      }
      if let command = Command(line: line) {
        switch command {
        case .quit, .save: return .done
        default: _ = help(nil)
        }
        continue
      }
      let words = line.split(separator: " ").joined(separator: " ")
      let number = words.isEmpty ? 1 : Int(words)
      guard let number, keys.indices.contains(number - 1) else {
        let range = keys.count == 1 ? "1" : "a number from 1 to \(keys.count)"
        console.say("Please type \(range), or q to leave.")
        continue
      }
      switch keys[number - 1] {
      case .resume(let attempt): return resume(attempt)
      case .play(let id): return play(id, mode: settings.mode.value, seed: host.seed() >> 32)
      }
    }
  }

  func sayBroken(_ shelf: Shelf) {
    for path in shelf.broken {
      console.say("\(path) has errors and is left out. To see them: rehearse check \(path)")
    }
  }
}

/// What there is to practise, cases after scenarios; files with errors are named and left out.
struct Shelf {
  /// One thing to practise.
  struct Entry {
    let id: String
    let title: String
    let summary: String
    let path: String
    /// The talks of a case; empty for a scenario.
    let talks: [String]
    /// Whom one talks with.
    let people: [String]
    let draft: String?
    /// Whether it belongs to a case, which brings it in its order.
    var isTalk = false
  }

  private(set) var entries: [Entry] = []
  private(set) var broken: [String] = []

  init(_ catalog: Catalog) throws(Catalog.Failure) {
    // A rubric with errors breaks every scenario, so it is not left out but said.
    let rubrics = try catalog.rubrics()
    var talksOfCases: Set<String> = []
    var cases: [Entry] = []
    for item in catalog.library.items(.cases) {
      guard let file = try? catalog.library.read(item),
        let found = try? catalog.wholeCase(file, by: rubrics)
      else {
        broken.append(item.path)
        continue
      }
      talksOfCases.formUnion(found.file.scenarios)
      cases.append(
        Entry(
          id: item.name,
          title: "\(found.file.title) (a case of \(found.talks.count) talks)",
          summary: found.file.summary,
          path: item.path,
          talks: found.file.scenarios,
          people: found.talks.map { $0.scenario.person($0.scenario.notes.listener).name },
          draft: found.talks.lazy.compactMap { $0.scenario.notes.draftLine }.first
        )
      )
    }
    var scenarios: [Entry] = []
    for item in catalog.library.items(.scenarios) {
      guard let playable = try? catalog.scenario(item, by: rubrics) else {
        broken.append(item.path)
        continue
      }
      let notes = playable.scenario.notes
      scenarios.append(
        Entry(
          id: item.name,
          title: notes.title,
          summary: notes.summary,
          path: item.path,
          talks: [],
          people: [playable.scenario.person(notes.listener).name],
          draft: notes.draftLine
        )
      )
    }
    let talks = cases.flatMap(\.talks).compactMap { id in
      scenarios.first { $0.id == id }.map { talk in
        var talk = talk
        talk.isTalk = true
        return talk
      }
    }
    entries = scenarios.filter { !talksOfCases.contains($0.id) } + cases + talks
  }
}
