"""The tables of states, bodies, offices and their holders."""

import datetime
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from lagebild.extraction.entities.known import Term, in_office, known
from lagebild.language.load import Language
from lagebild.model import EntityKind

GERMAN = Language("de")
KNOWN = known(GERMAN)


def term(start: str, end: str | None) -> Term:
    day = datetime.date.fromisoformat
    return Term("Petra Holm", frozenset(("Ministerin",)), "NOR", "NOR", day(start), (end and day(end)) or None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2015-12-31", False), ("2016-01-01", True), ("2020-06-30", True), ("2020-07-01", False), (None, True)],
)
def test_a_term_holds_from_its_first_to_its_last_day(day: str | None, expected: bool) -> None:
    held = in_office(term("2016-01-01", "2020-06-30"), datetime.date.fromisoformat(day) if day else None)
    assert held is expected


def test_a_term_without_an_end_goes_on() -> None:
    assert in_office(term("2016-01-01", None), datetime.date(2099, 1, 1))


def test_terms_end_after_they_begin() -> None:
    terms = [found for holders in KNOWN.terms.values() for found in holders]
    assert len(terms) > 150
    assert [found.name for found in terms if found.end is not None and found.end < found.start] == []


def test_an_office_has_one_holder_at_a_time() -> None:
    """Terms that overlap would make a minister a matter of chance; the day of the handing over is both's."""
    by_office: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for found in {found for holders in KNOWN.terms.values() for found in holders}:
        for office in found.offices:
            by_office[found.code, office].append(found)
    overlapping = []
    for (code, office), terms in sorted(by_office.items()):
        terms.sort(key=lambda found: found.start)
        overlapping += [
            (code, office, before.name, after.name)
            for before, after in pairwise(terms)
            if before.end is None or before.end > after.start
        ]
    assert overlapping == []


def test_states_have_codes_of_three_letters_and_adjectives_in_lower_case() -> None:
    states = {body.code for body in KNOWN.bodies.values() if body.kind is EntityKind.STATE}
    assert len(states) > 100
    assert [code for code in states if code is None or len(code) != 3 or not code.isupper()] == []
    assert [stem for stem in KNOWN.adjectives if stem != stem.lower()] == []


def test_a_capital_a_government_and_a_people_mean_their_state() -> None:
    meant = {word: (KNOWN.bodies[word].code, KNOWN.bodies[word].form) for word in ("Moskau", "Kreml", "Russen")}
    assert meant == {"Moskau": ("RUS", "capital"), "Kreml": ("RUS", "government"), "Russen": ("RUS", "demonym")}


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Ministerin", ("person", "f")),
        ("Verteidigungsminister", ("person", "m")),
        ("Nachrichtenagentur", ("medium", "")),
        ("Stein", None),
    ],
)
def test_a_noun_is_judged_by_its_longest_known_ending(noun: str, expected: tuple[str, str] | None) -> None:
    assert KNOWN.kind_of(noun) == expected


@pytest.mark.parametrize("noun", ["Sekunde", "Urkunde", "Brett", "Krawatte", "Fregatte", "Stadtplan", "Ursache"])
def test_a_thing_is_nobody_though_it_ends_like_somebody(noun: str) -> None:
    assert KNOWN.kind_of(noun) is None


@pytest.mark.parametrize(
    ("table", "row", "word", "name"),
    [
        ("media.tsv", "name\tvariants\nMontagsblatt\tMoskau", "Moskau", "Montagsblatt"),
        ("media.tsv", "name\tvariants\nNatofunk\tNato", "Nato", "Natofunk"),
        ("organisations.tsv", "code\tname\tvariants\nMOB\tMoskauer Bank\tMoskau", "Moskau", "Moskauer Bank"),
        ("states.tsv", "code\tname\tcapitals\nXNO\tNordland\tMoskau", "Moskau", "Nordland"),
        ("states.tsv", "code\tname\tvariants\nXNO\tNordland\tNato", "Nato", "Nordland"),
    ],
)
def test_a_word_that_a_user_gives_to_somebody_is_theirs(
    tmp_path: Path, table: str, row: str, word: str, name: str
) -> None:
    """Our tables have the word too, in the same or in another table."""
    assert known(Language("de")).bodies[word].name != name
    (tmp_path / table).write_text(f"{row}\n", encoding="utf-8")
    assert known(Language("de", tmp_path)).bodies[word].name == name
