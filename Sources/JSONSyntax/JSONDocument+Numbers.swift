import SourceText

extension JSONDocument {
  /// The value of a number read exactly as a whole number.
  public func integer(of id: JSONNode.ID) -> JSONNode.WholeNumber {
    let node = nodes[id.index]
    guard node.kind == .number else { return .notANumber }
    guard !node.flags.contains(.fractional) else { return .notWhole }
    let span = file.bytes.span
    var index = Int(node.start)
    let isNegative = span[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var value = 0
    while index < Int(node.end) {
      let digit = Int(span[index] &- UInt8(ascii: "0"))
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      // Going down from the beginning reaches the least number, which has no positive twin.
      let (next, carry) =
        isNegative
        ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
      if overflow || carry { return .tooLarge }
      value = next
      index += 1
    }
    return .value(value)
  }

  /// The nearest floating-point value of a number; nil for other values.
  public func double(of id: JSONNode.ID) -> Double? {
    let node = nodes[id.index]
    guard node.kind == .number else { return nil }
    return Double(file.text(of: offsets(of: id)))
  }
}
