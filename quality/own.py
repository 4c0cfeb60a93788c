"""The project's own annotations, put together with their texts; annotated/README.md says what they are."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

Annotation = dict[str, Any]

FOLDER = Path(__file__).resolve().parent / "annotated"
DIGITS = 16
"""So many digits of its hash tell a text."""


def statements(shared: Path, part: str) -> list[Annotation]:
    """The articles of a part, "studied" or "held", with attributions and events in the form of the gold files."""
    found = []
    for article in _with_texts(shared, "statements"):
        if article["part"] != part:
            continue
        for said in article["attributions"]:
            said["speaker"] = _spelled(said["speaker"], article["text"])
        found.append(article)
    return found


def records(shared: Path) -> list[Annotation]:
    """The articles with exchanges, breaches, threats and deployments."""
    return list(_with_texts(shared, "records"))


def places(shared: Path) -> list[Annotation]:
    """The articles with their places, each of which has `start`, `end`, `code`, `kind` and `optional`."""
    names = ("start", "end", "code", "kind", "optional")
    found = list(_with_texts(shared, "places"))
    for article in found:
        article["places"] = [dict(zip(names, place, strict=True)) for place in article["places"]]
    return found


def _with_texts(shared: Path, name: str) -> Iterator[Annotation]:
    """The annotated articles whose texts are there and are still the same, in the order of the file."""
    articles = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    texts: dict[str, dict[str, str]] = {}
    for article in articles:
        corpus = article["corpus"]
        if corpus not in texts:
            texts[corpus] = _texts(shared / "corpora" / f"{corpus}.jsonl")
        text = texts[corpus].get(article["id"])
        if text is not None and hashlib.sha256(text.encode()).hexdigest()[:DIGITS] == article["sha256"]:
            yield {**article, "text": text}


@cache
def _texts(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    found = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return {record["id"]: record["text"] for record in found}


def _spelled(pieces: list[list[int] | str] | None, text: str) -> str | None:
    if pieces is None:
        return None
    return " ".join(piece if isinstance(piece, str) else text[piece[0] : piece[1]] for piece in pieces)
