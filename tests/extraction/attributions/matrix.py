"""Sentences put together from the parts of tests/golden/attribution_matrix.toml, with what must be found in them."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lagebild.language.notation import MarkedExample, parse_example

PARTS = tomllib.loads((Path(__file__).parents[2] / "golden" / "attribution_matrix.toml").read_text("utf-8"))
# Parentheses mark an addressee; those of the text wear another shape while the marks are read.
HIDDEN = str.maketrans("()", "⦅⦆")
SHOWN = str.maketrans("⦅⦆", "()")


class Case(NamedTuple):
    """A sentence with its marks, and the same with what stands before it."""

    marked: str
    example: MarkedExample
    before: str


def cases() -> Iterator[Case]:
    """Every source in every frame; verbs, contents, adverbials, tenses and quotation marks take turns."""
    turn = 0
    for frame in PARTS["matrix"]["frames"]:
        for source in PARTS["sources"]:
            yield case(frame, source, turn)
            turn += 1


def case(frame: str, source: dict[str, Any], turn: int) -> Case:
    """One sentence, the parts chosen by its turn."""
    verbs, contents = PARTS["verbs"], PARTS["contents"]
    verb, content = verbs[turn % len(verbs)], contents[turn // 3 % len(contents)]
    plural = source.get("plural", False)
    finite = verb["present" if turn % 4 == 1 else "past"][plural]
    particle = verb.get("particle", "")
    marks = PARTS["matrix"]["quotation_marks"][turn % 5]
    nominative = source["nominative"].translate(HIDDEN)
    first, second = content["quotation"]
    values = {
        "S": nominative, "D": source.get("dative", source["nominative"]).translate(HIDDEN),
        "V": finite, "P": particle, "L": particle + verb["past"][plural], "X": verb["participle"],
        "H": "haben" if plural else "hat",
        "A": PARTS["matrix"]["adverbials"][turn % 8], "B": PARTS["matrix"]["openers"][turn % 7],
        "Q": f"{marks[0]}{{{first}}}{marks[1]}",
        "q": f"{marks[0]}{{{first}}}{marks[1]}", "r": f"{marks[0]}{{{second}}}{marks[1]}",
        "I": content["indicative"], "K": content["konjunktiv"], "T": content["that"], "E": content["verb_first"],
        "M": content["mixed"],
    }  # fmt: skip
    chosen = re.sub(r"([\wäöüß]+)\|([\wäöüß]+)", lambda m: m.group(1 + plural), frame)
    marked = re.sub(r"\b[A-Zqr]\b", lambda m: values[m.group()], chosen)
    return _case(_tidied(marked), source.get("before", ""))


def _tidied(marked: str) -> str:
    """Without empty marks and double blanks; the comma of an apposition outside its mark, and only before a word."""
    marked = re.sub(r" ?<>", "", marked)
    marked = re.sub(r" +", " ", marked).replace("> <", " ")
    marked = re.sub(r",\](?=[.,:])", "]", marked).replace(",]", "],")
    marked = re.sub(r" ([.,:])", r"\1", marked)
    marked = marked.strip()
    start = next(i for i, character in enumerate(marked) if character.isalpha())
    return marked[:start] + marked[start].upper() + marked[start + 1 :]


def _case(marked: str, before: str) -> Case:
    example = parse_example(marked)
    return Case(marked.translate(SHOWN), example._replace(text=example.text.translate(SHOWN)), before)
