"""Documents find their places: groups, excerpts and boilerplate, in whatever order documents come."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.comparison.copies import boilerplate
from lagebild.comparison.copies.place import own_of, place, place_again
from lagebild.comparison.copies.report import Report, outlet_of, report_of
from lagebild.comparison.copies.shelf import MemoryShelf
from lagebild.comparison.copies.words import report_words
from lagebild.model.document import Document
from tests.comparison.copies.texts import BODY, FOOTER, OTHER, REPORT, SENTENCES, notice

Groups = frozenset[frozenset[str]]

SHORT = [sentence.split() for sentence in SENTENCES]
NEVER_ALONE = st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=9)


def shelved(reports: Mapping[str, Report], order: Iterable[str] | None = None) -> MemoryShelf[str]:
    shelf: MemoryShelf[str] = MemoryShelf()
    for key in order or reports:
        place(key, reports[key], shelf)
    return shelf


def groups(shelf: MemoryShelf[str]) -> Groups:
    return frozenset(frozenset(group) for group in shelf.groups.values() if len(group) > 1)


def excerpts(shelf: MemoryShelf[str]) -> set[tuple[str, str]]:
    """Those between two groups: inside one they say nothing."""
    return {(short, long) for short, long in shelf.excerpts if not shelf.one(short, long)}


def report(text: str, outlet: str = "") -> Report:
    return Report(report_words(text), outlet)


def test_a_copy_joins_its_original_and_others_stay_alone() -> None:
    texts = {"a": REPORT, "b": OTHER, "c": f"Frost am Fluss. {BODY}", "d": "", "e": "Foto: Kroll"}
    assert groups(shelved({key: report(text) for key, text in texts.items()})) == {frozenset("ac")}


def test_a_short_item_is_an_excerpt_of_the_report_that_holds_it() -> None:
    item = " ".join(SENTENCES[1:4])
    shelf = shelved({"item": report(item), "long": report(f"{OTHER} {item} {OTHER.replace('Abend', 'Morgen')}")})
    assert not groups(shelf)
    assert shelf.excerpts == {("item", "long")}


@pytest.mark.parametrize("outlet", ["deichbote", ""])
def test_a_footer_under_every_report_of_an_outlet_makes_no_copies(outlet: str) -> None:
    reports = {f"n{number}": report(f"{notice(number)} {notice(number + 50)} {FOOTER}", outlet) for number in range(40)}
    assert not groups(shelved(reports))
    few = {key: reports[key] for key in list(reports)[:3]}
    assert groups(shelved(few)), "in three reports the footer is not known as one, and most of the text"


def test_a_footer_does_not_hide_copies_between_outlets() -> None:
    reports = {f"n{number}": report(f"{notice(number)} {FOOTER}", "deichbote") for number in range(30)}
    reports["copy"] = report(f"{SENTENCES[1]} {SENTENCES[2]} {FOOTER}", "deichbote")
    reports["original"] = report(f"{SENTENCES[1]} {SENTENCES[2]}", "werftblatt")
    assert groups(shelved(reports)) == {frozenset({"copy", "original"})}


def test_many_printings_of_one_report_are_copies_though_all_of_it_stands_in_many() -> None:
    reports = {f"p{number}": report(f"{notice(number)} {REPORT}") for number in range(boilerplate.MANY * 2)}
    assert groups(shelved(reports)) == {frozenset(reports)}


def mixed() -> dict[str, Report]:
    """Copies, excerpts, footers of two outlets, repeated reports: what can go wrong with the order."""
    reports = {f"f{number}": report(f"{notice(number)} {FOOTER}", "deichbote") for number in range(14)}
    reports |= {f"p{number}": report(f"{REPORT} {notice(number + 60)}", "werftblatt") for number in range(12)}
    reports["cut"] = report(" ".join(SENTENCES[2:7]), "deichbote")
    reports["item"] = report(" ".join(SENTENCES[1:4]))
    reports["long"] = report(
        f"{OTHER} {' '.join(SENTENCES[1:4])} {OTHER.replace('Abend', 'Morgen')} {FOOTER}", "deichbote"
    )
    reports["other"] = report(OTHER, "werftblatt")
    return reports


@pytest.mark.parametrize("seed", range(6))
def test_the_order_in_which_documents_come_does_not_matter(seed: int) -> None:
    reports = mixed()
    expected = shelved(reports)
    order = sorted(reports)
    Random(seed).shuffle(order)
    found = shelved(reports, order)
    assert groups(found) == groups(expected)
    assert excerpts(found) == excerpts(expected)


@settings(max_examples=60)
@given(st.lists(st.tuples(NEVER_ALONE, st.sampled_from(["", "x"])), min_size=2, max_size=16), st.randoms())
def test_adding_one_by_one_gives_what_all_at_once_would(drawn: Sequence[tuple[list[int], str]], random: Random) -> None:
    reports = {
        f"d{number}": report(" ".join(SENTENCES[index] for index in indexes), outlet)
        for number, (indexes, outlet) in enumerate(drawn)
    }
    expected = shelved(reports)
    order = list(reports)
    random.shuffle(order)
    found = shelved(reports, order)
    assert groups(found) == groups(expected)
    assert excerpts(found) == excerpts(expected)


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from(["eis", "tor", "boot"]), max_size=9), max_size=20), st.randoms())
def test_tiny_and_empty_texts_break_nothing_and_equal_ones_are_one(drawn: list[list[str]], random: Random) -> None:
    reports = {f"d{number}": Report(tuple(words)) for number, words in enumerate(drawn)}
    order = list(reports)
    random.shuffle(order)
    found = shelved(reports, order)
    assert groups(found) == groups(shelved(reports))
    for one in reports:
        for other in reports:
            if reports[one].words == reports[other].words != ():
                assert found.one(one, other)


def test_a_document_whose_words_count_otherwise_leaves_its_group() -> None:
    reports = {"a": report(REPORT), "b": report(f"Frost. {BODY}"), "c": report(f"Eis. {BODY}")}
    shelf = shelved(reports)
    place_again("b", report(OTHER), shelf)
    assert groups(shelf) == {frozenset("ac")}
    place_again("b", reports["b"], shelf)
    assert groups(shelf) == {frozenset("abc")}
    place_again("a", report(OTHER), shelf)
    assert groups(shelf) == {frozenset("bc")}


def test_what_counts_is_told_apart_from_the_footer() -> None:
    reports = {f"n{number}": report(f"{notice(number)} {FOOTER}", "deichbote") for number in range(30)}
    shelf = shelved(reports)
    own = own_of(reports["n3"], shelf)
    kept = len(report_words(notice(3)))
    assert abs(len(own.words) - kept) <= 12
    assert own.words[:8] == report_words(notice(3))[:8]


def test_the_outlet_is_the_publisher_or_the_host() -> None:
    assert outlet_of(Document(id="a", text="", publisher=" Der  Deichbote ")) == "der deichbote"
    assert outlet_of(Document(id="a", text="", url="https://www.deichbote.example/a")) == "deichbote.example"
    assert outlet_of(Document(id="a", text="", url="https://[")) == outlet_of(Document(id="a", text="")) == ""


def test_a_report_is_made_from_a_document() -> None:
    made = report_of(Document(id="a", text="Eis\n\nDas Tor klemmt.", title="Eis", date=date(2031, 1, 7)), (), ["dpa"])
    assert made == Report(("das", "tor", "klemmt"), "", frozenset({"dpa"}), date(2031, 1, 7))
