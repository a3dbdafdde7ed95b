import Prose

/// Tells how a match was meant from the words before it and the marks around it.
struct StatusReading {
  private let utterance: Utterance
  private let rubric: Rubric
  private let frames: [(match: CueMatch, frame: Rubric.Frame)]
  /// Where something said before is taken back.
  let retractions: [CueMatch]

  init(utterance: Utterance, rubric: Rubric, frames: [CueMatch]) {
    self.utterance = utterance
    self.rubric = rubric
    let first = rubric.groups.frames.lowerBound
    let all = frames.map { (match: $0, frame: rubric.frames[Int($0.group - first)]) }
    let pseudo = all.filter { $0.frame.status == nil }
    self.frames = all.filter { candidate in
      candidate.frame.status != nil
        && !pseudo.contains { $0.match.tokens.overlaps(candidate.match.tokens) }
    }
    retractions = self.frames.filter { $0.frame.status == .retracted }.map(\.match)
  }

  func status(of match: CueMatch) -> SpeechStatus {
    let first = utterance.tokens[match.tokens.lowerBound]
    if first.isQuoted { return .reported }
    if isTakenBack(match) { return .retracted }
    var found: Set<SpeechStatus> = []
    for (frame, rule) in frames where reaches(frame, match, within: rule.reach) {
      if let status = rule.status { found.insert(status) }
    }
    for status in [SpeechStatus.negated, .unknown, .reported, .wished, .supposed]
    where found.contains(status) {
      return status
    }
    if isAsked(match) { return .asked }
    return found.contains(.hedged) ? .hedged : .asserted
  }

  /// Whether a sentence says that something is not promised, not known or not so: whatever is named
  /// behind that is then not said.
  static func disclaims(_ sentence: Sentence, in utterance: Utterance) -> Bool {
    var since = Int.max
    for index in sentence.tokens {
      let key = utterance.tokens[index].key
      if since <= 3, assurances.contains(key) { return true }
      if since <= 3, key == know, index + 1 < sentence.tokens.upperBound,
        ifWords.contains(utterance.tokens[index + 1].key)
      {
        return true
      }
      let isFarFrom =
        key == from && index > sentence.tokens.lowerBound && utterance.tokens[index - 1].key == far
      since = negators.contains(key) || isFarFrom ? 0 : since == .max ? .max : since + 1
    }
    return false
  }

  private static let know = WordKey("know")
  private static let far = WordKey("far")
  private static let from = WordKey("from")
  private static let ifWords = Set(["if", "whether", "that"].map { WordKey($0) })
  private static let negators = Set(
    ["not", "never", "nobody", "no", "cannot", "hardly", "neither", "nor"].map { WordKey($0) }
  )
  private static let assurances = WordKey.set(
    """
    promise promised promises promising guarantee guaranteed guaranteeing swear certain saying true sure clear
    """
  )

  /// Whether a frame stands before the match in one clause, near enough.
  private func reaches(_ frame: CueMatch, _ match: CueMatch, within reach: Int) -> Bool {
    let gap = match.tokens.lowerBound - frame.tokens.upperBound
    guard gap >= 0, gap <= reach, frame.tokens.lowerBound < match.tokens.lowerBound else {
      return false
    }
    for index in frame.tokens.upperBound...match.tokens.lowerBound {
      if utterance.tokens[index].boundary != .none { return false }
      if index < match.tokens.lowerBound, Self.hardJoiners.contains(utterance.tokens[index].key) {
        return false
      }
    }
    return true
  }

  private static let hardJoiners = Set(
    ["but", "because", "unless", "although", "so", "then", "except"].map { WordKey($0) }
  )

  private func isTakenBack(_ match: CueMatch) -> Bool {
    let sentence = utterance.tokens[match.tokens.lowerBound].sentence
    return retractions.contains { retraction in
      let other = utterance.tokens[retraction.tokens.lowerBound].sentence
      return retraction.tokens.lowerBound >= match.tokens.upperBound && other - sentence <= 2
    }
  }

  /// Whether the sentence asks; ", okay?" at its end does not make it a question.
  private func isAsked(_ match: CueMatch) -> Bool {
    let sentence = utterance.sentences[utterance.tokens[match.tokens.lowerBound].sentence]
    let tokens = sentence.tokens
    let from =
      tokens.prefix(while: { $0 <= match.tokens.lowerBound })
      .last { $0 == tokens.lowerBound || utterance.tokens[$0].boundary != .none }
      ?? tokens.lowerBound
    if inverts(at: from) || inverts(at: tokens.lowerBound) { return true }
    guard sentence.isQuestion else { return false }
    let tail = tokens.suffix(4).first {
      $0 >= match.tokens.upperBound && utterance.tokens[$0].boundary == .comma
    }
    if tail != nil { return false }
    // Asked in a later clause of the same sentence: what came before was said.
    let later = tokens.contains {
      $0 >= match.tokens.upperBound && utterance.tokens[$0].boundary != .none
        && startsQuestion(at: $0)
    }
    return !later
  }

  private func startsQuestion(at index: Int) -> Bool {
    inverts(at: index) || Self.askingWords.contains(utterance.tokens[index].key)
  }

  private func inverts(at index: Int) -> Bool {
    guard index + 1 < utterance.tokens.count, utterance.tokens[index + 1].boundary == .none else {
      return false
    }
    return Self.askers.contains(utterance.tokens[index].key)
      && Self.subjects.contains(utterance.tokens[index + 1].key)
  }

  private static let askers = WordKey.set(
    """
    do does did is are was were have has had can could would should will
    """
  )
  private static let subjects = WordKey.set(
    """
    you he she they it we i someone somebody anyone anybody that this there
    """
  )
  private static let askingWords = Set(
    ["what", "who", "when", "where", "why", "how", "which"].map { WordKey($0) }
  )
}
