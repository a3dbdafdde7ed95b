// Prints what the README's table of speeds is made from. Usage:
//   swift run -c release rehearse-bench [NEUTRAL.json]
// Without a file it makes the story itself with `python3 Tests/Support/gen.py 10000`.
import Foundation

let bench = try Bench(story: CommandLine.arguments.dropFirst().first)
try bench.run()
