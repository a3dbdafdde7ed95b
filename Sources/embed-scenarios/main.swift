// Writes a Swift file that holds the named files as string literals.
// Usage: embed-scenarios OUTPUT ROOT FILE...
import Foundation

let arguments = CommandLine.arguments
let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
var rows: [String] = []
for path in arguments.dropFirst(3) {
  let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  // Enough number signs that nothing in the text can end the literal or begin an interpolation.
  var longest = 0
  var run = 0
  for character in text.utf8 {
    run = character == UInt8(ascii: "#") ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "#", count: longest + 1)
  let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  rows.append("    (\"\(name)\", \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)),")
}
let source = """
  /// The scenarios, cases and rubrics that the program carries; made by the embedding plugin.
  enum ShippedFiles {
    /// The files, by their path under `Scenarios/`.
    static let all: [(path: StaticString, text: StaticString)] = [
  \(rows.joined(separator: "\n"))
    ]
  }

  """
try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
