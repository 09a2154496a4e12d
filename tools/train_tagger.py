#!/usr/bin/env python3
"""Train src/dateline/lang/<language>/tagger.msgpack from CoNLL-U files.

usage: tools/train_tagger.py LANGUAGE OUT.msgpack FILE.conllu... [--dev FILE.conllu...]

English was trained on the parts of GUM (github amir-zeldes/gum) whose text and annotation are
CC BY (news, interview, court, academic) and on the Wikinews text of MEANTIME (CC BY 2.5) as
tagged by spaCy's en_core_web_sm (MIT). The same files give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from dateline.lang.tagger import Weights, features
from dateline.lang.words import Word, cut

ROUNDS = 6
KEEP = {"en": 0.35, "ru": 0.5, "uk": 0.5}
SCALE = 20


def sentences(path: Path) -> list[tuple[list[Word], list[str]]]:
    """Each sentence as dateline cuts it, each word with the tag of the last token it holds."""
    out = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        text, ends, hidden = "", [], 0
        for row in rows:
            if "." in row[0]:
                continue
            if "-" in row[0]:
                hidden = int(row[0].split("-")[1])
                joined = row
                continue
            text += row[1]
            ends.append((len(text), tag_of(row)))
            inside = hidden and int(row[0]) < hidden
            after = joined[9] if hidden and int(row[0]) == hidden else row[9]
            text += "" if inside or "SpaceAfter=No" in after else " "
        words = cut(text)
        tagged, at = [], 0
        for word in words:
            while at < len(ends) - 1 and ends[at][0] < word.end:
                at += 1
            tagged.append(ends[at][1])
        if words:
            out.append((words, tagged))
    return out


def tag_of(row: list[str]) -> str:
    """The Penn tag where the file has one; else the UD part of speech with case or verb form."""
    if row[4] not in ("_", ""):
        return row[4]
    told = dict(pair.split("=", 1) for pair in row[5].split("|") if "=" in pair)
    extra = told.get("VerbForm") if row[3] in ("VERB", "AUX") else told.get("Case")
    return f"{row[3]}.{extra}" if extra else row[3]


def certain_words(data: list[tuple[list[Word], list[str]]]) -> dict[str, str]:
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tagged in data:
        for word, tag in zip(words, tagged, strict=True):
            seen[word.low][tag] += 1
    return {
        low: found.most_common(1)[0][0]
        for low, found in sorted(seen.items())
        if sum(found.values()) >= 15 and found.most_common(1)[0][1] / sum(found.values()) >= 0.995
    }


class Trainer:
    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.now: dict[str, dict[int, int]] = defaultdict(dict)
        self.sums: dict[str, dict[int, int]] = defaultdict(dict)
        self.at: dict[tuple[str, int], int] = {}
        self.clock = 0

    def guess(self, found: list[str]) -> int:
        scores = [0] * len(self.names)
        for feature in found:
            for tag, weight in self.now.get(feature, {}).items():
                scores[tag] += weight
        return scores.index(max(scores))

    def learn(self, found: list[str], right: int, guess: int) -> None:
        self.clock += 1
        if right == guess:
            return
        for feature in found:
            for tag, step in ((right, 1), (guess, -1)):
                self._change(feature, tag, step)

    def _change(self, feature: str, tag: int, step: int) -> None:
        old = self.now[feature].get(tag, 0)
        since = self.clock - self.at.get((feature, tag), 0)
        self.sums[feature][tag] = self.sums[feature].get(tag, 0) + since * old
        self.at[feature, tag] = self.clock
        self.now[feature][tag] = old + step

    def averaged(self, keep: float) -> dict[str, tuple[int, ...]]:
        out = {}
        for feature in sorted(self.now):
            row: list[int] = []
            for tag in sorted(self.now[feature]):
                self._change(feature, tag, 0)
                mean = self.sums[feature][tag] / self.clock
                if abs(mean) >= keep and (weight := round(mean * SCALE)):
                    row += [tag, weight]
            if row:
                out[feature] = tuple(row)
        return out


def train(data: list[tuple[list[Word], list[str]]], keep: float) -> Weights:
    names = sorted({tag for _, tagged in data for tag in tagged})
    number = {name: at for at, name in enumerate(names)}
    certain = certain_words(data)
    trainer = Trainer(names)
    for turn in range(ROUNDS):
        # A fixed stride in place of a shuffle: every round another order, no random number.
        stride = (7919, 104729, 15485863, 32452843, 49979687, 67867967)[turn % 6]
        for step in range(len(data)):
            words, tagged = data[step * stride % len(data)]
            before, before2 = "<s>", "<s>"
            for at, word in enumerate(words):
                if word.low in certain:
                    before, before2 = certain[word.low], before
                    continue
                found = list(features(words, at, (before, before2)))
                guess = trainer.guess(found)
                trainer.learn(found, number[tagged[at]], guess)
                before, before2 = names[guess], before
        sys.stderr.write(f"round {turn + 1}\n")
    return Weights(
        tuple(names), {low: number[tag] for low, tag in certain.items()}, trainer.averaged(keep)
    )


def main() -> None:
    language, out, *files = sys.argv[1:]
    held = files.index("--dev") if "--dev" in files else len(files)
    data = [s for name in files[:held] for s in sentences(Path(name))]
    Path(out).write_bytes(msgspec.msgpack.encode(train(data, KEEP[language])))
    for name in files[held + 1 :]:
        sys.stderr.write(f"{name}: {accuracy(Path(out), Path(name)):.4f}\n")


def accuracy(weights_file: Path, path: Path) -> float:
    from dateline.lang import tagger

    model = msgspec.msgpack.decode(weights_file.read_bytes(), type=Weights)
    tagger.weights = lambda language: model  # type: ignore[assignment]
    right = total = 0
    for words, tagged in sentences(path):
        for found, gold in zip(tagger.tags("", words), tagged, strict=True):
            right += found == gold
            total += 1
    return right / total


if __name__ == "__main__":
    main()
