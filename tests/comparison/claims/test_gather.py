"""Claims of several reports."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.gather import claims_of
from lagebild.model.claim import Claim
from tests.comparison.claims.reports import GERMAN, REPORTS, held, holding

ALL = tuple(REPORTS)


def claims(*names: str) -> tuple[Claim, ...]:
    return claims_of([holding(name) for name in names], GERMAN)


def with_words(found: tuple[Claim, ...], words: str) -> Claim:
    return next(claim for claim in found if any(words in telling.words for telling in claim.tellings))


def documents(claim: Claim) -> list[str]:
    return [telling.document for telling in claim.tellings]


def test_tellings_with_other_figures_and_denials_are_of_one_claim() -> None:
    sent = with_words(claims(*ALL), "800 Soldaten")
    assert documents(sent) == ["da", "db", "db"]
    assert [telling.stance for telling in sent.tellings] == ["asserts", "asserts", "denies"]


def test_what_everybody_tells_not_to_be_so_is_the_matter_and_no_denial() -> None:
    text = "Peru lasse sich von Chile nicht erpressen, sagte die Ministerin Ada Rojas am Montag in Lima."
    found = claims_of([held("e", "2031-03-05", "Tagesblick", text)], GERMAN)
    assert [telling.stance for telling in with_words(found, "erpressen").tellings] == ["asserts"]


def test_who_denies_by_what_he_does_denies_also_alone() -> None:
    text = "Die Regierung in Lima bestritt am Montag, Soldaten nach Chile geschickt zu haben."
    found = claims_of([held("e", "2031-03-05", "Tagesblick", text)], GERMAN)
    assert [telling.stance for telling in with_words(found, "Soldaten").tellings] == ["denies"]


def test_what_two_reports_tell_of_the_same_sides_stays_apart_where_the_matter_is_another() -> None:
    found = claims(*ALL)
    assert documents(with_words(found, "Staudamm")) == ["dc", "dd"]
    assert documents(with_words(found, "Weizen")) == ["dc"]
    assert documents(with_words(found, "Einbrecher")) == ["dd"]


def test_what_several_reports_tell_comes_before_what_one_repeats() -> None:
    caption = "Der Verband der Imker hat den Preis für Honig wegen des nassen Sommers um ein Drittel erhöht."
    found = claims_of([*map(holding, ALL), held("e", "2031-03-05", "Tagesblick", "\n\n".join([caption] * 5))], GERMAN)
    repeated = with_words(found, "Imker")
    assert documents(repeated) == ["de"] * 5
    several = [claim for claim in found if len(set(documents(claim))) > 1]
    assert several
    assert found[: len(several)] == tuple(several)
    assert found[len(several)] == repeated


def test_the_dead_and_the_injured_of_an_accident_are_two_matters() -> None:
    texts = {
        "e": "Bei dem Brand in der Papierfabrik von Steinau starben drei Menschen, sagte Feuerwehrchef Bruno Hain.",
        "f": "Bei dem Brand in der Papierfabrik von Steinau wurden neun Menschen verletzt, sagte Feuerwehrchef Hain.",
        "g": "Bei dem Brand in der Papierfabrik von Steinau kamen vier Menschen ums Leben, sagte Feuerwehrchef Hain.",
    }
    found = claims_of([held(name, "2031-05-04", "Tagesblick", text) for name, text in texts.items()], GERMAN)
    assert documents(with_words(found, "verletzt")) == ["df"]


def test_the_dead_and_the_injured_of_a_force_are_its_losses() -> None:
    texts = {
        "e": "Nach Angaben des Geheimdienstes wurden in Tadschikistan 80 kasachische Soldaten getötet.",
        "f": "Nach Angaben des Geheimdienstes wurden in Tadschikistan 95 kasachische Soldaten verwundet.",
    }
    found = claims_of([held(name, "2031-05-04", "Tagesblick", text) for name, text in texts.items()], GERMAN)
    assert documents(with_words(found, "getötet")) == ["de", "df"]


def test_every_tie_says_why() -> None:
    for claim in claims(*ALL):
        refs = {telling.ref for telling in claim.tellings}
        for tie in claim.ties:
            assert {tie.one, tie.other} <= refs
            assert 0 < tie.score <= 1
            assert tie.reason


def test_the_words_of_a_telling_are_those_of_its_document() -> None:
    for claim in claims(*ALL):
        assert claim.gloss in {telling.words for telling in claim.tellings}
        for telling in claim.tellings:
            text = holding(telling.document[1:]).findings.document.text
            assert telling.words == " … ".join(span.of(text) for span in telling.spans)


@given(st.permutations(ALL))
def test_the_order_of_documents_does_not_matter(names: list[str]) -> None:
    assert claims(*names) == claims(*ALL)


def test_a_claim_keeps_its_key_when_later_reports_join() -> None:
    assert with_words(claims("a"), "Soldaten").key == with_words(claims(*ALL), "800 Soldaten").key


def test_no_documents_make_no_claims() -> None:
    assert claims() == ()


def test_reasons_quote_only_words_that_one_of_the_two_reports_has() -> None:
    reports = (
        held("u", "2031-03-03", "Tagesblick", "800 kasachische Soldaten trafen am Montag in Tadschikistan ein."),
        held("v", "2031-03-04", "Bergbote", "In Tadschikistan kamen am Montag 800 Soldaten aus Kasachstan an."),
        held("w", "2031-03-04", "Abendpost", "Kasachstan schickte 800 Soldaten nach Tadschikistan."),
    )
    texts = " ".join(item.findings.document.text for item in reports)
    ties = [tie for claim in claims_of(reports, GERMAN) for tie in claim.ties]
    assert ties
    for tie in ties:
        assert all(words in texts for words in re.findall("“([^”]*)”", tie.reason))
