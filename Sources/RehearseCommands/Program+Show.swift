import Authoring
import Platform
import ScenarioEngine
import SourceText
import Terminal
import TerminalFront

extension Program {
  /// Shows how a room will see a scenario, by the layout of the room itself.
  func show(_ arguments: Arguments) -> ExitStatus {
    let size: TerminalSize
    do throws(Arguments.Misuse) {
      size = try Self.roomSize(arguments["--size"] ?? "55x16")
    } catch {
      console.complain("rehearse: \(error.message)\nSee: rehearse help show")
      return .usage
    }
    let seed = arguments.number("--seed") ?? 1
    return withScenario(arguments.operands[0], facts: arguments["--facts"]) { playable in
      let proofs = RoomProofs(playable, seed: seed, size: size, isPlain: settings.plain.value)
      guard arguments.operands.count > 1 else {
        proofs.all(on: console)
        return .done
      }
      let wanted = arguments.operands[1]
      guard let moment = playable.scenario.moment(wanted) else {
        console.complain(noSuchMoment(wanted, in: playable.scenario, arguments.operands[0]))
        return .noSuchFile
      }
      return proofs.one(moment, on: console)
    }
  }

  /// Says that a scenario has no such moment, and which was probably meant.
  func noSuchMoment(_ wanted: String, in scenario: Scenario, _ file: String) -> String {
    let ids = scenario.momentIndices.map { scenario.id(of: $0) }
    let hint = nearestMatch(to: wanted, among: ids).map { "Did you mean \($0)?" }
    return "There is no moment \"\(wanted)\" in \(file). \(hint ?? "It has \(ids.listed).")"
  }

  /// A size such as `55x16`: columns, then rows.
  static func roomSize(_ word: String) throws(Arguments.Misuse) -> TerminalSize {
    let numbers = word.lowercased().split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    let isWritten = word.lowercased() == numbers.map(String.init).joined(separator: "x")
    func isUsable(_ columns: Int, _ rows: Int) -> Bool {
      (40...500).contains(columns) && (12...200).contains(rows)
    }
    if isWritten, numbers.count == 2, isUsable(numbers[0], numbers[1]) {
      return TerminalSize(rows: numbers[1], columns: numbers[0])
    }
    var nearest = "55x16"
    if numbers.count == 2 {
      nearest =
        isUsable(numbers[1], numbers[0])
        ? "\(numbers[1])x\(numbers[0])"
        : "\(min(max(numbers[0], 40), 500))x\(min(max(numbers[1], 12), 200))"
    }
    throw Arguments.Misuse(
      message: "--size is columns x rows, from 40x12 to 500x200, not \"\(word)\"; "
        + "did you mean \(nearest)?",
      command: "show"
    )
  }
}

/// Every stop of a scenario, as a room will see it.
private struct RoomProofs {
  /// Ways to one moment that are laid out; more tell an author nothing new.
  static let mostLooks = 100

  private let playable: Catalog.Playable
  private let seed: UInt64
  private let size: TerminalSize
  private let isPlain: Bool
  private let looks: Appearances
  private var scenario: Scenario { playable.scenario }
  private var sizeName: String { "\(size.columns)x\(size.rows)" }

  init(_ playable: Catalog.Playable, seed: UInt64, size: TerminalSize, isPlain: Bool) {
    self.playable = playable
    self.seed = seed
    self.size = size
    self.isPlain = isPlain
    looks = Appearances(playable.scenario, seed: seed)
  }

  /// Every moment where the room stops, by the shortest way to it; then what takes more than a page.
  func all(on console: Console) {
    var tooLong = TooLong()
    var unreached: [String] = []
    for moment in scenario.momentIndices {
      let id = scenario.id(of: moment)
      guard let first = looks[moment].first else {
        unreached.append(id)
        continue
      }
      // A moment that only leads on is part of the next stop's scene.
      guard first.conversation.state.moment == moment else { continue }
      show(first, of: id, on: console)
      tooLong.add(id, proof(first), after: worst(moment))
    }
    if !unreached.isEmpty {
      console.say(
        "Nothing that can be chosen leads to \(unreached.listed)\(searched)."
      )
    }
    say(tooLong.blocks, on: console)
  }

  /// One moment, in each way it can look.
  func one(_ moment: MomentIndex, on console: Console) -> ExitStatus {
    let id = scenario.id(of: moment)
    guard !looks[moment].isEmpty else {
      console.complain("Nothing that can be chosen leads to \(id)\(searched).")
      return .failed
    }
    for look in looks[moment].prefix(Self.mostLooks) { show(look, of: id, on: console) }
    say(remarks(on: moment), on: console)
    return .done
  }

  private var searched: String {
    looks.isComplete ? "" : ", as far as was searched"
  }

  // MARK: Screens

  private func proof(_ look: Appearances.Look) -> RoomProof {
    RoomProof(scenario, rubric: playable.rubric, seed: seed, along: look.way, size: size)
  }

  private func show(_ look: Appearances.Look, of id: String, on console: Console) {
    let stop = scenario.id(of: look.conversation.state.moment)
    let passing = stop == id ? "" : ". It leads on to \(stop)"
    let way = look.way.isEmpty ? "The opening" : "After \(name(look.way))"
    console.show([.section(id), .text("\(way)\(passing).")])
    for screen in proof(look).screens {
      for (place, page) in screen.pages.enumerated() {
        let count = screen.pages.count > 1 ? ", page \(place + 1) of \(screen.pages.count)" : ""
        console.show([.text("\(screen.step.nameForAuthors.capitalizedFirst)\(count):")])
        print(page, on: console)
      }
    }
    console.show([.gap])
  }

  private func print(_ frame: Frame, on console: Console) {
    let rule = "+" + String(repeating: "-", count: size.columns) + "+"
    if !isPlain { console.output.line(StyledText(rule)) }
    for row in frame.rows.indices {
      let text = frame.text(row: row)
      let fill = String(repeating: " ", count: max(0, size.columns - DisplayWidth.of(text)))
      console.output.line(StyledText(isPlain ? text : "|\(text)\(fill)|"))
    }
    if !isPlain { console.output.line(StyledText(rule)) }
  }

  private func name(_ way: [ReplyIndex]) -> String {
    way.map { "\(scenario.id(of: scenario.reply($0).moment))/\(scenario.id(of: $0))" }
      .joined(separator: ", ")
  }

  // MARK: What takes more than one page

  private func say(_ remarks: [Block], on console: Console) {
    if remarks.isEmpty {
      console.say("At \(sizeName) everything is on one page.")
    } else {
      console.show([.section("More than one page at \(sizeName)")] + remarks)
    }
  }

  private func remarks(on moment: MomentIndex) -> [Block] {
    guard let first = looks[moment].first else { return [] }
    let proof = proof(first)
    var remarks: [Block] = []
    let usual = proof.screens
    for screen in usual where screen.pages.count > 1 {
      var fit = ""
      if screen.step == .think, let would = proof.ballotFit {
        let letters =
          would.letters.map { "With about \($0) letters a line it would fit" }
          ?? "So many lines never fit on one"
        fit =
          " \(letters); the longest, \(scenario.id(of: would.longest.reply)), has "
          + "\(would.longest.rows) rows."
      }
      remarks.append(.item("\(measure(screen)).\(fit)"))
    }
    for worst in worst(moment) {
      remarks.append(.item("After \(name(worst.way)): \(measure(worst.screen))."))
    }
    for screen in proof.laterScreens where screen.pages.count > 1 {
      remarks.append(.item("\(measure(screen))."))
    }
    return remarks
  }

  /// The screens that take more pages by another way than by the shortest.
  private func worst(_ moment: MomentIndex) -> [(way: [ReplyIndex], screen: RoomProof.Screen)] {
    let looks = looks[moment].prefix(Self.mostLooks)
    guard let first = looks.first else { return [] }
    let others = looks.dropFirst().map { (way: $0.way, screens: proof($0).screens) }
    return proof(first).screens.enumerated().compactMap { place, usual in
      others.filter { place < $0.screens.count }.map { (way: $0.way, screen: $0.screens[place]) }
        .filter { $0.screen.pages.count > usual.pages.count }
        .max { $0.screen.pages.count < $1.screen.pages.count }
    }
  }

  private func measure(_ screen: RoomProof.Screen) -> String {
    let about = screen.reply.map { " (\(scenario.id(of: $0)))" } ?? ""
    return "\(screen.step.nameForAuthors.capitalizedFirst)\(about): \(screen.pages.count) pages "
      + "(\(screen.rows.needed) rows, \(screen.rows.free) fit)"
  }
}

/// What takes more than one page in a whole scenario, by kind of screen.
private struct TooLong {
  private var moments: [RoomStep: [String]] = [:]
  private var most: [RoomStep: Int] = [:]
  private var otherwise: [String] = []
  private var letters: Int?
  private var lineCount = 0
  private var longLineCount = 0

  mutating func add(
    _ id: String,
    _ proof: RoomProof,
    after others: [(way: [ReplyIndex], screen: RoomProof.Screen)]
  ) {
    for screen in proof.screens { note(screen, id) }
    if let would = proof.ballotFit?.letters { letters = min(letters ?? would, would) }
    let isLong = proof.screens.last?.pages.count ?? 1 > 1
    for screen in proof.laterScreens {
      if screen.reply != nil {
        lineCount += 1
        longLineCount += screen.pages.count > 1 ? 1 : 0
        note(screen, nil)
      } else if !isLong {
        // They show the ballot again, and are news only where they alone are too long.
        note(screen, id)
      }
    }
    for other in others {
      otherwise.append("\(id), \(other.screen.step.nameForAuthors)")
    }
  }

  private mutating func note(_ screen: RoomProof.Screen, _ id: String?) {
    guard screen.pages.count > 1 else { return }
    most[screen.step] = max(most[screen.step] ?? 0, screen.pages.count)
    if let id { moments[screen.step, default: []].append(id) }
  }

  var blocks: [Block] {
    var blocks: [Block] = [.scene, .think, .voteOne, .discuss].compactMap { (step: RoomStep) in
      guard let ids = moments[step], let pages = most[step] else { return nil }
      let fit =
        step == .think ? letters.map { " With about \($0) letters a line, one page." } ?? "" : ""
      return .item(
        "\(step.nameForAuthors.capitalizedFirst), up to \(pages) pages: \(ids.joined(separator: ", ")).\(fit)"
      )
    }
    if longLineCount > 0, let pages = most[.reveal] {
      blocks.append(
        .item("What a line does, up to \(pages) pages: \(longLineCount) of \(lineCount) lines.")
      )
    }
    if !otherwise.isEmpty {
      blocks.append(
        .item("Longer by another way than the shortest: \(otherwise.joined(separator: "; ")).")
      )
    }
    if !blocks.isEmpty {
      blocks.append(.text("Space turns pages. Name one moment to see its screens measured."))
    }
    return blocks
  }
}

extension RoomStep {
  /// What an author calls the screen of a step.
  fileprivate var nameForAuthors: String {
    switch self {
    case .think: "ballot"
    case .voteOne: "vote"
    case .discuss: "talk"
    case .reveal: "what it does"
    default: "scene"
    }
  }
}

extension [String] {
  /// The first of them with commas, and whether there are more.
  fileprivate var listed: String {
    prefix(12).joined(separator: ", ") + (count > 12 ? " and \(count - 12) more" : "")
  }
}
