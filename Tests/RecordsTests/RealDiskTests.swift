import Foundation
import Platform
import Testing

@testable import Records

@Suite struct RealDiskTests {
  let machine: RealMachine

  init() throws { machine = try RealMachine() }

  private func played(moves: Int) -> String {
    let journal = machine.store.begin(Samples.beginning)
    for number in 0..<moves { _ = journal.append(Samples.move(number)) }
    journal.close()
    return journal.attempt
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int ?? 0o777) & 0o777
  }

  @Test func nothingIsOpenToOthersWhateverTheMaskSays() throws {
    // The mask belongs to the whole process and tests run side by side, so it stays off.
    umask(0)
    let attempt = played(moves: 1)
    let path = try machine.store.path(of: attempt)
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("cut short".utf8))
    try file.close()
    let resumption = try machine.store.resume(attempt)
    #expect(resumption.log.notices == [.unfinishedLine(bytes: 9, keptIn: path + ".torn")])
    #expect(resumption.journal.append(Samples.move(2)) == .saved)
    #expect(try mode(path) == 0o600)
    #expect(try mode(path + ".torn") == 0o600)
    #expect(try mode(machine.folder) == 0o700)
    #expect(try mode(machine.base + "/rehearse") == 0o700)
    #expect(try String(contentsOfFile: path + ".torn", encoding: .utf8) == "cut short\n")
  }

  @Test func aPlantedLinkIsNeitherFollowedNorKept() throws {
    let attempt = played(moves: 1)
    let victim = machine.base + "/victim"
    try Data("private".utf8).write(to: URL(filePath: victim))
    let planted = machine.folder + "/20990101-000000-aaaaaa.journal"
    #expect(symlink(victim, planted) == 0)
    #expect(throws: JournalError.self) { try machine.store.resume("20990101-000000-aaaaaa") }
    // A link where a torn line would be put aside stops that, too.
    let path = try machine.store.path(of: attempt)
    #expect(symlink(victim, path + ".torn") == 0)
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("cut short".utf8))
    try file.close()
    let resumption = try machine.store.resume(attempt)
    #expect(resumption.journal.problem?.explanation.contains("links are not followed") == true)
    #expect(resumption.log.moves.count == 1)
    resumption.journal.close()
    #expect(try machine.store.forgetAll().forgotten == 2)
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "private")
    #expect(try FileManager.default.contentsOfDirectory(atPath: machine.folder).isEmpty)
  }

  @Test func theLockIsTheSystemsOwn() throws {
    let journal = machine.store.begin(Samples.beginning)
    _ = journal.append(Samples.move(1))
    let other = RealMachine.store(under: machine.base)
    #expect(try other.resume(journal.attempt).journal.problem == .inUse(attempt: journal.attempt))
    let path = try other.path(of: journal.attempt)
    #expect(
      throws: JournalError.notForgotten(attempt: journal.attempt, .inUse(path: path))
    ) { try other.forget(journal.attempt) }
    journal.close()
    #expect(try other.resume(journal.attempt).journal.problem == nil)
  }

  @Test func aThousandAttemptsAreListedQuickly() throws {
    let attempt = played(moves: 20)
    let bytes = try Data(contentsOf: URL(filePath: machine.store.path(of: attempt)))
    for number in 1_000..<2_000 {
      try bytes.write(to: URL(filePath: machine.folder + "/20260101-00\(number)-a.journal"))
    }
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try machine.store.list().attempts.count }
    #expect(count == 1_001)
    // Loose, for a busy machine and a debug build; what matters is that it does not grow wild.
    #expect(time < .seconds(10), "\(time)")
  }
}
