import JSONSyntax
import SourceText
import Testing

/// What RFC 8259 accepts, and what it does not.
struct GrammarTests {
  @Test(arguments: [
    "{}", "[]", "[[]]", "[{}]", "{\"a\":{}}", "null", "true", "false", "0", "-0", "\"\"", "\"a\"",
    " [] ", "\t[\n]\r\n", "[1,2,3]", "[ 1 , 2 ]", "{\"a\":1,\"b\":2}", "{ \"a\" : 1 }", "[null]",
    "[true,false]", "[0]", "[-1]", "[123456789]", "[1.5]", "[-1.5]", "[0.0]", "[1e5]", "[1E5]",
    "[1e+5]", "[1e-5]", "[0e1]", "[0e+1]", "[1.5e10]", "[-0.1]", "[1e-400]", "[-0e-0]",
    "[123123123123123123123123]", "[\"\\\"\"]", "[\"\\\\\"]", "[\"\\/\"]", "[\"/\"]",
    "[\"\\b\\f\\n\\r\\t\"]", "[\"\\u0041\"]", "[\"\\u00e9\"]", "[\"\\uD83D\\uDE00\"]",
    "[\"\\ud83d\\ude00\"]", "[\"é\"]", "[\"😀\"]", "[\"\u{2028}\"]", "[\"\u{7F}\"]",
    "[\"\u{FEFF}\"]", "[\"\\u2028\"]", "[\"\\uFFFF\"]", "[\"\u{10FFFF}\"]", "[\"a,b\"]", "[\"[\"]",
    "[\"}\"]", "[\"//\"]", "[\"/* */\"]", "[\"#\"]", "[\"'\"]", "[\"“ ”\"]", "{\"\":0}",
    "{\"a b\":0}", "{\"\\u0061\":0}", "{\"a\":[],\"b\":{}}", "{\"é\":1,\"e\":2}", "[\"\\\\u\"]",
    "[1,[2,[3,[4]]]]", "{\"a\":null,\"b\":true,\"c\":false}", "[\"\\\\\\\"\"]", "[1\n]", "\n\n[]",
    "[\"\u{80}\"]", "[2.5e-3]", "[9007199254740993]", "[\"\\u0001\"]", "[[],[],[]]",
  ])
  func accepts(_ text: String) {
    let (document, diagnostics) = read(text)
    #expect(diagnostics.map(\.message) == [])
    #expect(document != nil)
  }

  @Test(arguments: [
    ("", "empty-file"), (" \n\t", "empty-file"), ("[", "unclosed"), ("{", "unclosed"),
    ("]", "not-json"), ("}", "not-json"), ("[1,]", "trailing-comma"), ("[,1]", "extra-comma"),
    ("[1,,2]", "extra-comma"), ("[,]", "extra-comma"), ("{,}", "extra-comma"),
    ("{\"a\":1,}", "trailing-comma"), ("{\"a\":1,,\"b\":2}", "extra-comma"),
    ("[1 2]", "missing-comma"), ("{\"a\":1 \"b\":2}", "missing-comma"),
    ("[\"a\" \"b\"]", "missing-comma"), ("[{}{}]", "missing-comma"), ("[1;2]", "missing-comma"),
    ("{\"a\" 1}", "missing-colon"), ("{\"a\"=1}", "missing-colon"), ("{\"a\"}", "missing-value"),
    ("{\"a\":}", "missing-value"), ("{\"a\":,\"b\":1}", "missing-value"), ("{1}", "missing-key"),
    ("{\"a\"::1}", "extra-colon"), ("{:1}", "missing-key"), ("{[1]}", "missing-key"),
    ("{a:1}", "unquoted-key"), ("{1:1}", "unquoted-key"), ("{'a':1}", "single-quotes"),
    ("['a']", "single-quotes"), ("[“a”]", "curly-quotes"), ("[\"a”]", "curly-quotes"),
    ("[“a\"]", "curly-quotes"), ("[a]", "unquoted-text"), ("[True]", "unknown-word"),
    ("[None]", "unknown-word"), ("[NaN]", "unknown-word"), ("[Infinity]", "unknown-word"),
    ("[-Infinity]", "unknown-word"), ("[undefined]", "unknown-word"), ("[nul]", "unquoted-text"),
    ("[truee]", "unquoted-text"), ("[+1]", "bad-number"), ("[01]", "bad-number"),
    ("[-01]", "bad-number"), ("[.5]", "bad-number"), ("[1.]", "bad-number"),
    ("[-]", "bad-number"), ("[1e]", "bad-number"), ("[1e+]", "bad-number"),
    ("[1.2.3]", "bad-number"), ("[-.5]", "bad-number"), ("[1.e5]", "bad-number"),
    ("[0x1F]", "unquoted-text"), ("[1_000]", "unquoted-text"), ("[12 years]", "unquoted-text"),
    ("[2026-11-03]", "unquoted-text"), ("[1e400]", "number-out-of-range"),
    ("[-1e400]", "number-out-of-range"), ("[1] // x", "comment"), ("/* x */ [1]", "comment"),
    ("[1, # x\n2]", "comment"), ("[1]]", "extra-bracket"), ("{}}", "extra-bracket"),
    ("[1] x", "text-after-end"), ("[1][2]", "text-after-end"), ("1 2", "text-after-end"),
    ("[1}", "wrong-bracket"), ("{\"a\":1]", "wrong-bracket"), ("[\"a]", "missing-quote"),
    ("[\"a\n]", "missing-quote"), ("[\"\t\"]", "control-character"),
    ("[\"\u{1}\"]", "control-character"), ("[\"\u{0}\"]", "zero-character"),
    ("[\"\\u0000\"]", "zero-character"), ("[\"\\x\"]", "bad-escape"),
    ("[\"\\u12\"]", "bad-escape"), ("[\"\\uXYZW\"]", "bad-escape"), ("[\"\\'\"]", "bad-escape"),
    ("[\"\\ud83d\"]", "lone-surrogate"), ("[\"\\ude00\"]", "lone-surrogate"),
    ("[\"\\ud83dx\"]", "lone-surrogate"), ("[\"\\ud83d\\ud83d\\ude00\"]", "lone-surrogate"),
    ("{\"a\":1,\"a\":2}", "duplicate-key"), ("{\"a\":1,\"\\u0061\":2}", "duplicate-key"),
    ("{\"\u{E9}\":1,\"e\u{301}\":2}", "duplicate-key"), ("[\u{A0}1]", "odd-space"),
    ("[\u{B}1]", "odd-space"), ("\u{FEFF}[]", "byte-order-mark"), ("hello", "not-json"),
    ("<html>", "not-json"), ("# Title", "comment"), ("[@]", "stray-character"),
    ("[1 @]", "stray-character"), ("{\"a\":1 @}", "stray-character"), ("\"a\": 1", "missing-key"),
    ("[\"a\": 1]", "key-in-list"), ("[\"he said \"no\" to me\"]", "inner-quote"),
    ("@", "not-json"), (",", "not-json"), (":", "not-json"), ("\"a", "missing-quote"),
    ("[1,\n2", "unclosed"),
  ])
  func rejects(_ text: String, _ code: String) {
    let (_, diagnostics) = read(text)
    // A heading begins like a comment, and after it there is nothing.
    let codes = diagnostics.map(\.code.name)
    #expect(codes.first == code && (codes.count == 1 || text == "# Title"), "\(codes)")
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x5B, 0x00], "not-utf-8"), ([0xFE, 0xFF, 0x00, 0x5B], "not-utf-8"),
      ([0x5B, 0x00, 0x5D, 0x00], "not-utf-8"), ([0x00, 0x5B, 0x00, 0x5D], "not-utf-8"),
      ([0xEF, 0xBB, 0xBF], "empty-file"), ([0x5B, 0x22, 0xE9, 0x22, 0x5D], "bad-utf-8"),
      ([0x5B, 0x22, 0xC0, 0xAF, 0x22, 0x5D], "bad-utf-8"),
      ([0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D], "bad-utf-8"),
      ([0x5B, 0x22, 0xF4, 0xBF, 0xBF, 0xBF, 0x22, 0x5D], "bad-utf-8"),
      ([0x5B, 0x22, 0xE2, 0x82, 0x22, 0x5D], "bad-utf-8"),
      ([0x5B, 0x22, 0x80, 0x22, 0x5D], "bad-utf-8"),
      ([0x5B, 0x00, 0x31, 0x5D, 0x20], "odd-space"),
    ] as [([UInt8], String)]
  )
  func rejectsBytes(_ bytes: [UInt8], _ code: String) {
    let (_, diagnostics) = JSONReader.read(SourceFile(path: "test.json", bytes: bytes))
    #expect(diagnostics.map(\.code.name) == [code])
  }
}
