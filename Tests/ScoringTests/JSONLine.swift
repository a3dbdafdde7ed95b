import Foundation
import Scoring

/// One labelled line, as the tests read it.
struct LabelledLine: Decodable {
  struct People: Decodable {
    var child: String
    var parent: String
    var caregiver: String
  }

  enum CodingKeys: String, CodingKey {
    case id, audience, people, theySaid, asked, must, text, honesty, clarity, codes, hearing, limit
    case safetyOrder, code, fires
    case sharedParenting = "shared-parenting"
  }

  var id: String
  var audience: String?
  var people: People?
  var theySaid: String?
  var asked: [String]?
  var must: [String]?
  var text: String
  var honesty: Int?
  var clarity: Int?
  var sharedParenting: Int?
  var codes: [String]?
  var hearing: String?
  var limit: String?
  var safetyOrder: Bool?
  /// The code a trap is about, and whether it must fire.
  var code: String?
  var fires: Bool?

  var levels: [Int?] { [honesty, clarity, sharedParenting] }

  /// The card; `people` stands in where the file has none.
  func context(people standIn: ListeningContext.People? = nil) -> ListeningContext {
    let own = people.map {
      ListeningContext.People(child: $0.child, parent: $0.parent, caregiver: $0.caregiver)
    }
    return ListeningContext(
      audience: audience.flatMap { .init(rawValue: $0) } ?? .birthParent,
      people: own ?? standIn ?? .init(),
      hearing: hearing ?? "March 12",
      limit: limit ?? "",
      safetyOrder: safetyOrder ?? false,
      theySaid: theySaid ?? "",
      asked: Set(asked ?? []),
      must: Set(must ?? [])
    )
  }

  static func read(_ path: String) throws -> [LabelledLine] {
    try Core.lines(path).map { try JSONDecoder().decode(LabelledLine.self, from: Data($0)) }
  }
}
