import Platform
import Testing

@testable import Records

@Suite struct RecordsPlacesTests {
  @Test(arguments: [
    (["HOME": "/home/a"], "/home/a/.local/share/rehearse", "/home/a/.config/rehearse"),
    (["HOME": "/home/a", "XDG_DATA_HOME": "/d"], "/d/rehearse", "/home/a/.config/rehearse"),
    (
      ["HOME": "/home/a", "XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": ""],
      "/home/a/.local/share/rehearse", "/home/a/.config/rehearse"
    ),
    (["XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"], "/d/rehearse", "/c/rehearse"),
  ])
  func followTheRules(environment: [String: String], data: String, settings: String) throws {
    let places = try RecordsPlaces(host: MemoryHost(environment: environment).host)
    #expect(places.data == data)
    #expect(places.settings == settings)
    #expect(places.attempts == data + "/attempts")
  }

  @Test func withoutAHomeNothingIsSavedAndThatIsSaid() {
    let memory = MemoryHost(environment: [:])
    let store = AttemptStore(host: memory.host)
    let journal = store.begin(Samples.beginning)
    #expect(journal.problem == .noHome)
    #expect(journal.append(Samples.move(1)) == .unsaved(.noHome, isNews: false))
    #expect(journal.waiting == 2)
    #expect(memory.paths.isEmpty)
    #expect(throws: JournalError.noHome) { try store.list() }
    #expect(JournalError.noHome.explanation.contains("HOME is not set"))
  }
}
