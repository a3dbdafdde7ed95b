import Platform
import RehearseCommands
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

Host.secureProcess()
let signals = try? SignalPipe.install()
let input = InputSource(descriptor: 0, signals: signals)
let status = Program.run(host: .live, input: input, terminal: .live)
if let ended = Signal.allCases.first(where: { $0.isEnd && $0.exitStatus == status }) {
  // Everything is saved; dying by the signal itself is what shells and scripts look for.
  ended.endProcess()
}
exit(status)
