"""The answer keys hold together: words stand in their reports, names are explained, numbers are true."""

from collections import Counter
from itertools import combinations

import pytest

from lagebild.model.span import Span
from quality.situations.figures import anywhere
from quality.situations.found import FoundValue
from quality.situations.key import (
    DEVELOPMENT,
    FOLDER,
    HELD,
    MATTERS,
    PARTS,
    Key,
    KeyClaim,
    KeyTelling,
    Place,
    folder,
    key,
    matters,
    reports,
)

SMALL = (*matters(), *matters(held=True))
ALL = (*PARTS, *SMALL)
EVERY_KEY = pytest.mark.parametrize("part", ALL)
EVERY_MATTER = pytest.mark.parametrize("part", SMALL)
STANCES = {"asserts", "confirms", "denies", "doubts"}
ASSERTING = ("asserts", "confirms")


def test_it_is_large_enough_to_measure_with() -> None:
    several = {part: sum(len({one.place.report for one in claim.tellings}) > 1 for claim in key(part).claims)
               for part in PARTS}  # fmt: skip
    assert several[DEVELOPMENT] >= 40
    assert several[HELD] >= 30
    assert sum(len(key(part).ledgers) for part in PARTS) >= 8


@EVERY_KEY
def test_words_stand_in_their_report_just_once_and_overlap_no_other_telling_of_the_claim(part: str) -> None:
    for claim in key(part).claims:
        for one in claim.tellings:
            assert reports()[one.place.report].text[one.place.start : one.place.end] == one.words
            clashing = [
                other
                for other in claim.tellings
                if other is not one
                and other.place.report == one.place.report
                and other.place.start < one.place.end
                and one.place.start < other.place.end
            ]
            assert clashing == []


@EVERY_KEY
def test_every_voice_is_explained_and_says_something_in_the_claim(part: str) -> None:
    asked = key(part)
    for claim in asked.claims:
        told = {one.voice for one in claim.tellings}
        named = {claim.first[1], *(name for one in claim.relations for name in (one.voice, one.to) if name)}
        assert named <= told, claim.id
        assert told <= set(asked.voices), claim.id
    assert {value.source for ledger in asked.ledgers for value in ledger.values} <= set(asked.voices)


@EVERY_KEY
def test_origins_are_as_many_as_bodies_that_say_so_of_their_own(part: str) -> None:
    asked = key(part)
    for claim in asked.claims:
        bodies = {asked.voices[one.voice].body for one in _origins(claim)}
        assert claim.origins[0] == len(bodies), claim.id


@EVERY_KEY
def test_the_first_sayer_is_the_first_who_says_so(part: str) -> None:
    for claim in key(part).claims:
        days = {(one.place.report, one.voice): reports()[one.place.report].date for one in _origins(claim)}
        known = [day for day in days.values() if day]
        assert days[claim.first] == (min(known) if known else None), claim.id


@EVERY_KEY
def test_who_revises_has_said_something_before(part: str) -> None:
    for claim in key(part).claims:
        for relation in claim.relations:
            if relation.kind == "revises":
                assert len([one for one in claim.tellings if one.voice == relation.voice]) > 1, claim.id


@EVERY_KEY
def test_values_stand_in_their_report_on_its_day(part: str) -> None:
    for ledger in key(part).ledgers:
        for value in ledger.values:
            day = reports()[value.place.report].date
            assert day is not None
            assert value.day == day.isoformat()


@EVERY_KEY
def test_a_ledger_that_repeats_the_key_is_right(part: str) -> None:
    asked = key(part)
    for ledger in asked.ledgers:
        values = [
            FoundValue(
                one.place.report, _span(one.place), one.low, one.high, asked.voices[one.source].names[:1], one.day
            )
            for one in ledger.values
        ]
        assert anywhere(ledger, [values], asked.voices) == list(ledger.values)


def test_no_two_keys_share_a_report_or_the_name_of_a_claim_or_of_a_ledger() -> None:
    for one, other in combinations(map(key, ALL), 2):
        assert not _reports(one) & _reports(other)
    named = Counter(
        name for part in ALL for name in [one.id for one in key(part).claims] + [one.id for one in key(part).ledgers]
    )
    assert {name: number for name, number in named.items() if number > 1} == {}


@EVERY_MATTER
def test_a_matter_tells_of_the_reports_in_its_folder_and_of_each_of_them(part: str) -> None:
    stems = {path.stem for path in folder(part).glob("*.md")}
    assert _reports(key(part)) == stems
    assert all(stem.startswith(f"{part}-") for stem in stems)
    assert all(reports()[stem].date for stem in stems)


@EVERY_KEY
def test_stances_are_those_of_the_guide(part: str) -> None:
    assert {one.stance for one in key(part).tellings} <= STANCES


@EVERY_MATTER
def test_every_denial_is_a_relation_and_the_reverse(part: str) -> None:
    for claim in key(part).claims:
        told = {one.voice for one in claim.tellings if one.stance == "denies"}
        assert told == {one.voice for one in claim.relations if one.kind == "denies"}, claim.id


def test_every_folder_of_a_matter_has_a_key() -> None:
    assert {path.name for path in MATTERS.iterdir() if path.is_dir()} == set(SMALL)


def test_the_guide_tells_of_every_matter_and_which_are_held() -> None:
    lines = (FOLDER / "GUIDE.md").read_text("utf-8").splitlines()
    for part in SMALL:
        line = next(line for line in lines if line.startswith(f"| `{part}` |"))
        assert ("| held |" in line) == (part in matters(held=True)), part


def _reports(asked: Key) -> set[str]:
    return {one.place.report for one in asked.tellings}


def _origins(claim: KeyClaim) -> list[KeyTelling]:
    """Who says so of their own; where nobody says so, who holds it possible."""
    saying = [one for one in claim.tellings if one.stance in ASSERTING and not one.repeats]
    return saying or [one for one in claim.tellings if one.stance != "denies" and not one.repeats]


def _span(place: Place) -> Span:
    return Span(place.start, place.end)
