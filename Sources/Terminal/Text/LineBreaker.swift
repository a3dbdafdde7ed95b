/// Where a line may end: the rules of Unicode Standard Annex 14 with its number tailoring, but LB15.
///
/// Thai, Lao, Khmer and Burmese would need dictionaries; there only spaces and punctuation break.
struct LineBreaker {
  /// Classes of the annex; the order is that of the generated table.
  enum Class: UInt8 {
    case al, b2, ba, bb, bk, cb, cl, cm, cp, cr, eb, em, ex, gl, h2, h3, hl, hy, id, `in`, `is`, jl
    case jt, jv, lf, nl, ns, nu, op, po, pr, qu, ri, sp, sy, wj, zw, zwj
  }

  /// A base with its marks: rules LB9 and LB10 have been applied.
  struct Unit {
    var kind: Class
    var start: Int
    var isWide: Bool
    var isComingEmoji: Bool
    var endsWithJoiner: Bool
    /// How far a number reaches: in its digits, or closed by a bracket after them.
    var number: NumberState
    /// The first of two letters that make one flag.
    var opensFlag: Bool
  }

  enum NumberState { case none, digits, closed }

  private let units: [Unit]
  private let scalarCount: Int

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var units: [Unit] = []
    var count = 0
    for scalar in scalars {
      Self.append(scalar, at: count, to: &units)
      count += 1
    }
    self.units = units
    scalarCount = count
  }

  /// For each scalar, whether a line may end just before it; the first entry is always false.
  var opportunities: [Bool] {
    var result = [Bool](repeating: false, count: scalarCount)
    for index in units.indices.dropFirst() { result[units[index].start] = mayBreak(before: index) }
    return result
  }

  static func entry(of scalar: Unicode.Scalar) -> UInt32 {
    DisplayWidth.rangeStart(of: scalar.value << 8 | 0xFF, in: LineBreakTable.starts) & 0xFF
  }

  private static func append(_ scalar: Unicode.Scalar, at start: Int, to units: inout [Unit]) {
    let entry = entry(of: scalar)
    var kind = Class(rawValue: UInt8(entry & 0x3F)) ?? .al
    let isJoiner = kind == .zwj
    if kind == .cm || kind == .zwj {
      if let last = units.indices.last, units[last].kind.carriesMarks {
        units[last].endsWithJoiner = isJoiner
        return
      }
      kind = .al
    }
    let before = units.last?.number ?? .none
    let number: NumberState =
      switch kind {
      case .nu: .digits
      case .sy, .is: before == .digits ? .digits : .none
      case .cl, .cp: before == .digits ? .closed : .none
      default: .none
      }
    units.append(
      Unit(
        kind: kind,
        start: start,
        isWide: entry & 0x40 != 0,
        isComingEmoji: entry & 0x80 != 0,
        endsWithJoiner: isJoiner,
        number: number,
        opensFlag: kind == .ri && units.last?.opensFlag != true
      )
    )
  }

  /// The rules in their order: the first that has an opinion decides.
  private func mayBreak(before index: Int) -> Bool {
    let left = units[index - 1]
    let right = units[index]
    return mandatoryRule(left.kind, right.kind)
      ?? spaceRule(left, right, index)
      ?? punctuationRule(left, right)
      ?? wordRule(left, right, index)
      ?? syllableRule(left, right)
      ?? true
  }

  /// LB4 to LB7.
  private func mandatoryRule(_ left: Class, _ right: Class) -> Bool? {
    switch (left, right) {
    case (.bk, _), (.lf, _), (.nl, _): true
    case (.cr, _): right != .lf
    case (_, .bk), (_, .cr), (_, .lf), (_, .nl), (_, .sp), (_, .zw): false
    default: nil
    }
  }

  /// LB8 to LB18 without LB15: what reaches across spaces.
  ///
  /// LB15 would glue a closing quote to a bracket after the space; later Unicode versions repaired it.
  private func spaceRule(_ left: Unit, _ right: Unit, _ index: Int) -> Bool? {
    let spaced = kindBeforeSpaces(index)
    if spaced == .zw { return true }
    if left.endsWithJoiner { return false }
    if right.kind == .wj || left.kind == .wj || left.kind == .gl { return false }
    if right.kind == .gl, left.kind != .sp, left.kind != .ba, left.kind != .hy { return false }
    switch right.kind {
    case .ex, .cl, .cp, .is, .sy: return false
    default: break
    }
    switch (spaced, right.kind) {
    case (.op, _), (.cl, .ns), (.cp, .ns), (.b2, .b2): return false
    default: return left.kind == .sp ? true : nil
    }
  }

  /// LB19 to LB22: quotes, hyphens, ellipses.
  private func punctuationRule(_ left: Unit, _ right: Unit) -> Bool? {
    switch (left.kind, right.kind) {
    case (.qu, _), (_, .qu): return false
    case (.cb, _), (_, .cb): return true
    case (_, .ba), (_, .hy), (_, .ns), (.bb, _), (_, .in), (.sy, .hl): return false
    default: return nil
    }
  }

  /// LB21a and LB23 to LB30: letters, numbers, prices, brackets.
  private func wordRule(_ left: Unit, _ right: Unit, _ index: Int) -> Bool? {
    if left.kind == .hy || left.kind == .ba, index >= 2, units[index - 2].kind == .hl {
      return false
    }
    if joinsNumber(left, right, index) { return false }
    switch (left.kind, right.kind) {
    case (.al, .nu), (.hl, .nu), (.nu, .al), (.nu, .hl): return false
    case (.pr, .id), (.pr, .eb), (.pr, .em), (.id, .po), (.eb, .po), (.em, .po): return false
    case (.pr, .al), (.pr, .hl), (.po, .al), (.po, .hl): return false
    case (.al, .pr), (.al, .po), (.hl, .pr), (.hl, .po): return false
    case (.al, .al), (.al, .hl), (.hl, .al), (.hl, .hl), (.is, .al), (.is, .hl): return false
    case (.al, .op), (.hl, .op), (.nu, .op): return right.isWide ? nil : false
    case (.cp, .al), (.cp, .hl), (.cp, .nu): return left.isWide ? nil : false
    default: return nil
    }
  }

  /// LB25 in its regular-expression form: `(PR|PO)? (OP|HY)? NU (NU|SY|IS)* (CL|CP)? (PR|PO)?`.
  private func joinsNumber(_ left: Unit, _ right: Unit, _ index: Int) -> Bool {
    let nextIsDigit = index + 1 < units.count && units[index + 1].kind == .nu
    switch (left.kind, right.kind) {
    case (.pr, .nu), (.po, .nu), (.op, .nu), (.hy, .nu): return true
    case (.pr, .op), (.pr, .hy), (.po, .op), (.po, .hy): return nextIsDigit
    case (_, .nu), (_, .sy), (_, .is), (_, .cl), (_, .cp): return left.number == .digits
    case (_, .po), (_, .pr): return left.number != .none
    default: return false
    }
  }

  /// LB26, LB27, LB30a, LB30b: Hangul syllables, flags, emoji with modifiers.
  private func syllableRule(_ left: Unit, _ right: Unit) -> Bool? {
    switch (left.kind, right.kind) {
    case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3): return false
    case (.jv, .jv), (.jv, .jt), (.h2, .jv), (.h2, .jt), (.jt, .jt), (.h3, .jt): return false
    case (.jl, .po), (.jv, .po), (.jt, .po), (.h2, .po), (.h3, .po): return false
    case (.pr, .jl), (.pr, .jv), (.pr, .jt), (.pr, .h2), (.pr, .h3): return false
    case (.ri, .ri): return !left.opensFlag
    case (.eb, .em): return false
    case (_, .em): return left.isComingEmoji ? false : nil
    default: return nil
    }
  }

  private func kindBeforeSpaces(_ index: Int) -> Class? {
    units[..<index].last { $0.kind != .sp }?.kind
  }
}

extension LineBreaker.Class {
  /// LB9: these take no marks; a mark after them stands for a letter.
  fileprivate var carriesMarks: Bool {
    switch self {
    case .sp, .bk, .cr, .lf, .nl, .zw: false
    default: true
    }
  }
}
