import JSONSyntax
import Prose
import SourceText

/// Writes what the second ear pays attention to, for the script that trains it.
package enum EarExamples {
  /// One JSON object a line: `id`, the features of each sentence with its bytes, and of the turn.
  package static func lines(_ input: [UInt8], by listener: Listener) -> [UInt8] {
    var output: [UInt8] = []
    for line in input.split(separator: UInt8(ascii: "\n")) {
      let (document, _) = JSONReader.read(SourceFile(path: "line", bytes: Array(line)))
      guard let document else { continue }
      let card = CardReader(document)
      let hearing = Hearing(Array((card.text ?? "").utf8), card.context, listener)
      var judge = Judge(hearing, Listener(listener.rubric, vocabulary: listener.vocabulary))
      _ = judge.judge()
      let features = EarFeatures(hearing, counted: judge.counted)
      let sentences = features.sentences.enumerated().map { index, words in
        let range = hearing.utterance.sentences[index].range
        return JSONValue.array(
          [.integer(range.lowerBound), .integer(range.upperBound)] + words.map { .integer(Int($0)) }
        )
      }
      let members =
        card.idMember + [
          JSONValue.Member("sentences", .array(sentences)),
          JSONValue.Member("turn", .array(features.turn.map { .integer(Int($0)) })),
          JSONValue.Member("order", .array(Self.typedWords(hearing.utterance))),
          JSONValue.Member("asked", .array(features.asked.map { .boolean($0) })),
        ]
      output += Array(JSONWriter.compact(.object(members)).utf8) + [UInt8(ascii: "\n")]
    }
    return output
  }

  /// What each typed word is to its neighbours: the word, and what it looks like.
  private static func typedWords(_ utterance: Utterance) -> [JSONValue] {
    var words: [[JSONValue]] = []
    for token in utterance.tokens {
      if token.startsWord || words.isEmpty { words.append([]) }
      words[words.count - 1] += [
        .integer(Int(EarFeatures.narrow(token.key.value))),
        .integer(Int(WordOrder.look(of: token, in: utterance))),
      ]
    }
    return words.map { .array($0) }
  }
}
