"""Found records are met with annotated ones by sides and by words."""

from typing import Any

from quality.matching import matched, same_breach, same_deployment, same_exchange, same_threat

TEXT = "Peru schickt Fisch nach Kuba und bekommt dafür Zucker."
FISH, SUGAR, PERU = [13, 18], [47, 53], [0, 4]


def sides(*pairs: tuple[str | None, list[int]]) -> dict[str, Any]:
    return {"sides": [{"party": party, "gives": [span]} for party, span in pairs]}


def test_an_exchange_has_both_sides_and_one_gift_right() -> None:
    gold = sides(("PER", FISH), ("CUB", SUGAR))
    assert same_exchange(TEXT, gold, sides(("CUB", SUGAR), ("PER", PERU)))
    assert not same_exchange(TEXT, gold, sides(("PER", PERU), ("CUB", PERU)))
    assert not same_exchange(TEXT, gold, sides(("PER", FISH), ("CHL", SUGAR)))
    assert not same_exchange(TEXT, gold, sides(("PER", FISH)))


def test_a_breach_is_one_of_the_same_rule_by_the_same_side_under_any_of_its_names() -> None:
    gold = {"who": "UN", "rule": FISH}
    assert same_breach(TEXT, gold, {"who": "Vereinte Nationen", "rule": [13, 16]})
    assert not same_breach(TEXT, gold, {"who": "UN", "rule": SUGAR})
    assert not same_breach(TEXT, gold, {"who": "PER", "rule": FISH})


def test_a_threat_is_aimed_at_all_whom_it_threatens() -> None:
    gold = {"from": "PER", "to": ["CUB", "CHL"], "to_also": [["CUB"]], "trigger": FISH, "means": None}
    assert same_threat(TEXT, gold, {"from": "PER", "to": ["CUB"], "trigger": FISH, "means": None})
    assert not same_threat(TEXT, gold, {"from": "PER", "to": ["CHL"], "trigger": FISH, "means": None})


def test_a_deployment_is_one_of_the_same_forces() -> None:
    gold = {"whose": "PER", "forces": FISH}
    assert same_deployment(TEXT, gold, {"whose": "PER", "forces": [5, 18]})
    assert not same_deployment(TEXT, gold, {"whose": None, "forces": FISH})


def test_as_many_as_possible_are_met_one_to_one() -> None:
    assert matched([[0, 1], [0]]) == {0: 1, 1: 0}
    assert matched([[0], [0]]) == {0: 0}
