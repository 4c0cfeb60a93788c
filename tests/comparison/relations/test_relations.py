"""How the tellings of one claim stand to each other."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.comparison.origins import Publications
from lagebild.comparison.relations import with_relations
from lagebild.model.claim import Stance, Telling
from tests.comparison.tellings import GERMAN, claim, figure, published, telling

Told = tuple[str, str, str, str | None]


def relations(*tellings: Telling) -> list[Told]:
    found = with_relations(claim(*tellings), Publications(), GERMAN).relations
    return [(item.kind.value, item.one[0], item.other[0], item.about) for item in found]


def test_another_figure_differs_from_whoever_said_the_other_first() -> None:
    assert relations(
        telling("a", "2031-03-01", "Kroll", figures=[figure(10_000)]),
        telling("b", "2031-03-02", "Bonn", figures=[figure(10_000)]),
        telling("c", "2031-03-03", "Rühl", figures=[figure(14_000)]),
    ) == [("same", "b", "a", "figure"), ("differs", "c", "a", "figure")]


def test_the_same_voice_revises_its_figure_once() -> None:
    assert relations(
        telling("a", "2031-03-01", "Kroll", figures=[figure(10_000)]),
        telling("b", "2031-03-02", "Kroll", figures=[figure(14_000)]),
        telling("c", "2031-03-03", "Kroll", figures=[figure(10_000)]),
        telling("d", "2031-03-04", "Kroll", figures=[figure(14_000)]),
    ) == [("revises", "b", "a", "figure")]


def test_a_ministry_revises_what_its_minister_said() -> None:
    told = claim(
        telling("a", "2031-03-01", "Außenminister", code="PER", figures=[figure(10_000)]),
        telling("b", "2031-03-03", "Außenministerium", code="PER", figures=[figure(14_000)]),
    )
    (found,) = with_relations(told, Publications(), GERMAN).relations
    assert (found.kind.value, found.about) == ("revises", "figure")


def test_an_outlet_takes_back_a_figure_by_a_figure() -> None:
    told = claim(
        telling("a", "2031-03-01"),
        telling("a", "2031-03-01", "Kroll", at=40, figures=[figure(10_000)]),
        telling("b", "2031-03-03", stance=Stance.DENIES, figures=[figure(10_000)]),
    )
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-03", "Seepost"))
    found = with_relations(told, rows, GERMAN).relations
    assert ("revises", "b", "a", "figure") in [
        (item.kind.value, item.one[0], item.other[0], item.about) for item in found
    ]


def test_what_was_revised_is_held_against_nobody_later() -> None:
    assert relations(
        telling("a", "2031-03-01", "Kroll", figures=[figure(10_000)]),
        telling("b", "2031-03-02", "Kroll", figures=[figure(14_000)]),
        telling("c", "2031-03-03", "Rühl", figures=[figure(14_000)]),
    ) == [("revises", "b", "a", "figure"), ("same", "c", "b", "figure")]


def test_two_figures_of_one_voice_on_one_day_are_no_change_of_mind() -> None:
    assert relations(
        telling("a", "2031-03-01", "Kroll", figures=[figure(10_000)]),
        telling("b", "2031-03-01", "Kroll", figures=[figure(14_000)]),
    ) == []  # fmt: skip


def test_a_figure_of_two_of_one_day_that_is_printed_again_later_is_no_change_of_mind() -> None:
    assert relations(
        telling("a", "2031-03-01", "Kroll", figures=[figure(10_000)]),
        telling("b", "2031-03-01", "Kroll", figures=[figure(14_000)]),
        telling("c", "2031-03-02", "Kroll", figures=[figure(14_000)]),
        telling("d", "2031-03-03", "Kroll", figures=[figure(18_000)]),
    ) == [("revises", "d", "a", "figure")]


def test_a_figure_may_be_more_precise() -> None:
    assert relations(
        telling("a", "2031-03-01", "Kroll", figures=[figure(10_000, approximation="about")]),
        telling("b", "2031-03-02", "Bonn", figures=[figure(10_400)]),
    ) == [("more precise", "b", "a", "figure")]  # fmt: skip


def test_who_denies_and_who_confirms() -> None:
    assert relations(
        telling("a", "2031-03-01", "Kroll"),
        telling("b", "2031-03-02", "Bonn", stance=Stance.DENIES),
        telling("c", "2031-03-03", "Rühl", stance=Stance.CONFIRMS),
        telling("d", "2031-03-04", "Bonn", stance=Stance.DENIES),
    ) == [("denies", "b", "a", None), ("confirms", "c", "a", None)]


def test_who_denied_and_then_says_so_has_revised_himself() -> None:
    assert relations(
        telling("a", "2031-03-01", "Kroll"),
        telling("b", "2031-03-02", "Bonn", stance=Stance.DENIES),
        telling("c", "2031-03-05", "Bonn", stance=Stance.CONFIRMS),
    ) == [("denies", "b", "a", None), ("confirms", "c", "a", None), ("revises", "c", "b", None)]


def test_an_outlet_denies_nothing_but_takes_back_what_it_told() -> None:
    told = claim(
        telling("a", "2031-03-01", "Kroll", figures=[figure(1_000)]),
        telling("b", "2031-03-02", figures=[figure(1_000)]),
        telling("c", "2031-03-03", figures=[figure(1_000)], stance=Stance.DENIES),
    )
    publications = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Blitz"), ("c", "2031-03-03", "Blitz"))
    found = with_relations(told, publications, GERMAN).relations
    assert [(item.kind.value, item.one[0], item.other[0], item.about) for item in found] == [
        ("revises", "c", "b", "figure")
    ]
    assert found[0].reason == "Blitz takes back what it had told on 2031-03-02"


def test_other_days_differ_and_a_month_is_made_more_precise() -> None:
    def told(key: str, day: str, voice: str, first: str, last: str) -> Telling:
        return telling(key, day, voice, first_day=first, last_day=last)

    assert relations(
        told("a", "2031-03-01", "Kroll", "2031-02-01", "2031-02-28"),
        told("b", "2031-03-02", "Bonn", "2031-02-10", "2031-02-10"),
        told("c", "2031-03-03", "Rühl", "2031-02-12", "2031-02-12"),
    ) == [
        ("more precise", "b", "a", "time"), ("more precise", "c", "a", "time"), ("differs", "c", "b", "time"),
    ]  # fmt: skip


def test_a_later_voice_that_adds_nothing_says_the_same() -> None:
    assert relations(telling("a", "2031-03-01", "Kroll"), telling("b", "2031-03-02", "Bonn")) == [
        ("same", "b", "a", None)
    ]


def test_every_relation_says_why_in_words_that_name_both() -> None:
    told = claim(
        telling("a", "2031-03-01", "Kroll", figures=[figure(10_000)]),
        telling("b", "2031-03-02", "Bonn", figures=[figure(14_000)]),
    )
    (relation,) = with_relations(told, Publications(), GERMAN).relations
    assert relation.reason == "Bonn and Kroll: 14,000 is not 10,000"


drawn = st.lists(
    st.tuples(
        st.sampled_from("abcdef"),
        st.integers(0, 2),
        st.sampled_from([None, "Kroll", "Bonn", "Rühl"]),
        st.sampled_from([None, 10_000, 10_400, 14_000]),
        st.sampled_from(list(Stance)),
    ),
    min_size=1, max_size=12, unique_by=lambda row: row[:2],
)  # fmt: skip
days = st.sampled_from([None, "2031-03-01", "2031-03-02", "2031-03-03"])


@settings(max_examples=150, deadline=None)
@given(drawn, st.lists(days, min_size=6, max_size=6), st.randoms())
def test_the_order_of_tellings_changes_nothing(
    rows: list[tuple[str, int, str | None, int | None, Stance]], dated: list[str | None], dice: random.Random
) -> None:
    day = dict(zip("abcdef", dated, strict=True))
    tellings = [
        telling(key, day[key], name, at=at * 30, stance=stance, figures=[figure(number)] if number else [])
        for key, at, name, number, stance in rows
    ]
    found = with_relations(claim(*tellings), Publications(), GERMAN).relations
    refs = {told.ref for told in tellings}
    assert all({item.one, item.other} <= refs and item.one != item.other for item in found)
    dice.shuffle(tellings)
    assert with_relations(claim(*tellings), Publications(), GERMAN).relations == found
