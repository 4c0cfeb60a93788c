"""Tags Wikinews and GermEval sentences with HanTa, so that the tagger learns from more text than the treebanks hold.

    python -m training.project_tags SHARED OUT.tsv

writes one `word<TAB>tag<TAB>lemma` line per token and an empty line after each sentence.
"""

import json
import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from HanTa import HanoverTagger

TOKEN = re.compile(r"\d+(?:[.,:]\d+)*\.?(?=[^\w]|$)|[A-ZÄÖÜ](?:\.[A-ZÄÖÜ])*\.|\w+(?:[-'’/&]\w+)*-?|-?\w+|\.{2,}|\S")
ENDING = re.compile(r"(?<=[a-zäöüß0-9\])][.!?])(?:[“\"«]?)\s+(?=[A-ZÄÖÜ„\"»])|\n+")
ABBREVIATED = re.compile(r"(?:\b(?:Dr|Nr|Mio|Mrd|St|Prof|bzw|ca|usw|Abs|Art|Jan|Feb|Aug|Sept|Okt|Nov|Dez)|\d)\.$")


def sentences(text: str) -> list[str]:
    """The sentences of a text, roughly."""
    found: list[str] = []
    for piece in ENDING.split(text):
        if not piece or not piece.strip():
            continue
        if found and ABBREVIATED.search(found[-1]):
            found[-1] += " " + piece.strip()
        else:
            found.append(piece.strip())
    return found


def words(sentence: str) -> list[str]:
    """The words and marks of a sentence; the full stop at its end stands alone."""
    found = TOKEN.findall(sentence)
    if found and len(found[-1]) > 1 and found[-1].endswith(".") and found[-1].strip("."):
        found[-1:] = [found[-1][:-1], "."]
    return found


def wikinews(shared: Path) -> Iterator[list[str]]:
    """The sentences of all Wikinews articles."""
    with (shared / "corpora/wikinews-de.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield from map(words, sentences(json.loads(line)["text"]))


def germeval(shared: Path) -> Iterator[list[str]]:
    """The sentences of the GermEval 2014 dev part, as they are tokenised there."""
    text = (shared / "data/ner_germeval2014_devtest/NER-de-dev.tsv").read_text("utf-8")
    for block in text.split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        yield [row[1] for row in rows]


def main(shared: Path, out: Path) -> None:
    """Tag every sentence of 4 to 60 words."""
    tagger = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")
    with out.open("w", encoding="utf-8") as target:
        for tokens in chain(wikinews(shared), germeval(shared)):
            if 4 <= len(tokens) <= 60:
                for word, lemma, tag in tagger.tag_sent(tokens, taglevel=1):
                    target.write(f"{word}\t{tag}\t{lemma}\n")
                target.write("\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
