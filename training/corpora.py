"""Reads the tagged sentences that the tagger learns from, with tags brought to one STTS."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Tagged(NamedTuple):
    """A word with its tag, lemma and mood ("Ind", "Sub", ...) where known; no tag means unknown."""

    word: str
    tag: str
    lemma: str
    mood: str = ""


RENAMED = {"PAV": "PROAV", "NNA": "NN", "NNI": "NN", "": "", "$": "$(", "XY": "", "_": ""}
# What TIGER calls a preposition ("als Arzt") and we a particle of comparison.
COMPARING = {"als", "wie"}


def _ours(word: str, tag: str) -> str:
    if tag == "APPR" and word.lower() in COMPARING:
        return "KOKOM"
    return RENAMED.get(tag, tag)


def projected_sentences(path: Path) -> Iterator[list[Tagged]]:
    """The sentences that HanTa tagged."""
    sentence: list[Tagged] = []
    for line in path.open(encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) < 3:
            if sentence:
                yield sentence
            sentence = []
            continue
        tag = re.sub(r"[()]", "", cells[1]) if cells[1] != "$(" else "$("
        sentence.append(Tagged(cells[0], _ours(cells[0], tag), cells[2]))


def gold_sentences(path: Path, *, without: str = "") -> Iterator[list[Tagged]]:
    """The sentences of a CoNLL-U file with their STTS tags; contracted words ("im") are one token APPRART.

    Sentences whose id begins with `without` are left out.
    """
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        name = re.search(r"sent_id = (\S+)", block)
        if not rows or (without and name and name[1].startswith(without)):
            continue
        sentence: list[Tagged] = []
        skip = 0
        for row in rows:
            if "." in row[0]:
                continue
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                skip = last - first + 1
                lemma = next(r[2] for r in rows if r[0] == str(first))
                sentence.append(Tagged(row[1], "APPRART", lemma))
                continue
            if skip:
                skip -= 1
                continue
            mood = re.search(r"Mood=(\w+)", row[5])
            sentence.append(Tagged(row[1], _ours(row[1], row[4]), row[2], mood[1] if mood else ""))
        yield sentence
