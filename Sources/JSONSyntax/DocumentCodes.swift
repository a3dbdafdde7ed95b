public import SourceText

extension DiagnosticCode {
  /// What the reader of JSON may report, in the order of its catalogue.
  public static let ofReader: [DiagnosticCode] = [
    fileTooLarge, emptyFile, notUTF8, notJSON, badUTF8, byteOrderMark, tooDeep, tooManyValues,
    missingComma, trailingComma, extraComma, missingColon, extraColon, missingValue, missingKey,
    keyInList, unquotedKey, unquotedText, unknownWord, badNumber, numberOutOfRange, comment,
    strayCharacter, oddSpace, textAfterEnd, unclosed, extraBracket, wrongBracket, missingQuote,
    innerQuote, curlyQuotes, singleQuotes, lineBreakInText, controlCharacter, badEscape,
    loneSurrogate, zeroCharacter, duplicateKey,
  ]

  /// What the check of keys and values may report, in the order of its catalogue.
  public static let ofShapes: [DiagnosticCode] = [
    unknownKey, missingKeys, wrongKind, notWhole, outOfRange, badIdentifier,
    unknownChoice, emptyText, textTooLong, tooFew, tooMany, oneOf,
  ]
}
