#!/usr/bin/env python3
"""Trains the second ear, with numpy and scipy, and measures it on writers it has not met.

    train_ear.py FEATURES LABELS... --evidence E --lines L [--out ear.json] [--measure pred.jsonl]

FEATURES  JSON Lines from the scorer itself (EarExamples), for the labelled and the written lines
LABELS    JSON Lines with the labels (id, the three levels, codes, family, text, audience)
E         the raters' quotations by id and code, where a line does not hold them itself
L         lines written for training, each with a `code` or with levels and `codes`, and the worked
          examples and traps that raters are calibrated on

--measure leaves out one writer after another (those who rated their own lines, five at a time), trains
on the others only, and writes, for each line,
the likelihood of each outcome as judged by an ear that never met its writer.
The same input gives the same weights.
"""
import argparse
import base64
import collections
import json
import random

import numpy as np
import scipy.sparse

DIMENSIONS = ["honesty", "clarity", "shared-parenting"]
CODES = ("H1a H1b H1c H2b H2c HP1 HP2 HP3 HP4 HP5 CP1 CP2 C2c S1a S1b S1c S1d S2a S2b S2c SP1 SP2 "
         "H1 S1 H2a S2d").split()
PLACE = {code: index for index, code in enumerate(CODES)}
WRITTEN = "OW"
# From which likelihood on a dimension counts as not shown: the best on writers who were left out.
NOT_SHOWN = {"honesty": 0.6, "clarity": 0.35, "shared-parenting": 0.5}


class Sparse:
    """Rows of feature places as a sparse matrix of ones."""

    def __init__(self, rows, width):
        self.height, self.width = len(rows), width
        ends = np.r_[0, np.cumsum([len(row) for row in rows])]
        columns = np.fromiter((c for row in rows for c in row), np.int32, ends[-1])
        ones = np.ones(len(columns), np.float32)
        self.matrix = scipy.sparse.csr_matrix((ones, columns, ends), (self.height, width))
        self.transposed = self.matrix.T.tocsr()

    def times(self, weights):
        return self.matrix @ weights

    def transposed_times(self, gradient):
        return self.transposed @ gradient.astype(np.float32)


def fit(table, target, mask, penalty, dense=None, steps=120, rate=0.08):
    """Adam on the logistic loss: columns apart without `dense`, one softmax with it."""
    columns = target.shape[1]
    weights = [np.zeros((table.width, columns), np.float32), np.zeros(columns, np.float32)]
    if dense is None:
        share = (target * mask).sum(0) / np.maximum(1, mask.sum(0))
        weights[1][:] = np.log((share + 1e-3) / (1 - share + 1e-3))
    else:
        weights.append(np.zeros((dense.shape[1], columns), np.float32))
    first = [np.zeros_like(w) for w in weights]
    second = [np.zeros_like(w) for w in weights]
    for step in range(1, steps + 1):
        scores = table.times(weights[0]) + weights[1]
        if dense is None:
            error = (1 / (1 + np.exp(-np.clip(scores, -30, 30))) - target) * mask
        else:
            scores = scores + dense @ weights[2]
            raised = np.exp(scores - scores.max(1, keepdims=True))
            error = (raised / raised.sum(1, keepdims=True) - target) * mask
        slopes = [table.transposed_times(error) + penalty * weights[0], error.sum(0)]
        if dense is not None:
            slopes.append(dense.T @ error + penalty * 0.3 * weights[2])
        for index, weight in enumerate(weights):
            first[index] = 0.9 * first[index] + 0.1 * slopes[index]
            second[index] = 0.99 * second[index] + 0.01 * slopes[index] ** 2
            weight -= (rate * (1 - 0.9 * step / steps) * (first[index] / (1 - 0.9 ** step))
                       / (np.sqrt(second[index] / (1 - 0.99 ** step)) + 1e-6))
    return weights


def vocabulary(features, least):
    counts = collections.Counter(key for row in features for key in set(row))
    return {key: place for place, key in enumerate(sorted(k for k, n in counts.items() if n >= least))}


def rows(features, places):
    return [[places[key] for key in row if key in places] for row in features]


class Corpus:
    def __init__(self, options):
        heard = {}
        for line in open(options.features):
            item = json.loads(line)
            heard[item["id"]] = item
        self.evidence = {}
        for line in open(options.evidence):
            item = json.loads(line)
            self.evidence[item["id"]] = item["evidence"]
        self.items = [json.loads(line) for path in options.labels for line in open(path)]
        for item in self.items:
            self.evidence.setdefault(item["id"], item.get("evidence", {}))
        self.labelled = len(self.items)
        if options.lines:
            self.items += [json.loads(line) for line in open(options.lines)]
        self.heard = [heard[item["id"]] for item in self.items]
        self.writer = np.array([WRITTEN if place >= self.labelled else item["id"][:2]
                                for place, item in enumerate(self.items)])
        # What calibrates raters calibrates the ear: it weighs more than a line of one writer, and
        # a line that only its own writer rated (it brings its quotations) weighs less.
        self.weight = np.array([4.0 if place >= self.labelled and item["id"][0] != "O"
                                else 0.5 if place >= self.labelled or "evidence" in item else 1.0
                                for place, item in enumerate(self.items)])
        self.places = [(i, s) for i, item in enumerate(self.heard)
                       for s in range(len(item["sentences"]))]
        self.turn_of = np.array([i for i, _ in self.places])
        self.sentences = [self.heard[i]["sentences"][s][2:] for i, s in self.places]
        labels = [self.label(i, s) for i, s in self.places]
        self.target = np.array([a for a, _ in labels], np.float32)
        self.mask = np.array([b for _, b in labels], np.float32)
        self.mask *= np.maximum(self.weight[self.turn_of], 1)[:, None]
        self.turns = [item["turn"] for item in self.heard]
        self.asked = np.array([item["asked"] for item in self.heard], np.float32)
        self.levels = {d: np.array([self.level(item, d) for item in self.items])
                       for d in DIMENSIONS}

    def held_out(self, writers):
        """Who is left out together: each writer that raters rated alone, the others five by five."""
        own = {w for w, item in zip(self.writer, self.items) if "evidence" in item}
        further = [w for w in writers if w in own]
        return [[w] for w in writers if w not in own] + [
            further[start:start + 5] for start in range(0, len(further), 5)]

    @staticmethod
    def level(item, dimension):
        """The level, 0 for not shown, -1 where a written line says nothing of the dimension."""
        if "code" not in item:
            return (item[dimension] or 0) if dimension in item else -1
        code = item["code"]
        if code == "NULL":
            return 0
        if dimension == "clarity":
            return 3 if code[:2] in ("HP", "H1") or code == "SP2" else 0 if code == "S1b" else -1
        if code[0] == dimension[0].upper():
            return {"1": 1, "2": 2, "P": 3}[code[1]]
        if code in ("OK", "H1c", "H2a"):
            return -1
        return 0

    def label(self, index, sentence):
        item, heard = self.items[index], self.heard[index]
        target, mask = np.zeros(len(CODES)), np.ones(len(CODES))
        if "code" in item:
            code = item["code"]
            if code in PLACE:
                target[PLACE[code]] = 1
            if code[:2] in ("H1", "S1"):
                target[PLACE[code[:2]]] = 1
            if code not in ("OK", "NULL"):
                for other in ("HP1 HP2 HP3 HP4 HP5 CP1 SP1 SP2 H2c H2b C2c").split():
                    if other != code:
                        mask[PLACE[other]] = 0
                unsure = "S1 S1a S1b S1c S1d" if code[0] == "H" else "H1 H1a H1b H1c"
                for other in unsure.split():
                    mask[PLACE[other]] = 0.3
            if len(heard["sentences"]) > 1:
                mask *= 0.5
            return target, mask
        low, high = heard["sentences"][sentence][:2]
        text = item["text"].encode()
        for code in item["codes"]:
            if code not in PLACE:
                continue
            spans = []
            for quote in self.evidence.get(item["id"], {}).get(code, []):
                place = text.find(quote.encode())
                if place >= 0:
                    spans.append((place, place + len(quote.encode())))
            if not spans:
                if len(heard["sentences"]) == 1:
                    target[PLACE[code]] = 1
                else:
                    mask[PLACE[code]] = 0
            for start, end in spans:
                if min(end, high) - max(start, low) >= 0.5 * min(end - start, high - low):
                    target[PLACE[code]] = 1
        for code in ("H2a", "S2d"):
            if code in item["codes"]:
                target[PLACE[code]], mask[PLACE[code]] = 1, 0.5
        for group, members in (("H1", "H1a H1b H1c"), ("S1", "S1a S1b S1c S1d")):
            target[PLACE[group]] = max(target[PLACE[code]] for code in members.split())
        return target, mask


class Trainer:
    def __init__(self, corpus, least):
        self.corpus, self.least = corpus, least

    def train_sentences(self, turns):
        corpus = self.corpus
        chosen = np.where(np.isin(corpus.turn_of, turns))[0]
        places = vocabulary([corpus.sentences[i] for i in chosen], self.least)
        table = Sparse(rows([corpus.sentences[i] for i in chosen], places), len(places))
        return places, fit(table, corpus.target[chosen], corpus.mask[chosen], 4.0)

    def best_scores(self, model, turns, into):
        corpus = self.corpus
        places, (weights, bias) = model
        chosen = np.where(np.isin(corpus.turn_of, turns))[0]
        scores = Sparse(rows([corpus.sentences[i] for i in chosen], places),
                        len(places)).times(weights) + bias
        into[turns] = -5
        for row, place in enumerate(chosen):
            turn = corpus.turn_of[place]
            into[turn] = np.maximum(into[turn], np.clip(scores[row], -5, 3))

    def dense(self, best, turns):
        odds = np.concatenate([1 / (1 + np.exp(-best[turns])), best[turns] / 4 + 0.5], 1)
        asked = self.corpus.asked[turns]
        return np.concatenate([odds] + [odds * asked[:, [d]] for d in range(asked.shape[1])],
                              1).astype(np.float32)

    def train(self, writers):
        """Trains on these writers and on the written lines; scores for the second step come from
        models that had not met the line."""
        corpus = self.corpus
        best = np.zeros((len(corpus.items), len(CODES)), np.float32)
        written = np.where(corpus.writer == WRITTEN)[0]
        all_turns = np.r_[np.where(np.isin(corpus.writer, writers))[0], written]
        for group in [writers[0::3], writers[1::3], writers[2::3]]:
            if group:
                held = np.where(np.isin(corpus.writer, group))[0]
                rest = np.where(np.isin(corpus.writer, [w for w in writers if w not in group]))[0]
                self.best_scores(self.train_sentences(np.r_[rest, written]), held, best)
        for half in (0, 1):
            if len(written):
                rest = np.setdiff1d(all_turns, written[half::2])
                self.best_scores(self.train_sentences(rest), written[half::2], best)
        sentences = self.train_sentences(all_turns)
        outcomes = {}
        for dimension in DIMENSIONS:
            levels = corpus.levels[dimension]
            turns = all_turns[levels[all_turns] >= 0]
            places = vocabulary([corpus.turns[i] for i in turns], self.least)
            table = Sparse(rows([corpus.turns[i] for i in turns], places), len(places))
            weight = corpus.weight[turns][:, None]
            outcomes[dimension] = places, fit(
                table, np.eye(5, dtype=np.float32)[levels[turns]], weight.astype(np.float32), 24.0,
                dense=self.dense(best, turns))
        return sentences, outcomes

    def likelihoods(self, model, turns):
        corpus = self.corpus
        sentences, outcomes = model
        best = np.zeros((len(corpus.items), len(CODES)), np.float32)
        self.best_scores(sentences, turns, best)
        found = {}
        for dimension, (places, (weights, bias, dense)) in outcomes.items():
            scores = Sparse(rows([corpus.turns[i] for i in turns], places), len(places)).times(
                weights) + bias + self.dense(best, turns) @ dense
            raised = np.exp(scores - scores.max(1, keepdims=True))
            found[dimension] = raised / raised.sum(1, keepdims=True)
        return found


def packed(places, weights, bias, dense=None):
    """Eight bits a weight; features whose weights all round to nothing are left out."""
    scales = np.maximum(np.abs(weights).max(0), 1e-6) / 127
    small = np.rint(weights / scales).astype(np.int8)
    kept = [(key, place) for key, place in sorted(places.items())
            if np.abs(small[place].astype(int)).max() > 8]
    keys = np.array([key for key, _ in kept], ">u4").tobytes()
    body = small[[place for _, place in kept]].tobytes()
    item = {"keys": base64.b64encode(keys).decode().rstrip("="),
            "weights": base64.b64encode(body).decode().rstrip("="),
            "scales": [float(f"{x:.6g}") for x in scales], "bias": [float(f"{x:.6g}") for x in bias]}
    if dense is not None:
        item["dense"] = [float(f"{x:.4g}") for x in dense.reshape(-1)]
    return item


EDGE = 1
MIX = (1 << 64) - 1


def pair(first, second):
    """The key of two kinds of word side by side, as WordOrder makes it."""
    value = ((first ^ (second * 0x9E3779B97F4A7C15 & MIX)) * 0xFF51AFD7ED558CCD) & MIX
    return (value ^ value >> 32) & 0xFFFFFFFF


def order(heard):
    """How much likelier two kinds of word stand side by side in talk than in shuffled talk."""
    counts = collections.Counter(
        word for item in heard for typed in item["order"] for word in typed[0::2])
    common = {word for word, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:260]}

    def pairs_of(words):
        kinds = [w if w in common else look
                 for typed in words for w, look in zip(typed[0::2], typed[1::2])]
        return collections.Counter(zip([EDGE] + kinds, kinds + [EDGE]))

    talk, heap, chance = collections.Counter(), collections.Counter(), random.Random(5)
    for item in heard:
        talk.update(pairs_of(item["order"]))
        for _ in range(6):
            words = list(item["order"])
            chance.shuffle(words)
            heap.update(pairs_of(words))
    size = sum(heap.values()) / sum(talk.values())
    weights = {}
    for found in sorted(set(talk) | set(heap)):
        value = np.log((talk[found] + 0.4) * size / (heap[found] + 0.4 * size))
        weight = int(np.rint(8 * np.clip(value, -2.5, 2.5)))
        if abs(weight + 4) > 2:
            weights[pair(*found)] = weight
    keys = sorted(weights)
    return {name: base64.b64encode(body).decode().rstrip("=") for name, body in (
        ("common", np.array(sorted(common), ">u4").tobytes()),
        ("pairs", np.array(keys, ">u4").tobytes()),
        ("weights", np.array([weights[key] for key in keys], np.int8).tobytes()))}


def write(model, path, about, heard):
    (places, (weights, bias)), outcomes = model
    turn = {d: {**packed(p, *w), "notShown": NOT_SHOWN[d]} for d, (p, w) in outcomes.items()}
    item = {"format": "rehearse-ear/1", "rubric": "core", "about": about, "codes": CODES,
            "sentence": packed(places, weights, bias), "turn": turn, "order": order(heard)}
    with open(path, "w") as file:
        file.write(json.dumps(item) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features")
    parser.add_argument("labels", nargs="+")
    parser.add_argument("--evidence", required=True)
    parser.add_argument("--lines")
    parser.add_argument("--out")
    parser.add_argument("--measure")
    parser.add_argument("--folds", help="folder for the ears that miss a writer")
    parser.add_argument("--least", type=int, default=4)
    options = parser.parse_args()
    corpus = Corpus(options)
    trainer = Trainer(corpus, options.least)
    writers = sorted(set(corpus.writer[: corpus.labelled]))
    if options.measure or options.folds:
        lines = []
        for held in corpus.held_out(writers):
            model = trainer.train([w for w in writers if w not in held])
            if options.folds:
                rest = [h for h, w in zip(corpus.heard, corpus.writer) if w not in held]
                for writer in held:
                    without = " ".join(held)
                    write(model, f"{options.folds}/{writer}.json", f"without {without}", rest)
            turns = np.where(np.isin(corpus.writer, held))[0]
            found = trainer.likelihoods(model, turns)
            for row, turn in enumerate(turns):
                lines.append({"id": corpus.items[turn]["id"],
                              **{d: [round(float(x), 5) for x in found[d][row]] for d in found}})
        if options.measure:
            with open(options.measure, "w") as file:
                file.writelines(json.dumps(line) + "\n" for line in lines)
    if options.out:
        about = (f"{corpus.labelled} labelled lines by {len(writers)} writers and "
                 f"{len(corpus.items) - corpus.labelled} lines written for training or calibration")
        write(trainer.train(writers), options.out, about, corpus.heard)


if __name__ == "__main__":
    main()
