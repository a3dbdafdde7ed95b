import Foundation
import Testing

@testable import Platform

@Suite struct HostTests {
  @Test(
    arguments: [
      (0, [1970, 1, 1, 0, 0]), (951_782_400_000, [2000, 2, 29, 0, 0]),
      (1_795_298_459_999, [2026, 11, 21, 22, 0]), (-1, [1969, 12, 31, 23, 59]),
      (4_107_542_340_000, [2100, 2, 28, 23, 59]), (4_107_542_400_000, [2100, 3, 1, 0, 0]),
    ] as [(Int64, [Int])]
  )
  func readsTheUniversalCalendar(milliseconds: Int64, parts: [Int]) {
    let time = LocalTime.universal(milliseconds)
    #expect([time.year, time.month, time.day, time.hour, time.minute] == parts)
  }

  @Test func theRealClockAndCalendarAgree() {
    let host = Host.live
    let calendar = Calendar.current
    let now = host.now()
    let date = Date(timeIntervalSince1970: Double(now) / 1_000)
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    let time = host.localTime(now)
    #expect(time.year == parts.year)
    #expect(time.month == parts.month)
    #expect(time.day == parts.day)
    #expect(time.hour == parts.hour)
    #expect(time.minute == parts.minute)
    let earlier = host.monotonic()
    #expect(earlier <= host.monotonic())
    #expect(host.seed() != host.seed())
  }

  @Test func aHomeThatIsNoAbsolutePathIsNone() {
    let memory = MemoryHost(environment: ["HOME": "relative"])
    #expect(memory.host.home == nil)
    memory.setEnvironment("HOME", "/home/a")
    #expect(memory.host.home == "/home/a")
    memory.setEnvironment("HOME", nil)
    #expect(memory.host.home == nil)
  }

  @Test(arguments: [
    (
      HostError.failed(.write, path: "/a", errno: ENOSPC),
      "Could not write to /a: the disk is full."
    ),
    (
      .failed(.create, path: "/a", errno: EROFS),
      "Could not make /a: the disk can only be read, not written to."
    ),
    (.failed(.open, path: "/a", errno: EACCES), "Could not open /a: you are not allowed to."),
    (
      .tooLarge(path: "/a", limit: 64 << 20),
      "Could not use /a: it is larger than 64 MB, the most allowed."
    ),
    (
      .wrongKind(path: "/a", found: .pipe, expected: .regular),
      "Could not use /a: it is a pipe, not a file."
    ),
    (.inUse(path: "/a"), "Could not use /a: another rehearse is using it."),
  ])
  func explainsItselfInASentence(error: HostError, sentence: String) {
    #expect(error.explanation == sentence)
  }

  @Test func theProcessOutlivesALimitAndALostReader() async throws {
    await #expect(processExitsWith: .success) {
      Host.secureProcess()
      raise(SIGXFSZ)
      raise(SIGPIPE)
      exit(umask(0) == 0o077 ? 0 : 1)
    }
  }

  @Test func memoryKeepsOnlyWhatWasSynced() throws {
    let memory = MemoryHost()
    let files = memory.host.files
    try files.makePrivateDirectory("/d")
    let file = try files.openJournal("/d/j", .new)
    try file.append([1, 2])
    try file.sync()
    try file.append([3])
    #expect(memory.bytes("/d/j") == [1, 2, 3])
    memory.losePower()
    #expect(memory.bytes("/d/j") == [1, 2])
  }

  @Test func memoryFailsWhenTold() throws {
    let memory = MemoryHost()
    let files = memory.host.files
    try files.makePrivateDirectory("/d")
    memory.fail(.init(.write, errno: ENOSPC, suffix: "j", after: 1, times: 1))
    let file = try files.openJournal("/d/j", .new)
    try file.append([1, 2])
    #expect(throws: HostError.failed(.write, path: "/d/j", errno: ENOSPC)) {
      try file.append([3, 4])
    }
    #expect(memory.bytes("/d/j") == [1, 2, 3])
    try file.append([5])
    #expect(throws: HostError.inUse(path: "/d/j")) { try files.openJournal("/d/j", .existing) }
    #expect(try files.list("/d") == ["j"])
    #expect(memory.paths == ["/d/j"])
  }

  @Test func memoryPlaysTheStreams() throws {
    let memory = MemoryHost(input: "one\ntwo")
    let streams = memory.host.streams
    #expect(try streams.readInput(4) == Array("one\n".utf8))
    #expect(try streams.readInput(10) == Array("two".utf8))
    #expect(try streams.readInput(10).isEmpty)
    try streams.write(.output, Array("hello".utf8))
    #expect(memory.written(to: .output) == "hello")
    #expect(streams.facts(.output) == StreamFacts(isTerminal: false))
    let terminal = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    memory.set(.output, terminal)
    #expect(streams.facts(.output) == terminal)
    #expect(streams.facts(.input) == StreamFacts(isTerminal: false))
  }
}
