// Prints what the README's table of speeds is made from. Usage:
//   swift run -c release rehearse-bench [search] [NEUTRAL.json]
// Without a file it makes the story itself with `python3 Tests/Support/gen.py 10000`; `search` measures the
// author's tools alone.
import Foundation

let words = CommandLine.arguments.dropFirst()
let bench = try Bench(story: words.first { $0 != "search" })
if words.first == "search" { try bench.search() } else { try bench.run() }
