import Foundation
import SourceText
import Testing

@testable import Authoring

/// Every page is a promise: its first example has the finding, where it says, and the second has none.
@Suite struct FindingPageTests {
  static let names = FindingPage.all.map(\.name)

  @Test(arguments: names)
  func theFailingExampleFailsThereAndOnlyThere(name: String) throws {
    let page = try #require(FindingPage.about(name))
    let file = page.failingExample.file
    let found = page.failingExample.findings
    let text = DiagnosticRenderer(files: [file]).text(for: found)
    let others = Set(page.alongside)
    #expect(found.map(\.code.name).filter { !others.contains($0) } == [name], "\(text)")
    let place = try #require(page.failingExample.place, "\(name) marks no place")
    let at = try #require(found.first { $0.code.name == name }).range.offsets.lowerBound
    #expect(at == place, "\(text)\nwanted \(file.location(of: place))")
  }

  @Test(arguments: names)
  func theMendedExampleHasNoFinding(name: String) throws {
    let page = try #require(FindingPage.about(name))
    let file = page.mendedExample.file
    let found = page.mendedExample.findings
    #expect(found.isEmpty, "\(DiagnosticRenderer(files: [file]).text(for: found))")
  }

  @Test func everyCodeHasOnePageAndOneName() {
    let codes = FindingGroup.all.flatMap(\.codes)
    #expect(Self.names == codes.map(\.name))
    #expect(Set(Self.names).count == Self.names.count)
    for code in codes {
      #expect(code.name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }, "\(code.name)")
      #expect(code.summary.hasSuffix("."), "\(code.name)")
    }
  }

  @Test func noCodeIsWrittenInTheSourcesThatTheCatalogueHasNot() throws {
    let sources = Shipped.root.appending(path: "Sources")
    var written: Set<String> = []
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    for case let path as String in files where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      let printed = text.components(separatedBy: "error[").dropFirst()
      #expect(!printed.contains { $0.first?.isLetter ?? false }, "\(path) prints a code itself")
      guard text.contains("extension DiagnosticCode") || text.contains("DiagnosticCode(") else {
        continue
      }
      let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
      for (before, word) in zip(parts, parts.dropFirst()) {
        let call = before.reversed().drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
        let maker = String(call.reversed())
        guard ["Self(", "DiagnosticCode(", "error(", "warning("].contains(maker) else { continue }
        written.insert(String(word))
      }
    }
    #expect(written == Set(Self.names))
  }
}
