import Prose

/// The second ear: a small linear model that guesses where no cue decides.
///
/// It was trained on labelled lines. First it gives every sentence a score for each code; then it
/// weighs the turn, the card and the best score of each code, and says how likely each outcome is.
public struct Ear: Sendable {
  /// Weights of features, several columns to a feature, in eight bits each.
  struct Table: Sendable {
    var places: [UInt32: Int32]
    var weights: [Int8]
    var scales: [Float]
    var bias: [Float]

    var columns: Int { bias.count }

    /// The weighted sum of `features`, per column.
    func scores(of features: [UInt32]) -> [Float] {
      var sums = [Int32](repeating: 0, count: columns)
      for feature in features {
        guard let place = places[feature] else { continue }
        let from = Int(place) * columns
        for column in 0..<columns { sums[column] += Int32(weights[from + column]) }
      }
      return sums.indices.map { Float(sums[$0]) * scales[$0] + bias[$0] }
    }
  }

  /// What one dimension is judged by.
  struct Outcome: Sendable {
    var dimension: String
    var table: Table
    /// Weights of the codes' best scores: a row a score, five columns.
    var dense: [Float]
    /// How likely it must be that the dimension does not show before it counts as not shown.
    var notShown: Float
  }

  /// The codes that sentences are scored for.
  let codes: [String]
  let sentence: Table
  let outcomes: [Outcome]
  /// What tells talk from a heap of words.
  let order: WordOrder?

  /// What the ear makes of a turn.
  struct Impression {
    /// The best score of each code, and the sentence that has it.
    var best: [(score: Float, sentence: Int)]
    /// For each of the ear's dimensions: not shown, then levels 1 to 4; they sum to 1.
    var likelihoods: [String: [Float]]
  }

  /// How likely it must be that a dimension does not show before it counts as not shown.
  func notShownBar(of dimension: String) -> Float {
    outcomes.first { $0.dimension == dimension }?.notShown ?? Self.usualNotShownBar
  }

  static let usualNotShownBar: Float = 0.45

  func impression(of features: EarFeatures) -> Impression {
    var best = [(score: Float, sentence: Int)](repeating: (-5, 0), count: codes.count)
    for (index, words) in features.sentences.enumerated() {
      for (code, score) in sentence.scores(of: words).enumerated() where score > best[code].score {
        best[code] = (min(score, 3), index)
      }
    }
    let dense = denseFeatures(best.map(\.score), asked: features.asked)
    var likelihoods: [String: [Float]] = [:]
    for outcome in outcomes {
      var scores = outcome.table.scores(of: features.turn)
      for (place, value) in dense.enumerated() where value != 0 {
        for column in scores.indices {
          scores[column] += value * outcome.dense[place * scores.count + column]
        }
      }
      likelihoods[outcome.dimension] = Self.softmax(scores)
    }
    return Impression(best: best, likelihoods: likelihoods)
  }

  /// Scores as odds and as they are, alone and for each dimension that was asked about.
  private func denseFeatures(_ scores: [Float], asked: [Bool]) -> [Float] {
    let plain = scores.map { 1 / (1 + Self.exponential(-$0)) } + scores.map { $0 / 4 + 0.5 }
    return plain + asked.flatMap { isAsked in isAsked ? plain : plain.map { _ in 0 } }
  }

  private static func softmax(_ scores: [Float]) -> [Float] {
    let top = scores.max() ?? 0
    let raised = scores.map { exponential($0 - top) }
    let sum = raised.reduce(0, +)
    return raised.map { $0 / sum }
  }

  /// The exponential, to about one part in a million, without a mathematics library.
  static func exponential(_ value: Float) -> Float {
    let clamped = Double(max(-80, min(80, value)))
    let whole = (clamped * 1.4426950408889634).rounded(.toNearestOrEven)
    let rest = clamped - whole * 0.6931471805599453
    var term = 1.0
    var sum = 1.0
    for step in 1...9 {
      term *= rest / Double(step)
      sum += term
    }
    return Float(sum * Double(sign: .plus, exponent: Int(whole), significand: 1))
  }
}
