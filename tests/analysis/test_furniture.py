"""Page furniture: every example in furniture.toml is marked, every counter-example of a rule is left alone by it."""

import pytest

from lagebild.analysis.furniture import furniture_in, furniture_rules
from lagebild.language.load import Language

GERMAN = Language("de")
RULES = GERMAN.rules("furniture")["rule"]
EXAMPLES = [(rule["name"], text) for rule in RULES for text in rule.get("examples", ())]
COUNTERS = [(rule["name"], text) for rule in RULES for text in rule.get("not", ())]
GAPS = {"Das interessiert andere kaum, sagte sie, weil niemand hinsieht. Es bleibt dabei."}
"""Counter-examples that a rule takes all the same; whichever works is struck from here."""


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_what_a_rule_shows_is_marked(rule: str, text: str) -> None:
    """By this rule or by one whose stretch begins with the same words and is longer."""
    assert furniture_in(text, GERMAN), rule


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param(*pair, marks=[pytest.mark.xfail(strict=True, reason="listed as a gap")] if pair[1] in GAPS else [])
        for pair in COUNTERS
    ],
)
def test_a_rule_leaves_its_counter_example_alone(rule: str, text: str) -> None:
    assert rule not in [piece.rule for piece in furniture_in(text, GERMAN)]


def test_what_a_rule_matches_holds_one_of_its_words() -> None:
    """Else a text that it should be looked for in would be passed over."""
    matches = [
        (rule, match.group())
        for rule in furniture_rules(GERMAN)
        for _, text in EXAMPLES
        for match in rule.pattern.finditer(text)
    ]
    assert [found for rule, found in matches if rule.has and not any(word in found for word in rule.has)] == []
    assert all(rule.has for rule in furniture_rules(GERMAN) if rule.name == "portal-list")


def test_every_rule_wins_somewhere_among_the_examples() -> None:
    winning = {piece.rule for _, text in EXAMPLES for piece in furniture_in(text, GERMAN)}
    assert {rule["name"] for rule in RULES} - winning == set()
