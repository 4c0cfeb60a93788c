"""Words that reports use for one thing stand for one row, phrases for what they say together."""

import pytest

from lagebild.comparison.claims.concepts import concepts_of, idioms_in
from tests.comparison.claims.reports import GERMAN


def stands_for(*words: str) -> set[str]:
    """The names of what the words stand for."""
    single = {item.name for word in words for item in concepts_of(word, GERMAN)}
    return single | {item.name for one in idioms_in(words, GERMAN) for item in one.meanings}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("entlassen", "gefeuert"),
        ("Fehlbetrag", "Haushaltsloch"),
        ("Streik", "Ausstand"),
        ("Kliniken", "Krankenhaus"),
        ("bestellt", "geordert"),
        ("Kampfflugzeuge", "Kampfjets"),
        ("gestorben", "Todesfälle"),
        ("Lokführer", "Fahrer"),
        ("Talsperre", "Staudamm"),
        ("unterzeichnet", "Unterzeichnung"),
    ],
)
def test_words_for_one_thing_stand_for_one_row(one: str, other: str) -> None:
    assert {name for name in stands_for(one) & stands_for(other) if name.isupper()}


@pytest.mark.parametrize(
    ("one", "other"),
    [("geschickt", "abgezogen"), ("steigt", "sinkt"), ("geöffnet", "geschlossen"), ("gewonnen", "verloren")],
)
def test_words_that_one_could_deny_with_each_other_stand_apart(one: str, other: str) -> None:
    assert not stands_for(one) & stands_for(other)


def test_a_word_of_two_meanings_stands_for_both() -> None:
    assert {"SHOOT", "FIRE STAFF"} <= stands_for("gefeuert")


@pytest.mark.parametrize(
    ("clause", "thing"),
    [
        ("die Ministerin legte gestern ihr Amt nieder", ""),
        ("die Ministerin hat ihr Amt niedergelegt", "RESIGN"),
        ("das Parlament gab grünes Licht", "APPROVE"),
        ("er sitzt nun hinter Gittern", "PRISON"),
        ("der Mann erlag seinen Verletzungen", "CASUALTIES"),
        ("das Land erteilte dem Plan eine Absage", "REJECT"),
        ("sie trägt ein grünes Kleid", ""),
    ],
)
def test_phrases_say_one_thing_together(clause: str, thing: str) -> None:
    meanings = {item.name for one in idioms_in(clause.split(), GERMAN) for item in one.meanings}
    assert thing in meanings if thing else not meanings


@pytest.mark.parametrize(
    ("form", "thing"),
    [
        ("Infanteristen", "SOLDIERS"),
        ("Söldnerinnen", "MERCENARY"),
        ("Rekruten", "CONSCRIPT"),
        ("Bombardierungen", "ATTACK"),
        ("Elitesöldnerinnen", "MERCENARY"),
    ],
)
def test_nouns_that_no_list_has_are_met_in_every_case(form: str, thing: str) -> None:
    assert thing in stands_for(form)


@pytest.mark.parametrize(
    ("word", "thing"), [("tot", "CASUALTIES"), ("erlaubt", "ALLOW"), ("verstärkt", "STRENGTHEN"), ("Scheitern", "FAIL")]
)
def test_usual_words_of_several_classes_stand_for_their_rows(word: str, thing: str) -> None:
    assert thing in stands_for(word)


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        ("massenhaft", "PRISON"),
        ("ernsthaft", "PRISON"),
        ("fest", "PUBLIC HOLIDAY"),
        ("achten", "CONDEMN"),
        ("Mannheim", "NURSING HOME"),
        ("einigen", "AGREE"),
    ],
)
def test_words_are_not_taken_for_others_that_are_spelled_alike(word: str, thing: str) -> None:
    assert thing not in stands_for(word)
