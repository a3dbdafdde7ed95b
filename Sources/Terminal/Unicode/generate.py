#!/usr/bin/env python3
"""Writes WidthTable.swift and LineBreakTable.swift beside this file from the Unicode data files.

usage: generate.py [/usr/share/unicode]     (Debian package unicode-data)
"""
import pathlib
import sys

data = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
here = pathlib.Path(__file__).parent
LIMIT = 0x110000


def property_file(name, default, wanted=None):
    """One value per code point; `wanted` picks one binary property out of a shared file."""
    values = [default] * LIMIT
    for line in (data / name).read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        span, value = (field.strip() for field in line.split(";")[:2])
        if wanted is not None and value != wanted:
            continue
        first, _, last = span.partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            values[code] = value
    return values


def general_categories():
    values = ["Cn"] * LIMIT
    first = None
    for line in (data / "UnicodeData.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        code = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            first = code
            continue
        for each in range(code if first is None else first, code + 1):
            values[each] = fields[2]
        first = None
    return values


category = general_categories()
width_class = property_file("EastAsianWidth.txt", "N")
ignorable = property_file("DerivedCoreProperties.txt", "", "Default_Ignorable_Code_Point")
pictographic = property_file("emoji/emoji-data.txt", "", "Extended_Pictographic")
line_class = property_file("LineBreak.txt", "XX")
wide_blocks = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD),
               (0x30000, 0x3FFFD)]
ideographic_blocks = wide_blocks + [(0x1F000, 0x1FAFF), (0x1FC00, 0x1FFFD)]


def within(code, blocks):
    return any(first <= code <= last for first, last in blocks)


for code in range(LIMIT):
    if category[code] == "Cn":
        if within(code, wide_blocks):
            width_class[code] = "W"
        if line_class[code] == "XX":
            if within(code, ideographic_blocks):
                line_class[code] = "ID"
            elif 0x20A0 <= code <= 0x20CF:
                line_class[code] = "PR"


def width(code):
    hangul_tail = 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF
    if category[code] in ("Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp") or ignorable[code] or hangul_tail:
        return 0
    # Places kept for emoji to come: newer terminals draw them wide, and too wide a guess only leaves a gap.
    coming_emoji = pictographic[code] and category[code] == "Cn"
    return 2 if width_class[code] in ("W", "F") or coming_emoji else 1


NAMES = ("AL B2 BA BB BK CB CL CM CP CR EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QU RI "
         "SP SY WJ ZW ZWJ").split()


def line_break(code):
    name = line_class[code]
    if name in ("AI", "SG", "XX"):
        name = "AL"
    elif name == "SA":
        name = "CM" if category[code] in ("Mn", "Mc") else "AL"
    elif name == "CJ":
        name = "NS"
    value = NAMES.index(name)
    if name in ("OP", "CP") and width_class[code] in ("F", "W", "H"):
        value |= 0x40
    if pictographic[code] and category[code] == "Cn":
        value |= 0x80
    return value


def starts(function, shift):
    packed, previous = [], None
    for code in range(LIMIT):
        value = function(code)
        if value != previous:
            packed.append(code << shift | value)
            previous = value
    return packed


def write(type_name, comment, packed):
    rows = [", ".join(f"0x{value:X}" for value in packed[i:i + 10]) + "," for i in range(0, len(packed), 10)]
    body = "\n".join("    " + row for row in rows)
    (here / f"{type_name}.swift").write_text(
        "// swift-format-ignore-file\n"
        f"// Written by generate.py from Unicode {version}; do not edit.\n\n"
        f"{comment}\nenum {type_name} {{\n  static let starts: [UInt32] = [\n{body}\n  ]\n}}\n")


version = (data / "EastAsianWidth.txt").read_text(encoding="utf-8").split("-", 1)[1].split(".txt")[0]
write("WidthTable", "/// Where the column width of scalars changes: first code point << 2 | width.", starts(width, 2))
write("LineBreakTable",
      "/// Where the line break class changes: first code point << 8 | flags | class. Flag 0x40: a wide bracket;\n"
      "/// 0x80: kept free for a pictograph.",
      starts(line_break, 8))
