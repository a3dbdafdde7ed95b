import Platform
import Terminal
import TerminalFront

/// The timer of a class that is run by lines: it speaks at one minute, half a minute and the end, and
/// does nothing else.
final class Alarm {
  /// Where it speaks.
  weak var console: Console?
  private var due: [(at: Int64, words: String)] = []

  /// Sets it to a moment of the steady clock, or puts it away.
  func set(_ end: Int64?, _ now: Int64) {
    due = []
    guard let end else { return }
    due = [
      (end - 60_000, "One minute."), (end - 30_000, "Half a minute."), (end, "Time."),
    ]
    .filter { $0.0 > now }.map { (at: $0.0, words: $0.1) }
  }

  /// The same input, that wakes to speak while it waits for ever.
  func waking(_ source: InputSource, _ host: Host) -> InputSource {
    InputSource { limit in
      while limit == nil, let next = self.due.first {
        let wait = max(0, next.at - host.monotonic())
        let chunk = source.next(within: Int(wait))
        guard chunk == .timedOut else { return chunk }
        self.due.removeFirst()
        self.console?.say(next.words)
      }
      return source.next(within: limit)
    }
  }
}
