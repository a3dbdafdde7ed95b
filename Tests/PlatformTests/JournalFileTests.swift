import Foundation
import Testing

@testable import Platform

@Suite struct JournalFileTests {
  let folder: TemporaryFolder
  let files = Host.live.files

  init() throws { folder = try TemporaryFolder() }

  @Test func isPrivateWhateverTheMaskSays() throws {
    TemporaryFolder.takeTheMaskOff()
    let file = try files.openJournal(folder.path("j"), .new)
    defer { file.close() }
    #expect(try folder.mode("j") == 0o600)
  }

  @Test func growsOnlyAtItsEnd() throws {
    let file = try files.openJournal(folder.path("j"), .new)
    defer { file.close() }
    try file.append([1, 2])
    #expect(try file.read(10) == [1, 2])
    try file.append([3])
    try file.sync()
    #expect(try file.read(10) == [1, 2, 3])
    try file.truncate(1)
    try file.append([4])
    #expect(try files.read(folder.path("j"), 10) == [1, 4])
  }

  @Test func isHeldByOneAtATime() throws {
    let first = try files.openJournal(folder.path("j"), .new)
    #expect(first.isLocked)
    #expect(throws: HostError.inUse(path: folder.path("j"))) {
      try files.openJournal(folder.path("j"), .existing)
    }
    first.close()
    first.close()
    try files.openJournal(folder.path("j"), .existing).close()
    #expect(throws: HostError.failed(.open, path: folder.path("j"), errno: EBADF)) {
      try first.append([1])
    }
  }

  @Test func saysWhetherItWasThereBefore() throws {
    #expect(throws: HostError.notFound(path: folder.path("j"))) {
      try files.openJournal(folder.path("j"), .existing)
    }
    try files.openJournal(folder.path("j"), .either).close()
    try files.openJournal(folder.path("j"), .either).close()
    #expect(throws: HostError.alreadyThere(path: folder.path("j"))) {
      try files.openJournal(folder.path("j"), .new)
    }
  }

  @Test(arguments: [JournalFile.Opening.new, .existing, .either])
  func neverFollowsAPlantedLink(opening: JournalFile.Opening) throws {
    try folder.write("victim", [7])
    #expect(symlink("victim", folder.path("j")) == 0)
    #expect(throws: HostError.self) { try files.openJournal(folder.path("j"), opening) }
    #expect(try files.read(folder.path("victim"), 10) == [7])
  }

  @Test func refusesAPipe() throws {
    #expect(mkfifo(folder.path("j"), 0o600) == 0)
    #expect(throws: HostError.wrongKind(path: folder.path("j"), found: .pipe, expected: .regular)) {
      try files.openJournal(folder.path("j"), .existing)
    }
  }

  @Test func refusesAFileOfSomebodyElse() throws {
    try folder.write("j", [])
    // Only root can give a file away, and only then is there something to test.
    guard geteuid() == 0, chown(folder.path("j"), 65_534, 65_534) == 0 else { return }
    #expect(throws: HostError.notPrivate(path: folder.path("j"))) {
      try files.openJournal(folder.path("j"), .existing)
    }
  }

  @Test func writesOnThroughInterruptionsAndShortWrites() {
    var written: [UInt8] = []
    var turn = 0
    let failure = Descriptor.writeAll([1, 2, 3, 4, 5]) { start, count in
      turn += 1
      if turn % 2 == 0 {
        errno = EINTR
        return -1
      }
      let taken = min(2, count)
      written += UnsafeRawBufferPointer(start: start, count: taken)
      return taken
    }
    #expect(failure == nil)
    #expect(written == [1, 2, 3, 4, 5])
  }

  @Test func reportsAWriteThatTakesNothing() {
    #expect(Descriptor.writeAll([1]) { _, _ in 0 } == EIO)
    #expect(
      Descriptor.writeAll([1]) { _, _ in
        errno = ENOSPC
        return -1
      } == ENOSPC
    )
  }
}
