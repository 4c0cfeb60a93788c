"""Each rule of attribution alone, in readable pairs: tests/golden/rules.txt says what it finds and what it leaves."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

import lagebild
from lagebild.language.load import Language
from tests.extraction.attributions.golden import described

GOLDEN = Path(__file__).parents[2] / "golden" / "rules.txt"
RULES = [row["rule"] for row in Language("de").table("attribution_rules")]


class Pair(NamedTuple):
    """A text and what one rule finds in it; `sign` is "+" or "-", behind "?" where that does not work yet."""

    rule: str
    sign: str
    text: str
    expected: list[str]


def pairs() -> list[Pair]:
    found: list[Pair] = []
    rule = ""
    for line in GOLDEN.read_text("utf-8").splitlines():
        if line.startswith("=="):
            rule = line[2:].strip()
        elif line.startswith(">"):
            found[-1].expected.append(line[1:].strip())
        elif line and not line.startswith("#"):
            sign, _, text = line.partition(" ")
            found.append(Pair(rule, sign, text.replace(" ¶ ", "\n\n"), []))
    return found


def cases() -> list[object]:
    gap = pytest.mark.xfail(strict=True, reason="golden/rules.txt marks it as a gap")
    return [
        pytest.param(pair, id=f"{pair.rule}: {pair.text[:40]}", marks=[gap] if pair.sign.startswith("?") else [])
        for pair in pairs()
    ]


@pytest.mark.parametrize("pair", cases())
def test_a_rule_finds_what_its_pair_lists_and_nothing_else(pair: Pair) -> None:
    findings = lagebild.read(pair.text, language="de")
    ours = [described(pair.text, found) for found in findings.attributions if found.rule == pair.rule]
    assert sorted(ours) == sorted(pair.expected)


def test_every_rule_has_two_examples_and_a_counter_example_that_work() -> None:
    counted = Counter((pair.rule, pair.sign) for pair in pairs())
    assert {pair.rule for pair in pairs()} == set(RULES)
    assert [rule for rule in RULES if counted[rule, "+"] < 2 or counted[rule, "-"] < 1] == []


def test_examples_expect_something_and_counter_examples_do_not() -> None:
    assert [pair for pair in pairs() if pair.sign not in ("+", "-", "?+", "?-")] == []
    assert [pair.text for pair in pairs() if pair.sign.endswith("+") != bool(pair.expected)] == []
