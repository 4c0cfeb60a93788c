"""Which office somebody holds, of which state and body."""

import random

import pytest

from lagebild.comparison.origins.posts import Post, agreed_posts, posts_of
from tests.comparison.claims.reports import held
from tests.comparison.tellings import GERMAN


def posts(text: str) -> dict[str, Post]:
    return {post.name: post for post in posts_of(held("x", "2031-03-03", "Seepost", text).findings, GERMAN)}


def test_a_minister_is_of_the_state_in_whose_capital_he_speaks() -> None:
    told = posts("„Das ist falsch“, sagte Außenminister Timur Rachimow in Taschkent.")
    assert (told["Timur Rachimow"].office, told["Timur Rachimow"].code) == ("Außenminister", "UZB")


def test_a_minister_is_of_the_state_whose_ministry_the_report_names() -> None:
    told = posts(
        "Der Abfluss sei verringert worden, teilte das Energieministerium in Bischkek mit. "
        "Grund sei die Wartung, sagte Energieminister Bakyt Tursunow."
    )
    assert told["Bakyt Tursunow"].code == "KGZ"


def test_a_head_belongs_to_the_body_behind_or_within_his_office() -> None:
    told = posts(
        "Das Werk sei sicher, sagte der Direktor der Nordwerft, Jan Holm. Es brenne, sagte Feuerwehrchef Ole Renz."
    )
    assert told["Jan Holm"].body == "Nordwerft"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Gewerkschaftschefin Ada Kroll", "Gewerkschaft"),
        ("Oberstaatsanwältin Ada Kroll", "Staatsanwaltschaft"),
        ("Kreisbrandmeister Jan Holm", "Feuerwehr"),
        ("Betriebsratschef Jan Holm", "Betriebsrat"),
        ("Personalvorstand Jan Holm", "Unternehmen"),
    ],
)
def test_an_office_tells_its_body(words: str, body: str) -> None:
    assert [post.body for post in posts(f"Es brenne, sagte {words}.").values()] == [body]


def test_who_runs_a_firm_is_of_the_one_named_before() -> None:
    told = posts("Der Hersteller Bluma liefert nicht. Es brenne, sagte Vorstandschef Jan Holm.")
    assert told["Jan Holm"].body == "Bluma"


def test_what_is_told_of_a_surname_is_told_of_its_only_holder() -> None:
    told = agreed_posts(
        [Post("Ada Kroll", "Sprecherin", None, None), Post("Kroll", "Konzernsprecherin", None, "Konzern")]
    )
    assert told["kroll"] == told["ada kroll"]
    assert told["kroll"].body == "Konzern"


def test_what_most_documents_say_of_somebody_holds_in_any_order() -> None:
    told = [
        Post("Ada Kroll", "Ministerin", "PER", None), Post("Ada Kroll", "Außenministerin", "PER", None),
        Post("Ada Kroll", "Außenministerin", None, None), Post("Kroll", "Außenministerin", "CHL", None),
    ]  # fmt: skip
    first = agreed_posts(told)
    random.Random(3).shuffle(told)
    assert agreed_posts(told) == first
    assert (first["ada kroll"].office, first["ada kroll"].code) == ("Außenministerin", "PER")
    assert first["kroll"] == first["ada kroll"]


def test_a_name_that_is_nothing_but_marks_is_nobody_and_costs_nobody_else() -> None:
    accent = Post("\u0301", "Minister", "DEU", None)
    there = Post("Ute Wald", "Ministerin", "DEU", None)
    assert set(agreed_posts([accent, there])) == {"ute wald", "wald"}
    assert agreed_posts([accent]) == {}
