"""Names of persons: a given name makes a name of the word behind it, whatever else that word means."""

import pytest

from tests.analysis.golden import parsed


def names(text: str) -> list[str]:
    return [token.text for token in parsed(text).tokens if token.tag == "NE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestern sprach Ute Wald.", ["Ute", "Wald"]),
        ("Gestern sprach Mark Rutte.", ["Mark", "Rutte"]),
        ("Gestern sprach Ursula von der Leyen.", ["Ursula", "Leyen"]),
        ("Er zahlte eine Mark Strafe.", []),
        ("Gestern sprach Karl-Heinz Wald.", ["Karl-Heinz", "Wald"]),
    ],
)
def test_given_names_make_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_name_around_particles_is_one_phrase() -> None:
    analysis = parsed("Ursula von der Leyen sprach.")
    assert [analysis.words(phrase.first, phrase.last) for phrase in analysis.phrases] == ["Ursula von der Leyen"]


def test_a_surname_with_its_particles_stays_a_name_without_the_given_name() -> None:
    text = "Ursula von der Leyen kam. Man hatte von der Leyen erwartet. Von der Leyen blieb."
    assert names(text) == ["Ursula", "Leyen", "von", "der", "Leyen", "Von", "der", "Leyen"]


def test_a_preposition_stays_one_behind_the_noun_that_governs_it() -> None:
    assert names("Petra von Holm kam. Der Brief von Holm liegt da.") == ["Petra", "Holm", "Holm"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sebastian Kurz kam. Gestern nannte Kurz den Plan gut.", True),
        ("Sebastian Kurz kam. Kurz sagte nichts.", True),
        ("Sebastian Kurz kam. Kurz nach acht schwieg er.", False),
        ("Ute Wald kam. Der Wald brennt.", False),
        ("Ute Wald kam. Das sagte Wald.", True),
        ("Gestern nannte Kurz den Plan gut.", False),
    ],
)
def test_a_surname_that_is_also_a_word_is_a_name_where_the_text_names_the_person(text: str, expected: bool) -> None:
    assert (len(names(text)) == 3) is expected


def test_capitals_between_an_article_and_a_closing_mark_are_a_title() -> None:
    """As "Wall", which begins no order in "das „Wall Street Journal“"."""
    assert names("Der Hafen werde verkauft, berichtet das „Wall Street Journal“.") == ["Wall", "Street", "Journal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie traf in Oslo Ada Holm.", ["Sie", "Oslo", "Ada Holm"]),
        ("Sie sprach mit Ada Holm.", ["Sie", "Ada Holm"]),
        ("Sie sprach mit Lotsin Ada Holm.", ["Sie", "Lotsin Ada Holm"]),
        ("Das sagte Omar al-Hadi.", ["Das", "Omar al-Hadi"]),
    ],
)
def test_a_place_is_no_part_of_the_name_behind_it(text: str, expected: list[str]) -> None:
    analysis = parsed(text)
    assert [analysis.words(phrase.first, phrase.last) for phrase in analysis.phrases] == expected


def test_a_surname_that_no_table_knows_is_one_behind_an_adjective_too() -> None:
    assert names("Ada Gülmen kam. Die kranke Gülmen schwieg.") == ["Ada", "Gülmen", "Gülmen"]
