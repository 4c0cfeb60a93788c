"""A situation is gathered from documents and claims, the same in any order."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.gather import claims_of
from lagebild.model.holding import Holding
from lagebild.model.situation import Scope, Situation
from lagebild.situation import situation_of, situation_on_wire
from tests.export.holdings import any_holding
from tests.situation.reports import GERMAN, held, holding, holdings, situation


def _bytes(found: Situation) -> str:
    return json.dumps(situation_on_wire(found), ensure_ascii=False, sort_keys=False)


@pytest.mark.parametrize("claims", [True, False])
def test_the_order_of_documents_and_claims_changes_nothing(claims: bool) -> None:
    told = list(claims_of(holdings(), GERMAN)) if claims else []
    expected = _bytes(situation_of(holdings(), told, scope=Scope("Kasachstan Tadschikistan")))
    for seed in range(4):
        shuffled, mixed = holdings(), list(told)
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(mixed)
        assert _bytes(situation_of(shuffled, mixed, scope=Scope("Kasachstan Tadschikistan"))) == expected


@given(st.lists(any_holding(), max_size=3, unique_by=lambda item: item.key))
def test_any_findings_make_a_situation_whose_words_stand_in_the_documents(found: list[Holding]) -> None:
    texts = {item.key: item.findings.document.text for item in found}
    wire = situation_on_wire(situation_of(found))
    for telling in wire["tellings"].values():
        for span in telling["spans"]:
            assert 0 <= span[0] < span[1] <= len(texts[telling["document"]])
    for telling in wire["tellings"].values():
        pieces = telling["words"].split(" … ")
        whole = " ".join(texts[telling["document"]].split())
        assert all(" ".join(piece.split()) in whole or " … " in whole for piece in pieces)


def test_every_ref_of_a_situation_is_a_telling_with_its_sentence() -> None:
    wire = situation_on_wire(situation())
    refs = set(wire["tellings"])
    for item in (*wire["deployments"], *wire["threats"], *wire["breaches"], *wire["events"], *wire["positions"]):
        assert set(item["support"]["tellings"]) <= refs
        assert {origin["first"] for origin in item["support"]["origins"]} <= refs
    for item in wire["contradictions"]:
        assert {*item["one"], *item["other"]} <= refs
    for stand in (stand for item in wire["positions"] for stand in item["stands"]):
        assert stand["ref"] in refs
    assert all(telling["sentence"] for telling in wire["tellings"].values())


def test_without_documents_there_is_a_note_and_nothing_else() -> None:
    found = situation_of([], scope=Scope("Kasachstan"))
    assert found.notes == ("no_documents",)
    assert found.counts.documents == 0
    assert not found.key_points


def test_one_document_is_told_to_be_one() -> None:
    found = situation(["tausch"])
    assert "one_document" in found.notes
    assert found.exchanges


def test_undated_documents_count_only_where_no_days_are_asked_for() -> None:
    assert "undated" in situation().notes
    cut = situation(since="2031-03-01")
    assert "undated_left_out" in cut.notes
    assert cut.counts.undated == 1
    assert "dohne" not in {item.key for item in cut.documents}


def test_as_known_on_a_day_nothing_later_counts_for_anything() -> None:
    found = situation(as_of="2031-03-03")
    assert {item.key for item in found.documents} == {"danfang", "dabschrift"}
    assert "dementi" not in _bytes(found)
    assert not found.contradictions


def test_words_and_names_that_nobody_mentions_are_missing() -> None:
    assert situation(words="Kasachstan Grönland").missing == ("Grönland",)


def test_two_documents_of_the_same_time_are_both_there() -> None:
    pair = [held("eins", "Kasachstan drohte Usbekistan."), held("zwei", "Kasachstan drohte Usbekistan erneut.")]
    found = situation_of(pair, scope=Scope("Kasachstan"))
    assert found.counts.documents == 2
    assert found.first_day == found.last_day == "2031-03-03"


def test_what_has_nothing_to_do_with_the_question_is_left_out() -> None:
    words = _bytes(situation())
    assert "Einbrecher" not in words


def test_copies_of_one_report_are_one_report_and_one_origin() -> None:
    found = situation(["anfang", "abschrift"])
    assert (found.counts.documents, found.counts.reports) == (2, 1)
    forces = next(item for item in found.deployments if item.values)
    assert len(forces.support.origins) == 1
    assert len(forces.support.tellings) == 2


def test_sides_have_their_names() -> None:
    names = dict(situation().names)
    assert names["KAZ"] == "Kasachstan"
    assert names["TJK"] == "Tadschikistan"


def test_an_empty_question_is_about_everything() -> None:
    found = situation_of([holding("wieder")])
    assert found.scope == Scope()
    assert found.exchanges
