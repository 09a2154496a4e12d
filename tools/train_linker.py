#!/usr/bin/env python3
"""Train src/dateline/lang/<language>/linker.tsv from attributions marked by hand.

usage: tools/train_linker.py                          all weights that ship
       tools/train_linker.py LANG[+LANG] --folds 5    F1 of each fifth, trained on the other four
       tools/train_linker.py en GOLD.jsonl OUT.tsv    other gold: doc_id, text, attributions a line

An averaged perceptron (Collins 2002): one ranks the sources offered for a cue, one says whether
what is offered is a saying at all. Russian and Ukrainian share their weights. The test half is
not read, no random number is drawn, and the same gold gives the same bytes.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dateline.claim import assemble, choice
from dateline.claim.link import Link
from dateline.claim.scene import Scene
from dateline.claim.sources import candidates
from dateline.claim.traits import link_traits, source_traits
from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.core.span import Span
from dateline.ingest.plain import from_text
from dateline.lang import linker
from dateline.lang.rules import HERE
from dateline.pipeline.standard import standard

GOLD = Path(__file__).resolve().parents[1] / "eval" / "attribution"
ROUNDS = 8
FEWEST = 3
SCALE = 40
HOPED = 6
"""A saying is learned until it scores this much, what is none until minus one: recall matters."""
GROUPS = (("en",), ("ru", "uk"))
PARTS = {"sentences", "quotation", "timex", "toponym", "name", "cue", "bounds", "dates", "actors"}
Row = Mapping[str, Any]


class Case(NamedTuple):
    """Traits of what is offered: of each source, and of the link; which of them are right."""

    sources: tuple[tuple[str, ...], ...]
    right_sources: frozenset[int]
    links: tuple[tuple[str, ...], ...]
    """The link with each of its sources."""
    accepted: bool


def dev_rows(languages: Iterable[str]) -> list[Row]:
    """The dev half of eval/attribution in some languages."""
    lines = (GOLD / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    docs = {doc["id"]: doc for doc in map(json.loads, lines)}
    out = []
    for line in (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = docs[row["doc_id"]]
        if doc["split"] == "dev" and doc["lang"] in languages:
            out.append(row | {"text": doc["text"], "lang": doc["lang"]})
    return out


def prepared(row: Row) -> tuple[Document, Layers]:
    """The document with all that a linker reads."""
    doc = from_text(row["text"], lang=row["lang"])
    pipeline = standard()
    for step in pipeline.prepare:
        doc = step(doc)
    layers = Layers()
    for part in pipeline.components:
        if part.name in PARTS:
            layers |= Layers(part.annotate(doc, layers))
    return doc, layers


def cases(row: Row) -> Iterator[Case]:
    """What is offered for each cue of one document, and what the gold says of it."""
    doc, layers = prepared(row)
    read = assemble.READERS[doc.lang]
    known = assemble.known(layers)
    for sentence in layers.of(Sentence):
        if doc.role_at(sentence.span) in assemble.READ:
            yield from _of_scene(Scene(doc, sentence.span, known), read, row["attributions"])


def _of_scene(scene: Scene, read: choice.Read, gold: list[Row]) -> Iterator[Case]:
    cues = dict(choice.open_cues(scene)) | scene.cues
    for at, cue in sorted(cues.items()):
        link = None if scene.is_opaque(at) else read(scene, cue, at)
        if link is None:
            continue
        offered = candidates(scene, cue, at, link)
        links = [choice.with_source(scene, link, pair) for pair in offered]
        if len(offered) == 1:
            links = [link]
        matched = _matched(scene, cue.span, link, gold)
        right = frozenset(
            n for n, item in enumerate(links) if matched and _same(item.source, matched["source"])
        )
        yield Case(
            tuple(tuple(source_traits(scene, cue, at, pair)) for pair in offered),
            right,
            tuple(tuple(link_traits(scene, cue, at, item)) for item in links),
            matched is not None,
        )


def _matched(scene: Scene, cue: Span, link: Link, gold: list[Row]) -> Row | None:
    """The gold attribution with the same cue and content; None where there is none."""
    deictic = scene.doc.quote(link.content[0]).lower() in scene.grammar.deictics
    for item in gold:
        if not any(start < cue.end and cue.start < end for start, end in item["cue"]):
            continue
        if deictic or _share(link.content, item["content"]) >= 0.5:
            return item
    return None


def _share(mine: Iterable[Span], theirs: Iterable[Any]) -> float:
    """The letters in both as a part of those in either, or all of mine that lie in theirs."""
    a = {at for span in mine for at in range(span.start, span.end)}
    b = {at for start, end in theirs for at in range(start, end)}
    inside = len(a & b) / max(len(a), 1)
    return 1.0 if inside > 0.9 and len(a) > 20 else len(a & b) / max(len(a | b), 1)


def _same(mine: Iterable[Span], theirs: list[Any]) -> bool:
    spans = list(mine)
    if not spans or not theirs:
        return not spans and not theirs
    return any(s.start < end and start < s.end for s in spans for start, end in theirs)


class Perceptron:
    """Weights, their sums over time, and a clock."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.now: dict[str, float] = defaultdict(float)
        self.sums: dict[str, float] = defaultdict(float)
        self.clock = 1

    def score(self, traits: Iterable[str]) -> float:
        return sum(self.now[trait] for trait in traits if trait in self.known)

    def move(self, traits: Iterable[str], by: float) -> None:
        for trait in traits:
            if trait in self.known:
                self.now[trait] += by
                self.sums[trait] += by * self.clock

    def averaged(self) -> dict[str, int]:
        out = {t: round(SCALE * (w - self.sums[t] / self.clock)) for t, w in self.now.items()}
        return {trait: weight for trait, weight in sorted(out.items()) if weight}


def train(found: list[Case]) -> dict[str, int]:
    """The averaged weights."""
    seen = Counter(t for case in found for row in (*case.sources, *case.links) for t in set(row))
    model = Perceptron(frozenset(trait for trait, count in seen.items() if count >= FEWEST))
    for turn in range(ROUNDS):
        stride = (7919, 104729, 15485863, 32452843)[turn % 4]
        for step in range(len(found)):
            _learn(model, found[step * stride % len(found)])
    return model.averaged()


def _learn(model: Perceptron, case: Case) -> None:
    model.clock += 1
    scores = [model.score(traits) for traits in case.sources]
    best = max(range(len(scores)), key=lambda n: (scores[n], -n))
    if case.right_sources and len(scores) > 1:
        wrong = [n for n in range(len(scores)) if n not in case.right_sources]
        right = max(case.right_sources, key=lambda n: (scores[n], -n))
        if wrong:
            rival = max(wrong, key=lambda n: (scores[n], -n))
            if scores[rival] + 1 > scores[right]:
                model.move(case.sources[right], 1)
                model.move(case.sources[rival], -1)
        best = right
    traits = case.links[best]
    margin = model.score(traits)
    if case.accepted and margin < HOPED:
        model.move(traits, 1)
    elif not case.accepted and margin > -1:
        model.move(traits, -1)


def write(path: Path, weights: Mapping[str, int]) -> None:
    """A table of features and weights, in the order of the features."""
    rows = "".join(f"{trait}\t{weight}\n" for trait, weight in weights.items())
    path.write_text("feature\tweight\n" + rows, encoding="utf-8")


def folds(languages: tuple[str, ...], count: int) -> None:
    """Print what each fold reaches with the weights of the others, and without any."""
    sys.path.insert(0, str(GOLD.parent / "scorers"))
    measure = importlib.import_module("attribution").measure

    rows = dev_rows(languages)
    by_row = [list(cases(row)) for row in rows]
    records: dict[bool, list[Row]] = {True: [], False: []}
    for fold in range(count):
        kept = [c for n, found in enumerate(by_row) if n % count != fold for c in found]
        weights = train(kept)
        for learned in (True, False):
            use = weights if learned else None
            setattr(choice, "linker_weights", lambda language, use=use: use)  # noqa: B010
            records[learned] += [_record(row) for n, row in enumerate(rows) if n % count == fold]
    for lang in languages:
        docs = [{"id": r["doc_id"], "text": r["text"]} for r in rows if r["lang"] == lang]
        gold = [r for r in rows if r["lang"] == lang]
        for learned, found in records.items():
            scores = measure(docs, gold, found)
            shown = {k: v for k, v in scores.items() if not k.endswith("_right")}
            print(lang, "with weights" if learned else "without", shown)


def _record(row: Row) -> Row:
    doc, layers = prepared(row)
    claims = [
        {
            "source": [(s.start, s.end) for s in claim.source],
            "cue": [(s.start, s.end) for s in claim.cue],
            "content": [(s.start, s.end) for s in claim.content],
            "speaker": None,
            "status": claim.status,
            "chain": [],
            "said": None,
        }
        for claim in assemble.claims.annotate(doc, layers)
        if isinstance(claim, Claim)
    ]
    return {"id": row["doc_id"], "claims": claims}


def main(args: list[str]) -> None:
    linker.linker_weights.cache_clear()
    if args[1:2] == ["--folds"]:
        folds(tuple(args[0].split("+")), int(args[2]))
    elif args:
        lines = Path(args[1]).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) | {"lang": args[0]} for line in lines]
        write(Path(args[2]), train([case for row in rows for case in cases(row)]))
    else:
        for group in GROUPS:
            weights = train([case for row in dev_rows(group) for case in cases(row)])
            for language in group:
                write(HERE / language / "linker.tsv", weights)


if __name__ == "__main__":
    main(sys.argv[1:])
