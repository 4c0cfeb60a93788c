"""Claims as known on a day: those of a base that holds only what had been published by then."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.comparison.claims import blocks
from lagebild.errors import UsageError
from lagebild.knowledge import KnowledgeBase
from lagebild.knowledge.claims import of_documents
from lagebild.model.codec import encode
from lagebild.model.situation import Situation
from lagebild.situation import situation_on_wire
from lagebild.store.claims import meeting
from tests.comparison.claims.reports import held

SENT = (
    "Kasachstan hat 800 Soldaten nach Tadschikistan geschickt, sagte der usbekische Präsident am Montag in Taschkent."
)
TEXTS = (
    SENT,
    "Rund 1.200 kasachische Soldaten sind nach Tadschikistan verlegt worden, berichtete der Geheimdienst Usbekistans.",
    "Die Regierung in Astana bestritt, Soldaten nach Tadschikistan geschickt zu haben. " + SENT,
    "Kasachische Soldaten kämpfen in Tadschikistan. Kasachstan entsandte Truppen nach Tadschikistan zum Kampf.",
    "Kasachstan will weitere Soldaten nach Tadschikistan schicken. Sie sollen am Pandsch einen Staudamm bewachen.",
    "Tadschikistan baut am Pandsch einen Staudamm. Kasachstan liefert Tadschikistan Weizen und Strom.",
)
DAYS = (None, "2031-03-03", "2031-03-04", "2031-03-05", "2031-04-20")
Report = tuple[int, str | None]
reports = st.lists(
    st.tuples(st.integers(0, len(TEXTS) - 1), st.sampled_from(DAYS)), min_size=1, max_size=8, unique=True
)


@contextmanager
def base_of(given: Sequence[Report]) -> Iterator[KnowledgeBase]:
    with TemporaryDirectory() as folder, KnowledgeBase(Path(folder) / "lage.db") as base:
        for text, day in given:
            told = f"{TEXTS[text]} Das meldete die {day or 'Zeitung'}."
            found = held(f"{text}-{day}", day, f"Blatt {text}", told)
            base.store.add(encode(found.findings), engine="test")
        base.store.refresh_identities()
        yield base


def told(found: Situation) -> dict[str, Any]:
    """All of a situation but what was asked, and what was left out for it."""
    wire = situation_on_wire(found)
    counts = {name: count for name, count in wire["counts"].items() if name != "undated"}
    return {**wire, "scope": None, "counts": counts, "notes": [name for name in wire["notes"] if "undated" not in name]}


@settings(max_examples=25, deadline=None)
@given(reports, st.sampled_from(DAYS[1:]), st.integers(1, 3), st.booleans())
def test_they_are_those_of_a_base_with_only_what_was_out_by_then(
    given: Sequence[Report], day: str, reach: int, merges: bool
) -> None:
    known = [(text, told) for text, told in given if told is not None and told <= day]
    with pytest.MonkeyPatch.context() as patch, base_of(given) as base, base_of(known) as then:
        patch.setattr(blocks, "REACH", reach)
        patch.setattr(meeting, "REACH", reach)
        keys = [claim.key for claim in base.claims()]
        if merges and len(keys) > 1:
            then.store.judge_all(base.merge_claims(keys[0], keys[-1], author="ada"))
            split = next((claim for claim in base.claims() if len(claim.tellings) > 1), None)
            if split is not None:
                then.store.judge_all(base.split_claim(split.key, split.tellings[-1].ref, author="ada"))
        as_of = date.fromisoformat(day)
        assert list(base.claims(as_of=as_of)) == list(then.claims())
        for words in ("Soldaten", "Tadschikistan Staudamm"):
            assert list(base.claims(words, as_of=as_of)) == list(then.claims(words))
        some = [item.key for item in then.documents()][::2]
        assert of_documents(base.store, some, as_of=as_of) == of_documents(then.store, some)
        assert told(base.situation(as_of=as_of)) == told(then.situation())


def test_a_base_that_cannot_be_written_knows_the_same() -> None:
    given = [(0, "2031-03-03"), (1, "2031-03-04"), (2, None), (3, "2031-03-05")]
    with base_of(given) as base:
        with KnowledgeBase(base.store.path, write=False) as reading:
            found = list(reading.claims(as_of=date(2031, 3, 4)))
        assert found == list(base.claims(as_of=date(2031, 3, 4)))


def test_two_reports_of_the_same_day_are_both_known_on_that_day() -> None:
    with base_of([(0, "2031-03-03"), (1, "2031-03-03")]) as base:
        (claim,) = base.claims("800", as_of=date(2031, 3, 3))
        assert [telling.day for telling in claim.tellings] == ["2031-03-03"] * 2


def test_undated_reports_are_known_on_no_day() -> None:
    with base_of([(0, None)]) as base:
        assert list(base.claims())
        assert not list(base.claims(as_of=date(2031, 12, 31)))


def test_days_that_leave_no_time_are_an_error() -> None:
    with base_of([(0, "2031-03-03")]) as base, pytest.raises(UsageError, match="turn the two around"):
        list(base.claims(since=date(2031, 3, 4), as_of=date(2031, 3, 3)))
