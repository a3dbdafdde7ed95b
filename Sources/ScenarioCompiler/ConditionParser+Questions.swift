import ScenarioEngine
import SourceText

extension ConditionParser {
  static let functions = ["seen", "said", "told", "promised", "repaired", "contradicted"]

  static func example(of function: String) -> String {
    switch function {
    case "seen": "seen(moment)"
    case "said": "said(moment/reply)"
    case "told": "told(person, element)"
    case "promised": "promised(promise)"
    case "repaired": "repaired(promise) or repaired(moment/reply)"
    default: "contradicted(element)"
    }
  }

  private struct Argument {
    let text: String
    let part: Range<Int>
  }

  /// Reads the rest of a question about history; its name has been read, its parenthesis not.
  mutating func call(_ function: String, _ part: Range<Int>) -> Operand {
    guard let arguments = arguments(from: lexer.part) else {
      return Operand(value: .broken, part: part)
    }
    let whole = part.lowerBound..<lexer.endOfLast
    guard Self.functions.contains(function) else {
      let nearest = nearestMatch(to: function, among: Self.functions)
      report(
        .unknownQuestion,
        "there is no question \"\(function)\"; there are \(listed(Self.functions))",
        part,
        suggestion: nearest.map { ("did you mean \"\($0)\"?", part, $0) }
      )
      return Operand(value: .broken, part: whole)
    }
    let wanted = function == "told" ? 2 : 1
    guard arguments.count == wanted else {
      report(
        .conditionWriting,
        "\"\(function)\" asks about \(wanted == 1 ? "one thing" : "two things"): "
          + Self.example(of: function),
        whole
      )
      return Operand(value: .broken, part: whole)
    }
    let fact = fact(function, arguments)
    return Operand(value: fact.map { .fact(facts.index(of: $0)) } ?? .broken, part: whole)
  }

  private mutating func arguments(from open: Range<Int>) -> [Argument]? {
    var arguments: [Argument] = []
    lexer.advance()
    while true {
      guard let argument = argument(after: open) else { return nil }
      if argument.part.isEmpty && arguments.isEmpty, lexer.token == .close { break }
      arguments.append(argument)
      if lexer.token == .comma {
        lexer.advance()
      } else if lexer.token == .close {
        break
      } else {
        if lexer.token == .end {
          stop("this parenthesis is never closed", open)
        } else {
          stopExpecting("\")\"")
        }
        return nil
      }
    }
    lexer.advance()
    return arguments
  }

  /// Reads an id, or ids with slashes between them; empty where there is none.
  private mutating func argument(after open: Range<Int>) -> Argument? {
    let start = lexer.part.lowerBound
    var text = ""
    while true {
      switch lexer.token {
      case .word(let word):
        text += word
      case .number(let number):
        text += String(number)
      case .slash:
        text += "/"
      case .text(let quoted):
        report(
          .conditionWriting,
          "what a question asks about stands without quotation marks",
          lexer.part,
          suggestion: ("write \(quoted)", lexer.part, quoted)
        )
        text += quoted
      case .close where text.isEmpty:
        return Argument(text: "", part: start..<start)
      case .end:
        stop("this parenthesis is never closed", open)
        return nil
      case .comma, .close:
        return Argument(text: text, part: start..<lexer.endOfLast)
      default:
        stopExpecting("an id")
        return nil
      }
      lexer.advance()
    }
  }

  private mutating func fact(_ function: String, _ arguments: [Argument]) -> Fact? {
    let first = arguments[0]
    switch function {
    case "seen": return moment(first).map { .seen($0) }
    case "said": return reply(first).map { .said($0) }
    case "told":
      let person = person(first)
      let element = element(arguments[1])
      guard let person, let element else { return nil }
      return .told(person, element)
    case "contradicted": return element(first).map { .contradicted($0) }
    case "promised": return promise(first) ? .promised(first.text) : nil
    default: return error(first) ? .repaired(first.text) : nil
    }
  }

  // MARK: What questions ask about

  private mutating func moment(_ argument: Argument) -> MomentIndex? {
    if let moment = scope.declared.momentPlaces[argument.text] { return moment }
    guard !scope.declared.areMomentsIncomplete else { return nil }
    unknown(.unknownMoment, "moment", argument, among: scope.declared.momentIDs)
    return nil
  }

  private mutating func reply(_ argument: Argument) -> ReplyIndex? {
    let parts = argument.text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      var suggestion: (String, Range<Int>, String)?
      if let moment, let place = scope.declared.momentPlaces[moment],
        scope.declared.reply(argument.text, of: place) != nil
      {
        let path = "\(moment)/\(argument.text)"
        suggestion = ("write \(path)", argument.part, path)
      }
      report(
        .unknownReply,
        "a reply is named with its moment, as in said(moment/reply)",
        argument.part,
        suggestion: suggestion
      )
      return nil
    }
    let momentEnd = argument.part.lowerBound + parts[0].utf8.count
    let named = Argument(text: String(parts[0]), part: argument.part.lowerBound..<momentEnd)
    guard let place = moment(named) else { return nil }
    if let reply = scope.declared.reply(String(parts[1]), of: place) { return reply }
    guard !scope.declared.moments[place.place].isIncomplete else { return nil }
    unknown(
      .unknownReply,
      "reply",
      Argument(text: String(parts[1]), part: (momentEnd + 1)..<argument.part.upperBound),
      among: scope.declared.replies(of: place).map(\.id),
      at: " at the moment \"\(parts[0])\""
    )
    return nil
  }

  private mutating func person(_ argument: Argument) -> CastIndex? {
    if let person = scope.declared.cast[argument.text] { return person }
    guard !scope.declared.isCastIncomplete else { return nil }
    unknown(.unknownPerson, "person", argument, among: scope.declared.castIDs)
    return nil
  }

  private mutating func element(_ argument: Argument) -> Element? {
    if let element = Element(rawValue: argument.text) { return element }
    let names = Element.allCases.map(\.rawValue)
    let nearest = nearestMatch(to: argument.text, among: names)
    report(
      .unknownElement,
      "there is no element \"\(argument.text)\"; there are \(listed(names))",
      argument.part,
      suggestion: nearest.map { ("did you mean \"\($0)\"?", argument.part, $0) }
    )
    return nil
  }

  private mutating func promise(_ argument: Argument) -> Bool {
    let id = argument.text
    if scope.declared.promises[id] != nil || scope.declared.earlier.contains(id) { return true }
    guard !scope.declared.areMomentsIncomplete else { return false }
    unknown(.unknownPromise, "promise", argument, among: scope.declared.promises.keys.sorted())
    return false
  }

  private mutating func error(_ argument: Argument) -> Bool {
    let parts = argument.text.split(separator: "/", omittingEmptySubsequences: false)
    let momentEnd = argument.part.lowerBound + (parts.first?.utf8.count ?? 0)
    switch scope.declared.errorName(argument.text) {
    case .known:
      return !scope.declared.areMomentsIncomplete || scope.declared.promises[argument.text] != nil
    case .noError(let moment, let reply):
      report(
        .nothingToRepair,
        "the reply \"\(moment)/\(reply)\" makes no error: "
          + "it denies nothing, has no level 1 and no stop",
        argument.part
      )
    case .unknownMoment(let moment):
      unknown(
        .unknownMoment,
        "moment",
        Argument(text: moment, part: argument.part.lowerBound..<momentEnd),
        among: scope.declared.momentIDs
      )
    case .unknownReply(let reply, let moment):
      unknown(
        .unknownReply,
        "reply",
        Argument(
          text: reply,
          part: min(momentEnd + 1, argument.part.upperBound)..<argument.part.upperBound
        ),
        among: scope.declared.replies(of: moment).map(\.id),
        at: " at the moment \"\(scope.declared.moments[moment.place].id)\""
      )
    case .unknownPromise:
      guard !scope.declared.areMomentsIncomplete else { return false }
      unknown(.unknownPromise, "promise", argument, among: scope.declared.promises.keys.sorted())
    }
    return false
  }

  private mutating func unknown(
    _ code: DiagnosticCode,
    _ what: String,
    _ argument: Argument,
    among candidates: some Sequence<String>,
    at place: String = ""
  ) {
    let nearest = nearestMatch(to: argument.text, among: candidates)
    report(
      code,
      unknownMessage(what, argument.text, among: candidates, hasNearest: nearest != nil, at: place),
      argument.part,
      suggestion: nearest.map { ("did you mean \"\($0)\"?", argument.part, $0) }
    )
  }
}

/// The sentence for a name that nothing declares; it lists what there is when that is little.
func unknownMessage(
  _ what: String,
  _ word: String,
  among candidates: some Sequence<String>,
  hasNearest: Bool,
  at place: String = ""
) -> String {
  var message = "there is no \(what) \"\(word)\"\(place)"
  let known = Array(candidates.prefix(9))
  if known.isEmpty {
    message += "; there is none at all"
  } else if !hasNearest, known.count <= 8 {
    message += "; there is \(listed(known))"
  }
  return message
}
