"""Whole corpora, where they lie beside the project: nothing breaks, nothing points outside the text."""

import datetime
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from lagebild import read
from lagebild.model.codec import encode

CORPORA = ("derstandard-de", "msn-news-de")
REREAD = 25
"""Of so many articles one is read a second time."""


def records(shared: Path, corpus: str) -> Iterator[dict[str, Any]]:
    with (shared / "corpora" / f"{corpus}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def wire(record: dict[str, Any]) -> str:
    """The output for one article; `encode` refuses a span outside the text."""
    day = datetime.date(2017, 6, 14)
    return json.dumps(encode(read(record["text"], date=day, language="de", id=record["id"])))


def problem(record: dict[str, Any]) -> str | None:
    """What went wrong with one article, None when nothing did."""
    try:
        wire(record)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is the finding of this test
        return f"{record['id']}: {error!r}"
    return None


@pytest.mark.slow
@pytest.mark.parametrize("corpus", CORPORA)
def test_every_article_is_read(shared: Path, corpus: str) -> None:
    with ProcessPoolExecutor() as pool:
        found = [line for line in pool.map(problem, records(shared, corpus), chunksize=32) if line]
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("corpus", CORPORA)
def test_an_article_read_after_others_gives_the_same_bytes(shared: Path, corpus: str) -> None:
    articles = list(records(shared, corpus))[::REREAD]
    first = [wire(article) for article in articles]
    assert [wire(article) for article in reversed(articles)][::-1] == first
