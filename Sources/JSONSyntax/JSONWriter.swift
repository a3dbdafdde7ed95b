/// Writes values as JSON: the same value always gives the same bytes.
public enum JSONWriter {
  /// Returns the value on one line, without spaces and without a line end.
  public static func compact(_ value: JSONValue) -> String { "" }

  /// Returns the value indented by two spaces, with a line end.
  public static func pretty(_ value: JSONValue) -> String { "" }
}
