"""What fresh documents bring to claims."""

import random

from lagebild.comparison.ledgers import accounts_of, numbers_of
from lagebild.comparison.origins import Publications, publications_of
from lagebild.model.claim import Claim, Stance, Telling
from lagebild.watching import News, news_of
from tests.comparison.claims.reports import held
from tests.comparison.tellings import GERMAN, claim, figure, telling

NAMES = {"PER": "Peru", "CHL": "Chile"}


def news(told: Claim, *fresh: str) -> tuple[News, ...]:
    return news_of([told], fresh, Publications(), GERMAN, names=NAMES)


def kinds(told: Claim, *fresh: str) -> list[tuple[str, str]]:
    return [(item.kind.value, item.document) for item in news(told, *fresh)]


def kroll(day: int, **more: object) -> Telling:
    return telling(f"d{day}", f"2031-03-0{day}", "Kroll", **more)  # type: ignore[arg-type]


def bonn(day: int, **more: object) -> Telling:
    return telling(f"d{day}", f"2031-03-0{day}", "Bonn", **more)  # type: ignore[arg-type]


def test_a_claim_that_nobody_made_before_is_new_once() -> None:
    told = claim(kroll(1), kroll(2))
    (item,) = news(told, "d1", "d2")
    assert (item.kind.value, item.document, item.words) == ("claim", "d1", told.tellings[0].words)
    assert item.sentence == "Kroll says so first"


def test_another_speaker_is_a_new_origin_and_the_same_one_is_not() -> None:
    assert kinds(claim(kroll(1), bonn(2)), "d2") == [("origin", "d2")]
    assert kinds(claim(kroll(1), kroll(2)), "d2") == []


def test_a_denial_is_new_once() -> None:
    denied = claim(kroll(1), bonn(2, stance=Stance.DENIES), bonn(3, stance=Stance.DENIES))
    assert kinds(denied, "d2", "d3") == [("denial", "d2")]
    assert kinds(denied, "d3") == []


def test_a_figure_that_changes_is_new() -> None:
    told = claim(kroll(1, figures=[figure(800)]), kroll(2, figures=[figure(1_200)]), bonn(3, figures=[figure(3_000)]))
    assert kinds(told, "d2") == [("revision", "d2")]
    assert kinds(told, "d3") == [("figure", "d3"), ("origin", "d3")]


def test_who_is_told_of_for_the_first_time_is_new_by_name() -> None:
    told = claim(kroll(1, sides=("PER",)), kroll(2, sides=("PER", "CHL")), kroll(3, sides=("CHL",)))
    (item,) = news(told, "d2", "d3")
    assert (item.kind.value, item.sentence) == ("actor", "Chile is told of in this matter for the first time")
    assert item.document == "d2"


def test_who_was_told_of_by_more_or_less_of_his_name_is_not_new() -> None:
    told = claim(kroll(1, sides=("PER",)), bonn(2, sides=("n1",)))
    for name, new in (("Ada Kroll", 0), ("Kroll", 0), ("Ada Lind", 1)):
        found = news_of([told], ["d2"], Publications(), GERMAN, names={**NAMES, "n1": name})
        assert len([item for item in found if item.sentence.startswith(name)]) == new


def test_a_figure_of_the_ledger_that_changes_is_new_whatever_claim_it_stands_in() -> None:
    holdings = [
        held("x", "2031-03-01", "Seepost", "„In Arica sind 800 chilenische Soldaten“, sagte Präsidentin Ada Kroll."),
        held("y", "2031-03-04", "Kurier", "„In Arica sind 1.300 chilenische Soldaten“, sagte Präsidentin Ada Kroll."),
    ]
    publications = publications_of(holdings, GERMAN)
    numbers = [number for holding in holdings for number in numbers_of(holding, GERMAN)]
    accounts = accounts_of(numbers, publications, GERMAN)
    (item,) = news_of([], {"dy"}, publications, GERMAN, names={}, accounts=accounts)
    assert (item.kind.value, item.sentence) == ("revision", "Ada Kroll revises it: 1,300 is not 800")
    assert news_of([], {"dx"}, publications, GERMAN, names={}, accounts=accounts) == ()


def test_nothing_fresh_is_no_news() -> None:
    told = claim(kroll(1), bonn(2, stance=Stance.DENIES))
    assert news(told) == ()
    assert news(told, "elsewhere") == ()


def test_keys_tell_the_same_news_again_and_order_changes_nothing() -> None:
    told = [kroll(1), bonn(2, stance=Stance.DENIES), bonn(3), kroll(4, figures=[figure(8)], sides=("CHL",))]
    expected = news(claim(*told), "d2", "d3", "d4")
    assert len({item.key for item in expected}) == len(expected) > 1
    random.Random(2).shuffle(told)
    shuffled = Claim("c1", expected[0].gloss, told[0].ref, tuple(told))
    assert news_of([shuffled], {"d4", "d3", "d2"}, Publications(), GERMAN, names=NAMES) == expected
