"""Measures the tagger on the test part of UD German GSD: tags, lemmas, finite verbs, Konjunktiv, speed."""

import os
import re
import sys
import time
from pathlib import Path

from lagebild.analysis.tagger import tagger
from lagebild.language.load import Language

TEST = "data/ud_german_gsd/de_gsd-ud-test.conllu"
RENAMED = {"PAV": "PROAV"}
FINITE = {"VVFIN", "VAFIN", "VMFIN"}
Gold = tuple[str, str, str, str]


def gold_sentences(path: Path) -> list[list[Gold]]:
    """Sentences of (word, tag, lemma, mood); contracted words ("im") are one word."""
    sentences = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        sentence: list[Gold] = []
        skip = 0
        for number, row in enumerate(rows):
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                skip = last - first + 1
                sentence.append((row[1], "APPRART", rows[number + 1][2], ""))
            elif skip:
                skip -= 1
            else:
                mood = re.search(r"Mood=(\w+)", row[5])
                sentence.append((row[1], RENAMED.get(row[4], row[4]), row[2], mood[1] if mood else ""))
        if sentence:
            sentences.append(sentence)
    return sentences


def f1(gold: set[tuple[int, int]], found: set[tuple[int, int]]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * len(gold & found) / (len(gold) + len(found)) if gold or found else 1.0


def measure(shared: Path) -> dict[str, float]:
    """The figures by name. `shared` is the folder that holds the treebanks."""
    sentences = gold_sentences(shared / TEST)
    tag = tagger(Language("de")).tag
    right = lemmas = total = 0
    gold_finite: set[tuple[int, int]] = set()
    finite: set[tuple[int, int]] = set()
    gold_sub: set[tuple[int, int]] = set()
    sub: set[tuple[int, int]] = set()
    for number, sentence in enumerate(sentences):
        for position, ((_, gold_tag, lemma, mood), reading) in enumerate(
            zip(sentence, tag([w[0] for w in sentence]), strict=True)
        ):
            total += 1
            right += gold_tag == reading.tag
            lemmas += lemma.lower() == reading.lemma.lower()
            place = (number, position)
            if gold_tag in FINITE:
                gold_finite.add(place)
            if reading.tag in FINITE:
                finite.add(place)
            if mood == "Sub":
                gold_sub.add(place)
            if reading.verb and reading.verb.mood in {"kon1", "kon2"}:
                sub.add(place)
    started = time.perf_counter()
    for sentence in sentences:
        tag([w[0] for w in sentence])
    return {
        "stts accuracy": right / total,
        "lemma accuracy": lemmas / total,
        "finite verbs F1": f1(gold_finite, finite),
        "konjunktiv F1": f1(gold_sub, sub),
        "words per second": total / (time.perf_counter() - started),
    }


def main() -> None:
    """Print the figures."""
    shared = Path(os.environ.get("LAGEBILD_SHARED", Path(__file__).resolve().parents[1] / "../shared"))
    if not (shared / TEST).is_file():
        print(f"{shared / TEST} is not there; nothing measured")
        sys.exit(0)
    for name, value in measure(shared).items():
        print(f"{name:20} {value:10.4f}" if value <= 1 else f"{name:20} {value:10.0f}")


if __name__ == "__main__":
    main()
