import JSONSyntax
import Platform
import Records
import ScenarioCompiler
import Scoring
import SourceText
import Terminal
import TerminalFront

extension Program {
  // MARK: list

  func list(_ arguments: Arguments) -> ExitStatus {
    let shelf: Shelf
    do throws(Catalog.Failure) {
      shelf = try Shelf(Catalog(host: host))
    } catch {
      return explain(error)
    }
    if arguments.has("--json") {
      printJSON(.array(shelf.entries.map(\.json)))
      return .done
    }
    for entry in shelf.entries {
      var people: [String] = []
      for name in entry.people where !people.contains(name) { people.append(name) }
      console.show([
        .item("\(entry.id): \(entry.title), with \(people.joined(separator: " and "))."),
        .text(entry.summary),
      ])
    }
    sayBroken(shelf)
    return .done
  }

  // MARK: where

  func whereCommand(_ arguments: Arguments) -> ExitStatus {
    let library = Library(host: host)
    let store = AttemptStore(host: host)
    if arguments.has("--json") {
      printJSON(
        .object([
          JSONValue.Member(
            "scenarios",
            .array(library.shelves.map { .string($0.explanation) })
          ),
          JSONValue.Member("attempts", store.folder.map { .string($0) } ?? .null),
        ])
      )
      return .done
    }
    console.say("Scenarios, cases and rubrics are taken from the first of these that has them:")
    for (place, shelf) in library.shelves.enumerated() {
      console.show([.option(key: "\(place + 1)", words: shelf.explanation, isOpen: true)])
    }
    console.say(
      "Looked at in this order, where there is such a folder: the one that REHEARSE_SCENARIOS "
        + "names, Scenarios in the folder you are in, your data folder, the program itself."
    )
    console.say(
      store.folder.map { "Your attempts are kept in \($0)" }
        ?? "Your attempts are not kept: HOME is not set."
    )
    if let places = try? RecordsPlaces(host: host) {
      console.say("The counts of classes you led are kept in \(places.classes)")
    }
    return .done
  }
}

extension Shelf.Entry {
  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member("id", .string(id)),
      JSONValue.Member("kind", .string(talks.isEmpty ? "scenario" : "case")),
      JSONValue.Member("title", .string(title)),
      JSONValue.Member("summary", .string(summary)),
      JSONValue.Member("people", .array(people.map { .string($0) })),
      JSONValue.Member("talks", .array(talks.map { .string($0) })),
      JSONValue.Member("path", .string(path)),
      JSONValue.Member("draft", draft.map { .string($0) } ?? .null),
    ])
  }
}
