"""Measures deals, breaches and deployments on passages that were written for it, more varied than the articles."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lagebild import read
from quality.own import FOLDER
from quality.records import as_annotated, counted

PARTS = ("studied", "held")
KINDS = {"X": "exchanges", "B": "breaches", "D": "deployments"}
LINE = re.compile(r"(?P<kind>[XBD])(?P<optional>\??) (?P<status>[a-z/]+) \| (?P<rest>.+)")
Record = dict[str, Any]


class WrongLineError(ValueError):
    """A line that is no record, or one with words that its passage does not have."""


def measure(shared: Path | None) -> dict[str, float]:
    """F1 of each kind for both parts; no article of the shared folder is needed."""
    figures: dict[str, float] = {}
    for part in PARTS:
        counts = {kind: [0, 0, 0] for kind in KINDS.values()}
        for passage in passages(part):
            found = as_annotated(read(passage["text"], language="de"))
            for kind in counts:
                for at, number in enumerate(counted(kind, passage, found[kind])[:3]):
                    counts[kind][at] += number
        for kind, (wanted, said, right) in counts.items():
            figures[f"{part}_{kind}_f1"] = 2 * right / (wanted + said) if wanted + said else 0.0
    return figures


def passages(part: str) -> Iterator[Record]:
    """The passages of a part, "studied" or "held", with their records in the form of the annotated articles."""
    for block in (FOLDER / f"written-{part}.txt").read_text("utf-8").split("\n= "):
        yield parsed(block.removeprefix("= "))


def parsed(block: str) -> Record:
    """One passage: its name, its text, and the lines of its records."""
    name, *lines = block.splitlines()
    records = [line for line in lines if LINE.fullmatch(line)]
    text = "\n".join(line for line in lines if line not in records).strip()
    passage: Record = {"id": name, "text": text, **{kind: [] for kind in KINDS.values()}}
    for line in records:
        kind, record = _record(text, line)
        passage[kind].append(record)
    return passage


def _record(text: str, line: str) -> tuple[str, Record]:
    told = LINE.fullmatch(line)
    assert told is not None
    status, *other = told["status"].split("/")
    record: Record = {"status": status, "status_also": other, "optional": bool(told["optional"])}
    kind = KINDS[told["kind"]]
    if kind == "exchanges":
        sides = [side.split(": ", 1) for side in told["rest"].split(" ; ")]
        record["sides"] = [{**_codes("party", "also", code), "gives": _places(text, words)} for code, words in sides]
        return kind, {**record, "tie": []}
    who, thing = ("who", "rule") if kind == "breaches" else ("whose", "forces")
    code, words, *details = told["rest"].split(" | ")
    first, *more = _places(text, words)
    record |= {**_codes(who, f"{who}_also", code), thing: first, f"{thing}_also": more}
    for detail in details:
        name, _, told_as = detail.partition(" ")
        record[name] = _places(text, told_as)[0]
    return kind, record


def _codes(name: str, also: str, codes: str) -> Record:
    first, *others = (None if code == "null" else code for code in codes.split("/"))
    return {name: first, also: others}


def _places(text: str, words: str) -> list[list[int]]:
    """Everywhere that any of the alternatives stands, which " || " divides."""
    found = [[m.start(), m.end()] for one in words.split(" || ") for m in re.finditer(re.escape(one.strip()), text)]
    if not found:
        raise WrongLineError(f"the passage has no {words!r}: {text}")
    return found
