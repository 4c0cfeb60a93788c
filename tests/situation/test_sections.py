"""Forces, threats, breaches, disputes and origins of the small reports."""

from lagebild.model.situation import Certainty
from tests.situation.reports import situation


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
