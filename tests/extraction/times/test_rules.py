"""Every rule of times.toml finds what its examples mark, and keeps away from its counter-examples."""

import re
from datetime import date

import pytest

from lagebild.extraction.times.find import find_times
from lagebild.extraction.times.normalise import well_formed
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.timex import Timex

GERMAN = Language("de")
PUBLISHED = date(2024, 12, 4)
RULES = GERMAN.rules("times")["rule"]
EXAMPLES = [(rule["name"], text, value) for rule in RULES for text, value in rule.get("examples", ())]
COUNTERS = [(rule["name"], text) for rule in RULES for text in rule.get("counter", ())]


def times(text: str, published: date | None = PUBLISHED) -> tuple[Timex, ...]:
    return find_times(Findings(document=Document("a", text, date=published)), GERMAN).timexes


@pytest.mark.parametrize(("rule", "marked", "value"), EXAMPLES)
def test_a_rule_finds_what_its_example_marks(rule: str, marked: str, value: str) -> None:
    wanted = re.search(r"\[(.*)\]", marked)
    assert wanted is not None
    text = marked.replace("[", "").replace("]", "")
    assert (wanted[1], value, rule) in [(timex.span.of(text), timex.value, timex.rule) for timex in times(text)]


@pytest.mark.parametrize(("rule", "text"), COUNTERS)
def test_a_rule_keeps_away_from_its_counter_example(rule: str, text: str) -> None:
    assert rule not in [timex.rule for timex in times(text)]


def test_rules_have_names_of_their_own_and_every_kind_of_time_has_an_example() -> None:
    names = [rule["name"] for rule in RULES]
    assert len(names) == len(set(names))
    assert [rule["name"] for rule in RULES if rule["type"] != "NONE" and not rule.get("examples")] == []


@pytest.mark.parametrize(("_", "marked", "value"), EXAMPLES)
def test_values_stay_well_formed_without_a_date(_: str, marked: str, value: str) -> None:
    assert well_formed(value)
    for timex in times(marked.replace("[", "").replace("]", ""), None):
        assert timex.value is None or well_formed(timex.value), timex
