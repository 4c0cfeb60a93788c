"""Forces, threats, breaches, disputes and origins of the small reports."""

from lagebild.comparison.claims.gather import claims_of
from lagebild.model.claim import Stance
from lagebild.model.situation import Certainty, Scope
from lagebild.situation import situation_of
from tests.situation.reports import GERMAN, held, situation


def test_the_figures_of_one_force_stand_in_one_ledger_in_order_of_days() -> None:
    ledger = next(item for item in situation().figures if item.whose == "KAZ")
    assert [(value.low, value.day) for value in ledger.values] == [
        (800, "2031-03-03"),
        (800, "2031-03-03"),
        (1200, "2031-03-04"),
    ]
    assert (ledger.low, ledger.high) == (800, 1200)


def test_a_threat_has_its_condition() -> None:
    threat = next(item for item in situation().threats if item.source == "UZB")
    assert threat.to == ("KAZ",)
    assert threat.conditions == ("falls die Soldaten bleiben",)


def test_a_breach_names_the_rule() -> None:
    breach = next(item for item in situation(["tausch"], words="Usbekistan").breaches)
    assert breach.rule == "das Völkerrecht"
    assert breach.support.certainty is Certainty.SAID


def test_who_denies_stands_against_who_tells() -> None:
    dispute = next(item for item in situation().contradictions if item.about is None)
    assert any(ref.startswith("ddementi/") for ref in dispute.other)
    assert any(ref.startswith("danfang/") for ref in dispute.one)


def test_who_denies_a_thing_is_no_origin_of_it() -> None:
    found = next(item for item in situation().deployments if item.support.certainty is Certainty.DISPUTED)
    told = {telling.ref: telling.stance for telling in found.support.tellings}
    assert Stance.DENIES in told.values()
    assert all(told[ref] is not Stance.DENIES for origin in found.support.origins for ref in origin.tellings)


def test_key_points_are_few_and_name_items_that_are_there() -> None:
    found = situation()
    keys = {
        item.key
        for items in (found.exchanges, found.deployments, found.threats, found.breaches, found.events, found.claims)
        for item in items
    } | {item.key for item in found.contradictions}
    assert 0 < len(found.key_points) <= 8
    assert {point.item for point in found.key_points} <= keys


def test_what_only_one_origin_says_counts_its_reports() -> None:
    alone = situation(["anfang", "abschrift"]).single_origin
    assert any(item.kind == "deployment" and item.reports == 2 for item in alone)


def test_places_have_points_and_the_documents_that_name_them() -> None:
    place = next(item for item in situation().places if item.name == "Tadschikistan")
    assert place.latitude is not None
    assert place.documents >= 3


def test_the_network_says_who_supplies_whom() -> None:
    edges = {(item.actor, item.kind, item.recipient) for item in situation().network}
    assert ("TJK", "supplies", "KAZ") in edges


def test_who_is_accused_of_a_breach_and_denies_it_stands_against_the_accusers() -> None:
    accused = held("vorwurf", "Kasachstan verstoße gegen Sanktionen der UN, sagte Mark Rutte.", day="2031-03-01")
    answer = held("antwort", "Die Zusammenarbeit verletze das Völkerrecht nicht, sagte Kasachstan.", day="2031-03-02")
    found = situation_of([accused, answer], scope=Scope("Kasachstan"))
    [dispute] = found.contradictions
    assert [ref.split("/")[0] for ref in dispute.one] == ["dvorwurf"]
    assert [ref.split("/")[0] for ref in dispute.other] == ["dantwort"]
    assert [point.kind for point in found.key_points].count("breach") == 0


def test_who_later_says_otherwise_has_a_change() -> None:
    reports = [
        held("erst", "Kasachstan hat keine Soldaten nach Tadschikistan geschickt, sagte Dana Akhat.", day="2031-03-01"),
        held("dann", "Kasachstan hat Soldaten nach Tadschikistan geschickt, sagte Dana Akhat.", day="2031-03-09"),
    ]
    found = situation_of(reports, claims_of(reports, GERMAN), scope=Scope("Kasachstan"))
    [position] = [item for item in found.positions if item.name == "Dana Akhat"]
    assert [change.turn for change in position.changes] == ["admits"]


def test_a_part_of_the_forces_does_not_bound_what_stands_now() -> None:
    told = ("800", "10.000", "11.000", "12.000")
    reports = [
        held(
            f"zahl{number}",
            f"{number} kasachische Soldaten sind in Tadschikistan, sagte {name}.",
            publisher=f"Blatt {number}",
        )
        for number, name in zip(told, ("Ada Kroll", "Bo Lind", "Cem Ak", "Dan Ek"), strict=True)
    ]
    [ledger] = situation_of(reports, scope=Scope("Kasachstan")).figures
    assert (ledger.low, ledger.high) == (10_000, 12_000)


def test_forces_without_a_place_are_those_with_one_where_both_are_as_many() -> None:
    reports = [
        held("ort", "700 kasachische Soldaten sind nach Tadschikistan verlegt worden.", day="2031-03-01"),
        held("zahl", "Kasachstan hat 700 Soldaten entsandt.", day="2031-03-02"),
    ]
    [presence] = situation_of(reports, scope=Scope("Kasachstan")).deployments
    assert {telling.document for telling in presence.support.tellings} == {"dort", "dzahl"}
