import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// Reads what the scenario says about itself.
  mutating func readNotes() {
    notes.id = source.string(of: rootFields[.id])
    notes.title = plainText(rootFields[.title])
    notes.summary = plainText(rootFields[.summary])
    if let language = rootFields[.language] { notes.language = source.string(of: language) }
    notes.contentNote = rootFields[.contentNote].map { plainText($0) }
    notes.setting = plainText(rootFields[.setting])
    notes.listener = listener ?? CastIndex(0)
    notes.stage = rootFields[.stage].map { plainText($0) }
    notes.objectives = plainTexts(rootFields[.objectives])
    notes.before = plainTexts(rootFields[.before])
    notes.after = plainTexts(rootFields[.after])
    notes.watchFor = plainTexts(rootFields[.watchFor])
    notes.notes = plainTexts(rootFields[.notes])
    notes.sources = plainTexts(rootFields[.sources])
    tables.order = choice(rootFields[.order]) ?? .seeded
    readAbout()
    var fields = FieldTable<NoteKey>()
    if let place = rootFields[.place] {
      fields.read(place, in: source)
      notes.place = Place(
        name: plainText(fields[.name]),
        source: fields[.source].map { source.string(of: $0) },
        checked: fields[.checked].map { source.string(of: $0) }
      )
    }
    guard let reviewed = rootFields[.reviewed] else { return }
    for node in source.document.elements(of: reviewed) {
      fields.read(node, in: source)
      notes.reviewed.append(
        Review(by: source.string(of: fields[.by]), date: source.string(of: fields[.date]))
      )
    }
  }

  /// What is said about the people may name facts, which are read after the people.
  private mutating func readAbout() {
    guard let cast = rootFields[.cast] else { return }
    var fields = FieldTable<PersonKey>()
    for (place, member) in zip(tables.cast.indices, source.entries(of: cast)) {
      fields.read(member.value, in: source)
      let declared = tables.cast[place]
      tables.cast[place] = CastMember(
        id: declared.id,
        name: declared.name,
        role: declared.role,
        kind: declared.kind,
        about: plainText(fields[.about])
      )
    }
  }

  mutating func readOwed() {
    guard let owed = rootFields[.owed] else { return }
    for member in source.entries(of: owed) {
      guard let person = person(member.key) else { continue }
      var elements: [Element] = []
      for node in source.document.elements(of: member.value) {
        if let element: Element = choice(node), !elements.contains(element) {
          elements.append(element)
        }
      }
      notes.owed[person] = elements
      self.owed[person] = Set(elements)
    }
  }

  mutating func readOpening() {
    if let opening = moment(rootFields[.opening]) { tables.opening = opening }
  }

  /// A place on the map for a moment that is gone does no harm, but somebody should know.
  mutating func checkLayout() {
    guard let layout = rootFields[.layout], !declared.areMomentsIncomplete else { return }
    for member in source.entries(of: layout)
    where declared.momentPlaces[source.string(of: member.key)] == nil {
      reportUnknown(.unknownLayout, "moment", member.key, among: declared.momentIDs)
    }
  }
}
