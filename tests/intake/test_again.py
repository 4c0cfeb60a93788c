"""Documents taken apart again in children."""

import time
from contextlib import closing

import pytest

from lagebild.intake.again import read_again
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options, Units
from lagebild.model.document import Document
from lagebild.model.packing import unpacked


def documents(count: int) -> list[tuple[str, Document]]:
    texts = (f"Ada Kroll sagte {number} Worte." for number in range(count))
    return [(f"d{number}", Document(str(number), text, "de")) for number, text in enumerate(texts)]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_documents(workers: int) -> None:
    results = list(read_again(documents(12), options=Options(), workers=workers))
    assert [result.key for result in results] == [f"d{number}" for number in range(12)]
    assert all(result.found and unpacked(result.found, "")["language"] == "de" for result in results)


def test_nothing_gives_nothing() -> None:
    assert list(read_again([], options=Options(), workers=2)) == []


def test_a_text_in_a_language_that_cannot_be_read_has_a_reason_and_the_others_go_on() -> None:
    german = documents(1)
    other = ("x", Document(id="x", text="Le ministre a dit que la porte reste fermée.", language="fr"))
    results = list(read_again([other, *german], options=Options(), workers=1))
    assert results[0].found is None
    assert "fr" in (results[0].reason or "")
    assert results[1].found is not None


def test_one_that_costs_its_child_the_life_is_told_and_the_others_go_on() -> None:
    units = Units(extract="tests.intake.acts:extract")
    texts = [("d0", "Eins"), ("d1", "!abort"), ("d2", "Drei")]
    given = [(key, Document(id=key, text=text, language="de")) for key, text in texts]
    results = list(read_again(given, options=Options(), workers=1, limits=Limits(seconds=5), units=units))
    assert [result.found is None for result in results] == [False, True, False]


def test_closing_it_early_ends_the_children() -> None:
    begun = time.monotonic()
    with closing(read_again(documents(500), options=Options(), workers=1)) as results:
        next(results)
    assert time.monotonic() - begun < 60
