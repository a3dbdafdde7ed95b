/// Returns the candidate most like `word`, or nil when none is near enough to be worth proposing.
///
/// Ties go to the candidate that comes first.
public func nearestMatch(to word: String, among candidates: some Sequence<String>) -> String? {
  nil
}
