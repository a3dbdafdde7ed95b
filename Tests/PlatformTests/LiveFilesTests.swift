import Foundation
import Testing

@testable import Platform

@Suite struct LiveFilesTests {
  let folder: TemporaryFolder
  let files = Host.live.files

  init() throws { folder = try TemporaryFolder() }

  @Test func readsAFileOfUpToTheLimit() throws {
    try folder.write("a", Array("hello".utf8))
    #expect(try files.read(folder.path("a"), 5) == Array("hello".utf8))
    #expect(throws: HostError.tooLarge(path: folder.path("a"), limit: 4)) {
      try files.read(folder.path("a"), 4)
    }
  }

  @Test func refusesAnythingThatIsNoFileWithoutWaiting() throws {
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(
      throws: HostError.wrongKind(path: folder.path("pipe"), found: .pipe, expected: .regular)
    ) { try files.read(folder.path("pipe"), 10) }
    #expect(throws: HostError.wrongKind(path: "/dev/zero", found: .device, expected: .regular)) {
      try files.read("/dev/zero", 10)
    }
    #expect(throws: HostError.wrongKind(path: folder.path, found: .directory, expected: .regular)) {
      try files.read(folder.path, 10)
    }
    #expect(throws: HostError.notFound(path: folder.path("none"))) {
      try files.read(folder.path("none"), 10)
    }
    #expect(throws: HostError.notFound(path: "a\0b")) { try files.read("a\0b", 10) }
  }

  @Test func listsNamesByTheirBytes() throws {
    for name in ["b", "a", "É", "Z", ".hidden"] { try folder.write(name, []) }
    #expect(try files.list(folder.path) == [".hidden", "Z", "a", "b", "É"])
    #expect(throws: HostError.notFound(path: folder.path("none"))) {
      try files.list(folder.path("none"))
    }
  }

  @Test func saysWhatAPathLeadsTo() throws {
    try folder.write("a", [])
    #expect(symlink("a", folder.path("link")) == 0)
    #expect(files.kind(folder.path("link")) == .regular)
    #expect(files.kind(folder.path) == .directory)
    #expect(files.kind(folder.path("none")) == nil)
    #expect(try files.realPath(folder.path("link")) == folder.path("a"))
  }

  @Test func makesFoldersNobodyElseCanOpen() throws {
    TemporaryFolder.takeTheMaskOff()
    try files.makePrivateDirectory(folder.path("one/two/three"))
    for name in ["one", "one/two", "one/two/three"] { #expect(try folder.mode(name) == 0o700) }
    try files.makePrivateDirectory(folder.path("one/two/three"))
  }

  @Test func closesAnOwnFolderThatStoodOpen() throws {
    #expect(mkdir(folder.path("open"), 0o777) == 0)
    #expect(chmod(folder.path("open"), 0o777) == 0)
    try files.makePrivateDirectory(folder.path("open"))
    #expect(try folder.mode("open") == 0o700)
  }

  @Test func refusesALinkOrAFileWhereAFolderBelongs() throws {
    #expect(symlink("/", folder.path("link")) == 0)
    #expect(
      throws: HostError.wrongKind(path: folder.path("link"), found: .link, expected: .directory)
    ) { try files.makePrivateDirectory(folder.path("link")) }
    try folder.write("file", [])
    #expect(throws: HostError.self) { try files.makePrivateDirectory(folder.path("file")) }
    #expect(throws: HostError.self) { try files.makePrivateDirectory(folder.path("file/below")) }
  }

  @Test func replacesAFileWholeAndPrivately() throws {
    TemporaryFolder.takeTheMaskOff()
    try folder.write("a", [1])
    #expect(symlink("a", folder.path("link")) == 0)
    try files.replace(folder.path("link"), [2, 3])
    #expect(try files.read(folder.path("a"), 10) == [1])
    #expect(try files.read(folder.path("link"), 10) == [2, 3])
    #expect(try folder.mode("link") == 0o600)
    #expect(try files.list(folder.path) == ["a", "link"])
  }

  @Test func removesALinkAndNotWhatItLeadsTo() throws {
    try folder.write("a", [1])
    #expect(symlink("a", folder.path("link")) == 0)
    try files.remove(folder.path("link"))
    #expect(try files.list(folder.path) == ["a"])
    #expect(throws: HostError.notFound(path: folder.path("link"))) {
      try files.remove(folder.path("link"))
    }
  }
}
