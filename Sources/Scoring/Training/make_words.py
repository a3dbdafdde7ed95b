#!/usr/bin/env python3
"""Makes Scenarios/Rubrics/words.txt: the words that are words, the commonest first, each with the words
that were seen to follow it in talk of this kind.

  make_words.py OLD_WORDS SCOWL_FOLDER FREQUENCIES LABELLED... --scenarios FOLDER > words.txt

SCOWL_FOLDER holds english-words.10 to .60 and american-words.10 to .60; FREQUENCIES has "word count" on
each line (SymSpell's frequency_dictionary_en_82_765.txt). Every word of OLD_WORDS is kept.
"""
import argparse
import collections
import json
import pathlib
import re

NOTICE = """\
# Common English words, from SCOWL (sizes 10 to 60), made by Sources/Scoring/Training/make_words.py.
# Copyright 2000-2019 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word
# lists is granted without fee, provided that this notice appears in all copies. No warranty of any kind.
# The commonest first, by this project's own lines and by the Google Books Ngram counts (CC BY 3.0) that
# come with SymSpell (MIT). After a word stand those that were seen to follow it in our own lines:
# "," for a comma, "." for the beginning or end of a sentence, "0" for a number.
"""
# Said of this work, or typed without an apostrophe, and in no list above.
OURS = """
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
christmas easter thanksgiving halloween english spanish facebook catcher goalie adjuster quarterback touchdown playoffs referee packers bulls lakers yankees
kitten hamster whore shes hes
""".split()
OPENED = """
youre theyre youve weve theyve youll theyll itll thatll therell youd theyd thats whats wheres whos hows theres
heres shes itd thatd whod wholl nobodys noones somebodys everybodys couldve shouldve wouldve mightve mustve
gonna gotta wanna kinda sorta outta finna tryna gimme lemme dunno hafta woulda coulda shoulda prolly
""".split()
OPENS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would", "'s": "s"}
TAKE_IS = set("he she it that this there here what who where when how why".split())


def tokens(text):
    """Sentences of words as the scanner opens them, nearly."""
    for sentence in re.split(r"[.?!\n]+(?=\s|$)", text.replace("’", "'").lower()):
        found = ["."]
        for word in re.findall(r"[a-z]+(?:'[a-z]+)?|\d[\d.,:]*|[,;:]", sentence):
            base, mark, ending = word.partition("'")
            if word[0].isdigit():
                found.append("0")
            elif word in ",;:":
                found.append(",")
            elif word in ("can't", "cannot", "won't"):
                found += ["will" if base == "won" else "can", "not"]
            elif ending == "t" and base.endswith("n"):
                found += [base[:-1], "not"]
            elif mark + ending in OPENS:
                opened = OPENS[mark + ending]
                found += [base, "is" if opened == "s" and base in TAKE_IS else opened]
            else:
                found.append(base + ending)
        if len(found) > 1:
            yield found + ["."]


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("old", type=pathlib.Path)
    parser.add_argument("scowl", type=pathlib.Path)
    parser.add_argument("frequencies", type=pathlib.Path)
    parser.add_argument("labelled", type=pathlib.Path, nargs="+")
    parser.add_argument("--scenarios", type=pathlib.Path, required=True)
    given = parser.parse_args()

    size = {}
    for number in (10, 20, 35, 40, 50, 55, 60):
        for kind in ("english", "american"):
            path = given.scowl / f"{kind}-words.{number}"
            if path.exists():
                for word in path.read_text("latin-1").lower().split():
                    size.setdefault(word, number)
    texts = set()
    for path in given.labelled:
        for line in path.read_text().splitlines():
            entry = json.loads(line)
            texts.update(entry[key] for key in ("text", "theySaid", "facts") if entry.get(key))
    for path in given.scenarios.glob("*/*.json"):
        if path.parent.name in ("Library", "Cases"):
            texts.update(text for text in strings(json.loads(path.read_text())) if " " in text)

    counts, pairs = collections.Counter(), collections.Counter()
    for text in sorted(texts):
        for sentence in tokens(text):
            counts.update(sentence)
            pairs.update(zip(sentence, sentence[1:]))
    ours = sum(counts.values())
    books = {}
    for line in given.frequencies.read_text("utf-8-sig").splitlines():
        word, count = line.split()
        books[word] = int(count)
    total = sum(books.values())
    common = {word: place for place, word in enumerate(sorted(books, key=books.get, reverse=True))}

    old = [line.split()[0] for line in given.old.read_text().splitlines() if line[:1] not in ("#", "")]
    words = {word for word in old if word.isalpha()} | set(OURS) | set(OPENED)
    most = {10: 25_000, 20: 25_000, 35: 25_000, 40: 15_000, 50: 15_000}
    words |= {
        word for word, number in size.items()
        if word.isalpha() and common.get(word, 99_999) < most.get(number, 0)
    }
    words |= {w for w in counts if w.isalpha() and w.isascii() and len(w) > 2 and size.get(w, 99) <= 60}

    def likely(word):
        return 0.8 * counts[word] / ours + 0.2 * books.get(word, 0) / total

    # Only a word of five letters or more can be a mended one, and only one that was seen to own something
    # can have lost its apostrophe; the rest are their neighbours.
    owners = {first for first, then in pairs if then == "s" and first in words} | {"s"}
    owners |= {first + "s" for first in owners if first + "s" in words}

    def matters(word):
        return word in owners or (word in words and len(word) > 4)

    words.add("s")
    follow = collections.defaultdict(list)
    for (first, then), count in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        if matters(first) or matters(then):
            if (first in words or first in ".,0") and (then in words or then in ".,0"):
                follow[first].append(then)
    print(NOTICE, end="")
    for word in [".", ",", "0"] + sorted(words, key=lambda word: (-likely(word), word)):
        print(" ".join([word] + follow[word]))


if __name__ == "__main__":
    main()
