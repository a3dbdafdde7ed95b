extension ShapeTable {
  /// Returns JSON Schema (draft 2020-12) that accepts the same documents as `check`.
  public func schema(id: String, title: String) -> String { "" }

  /// Returns the tables of keys for the guide, one per kind of object.
  public func markdown() -> String { "" }
}
