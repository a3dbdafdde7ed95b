import ScenarioEngine
public import Scoring

/// Typed words on their way into the conversation.
struct TypedDraft: Hashable, Sendable {
  let words: String
  let judgement: Judgement
  /// Whether the trainee said that what was heard is not what they meant.
  var isContested = false
}

extension Rehearsal {
  // MARK: Hearing

  /// Takes words that were typed instead of a choice.
  mutating func hear(_ words: String) -> Step {
    guard keepsWords != nil else {
      phase = .consenting(words)
      var step = Step()
      step.blocks = [
        .text(Self.privacy),
        .question("May your own words be kept with this attempt, so that you can read them later?"),
      ]
      return step
    }
    let listener = self.listener ?? makeListener()
    self.listener = listener
    let judgement = listener.judge(words, ListeningContext(conversation))
    var step = Step()
    guard judgement.dimensions.contains(where: { $0.state != .unreadable }) else {
      step.blocks = [
        .text("I could not make sense of that, so I can't judge it. I read English only."),
        .text("Say it again in other words, or \(lowered(prompt.full))"),
      ]
      return step
    }
    let draft = TypedDraft(words: words, judgement: judgement)
    let grave = graveFindings(in: judgement)
    if grave.isEmpty { return propose(draft) }
    phase = .confirming(draft)
    step.blocks = grave.map { finding in
      let title = rubric.finding(finding.code)?.title ?? finding.code
      return .text("I heard: \"\(finding.quote)\" (\(title.lowercased())).")
    }
    step.blocks.append(.question("Is that what you meant?"))
    return step
  }

  mutating func consent(_ words: String, _ answer: String) -> Step {
    var step = Step()
    switch answer.lowercased() {
    case "yes", "y":
      keepsWords = true
    case "no", "n", "":
      keepsWords = false
    default:
      step.blocks = [.text("Please type yes or no.")]
      return step
    }
    phase = .replying
    step = hear(words)
    step.happenings.insert(.consented(keepsWords == true), at: 0)
    return step
  }

  /// The stops and the level 1 in a critical dimension that must be asked back before they count.
  private func graveFindings(in judgement: Judgement) -> [Judgement.Finding] {
    judgement.findings.filter { finding in
      guard finding.counts, !finding.isHeld, let known = rubric.finding(finding.code) else {
        return false
      }
      if known.kind == .stop { return true }
      let dimension = rubric.dimensions.first { $0.id == known.dimension }
      return known.kind == .trigger && known.level == 1 && dimension?.isCritical == true
        && judgement.level(of: dimension?.id ?? "") == 1
    }
  }

  /// Asked back: yes keeps it, no lists it as contested, anything else is another try at saying it.
  mutating func confirm(_ draft: TypedDraft, _ answer: String) -> Step {
    switch answer.lowercased() {
    case "yes", "y":
      return propose(draft)
    case "no", "n":
      var contested = draft
      contested.isContested = true
      return propose(contested)
    case "":
      var step = Step()
      step.blocks = [.text("Please type yes or no, or say it again in other words.")]
      return step
    default:
      phase = .replying
      return hear(answer)
    }
  }

  // MARK: The way on

  private mutating func propose(_ draft: TypedDraft) -> Step {
    var step = Step()
    let nearest = NearestReply(to: draft.words, draft.judgement, in: conversation)
    phase = .choosingWay(draft, nearest: nearest?.isNear == true ? nearest?.reply : nil)
    if let nearest, nearest.isNear {
      let say = scenario.text(scenario.reply(nearest.reply).say, in: conversation.state)
      step.blocks = [.text("Closest line here: \"\(say)\"")]
      if asksForWords { step.blocks.append(.text("The other lines:")) }
    } else {
      step.blocks = [.text("No line here is near to that. Which comes nearest?")]
    }
    if asksForWords || nearest?.isNear != true { step.blocks += optionBlocks }
    return step
  }

  /// Takes the way on; the words stay judged as they were.
  mutating func chooseWay(_ draft: TypedDraft, nearest: ReplyIndex?, _ answer: String) -> Step {
    var step = Step()
    let reply: ReplyIndex
    if answer.isEmpty, let nearest {
      reply = nearest
    } else if let place = offerPlace(answer), conversation.offers[place].isOpen {
      reply = conversation.offers[place].reply
    } else if answer.isEmpty || Wording.isNumber(answer) {
      step.blocks = [.text("Please type \(Wording.oneOf(openKeys)).")]
      return step
    } else {
      // Other words: what was typed before was not sent yet.
      phase = .replying
      return hear(answer)
    }
    phase = .replying
    let turn = TypedTurn(
      draft.words,
      judgement: draft.judgement,
      rubric: rubric,
      along: reply,
      in: conversation,
      answersEarlier: draft.judgement.answersEarlier(in: conversation),
      contested: draft.isContested
    )
    let heard = mode == .learn ? Wording.findings(of: draft.judgement, rubric: rubric) : []
    return take(reply, said: draft.words, learned: heard) { $0.type(turn, along: reply) }
  }

  private func lowered(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}

extension Rehearsal {
  /// What was heard in typed words, for a reader.
  public static func findings(of judgement: Judgement, rubric: Rubric) -> [Block] {
    Wording.findings(of: judgement, rubric: rubric)
  }
}

extension Wording {
  /// What was heard in typed words, each with its quotation, why it matters and one move.
  static func findings(of judgement: Judgement, rubric: Rubric) -> [Block] {
    var blocks: [Block] = []
    for dimension in rubric.dimensions {
      guard let heard = judgement.dimensions.first(where: { $0.id == dimension.id }) else {
        continue
      }
      switch heard.state {
      case .rated:
        let word = heard.level.map { dimension.name(ofLevel: $0) } ?? "not shown"
        let unsure = heard.isUncertain ? ", though I am not sure" : ""
        blocks.append(.text("\(dimension.title): \(word)\(unsure)."))
      case .noEvidence:
        blocks.append(
          .text(
            "\(dimension.title): I could not find an answer to what was asked. Did you give one?"
          )
        )
      case .notAsked, .unreadable: continue
      }
      blocks += lines(
        judgement.findings.filter {
          $0.counts && rubric.finding($0.code)?.dimension == dimension.id
        },
        rubric: rubric
      )
    }
    blocks += lines(
      judgement.findings.filter { $0.counts && rubric.finding($0.code)?.dimension == nil },
      rubric: rubric
    )
    return blocks
  }

  /// The findings of one dimension: what pulls it down, or, where nothing does, at most two points.
  ///
  /// More than two points a turn help nobody, and a point beside a fault reads as if it made up for it.
  private static func lines(_ findings: [Judgement.Finding], rubric: Rubric) -> [Block] {
    let faults = findings.filter { rubric.finding($0.code)?.kind != .point }
    let shown = faults.isEmpty ? findings : faults
    var codes: [String] = []
    for finding in shown where !codes.contains(finding.code) { codes.append(finding.code) }
    return codes.prefix(faults.isEmpty ? 2 : 4).map { code in
      line(shown.filter { $0.code == code }, rubric: rubric)
    }
  }

  /// One finding with every quotation that shows it.
  private static func line(_ findings: [Judgement.Finding], rubric: Rubric) -> Block {
    guard let finding = findings.first else { return .gap }
    let title = rubric.finding(finding.code)?.title ?? finding.code
    let guess = findings.allSatisfy(\.isGuess) ? " (a statistical guess)" : ""
    let held = finding.isHeld ? " It waits for your next line." : ""
    let quotes = findings.map(\.quote).filter { !$0.isEmpty }.map { "\"\($0)\"" }
    let quoted = quotes.isEmpty ? "." : ": \(quotes.joined(separator: ", "))."
    let move = finding.move.isEmpty ? "" : " Try: \(finding.move)"
    return .item("\(title)\(guess)\(quoted) \(finding.because)\(held)\(move)")
  }
}
