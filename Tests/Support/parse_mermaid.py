"""Reads maps with Mermaid's own parser, and fails where it finds other things in one than were written.

Usage: parse_mermaid.py MAP...  Needs the package mermaidx, which carries Mermaid and an engine to run it.
"""

import json
import re
import sys

from mermaidx.engines.quickjs_engine import Engine

STROKES = {"-->": "normal", "-.->": "dotted"}

PARSE = """
globalThis.found = null;
mermaid.mermaidAPI.getDiagramFromText(%s).then(
  (diagram) => {
    const vertices = [...diagram.db.getVertices().values()];
    found = JSON.stringify({
      type: diagram.type,
      labels: Object.fromEntries(vertices.map((v) => [v.id, v.text])),
      ways: diagram.db.getEdges().map((e) => [e.start, e.end, e.stroke, e.text]),
    });
  },
  (error) => { found = JSON.stringify({ error: String(error.message || error) }); });
"""


class Parser(Engine):
    """Mermaid without its drawing: reading needs no font and takes no time."""

    def __init__(self):
        super().__init__()
        self._init_context()
        self._ctx.eval("mermaid.initialize({ startOnLoad: false });")

    def read(self, text):
        self._ctx.eval(PARSE % json.dumps(text))
        while self._ctx.eval("found === null"):
            if not self._run_job():
                raise SystemExit("Mermaid did not answer")
        return json.loads(self._ctx.eval("__flat(found)"))


def written(text):
    """What the lines of a map say, by the words between their quotation marks."""
    labels, ways = {}, []
    for line in text.splitlines():
        # A label may hold anything but a quotation mark, so what is outside them is the grammar.
        words = re.findall(r'"([^"]*)"', line)
        bare = re.sub(r'"[^"]*"', '""', line).strip()
        if node := re.match(r'(\w+)[\[({>]+""[\])}]+$', bare):
            labels[node[1]] = words[0]
        elif way := re.match(r'(\w+) (-->|-\.->)(?:\|""\|)? (\w+)$', bare):
            ways.append([way[1], way[3], STROKES[way[2]], words[0] if words else ""])
    return labels, ways


def as_written(text):
    """Takes back what Mermaid sets for `#quot;`, `#35;` and `<br>` while it reads."""
    marks = {"ﬂ°°": "#", "ﬂ°": "#", "¶ß": ";", "<br/>": "<br>"}
    for mark, words in marks.items():
        text = text.replace(mark, words)
    return text


def main(paths):
    parser = Parser()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        found = parser.read(text)
        if "error" in found:
            raise SystemExit(f"{path}: {found['error']}")
        labels, ways = written(text)
        read = {id: as_written(words) for id, words in found["labels"].items()}
        if not labels or read != labels:
            other = {id for id in {*read, *labels} if read.get(id) != labels.get(id)}
            raise SystemExit(f"{path}: other moments are read than written: {sorted(other)}")
        if len(found["ways"]) != len(ways):
            raise SystemExit(f"{path}: {len(found['ways'])} of {len(ways)} ways are read")
        for one, other in zip(found["ways"], ways):
            one[3] = as_written(one[3] or "")
            if one != other:
                raise SystemExit(f"{path}: {other} is read as {one}")
    print(f"{len(paths)} maps read, and Mermaid found every moment and way in them")


main(sys.argv[1:])
