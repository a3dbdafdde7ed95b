import SourceText

/// Writes values as JSON: the same value always gives the same bytes.
public enum JSONWriter {
  /// Returns the value on one line, without spaces and without a line end.
  public static func compact(_ value: JSONValue) -> String {
    var output = ""
    write(value, indent: nil, to: &output)
    return output
  }

  /// Returns the value indented by two spaces, with a line end.
  public static func pretty(_ value: JSONValue) -> String {
    var output = ""
    write(value, indent: 0, to: &output)
    return output + "\n"
  }

  private static func write(_ value: JSONValue, indent: Int?, to output: inout String) {
    switch value {
    case .null: output += "null"
    case .boolean(let truth): output += truth ? "true" : "false"
    case .integer(let number): output += String(number)
    // JSON has no word for what is not finite.
    case .number(let number): output += number.isFinite ? number.description : "null"
    case .string(let text): JSONText.appendQuoted(text, to: &output)
    case .array(let elements):
      writeList(elements, "[", "]", indent: indent, to: &output) { element, inner, output in
        write(element, indent: inner, to: &output)
      }
    case .object(let members):
      writeList(members, "{", "}", indent: indent, to: &output) { member, inner, output in
        JSONText.appendQuoted(member.key, to: &output)
        output += inner == nil ? ":" : ": "
        write(member.value, indent: inner, to: &output)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item],
    _ open: String,
    _ close: String,
    indent: Int?,
    to output: inout String,
    _ write: (Item, Int?, inout String) -> Void
  ) {
    output += open
    let inner = indent.map { $0 + 2 }
    var isFirst = true
    for item in items {
      if !isFirst { output += "," }
      isFirst = false
      if let inner { output += "\n" + String(repeating: " ", count: inner) }
      write(item, inner, &output)
    }
    if let indent, !items.isEmpty { output += "\n" + String(repeating: " ", count: indent) }
    output += close
  }
}
