import JSONSyntax

/// The files for editors and the guide that follow from the tables of keys.
public enum SchemaFiles {
  /// The text of `Scenarios/Schema/scenario.schema.json`.
  public static var scenario: String {
    ScenarioKeys.table.schema(id: "scenario.schema.json", title: "A scenario for rehearse")
  }

  /// The text of `Scenarios/Schema/case.schema.json`.
  public static var `case`: String {
    CaseKeys.table.schema(id: "case.schema.json", title: "A case for rehearse")
  }

  /// The guide's tables of keys, in Markdown.
  public static var keyTables: String {
    "## A scenario\n\n\(ScenarioKeys.table.markdown())\n## A case\n\n\(CaseKeys.table.markdown())"
  }
}
